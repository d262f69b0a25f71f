"""Claims: which of the facts a reader would write into the ledger, what belongs to each, and its sentence."""

from analysis.text.claims.find import find_claims

__all__ = ["find_claims"]
