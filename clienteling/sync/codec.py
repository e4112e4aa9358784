"""Writing and reading the words of the wire.

``encode`` gives plain mappings, lists, texts and integers; ``decode`` takes them back and says
what is wrong as a value.
"""

import dataclasses
import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from clienteling.sync.wire import (
    Amnesia,
    Elsewhere,
    Malformed,
    Pulled,
    Pushed,
    Refused,
    SnapshotNeeded,
    SnapshotPart,
)

T = TypeVar("T")

ANSWERS: Mapping[str, type] = {
    "pushed": Pushed,
    "elsewhere": Elsewhere,
    "amnesia": Amnesia,
    "snapshot_needed": SnapshotNeeded,
    "refused": Refused,
    "pulled": Pulled,
    "snapshot": SnapshotPart,
}


def encode(value: Any) -> Any:
    """Turn a message into mappings, lists, texts and integers."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: encode(getattr(value, name)) for name, _hint in _shape(type(value))}
    if isinstance(value, Mapping):
        return {key: encode(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [encode(one) for one in value]
    return value


def decode(kind: type[T], data: object) -> T | Malformed:
    """Read a message; unknown keys are passed over, as a newer program may send them."""
    try:
        return typing.cast("T", _read(kind, data, kind.__name__))
    except _UnreadableError as error:
        return Malformed(str(error))


def decode_answer(data: object) -> Any:
    """Read an answer of any kind."""
    kind = data.get("kind") if isinstance(data, Mapping) else None
    if not isinstance(kind, str) or kind not in ANSWERS:
        return Malformed("an answer of no known kind")
    return decode(ANSWERS[kind], data)


class _UnreadableError(Exception):
    """Where the reading stopped."""


@cache
def _shape(kind: type) -> tuple[tuple[str, Any], ...]:
    hints = typing.get_type_hints(kind)
    return tuple((one.name, hints[one.name]) for one in dataclasses.fields(kind))


@cache
def _optional(kind: type) -> frozenset[str]:
    return frozenset(
        one.name for one in dataclasses.fields(kind) if one.default is not dataclasses.MISSING
    )


def _read(hint: Any, data: object, where: str) -> Any:
    if dataclasses.is_dataclass(hint):
        return _read_class(typing.cast("type", hint), data, where)
    origin = get_origin(hint)
    if origin is tuple:
        return _read_tuple(get_args(hint), data, where)
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        if not isinstance(data, Mapping) or not all(isinstance(key, str) for key in data):
            raise _UnreadableError(f"{where} is not a mapping")
        one = get_args(hint)[1]
        return {key: _read(one, value, f"{where}.{key[:40]}") for key, value in data.items()}
    allowed = get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    if type(data) not in allowed:
        raise _UnreadableError(f"{where} has the wrong type")
    if type(data) is int and not -(2**63) <= data < 2**63:
        raise _UnreadableError(f"{where} is too large")
    return data


def _read_class(kind: type, data: object, where: str) -> Any:
    if not isinstance(data, Mapping):
        raise _UnreadableError(f"{where} is not a mapping")
    values = {}
    for name, hint in _shape(kind):
        if name in data:
            values[name] = _read(hint, data[name], f"{where}.{name}")
        elif name not in _optional(kind):
            raise _UnreadableError(f"{where}.{name} is missing")
    return kind(**values)


def _read_tuple(hints: tuple[Any, ...], data: object, where: str) -> tuple[Any, ...]:
    if not isinstance(data, list | tuple):
        raise _UnreadableError(f"{where} is not a list")
    if hints[-1] is Ellipsis:
        return tuple(_read(hints[0], one, f"{where}[{at}]") for at, one in enumerate(data))
    if len(data) != len(hints):
        raise _UnreadableError(f"{where} has the wrong length")
    return tuple(
        _read(hint, one, f"{where}[{at}]")
        for at, (hint, one) in enumerate(zip(hints, data, strict=True))
    )
