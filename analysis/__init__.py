"""From a folder of news reports to a claim ledger: reading, language, tables, snapshots, queries."""
