"""Reads: each function returns frozen rows in a stated order, never ORM objects."""
