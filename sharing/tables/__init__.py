"""Tables as files: any table of the snapshot, or the claims of a view, with what its columns mean."""
