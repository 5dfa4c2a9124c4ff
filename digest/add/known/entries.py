"""What the content folder holds already: by address, by id, by name."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml

from digest.receive import key_of

_HEAD = 8192
"""Bytes of a file that hold its front matter, mostly; more are read where it has not ended."""
_END = re.compile(rb"\n(?:---|\.\.\.)[ \t]*\r?\n")
_LINE = re.compile(
    r"^(url|outlet|source_id|text_sha256|published|updated|title|language|written_by):[ \t]*(.+?)[ \t]*$",
    re.MULTILINE,
)
_DAYS = 7
"""Between the publications of what may be one text."""
_QUOTED = frozenset("\"'|>&*!%@`{[")


@dataclass(frozen=True, slots=True)
class Entry:
    """An article's file, and what of its front matter tells it from others."""

    path: str
    values: dict[str, str] = field(default_factory=dict)

    @property
    def outlet(self) -> str:
        """The id of its outlet."""
        return self.values.get("outlet", "")

    @property
    def day(self) -> str:
        """The day it is of, as `2026-03-05`; empty if it tells none."""
        day = (self.values.get("published") or self.values.get("updated") or "")[:10]
        return day if _date(day) else ""

    @property
    def slug(self) -> str:
        """The name of the file."""
        return Path(self.path).stem


class Known:
    """The articles that there are.

    Args:
        content_dir: The content folder.
    """

    def __init__(self, content_dir: Path) -> None:
        self._content_dir = content_dir
        self._by_key: dict[str, Entry] = {}
        self._by_id: dict[tuple[str, str], Entry] = {}
        self._slugs: set[tuple[str, str]] = set()
        self._paths: set[str] = set()
        self._by_day: dict[str, list[Entry]] = {}
        for path in _files(content_dir / "articles"):
            self.note(Entry(path.relative_to(content_dir).as_posix(), _values(path)))

    def note(self, entry: Entry) -> None:
        """Take an article in."""
        if entry.values.get("url"):
            self._by_key.setdefault(key_of(entry.values["url"]), entry)
        if entry.values.get("source_id"):
            self._by_id.setdefault((entry.outlet, entry.values["source_id"]), entry)
        self._slugs.add((entry.outlet, entry.slug.casefold()))
        self._paths.add(entry.path.casefold())
        self._by_day.setdefault(entry.day, []).append(entry)

    def replace(self, old: Entry | None, new: Entry) -> None:
        """Take an article in that was changed, or is new."""
        if old:
            self._forget(old)
        self.note(new)

    def _forget(self, old: Entry) -> None:
        url, id_ = old.values.get("url"), (old.outlet, old.values.get("source_id", ""))
        if url and self._by_key.get(key_of(url)) is old:
            del self._by_key[key_of(url)]
        if self._by_id.get(id_) is old:
            del self._by_id[id_]
        self._by_day[old.day].remove(old)

    def same(self, *, url: str | None, outlet: str | None = None, id_: str | None = None) -> Entry | None:
        """Return the article at an address, or that an agency calls by an id."""
        found = self._by_key.get(key_of(url)) if url else None
        return found or (self._by_id.get((outlet, id_)) if outlet and id_ else None)

    def days_near(self, when: str | None) -> frozenset[str]:
        """Return the days within few of a moment (ISO 8601); what tells none may be of any day."""
        middle = _date((when or "")[:10])
        if middle is None:
            return frozenset(self._by_day)
        at = middle.toordinal()
        # Neither calendar end has days beyond it.
        days = range(max(at - _DAYS, date.min.toordinal()), min(at + _DAYS, date.max.toordinal()) + 1)
        return frozenset(("", *(date.fromordinal(day).isoformat() for day in days)))

    def of_day(self, day: str) -> tuple[Entry, ...]:
        """Return the articles of a day; those that tell none for an empty one."""
        return tuple(self._by_day.get(day, ()))

    def is_taken(self, outlet: str, folder: str, slug: str) -> bool:
        """Tell whether another article has this id, or its file this path; letter case is no difference."""
        taken = (outlet, slug.casefold()) in self._slugs or f"{folder}/{slug}.md".casefold() in self._paths
        return taken or (self._content_dir / folder / f"{slug}.md").exists()


def values_of(text: str) -> dict[str, str]:
    """Return the plain values of front matter, or of the file beside a page."""
    return {match[1]: _plain(match[2]) for match in _LINE.finditer(text)}


def _files(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.startswith(".") or entry.is_symlink():
                continue
            if entry.is_dir():
                yield from _files(Path(entry.path))
            elif entry.name.endswith((".md", ".yml")) and entry.is_file():
                yield Path(entry.path)


def _values(path: Path) -> dict[str, str]:
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            if path.suffix == ".md" and not _END.search(head):
                head += file.read(10 * _HEAD)
    except OSError:
        return {}
    if path.suffix == ".md":
        end = _END.search(head)
        head = head[: end.start() + 1] if end else b""
    return values_of(head.decode("utf-8", "replace").replace("\r\n", "\n"))


def _plain(value: str) -> str:
    """Return a value as YAML means it."""
    if value[0] not in _QUOTED and " #" not in value:
        return value
    try:
        return str(yaml.safe_load(value))
    except (yaml.YAMLError, ValueError, RecursionError):
        return value


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
