"""The data of a view for other tools, in one ZIP file."""
