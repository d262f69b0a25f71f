"""A claim, everywhere the same: its sentence, what is known of it, and its evidence."""
