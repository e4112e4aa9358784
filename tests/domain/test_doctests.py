"""Every example in the domain's docstrings is true."""

import doctest
import importlib
import pkgutil

import pytest

import clienteling.domain

MODULES = sorted(module.name for module in pkgutil.iter_modules(clienteling.domain.__path__))


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_are_true(name: str) -> None:
    module = importlib.import_module(f"clienteling.domain.{name}")
    assert doctest.testmod(module).failed == 0
