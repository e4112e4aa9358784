"""The client card: the whole person on one page, and the pages and sheets that belong to it."""
