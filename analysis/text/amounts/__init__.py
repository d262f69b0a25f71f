"""Amounts: sums of money, people counted, shares and quantities, each with the fact whose clause it stands in."""

from analysis.text.amounts.find import find_amounts

__all__ = ["find_amounts"]
