"""The window: the only package that imports Qt.

Importing PySide6 replaces ``builtins.__import__`` by a hook that reads the source of every module
imported later, to offer spellings of Qt we do not use. It made later imports a fifth slower and
kept 47 MiB of source text, so the plain import is put back here, in this one place.
"""

import builtins

_plain_import = builtins.__import__

import PySide6.QtCore  # noqa: E402, F401 - the import whose hook is undone on the next line

builtins.__import__ = _plain_import
