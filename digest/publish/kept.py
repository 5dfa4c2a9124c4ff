"""Pages that were made before, of the same values, by the same templates, with the same answers.

A page that comes from here is verified like any other: `publish` reads its quotations back and compares them
with the articles as they are now.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from types import FunctionType
from typing import Any

from digest.cache import Cache, UnkeyedError
from digest.publish.asked import BROKEN, Answers, Notes, stands_in
from digest.publish.closed import Closed, made_by
from digest.publish.edition import Edition
from digest.publish.frame import around

KIND = "page"
_NO_CLOSED_SHOWS = frozenset({"as_of", "front_days", "front_stories", "engines", "engine_options", "host"})
"""Settings that decide what is new, and how it is made and published."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What is kept of a page; the rest is known before it is made."""

    body: str
    head: str = ""
    search_text: str = ""


class Kept:
    """The pages of one edition."""

    def __init__(self, edition: Edition, cache: Cache, closed: Closed | None = None) -> None:
        self._cache = cache
        self._closed = closed
        self.notes = Notes(edition, cache.fingerprints)
        self._around: bytes | None = None
        self._around_closed: bytes | None = None
        with suppress(UnkeyedError):
            told = around(edition.site.settings, edition.language) if cache.keeps or closed else []
            self._around = cache.key("edition", told) if cache.keeps else None
            stays = [one for one in told if one[0] not in _NO_CLOSED_SHOWS]
            self._around_closed = cache.fingerprints.of(made_by(), stays) if closed else None

    def page(
        self,
        make: Callable[[], Parts],
        kind: str,
        path: str,
        values: Mapping[str, Any],
        functions: tuple[Callable[..., Any], ...],
        month: str = "",
    ) -> Parts:
        """Return what is kept of a page, or made now.

        Args:
            make: makes it.
            kind: of page.
            path: of the page.
            values: what its templates are handed, beside the edition and its pieces.
            functions: what else makes it: what they hold counts as values.
            month: that it is of, where that is closed.
        """
        key = self._key(self._around, kind, path, values, functions)
        closed = self._key(self._around_closed, kind, path, values, functions) if month else None
        known = self._kept(path, key, closed)
        packed, parts = known or self._made(make)
        if packed and key and not known:
            self._cache.put(KIND, key, packed)
        if packed and closed and self._closed:
            self._closed.put(path, closed, packed, month)
        return parts

    def _kept(self, path: str, key: bytes | None, closed: bytes | None) -> tuple[bytes, Parts] | None:
        """Return what is kept of a page, in the folder of closed years or in the cache."""
        found = self._closed.get(path, closed) if self._closed and closed else None
        for known in (found, self._cache.get(KIND, key) if key and not found else None):
            if known and (parts := self._still(known)):
                return known, parts
        return None

    def _made(self, make: Callable[[], Parts]) -> tuple[bytes | None, Parts]:
        with self.notes.taken() as answers:
            parts = make()
        return (None if BROKEN in answers else _packed(answers, parts)), parts

    def _key(
        self,
        around: bytes | None,
        kind: str,
        path: str,
        values: Mapping[str, Any],
        functions: tuple[Callable[..., Any], ...],
    ) -> bytes | None:
        if around is None:
            return None
        try:
            held = [list(_held(function)) for function in functions]
            return self._cache.fingerprints.of(around, KIND, kind, path, dict(values), held)
        except UnkeyedError:
            return None

    def _still(self, data: bytes) -> Parts | None:
        try:
            answers, parts = _unpacked(data)
        except (ValueError, TypeError):
            return None
        return parts if self.notes.still_hold(answers) else None


def _held(function: object) -> Iterator[Any]:
    """Yield what a function has of its surroundings, beside what takes note of every question."""
    if not isinstance(function, FunctionType) or function.__kwdefaults__ or function.__defaults__:
        raise UnkeyedError(f"{function} may hold anything")
    for cell in function.__closure__ or ():
        value = cell.cell_contents
        if isinstance(value, FunctionType):
            yield list(_held(value))
        elif not (stands_in(value) or stands_in(getattr(value, "edition", None))):
            yield value


def _packed(answers: Answers, parts: Parts) -> bytes:
    texts = [part.encode("utf-8", "surrogatepass") for part in (parts.body, parts.head, parts.search_text)]
    head = json.dumps([answers, *map(len, texts)], separators=(",", ":")).encode()
    return b"%d\n%b%b" % (len(head), head, b"".join(texts))


def _unpacked(data: bytes) -> tuple[Answers, Parts]:
    size, _, rest = data.partition(b"\n")
    answers, *lengths = json.loads(rest[: int(size)])
    at, texts = int(size), []
    if len(rest) != at + sum(lengths):
        raise ValueError("some of it is missing")
    for length in lengths:
        texts.append(rest[at : at + length].decode("utf-8", "surrogatepass"))
        at += length
    return answers, Parts(*texts)
