"""The page Documents: which reports are there, adding to them, and putting right what was read of them."""
