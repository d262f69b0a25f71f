"""The Dossier dashboard: the entry of Streamlit."""
