"""The sheet that adds a client: a name, a way to reach her, and what she allows."""
