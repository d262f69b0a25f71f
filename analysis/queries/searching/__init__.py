"""Search: the language of queries, and the sentences that they find."""
