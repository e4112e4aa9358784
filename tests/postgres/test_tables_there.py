"""The contract of every synced table, with head office on PostgreSQL."""

import pytest

from tests.sync.test_every_table_travels import *  # noqa: F403 - the same tests

pytestmark = pytest.mark.usefixtures("on_postgres")
