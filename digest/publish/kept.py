"""Pages that were made before, of the same values, by the same templates, with the same answers.

A page that comes from here is verified like any other: `publish` reads its quotations back and compares them
with the articles as they are now.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from types import FunctionType
from typing import Any

from digest.cache import Cache, UnkeyedError, folder_version
from digest.model import Settings
from digest.publish.asked import BROKEN, Answers, Notes, stands_in
from digest.publish.edition import Edition
from digest.publish.frame import INTERFACE, templates_dir

KIND = "page"
_NO_PAGE_SHOWS = frozenset({"content_dir", "pages_dir", "cache_dir", "models_file", "jobs", "template_dirs"})
"""Settings that say where things stand and how fast they are made. Folders of templates count by content."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What is kept of a page; the rest is known before it is made."""

    body: str
    head: str = ""
    search_text: str = ""


class Kept:
    """The pages of one edition."""

    def __init__(self, edition: Edition, cache: Cache) -> None:
        self._cache = cache
        self.notes = Notes(edition, cache.fingerprints)
        self._around = _around(edition.site.settings, edition.language, cache) if cache.keeps else None

    def page(
        self,
        make: Callable[[], Parts],
        kind: str,
        path: str,
        values: Mapping[str, Any],
        functions: tuple[Callable[..., Any], ...],
    ) -> Parts:
        """Return what is kept of a page, or made now.

        Args:
            make: makes it.
            kind: of page.
            path: of the page.
            values: what its templates are handed, beside the edition and its pieces.
            functions: what else makes it: what they hold counts as values.
        """
        key = self._key(kind, path, values, functions)
        known = self._cache.get(KIND, key) if key else None
        if known and (parts := self._still(known)):
            return parts
        with self.notes.taken() as answers:
            parts = make()
        if key and BROKEN not in answers:
            self._cache.put(KIND, key, _packed(answers, parts))
        return parts

    def _key(
        self,
        kind: str,
        path: str,
        values: Mapping[str, Any],
        functions: tuple[Callable[..., Any], ...],
    ) -> bytes | None:
        if self._around is None:
            return None
        try:
            held = [list(_held(function)) for function in functions]
            return self._cache.key(KIND, self._around, kind, path, dict(values), held)
        except UnkeyedError:
            return None

    def _still(self, data: bytes) -> Parts | None:
        try:
            answers, parts = _unpacked(data)
        except (ValueError, TypeError):
            return None
        return parts if self.notes.still_hold(answers) else None


def _around(settings: Settings, language: str, cache: Cache) -> bytes | None:
    """Return the name of what all pages of an edition are made with."""
    told = [
        (field.name, str(value) if isinstance(value, Path) else value)
        for field in fields(settings)
        if field.name not in _NO_PAGE_SHOWS
        for value in [getattr(settings, field.name)]
    ]
    # The site's own words of the interface, too.
    own = settings.content_dir / INTERFACE
    folders = [folder_version(folder) for folder in (*settings.template_dirs, templates_dir(), own)]
    try:
        return cache.key("edition", language, told, folders)
    except UnkeyedError:
        return None


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
