"""The tests of the composition root share two tills."""

from tests.bootstrap.shared import shared

__all__ = ["shared"]
