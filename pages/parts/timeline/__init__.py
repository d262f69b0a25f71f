"""What the page Timeline shows."""
