"""A written briefing: claims of the ledger as sentences by theme, with their sources as footnotes."""
