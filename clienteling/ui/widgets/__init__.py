"""The kit of parts drawn from the design tokens; it knows nothing of clients."""
