"""What people write into Dossier: judgements, views, lists of queries; a database apart from the snapshots."""
