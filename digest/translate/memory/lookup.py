"""The translation memory: committed PO files, `translations/<source>-<target>/<yyyy-mm>.po`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from digest.model import Problem, Segment, Severity, Translation
from digest.translate.memory.index import (
    ChangedFileError,
    Mark,
    PoFile,
    Row,
    entries_now,
    errors_of,
    key_of,
    read_file,
)
from digest.translate.memory.origin import refused, translation
from digest.translate.po import Entry
from digest.whole import resolved

Place = tuple[int, int]
"""A file's number and a row's, each from 0."""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry in its file."""

    file: PoFile
    row: Row

    @property
    def where(self) -> str:
        """`path:line`."""
        return f"{self.file.name}:{self.row.line}"

    def read(self) -> Entry:
        """Return what the file says.

        Raises:
            MemoryFileError: the file has changed since.
        """
        return self.file.entry(self.row)


@dataclass(frozen=True, slots=True)
class PoMemory:
    """The committed translations, read-only; `model.Memory`. Texts stay in the files until asked for."""

    folder: Path
    files: tuple[PoFile, ...]
    """Sorted by path."""
    places: Mapping[bytes, Place] = field(repr=False)
    """Of entries in use."""
    obsolete: Mapping[bytes, Place] = field(repr=False)
    unproven: frozenset[bytes] = frozenset()
    """Keys of entries that nobody is shown: see `proof`."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with files and entries, which are left out; paths begin with the folder's name."""
    unsound: frozenset[str] = frozenset()
    """Pairs, of which something is left out."""
    changed: dict[Path, dict[bytes, Entry]] = field(default_factory=dict, repr=False)
    """What files say that were changed after the loading, filled as they are come upon."""

    def find(self, segment: Segment, target: str) -> Translation | None:
        """Return the translation of `segment` into `target`, or None; of a changed file, what it says now.

        Raises:
            MemoryFileError: a file was broken since the memory was loaded.
        """
        key = key_of_segment(segment, target)
        found = self._at(self.places.get(key))
        if found is None or not found.row.marks & Mark.FILLED or key in self.unproven:
            return None
        entry = self._read(found)
        # Keys are hashes, and the index may come from a cache: what is shown is compared with what was asked.
        return translation(entry, segment, target) if entry and _holds(entry, segment) else None

    def mark(self, segment: Segment, target: str) -> bytes:
        """Return a hash of the entry that `find` reads, nothing where it returns None."""
        key = key_of_segment(segment, target)
        found = self._at(self.places.get(key))
        if found is None or not found.row.marks & Mark.FILLED or key in self.unproven:
            return b""
        if found.file.path in self.changed:
            return repr(self.changed[found.file.path].get(key)).encode()
        return found.row.digest

    def refusal(self, segment: Segment, target: str) -> str | None:
        """Return why a machine's translation of `segment` was not taken, where there is none for that reason.

        Raises:
            MemoryFileError: a file was broken since the memory was loaded.
        """
        found = self._at(self.places.get(key_of_segment(segment, target)))
        if found is None or not found.row.marks & Mark.REFUSED:
            return None
        entry = self._read(found)
        return refused(entry) if entry and _holds(entry, segment) else None

    def entry(self, segment: Segment, target: str) -> Found | None:
        """Return the entry for `segment`, with or without a text."""
        return self._at(self.places.get(key_of_segment(segment, target)))

    def retired(self, segment: Segment, target: str) -> Found | None:
        """Return an obsolete entry for `segment`."""
        return self._at(self.obsolete.get(key_of_segment(segment, target)))

    def lacks(self, segment: Segment, target: str) -> bool:
        """Tell whether there is no text for `segment`, not even one that is not shown."""
        found = self.entry(segment, target)
        return found is None or not found.row.marks & Mark.FILLED

    def all(self) -> Iterator[tuple[bytes, Found]]:
        """Yield every entry in use, by key."""
        return (
            (key, Found(self.files[at], self.files[at].row(row))) for key, (at, row) in self.places.items()
        )

    def _read(self, found: Found) -> Entry | None:
        # A build may well run while somebody translates.
        path, key = found.file.path, found.row.key
        if path not in self.changed:
            try:
                return found.read()
            except ChangedFileError:
                self.changed[path] = entries_now(found.file)
        return self.changed[path].get(key)

    def _at(self, place: Place | None) -> Found | None:
        if place is None:
            return None
        file = self.files[place[0]]
        return Found(file, file.row(place[1]))


