"""What every query is made of: the database of a snapshot, what is selected, and both as SQL."""
