"""tests/sync/test_casts.py again, with head office on PostgreSQL."""

import pytest

from tests.sync.test_casts import *  # noqa: F403 - the same tests

pytestmark = pytest.mark.usefixtures("on_postgres")
