"""The page that brings files of clients and of purchases in."""
