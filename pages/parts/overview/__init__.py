"""What the page Overview shows."""
