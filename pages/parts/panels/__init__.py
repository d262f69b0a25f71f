"""The charts of each page: what they show, in a sentence, as a figure and as a table."""
