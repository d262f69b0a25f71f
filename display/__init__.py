"""What pages and files share: words, fields, filters and charts. It knows plotly, but no server and no session."""
