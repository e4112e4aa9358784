"""Rules that need no database and no window: pure functions over the boutique's words."""
