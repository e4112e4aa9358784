"""Every example in the docstrings of the search is true, and the search needs no heavy library."""

import doctest
import subprocess
import sys

import pytest

from clienteling.queries import highlight, in_language
from clienteling.storage import search_rows, search_typos


@pytest.mark.parametrize("module", [highlight, in_language, search_rows, search_typos])
def test_the_examples_are_true(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]  # modules, all of them


def test_search_and_list_import_nothing_heavy() -> None:
    code = (
        "import sys, clienteling.queries.find, clienteling.queries.client_list, "
        "clienteling.queries.catalogue_find; "
        "print(sorted({'sqlalchemy', 'pandas', 'PIL', 'anyascii', 'PySide6'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
