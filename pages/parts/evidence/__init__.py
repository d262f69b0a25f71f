"""What stands behind a number: sentences with their parts marked, and the records of facts."""
