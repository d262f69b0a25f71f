"""A report in one file: HTML that opens from a disk, without a server and without asking for anything."""
