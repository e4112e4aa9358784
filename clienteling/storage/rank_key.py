"""The key of a search row: a client's place in the ranking and her own key in one integer.

Apart from the rest of the index, so that the list's first page needs nothing that writes one.
"""

KEY_BITS = 40
KEY_MASK = (1 << KEY_BITS) - 1
BUCKETS = 64
"""Places in the ranking, 0 the best: ``rk`` is the place and the client's key in one integer."""
