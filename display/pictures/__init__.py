"""Charts with their words, as pages and files show them: an answer of a query goes in, a chart comes out."""
