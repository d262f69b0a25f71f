"""The words of a claim, and where its parts stand in them."""
