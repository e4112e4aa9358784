"""The tests of sync begin with two joined tills."""

from tests.sync.tills import joined

__all__ = ["joined"]
