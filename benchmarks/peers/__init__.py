"""Other programs that sync, set to the same work as ours: each is installed on first use."""
