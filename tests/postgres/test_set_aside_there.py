"""tests/sync/test_set_aside.py again, with head office on PostgreSQL.

But for two that put head office back to an earlier day: they copy its file, which is not there.
"""

import pytest

from tests.sync.test_set_aside import *  # noqa: F403 - the same tests

pytestmark = pytest.mark.usefixtures("on_postgres")

del test_what_was_erased_on_a_copy_does_not_use_up_what_its_original_says  # noqa: F821 - of the star
del test_an_erasure_outlives_a_head_office_that_forgets_it_and_a_scope_that_was_left  # noqa: F821 - of the star
