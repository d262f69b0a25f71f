"""A sentence as evidence: with its marks, and as a citation."""
