"""The welcome of a new book: who the house is, before the first client."""
