"""What the page People and places shows."""
