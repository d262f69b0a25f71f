"""A chart on the page: its figure, its table, its menu, and what is open in it."""
