"""Records to bytes and back, by the types that their fields declare: JSON, so nothing that is read runs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Generic, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
_Given = Mapping[type, Any]
_Pair = tuple[Callable[[Any], Any], Callable[[Any, _Given], Any]]
_JSON = json.JSONEncoder(separators=(",", ":"))
_PLAIN = (str, int, float, bool, NoneType)
_ROWS: Mapping[Any, Callable[[Any], Any]] = {
    tuple: tuple,
    list: list,
    Sequence: tuple,
    set: set,
    frozenset: frozenset,
}


class DamagedError(ValueError):
    """Bytes do not hold what they ought to."""


class Codec(Generic[T]):
    """Turns values of a type into bytes and back.

    Args:
        kind: A record, or tuples, mappings and optional values of records and plain values.
        given: Types of records that are left out, and handed over by whoever reads: an article's quotes need
            not hold the article.
        named: Types of records that are kept as their ids, and handed over by id.
    """

    def __init__(self, kind: Any, *, given: Sequence[type] = (), named: Sequence[type] = ()) -> None:
        self._given = frozenset(given)
        self._named = frozenset(named)
        self._known: dict[Any, _Pair] = {}
        self._write, self._read = self._pair(kind)

    def dump(self, value: T) -> bytes:
        """Return a value as bytes."""
        return _JSON.encode(self._write(value)).encode()

    def load(self, data: bytes, by_id: Mapping[type, Mapping[str, Any]] | None = None, **given: Any) -> T:
        """Return the value that bytes hold.

        Args:
            data: Made by `dump`.
            by_id: The records of each type that was kept by id.
            given: The records that were left out, in any names: their types tell them apart.

        Raises:
            DamagedError: they hold none.
        """
        by_type = {type(value): value for value in given.values()} | dict(by_id or {})
        try:
            value: T = self._read(json.loads(data), by_type)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
            raise DamagedError(str(error)) from error
        return value

    def _pair(self, kind: Any) -> _Pair:
        if kind not in self._known:
            self._known[kind] = self._generic(kind) if get_origin(kind) else self._plain(kind)
        return self._known[kind]

    def _plain(self, kind: Any) -> _Pair:
        if isinstance(kind, NewType):
            return self._pair(kind.__supertype__)
        if kind in _PLAIN:
            return _same, lambda data, _: _checked(data, kind)
        if kind in self._given:
            return lambda _: None, lambda _, given: given[kind]
        if kind in self._named:
            return lambda value: str(value.id), lambda data, given: given[kind][data]
        if isinstance(kind, type):
            return self._of_class(kind)
        raise TypeError(f"{kind} cannot be kept")

    def _generic(self, kind: Any) -> _Pair:
        origin, inner = get_origin(kind), get_args(kind)
        if origin in {Union, UnionType}:
            return self._optional(inner)
        if origin is tuple and inner[1:] != (...,):
            return self._fixed(inner)
        if issubclass(origin, Mapping):
            return self._mapping(*inner)
        if origin in _ROWS:
            return self._many(inner[0], _ROWS[origin])
        raise TypeError(f"{kind} cannot be kept")

    def _of_class(self, kind: type) -> _Pair:
        if issubclass(kind, Enum):
            return lambda value: value.name, lambda data, _: kind[data]
        if kind in {date, datetime}:
            of: Any = kind
            return lambda value: value.isoformat(), lambda data, _: of.fromisoformat(data)
        if is_dataclass(kind):
            return self._record(kind)
        raise TypeError(f"{kind} cannot be kept")

    def _record(self, kind: type) -> _Pair:
        hints = get_type_hints(kind)
        names = tuple(field.name for field in fields(kind))
        pairs = [(name, *self._pair(hints[name])) for name in names]

        def write(value: Any) -> Any:
            return [dump(getattr(value, name)) for name, dump, _ in pairs]

        def read(data: Any, given: _Given) -> Any:
            return kind(**{name: load(own, given) for (name, _, load), own in zip(pairs, data, strict=True)})

        return write, read

    def _optional(self, kinds: tuple[Any, ...]) -> _Pair:
        rest = [kind for kind in kinds if kind is not NoneType]
        if len(rest) != 1:
            raise TypeError(f"{kinds} cannot be told apart")
        write, read = self._pair(rest[0])
        # In a list, so that None within is not None itself.
        return (
            lambda value: None if value is None else [write(value)],
            lambda data, given: None if data is None else read(data[0], given),
        )

    def _many(self, kind: Any, of: Callable[[Any], Any]) -> _Pair:
        write, read = self._pair(kind)
        return lambda values: list(map(write, values)), lambda data, given: of(
            read(own, given) for own in data
        )

    def _fixed(self, kinds: tuple[Any, ...]) -> _Pair:
        pairs = [self._pair(kind) for kind in kinds]
        return (
            lambda values: [write(own) for (write, _), own in zip(pairs, values, strict=True)],
            lambda data, given: tuple(read(own, given) for (_, read), own in zip(pairs, data, strict=True)),
        )

    def _mapping(self, key: Any, value: Any) -> _Pair:
        key_write, key_read = self._pair(key)
        write, read = self._pair(value)
        return (
            lambda values: [[key_write(own), write(of)] for own, of in values.items()],
            lambda data, given: {key_read(own, given): read(of, given) for own, of in data},
        )


def _same(value: Any) -> Any:
    # Some texts are of a subtype, which JSON writes all the same.
    return value


def _checked(data: Any, kind: type) -> Any:
    # JSON has one kind of number, and writes 1.0 so that it comes back as it was.
    if type(data) is not kind and not (kind is float and type(data) is int):
        raise TypeError(f"{data!r} is no {kind.__name__}")
    return data
