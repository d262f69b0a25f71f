"""What the page Quality shows."""
