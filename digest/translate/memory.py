"""The translation memory: committed PO files, `translations/<source>-<target>/<yyyy-mm>.po`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from digest.errors import MemoryFileError
from digest.model import Problem, Segment, SegmentKind, Severity, Translation
from digest.translate.origin import translation, wrong_comments
from digest.translate.po import Block, PoFile, duplicates, messages, read_po

_KINDS = tuple(map(str, SegmentKind))


Key = tuple[str, str, str]
"""Pair (`es-en`), kind and source text."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry in its file."""

    file: PoFile
    block: Block

    @property
    def where(self) -> str:
        """`path:line`."""
        return f"{self.file.name}:{self.block.line}"


@dataclass(frozen=True, slots=True)
class PoMemory:
    """The committed translations, read-only; `model.Memory`."""

    folder: Path
    files: tuple[PoFile, ...]
    """Sorted by path."""
    entries: Mapping[Key, Entry]
    unproven: frozenset[Key] = frozenset()
    """Entries that nobody is shown: see `proof`."""

    def find(self, segment: Segment, target: str) -> Translation | None:
        """Return the translation of `segment` into `target`, or None."""
        entry = self.entry(segment, target)
        if entry is None or _key(segment, target) in self.unproven:
            return None
        return translation(entry.block.entry, segment, target)

    def entry(self, segment: Segment, target: str) -> Entry | None:
        """Return the entry for `segment`, with or without a text."""
        return self.entries.get(_key(segment, target))

    def lacks(self, segment: Segment, target: str) -> bool:
        """Tell whether there is no text for `segment`, not even one that is not shown."""
        entry = self.entry(segment, target)
        return entry is None or not entry.block.entry.msgstr.strip()


def _key(segment: Segment, target: str) -> Key:
    return pair(segment.language, target), segment.kind, segment.text


def pair(source: str, target: str) -> str:
    """Return the name of a pair's folder.

    >>> pair("es", "pt-BR")
    'es-pt-BR'
    """
    return f"{source}-{target}"


def load_memory(folder: Path) -> PoMemory:
    """Read all translations in `folder`; a missing folder is an empty memory.

    Raises:
        MemoryFileError: files are broken or contradict each other; carries every problem, with paths
            that begin with the folder's name.
    """
    paths = sorted(folder.glob("*/*.po"))
    files = tuple(read_po(path, path.relative_to(folder.parent).as_posix()) for path in paths)
    problems: list[Problem] = []
    entries: dict[Key, Entry] = {}
    for file in files:
        problems += file.problems
        problems += _wrong_entries(file)
        problems += _add(file, entries)
    if problems:
        raise MemoryFileError(problems)
    return PoMemory(folder, files, entries)


def _add(file: PoFile, entries: dict[Key, Entry]) -> Iterator[Problem]:
    """Add the entries of `file`; yield those that say something else than an earlier file does."""
    for block in messages(file.blocks):
        key = (file.path.parent.name, block.entry.msgctxt or "", block.entry.msgid)
        here, other = Entry(file, block), entries.get(key)
        if other is None or not other.block.entry.msgstr:
            entries[key] = here
        elif block.entry.msgstr and block.entry.msgstr != other.block.entry.msgstr and other.file is not file:
            yield _error(here, f"{other.where} has another translation of the same text; keep one of the two")


def _wrong_entries(file: PoFile) -> Iterable[Problem]:
    for first, second in duplicates(file):
        message = f"the same text stands at {file.name}:{first.line}; keep one of the two"
        yield _error(Entry(file, second), message)
    for block in messages(file.blocks):
        if block.entry.msgctxt not in _KINDS:
            written = f"msgctxt “{block.entry.msgctxt}” is unknown" if block.entry.msgctxt else "no msgctxt"
            yield _error(Entry(file, block), f"{written}; write one of {', '.join(_KINDS)}")
        for wrong in wrong_comments(block.entry):
            yield _error(Entry(file, block), wrong)
    yield from _wrong_headers(file)


def _wrong_headers(file: PoFile) -> Iterator[Problem]:
    headers, folder = file.headers, file.path.parent.name
    charset = headers.get("Content-Type", "charset=UTF-8").partition("charset=")[2]
    if charset.casefold() not in {"utf-8", "utf8"}:
        yield Problem(file.name, 1, Severity.ERROR, f"charset is “{charset}”; write charset=UTF-8")
    language = headers.get("Language", "").replace("_", "-")
    # Tools write es_VE or es for the folder's es: the main language is what must agree.
    if language and not _ends_with_language(folder, language):
        message = (
            f"Language is “{language}” in the folder {folder}; the folder's name is source-target, as es-en"
        )
        yield Problem(file.name, 1, Severity.ERROR, message)


def _ends_with_language(folder: str, language: str) -> bool:
    parts = folder.casefold().split("-")
    return language.casefold().split("-", maxsplit=1)[0] in parts[1:]


def _error(entry: Entry, message: str) -> Problem:
    return Problem(entry.file.name, entry.block.line, Severity.ERROR, message)
