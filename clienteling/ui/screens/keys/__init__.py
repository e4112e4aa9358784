"""The sheet that tells the keys of the page and of the window."""
