"""tests/sync/test_upkeep.py again, with head office on PostgreSQL."""

import pytest

from tests.sync.test_upkeep import *  # noqa: F403 - the same tests

pytestmark = pytest.mark.usefixtures("on_postgres")
