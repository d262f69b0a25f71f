"""The filters: in the address, in the sidebar, and as chips above a page."""
