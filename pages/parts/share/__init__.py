"""The page Share: what is shared, and how: a link, a report, a briefing, data, a frame."""
