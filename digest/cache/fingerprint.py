"""Values to short names: equal values, equal names; any difference in any field, another name."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from operator import attrgetter
from typing import Any

SIZE = 16
"""Bytes of a name: two of a billion values share one with a chance of 1 in 10^20."""
_LARGE = 6
"""Fields from which a record's name is remembered: articles, people, statements and what shows them."""

_Write = Callable[[Any, list[bytes]], None]


class UnkeyedError(TypeError):
    """A value is of a type that nobody can tell the whole of."""


class Fingerprints:
    """Names values; each large record once, for they are frozen."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Any, bytes]] = {}
        self._write_by_type: dict[type, _Write] = {
            str: _text,
            bytes: _bytes,
            int: _plain,
            float: _plain,
            bool: _plain,
            type(None): _plain,
            date: _plain,
            datetime: _plain,
            tuple: self._sequence,
            list: self._sequence,
            set: self._set,
            frozenset: self._set,
        }

    def of(self, *values: Any) -> bytes:
        """Return the name of values, in this order.

        Raises:
            UnkeyedError: one holds what is neither a record nor a plain value.
        """
        parts: list[bytes] = []
        self._sequence(values, parts)
        return _hash(b"".join(parts))

    def _one(self, value: Any, parts: list[bytes]) -> None:
        kind = type(value)
        write = self._write_by_type.get(kind)
        if write is None:
            write = self._write_by_type[kind] = self._for(kind)
        write(value, parts)

    def _for(self, kind: type) -> _Write:
        if is_dataclass(kind):
            return self._record(kind)
        if issubclass(kind, Enum):
            return _enum
        if issubclass(kind, str):  # Markup, and names of kinds of ids
            return _text
        if issubclass(kind, tuple):  # a named one: its type has told nothing yet
            return self._named
        if issubclass(kind, Mapping):
            return self._mapping
        raise UnkeyedError(f"{kind.__module__}.{kind.__qualname__} has no fingerprint")

    def _record(self, kind: type) -> _Write:
        names = tuple(field.name for field in fields(kind))
        head = _sized(b"r", f"{kind.__module__}.{kind.__qualname__}/{len(names)}".encode())
        get = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)

        def write(value: Any, parts: list[bytes]) -> None:
            parts.append(head)
            for inner in get(value) if names else ():
                self._one(inner, parts)

        def remembered(value: Any, parts: list[bytes]) -> None:
            known = self._known.get(id(value))
            if known is None:
                own: list[bytes] = []
                write(value, own)
                # The record is kept so that nothing else can take its place in memory.
                known = self._known[id(value)] = (value, _hash(b"".join(own)))
            parts.append(b"R" + known[1])

        return remembered if len(names) >= _LARGE else write

    def _sequence(self, values: Any, parts: list[bytes]) -> None:
        parts.append(b"(%d:" % len(values))
        for value in values:
            self._one(value, parts)

    def _named(self, values: Any, parts: list[bytes]) -> None:
        parts.append(_sized(b"n", f"{type(values).__module__}.{type(values).__qualname__}".encode()))
        self._sequence(values, parts)

    def _mapping(self, values: Any, parts: list[bytes]) -> None:
        # In its own order: pages list entries as they come.
        parts.append(b"{%d:" % len(values))
        for key, value in values.items():
            self._one(key, parts)
            self._one(value, parts)

    def _set(self, values: Any, parts: list[bytes]) -> None:
        parts.append(b"<%d:" % len(values))
        parts += sorted(self.of(value) for value in values)


def _hash(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=SIZE).digest()


def _sized(mark: bytes, data: bytes) -> bytes:
    return b"%b%d:%b" % (mark, len(data), data)


def _text(value: Any, parts: list[bytes]) -> None:
    parts.append(_sized(b"s", value.encode("utf-8", "surrogatepass")))


def _bytes(value: Any, parts: list[bytes]) -> None:
    parts.append(_sized(b"b", value))


def _plain(value: Any, parts: list[bytes]) -> None:
    parts.append(_sized(b"p", repr(value).encode()))


def _enum(value: Any, parts: list[bytes]) -> None:
    parts.append(_sized(b"e", f"{type(value).__qualname__}.{value.name}".encode()))
