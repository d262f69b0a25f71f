"""The filters: in the URL, in the sidebar, and as chips above a page."""
