"""What the page of topics asks: words of themes, matrices, terms over time, two sides, topics that were found."""
