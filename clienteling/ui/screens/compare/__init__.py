"""Compare: two versions of one card side by side, and a person chooses."""