def key_of_segment(segment: Segment, target: str) -> bytes:
    """Return what the entry for `segment` is found under."""
    return key_of(pair(segment.language, target), segment.kind, segment.text)


def _holds(entry: Entry, segment: Segment) -> bool:
    return (entry.context, entry.source) == (segment.kind, segment.text)


def pair(source: str, target: str) -> str:
    """Return the name of a pair's folder.

    >>> pair("es", "pt-BR")
    'es-pt-BR'
    """
    return f"{source}-{target}"


def load_memory(folder: Path, cache_dir: Path | None = None) -> PoMemory:
    """Read all translations in `folder`; a missing folder is an empty memory.

    Entries and files that something is wrong with are left out and named in `problems`; the others go on. Of
    two that contradict each other the first stands, by path.

    Args:
        folder: Where the pairs' folders are.
        cache_dir: Keeps indexes of files, so that what has not changed is not read again.
    """
    files: list[PoFile] = []
    paths = sorted(folder.glob("*/*.po"))
    strays = [_stray(path, folder) for path in sorted({*folder.rglob("*.po")} - {*paths})]
    problems = [*_unreadable(folder)]
    root = folder.parent.resolve()
    if folder.is_symlink() and not _is_inside(folder, root):
        message = "a link that leaves the content folder is not followed; copy the translations here"
        problems.append(Problem(folder.name, None, Severity.ERROR, message))
        paths, strays = [], []
    for path in paths:
        if not (_is_inside(path, root) and path.is_file()):
            problems.append(_link(path, folder))
            continue
        file, wrong = read_file(path, path.relative_to(folder.parent).as_posix(), cache_dir)
        files.append(file)
        problems += wrong
    memory, contradictions = _joined(folder, tuple(files))
    problems += contradictions
    unsound = frozenset(problem.path.split("/")[1] for problem in errors_of(problems) if "/" in problem.path)
    return replace(memory, problems=(*strays, *problems), unsound=unsound)


def _unreadable(folder: Path) -> Iterator[Problem]:
    """Yield the folders that nobody may list: a pattern finds no file in them, and says nothing."""
    for path in (folder, *sorted(path for path in folder.glob("*") if path.is_dir())):
        try:
            os.scandir(path).close()
        except FileNotFoundError:
            continue
        except OSError as error:
            name = path.relative_to(folder.parent).as_posix()
            yield Problem(name, None, Severity.ERROR, f"cannot be read: {error.strerror}")


def _stray(path: Path, folder: Path) -> Problem:
    name = path.relative_to(folder.parent).as_posix()
    message = f"stands in no folder of a pair; move it to {folder.name}/SOURCE-TARGET/{path.name}, as es-en"
    return Problem(name, 1, Severity.ERROR, message)


def _is_inside(path: Path, root: Path) -> bool:
    target = resolved(path)
    return target is not None and target.is_relative_to(root)


def _link(path: Path, folder: Path) -> Problem:
    name = path.relative_to(folder.parent).as_posix()
    message = "no file of the content folder (a link that leaves it is not followed); copy the file here"
    return Problem(name, 1, Severity.ERROR, message)


def _joined(folder: Path, files: tuple[PoFile, ...]) -> tuple[PoMemory, list[Problem]]:
    """Return the memory of these files, and where they contradict each other."""
    places: dict[bytes, Place] = {}
    obsolete: dict[bytes, Place] = {}
    memory = PoMemory(folder, files, places, obsolete)
    problems: list[Problem] = []
    for at, file in enumerate(files):
        for number, row in enumerate(file.rows()):
            here = (at, number)
            if row.marks & Mark.OBSOLETE:
                obsolete[row.key] = here
            elif (other := places.setdefault(row.key, here)) != here:
                problems += _twice(memory, places, row, here, other)
    return memory, problems


def _twice(
    memory: PoMemory, places: dict[bytes, Place], row: Row, here: Place, other: Place
) -> Iterator[Problem]:
    """Let an entry with a text stand for one without; yield a problem if two have different ones."""
    first, second = memory.files[other[0]], memory.files[here[0]]
    before = Found(first, first.row(other[1]))
    if not before.row.marks & Mark.FILLED:
        places[row.key] = here
    elif row.marks & Mark.FILLED and first is not second and before.read().text != second.entry(row).text:
        message = f"{before.where} has another translation of the same text; keep one of the two"
        yield Problem(second.name, row.line, Severity.ERROR, message)
