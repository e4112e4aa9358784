"""Head office's own promises, with head office on PostgreSQL."""

import pytest

from tests.headoffice.test_head_office import *  # noqa: F403 - the same tests

pytestmark = pytest.mark.usefixtures("on_postgres")

# Two on one encrypted file: that is not about PostgreSQL. Two on one PostgreSQL: test_two_servers.
del globals()["test_two_head_offices_on_one_encrypted_file_serve_the_same_tills"]
