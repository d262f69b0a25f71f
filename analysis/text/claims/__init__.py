"""Claims: which of the facts a reader would write into the ledger, what belongs to each, and its sentence."""
