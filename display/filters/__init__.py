"""The filters as the query of a link, and in words."""
