"""What the page Search shows."""
