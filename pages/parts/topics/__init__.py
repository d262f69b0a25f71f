"""The parts of the page of topics, one file a question."""
