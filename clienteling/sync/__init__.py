"""Sync on the till's side, and what both sides share: the wire's values and the merge."""
