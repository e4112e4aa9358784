"""The tests of the composition root share two tills."""

from tests.bootstrap.shared import apart, shared

__all__ = ["apart", "shared"]
