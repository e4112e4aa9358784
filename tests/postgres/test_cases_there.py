"""Settling, with head office on PostgreSQL."""

import pytest

from tests.sync.test_cases import *  # noqa: F403 - the same tests

pytestmark = pytest.mark.usefixtures("on_postgres")
