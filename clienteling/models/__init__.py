"""The mapped classes: every table of the book, and what of it travels to head office."""
