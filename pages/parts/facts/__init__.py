"""What the page Facts shows."""
