"""Fields and forms; they know nothing of clients."""
