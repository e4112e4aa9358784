"""The list of clients: one's own, the whole boutique, and those who wait for something."""
