"""A whole sync, with head office on PostgreSQL."""

import pytest

from tests.sync.test_engine import *  # noqa: F403 - the same tests

pytestmark = pytest.mark.usefixtures("on_postgres")
