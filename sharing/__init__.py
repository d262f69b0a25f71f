"""What leaves the dashboard: a report in one file, a written briefing, tables, and the data for other tools."""
