"""What `digest translate` does: put what is missing into the PO files, for people to review."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import polib

from digest.errors import MemoryFileError
from digest.model import Problem, Segment, SegmentUse, Settings, Severity, Translation
from digest.translate.atomic import write_atomically
from digest.translate.engines import TranslationEngine
from digest.translate.fill import Refused, fill
from digest.translate.memory import PoMemory, pair
from digest.translate.origin import with_stamp
from digest.translate.po import Block, PoFile, changed, new_file

Wanted = Mapping[tuple[Segment, str], Sequence[SegmentUse]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What `fill_memory` did."""

    present: int
    """Segments, counted once a target language, that had a translation before."""
    filled: tuple[Translation, ...]
    missing: tuple[tuple[Segment, str], ...]
    """What still has no translation; it has an empty entry now, for a person to fill in."""
    refused: tuple[Refused, ...]
    """Machine output that was not taken, of what is missing."""
    failures: tuple[str, ...]
    """Engines that broke down, in a sentence each."""
    files: tuple[str, ...]
    """The files that changed."""


def fill_memory(
    uses: Iterable[SegmentUse],
    memory: PoMemory,
    *,
    settings: Settings,
    engines: Mapping[str, TranslationEngine] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Write what engines make of missing segments into the memory's files, and where each segment stands.

    A text that is there is never changed. Entries of segments that no article has any more stay. Files are
    replaced one by one, each whole; one in which nothing changes is not touched.

    Args:
        uses: What is needed.
        memory: The committed translations; read it again afterwards.
        settings: Which engines to ask.
        engines: By name; those of the settings if None.
        progress: Called with the number of missing segments dealt with, and of all.

    Raises:
        MemoryFileError: a file cannot be written.
    """
    wanted: dict[tuple[Segment, str], list[SegmentUse]] = {}
    for use in uses:
        wanted.setdefault((use.segment, use.target), []).append(use)
    missing = [key for key in wanted if memory.lacks(*key)]
    made: dict[tuple[Segment, str], Translation] = {}
    refused: list[Refused] = []
    failures: list[str] = []
    tell = progress or (lambda _done, _total: None)
    tell(0, len(missing))
    for filled in fill(missing, settings=settings, engines=engines):
        made |= {(one.segment, one.language): one for one in filled.translations}
        refused += filled.refused
        failures += filled.failures
        tell(len(made) + len(refused), len(missing))
    tell(len(missing), len(missing))
    return Report(
        present=len(wanted) - len(missing),
        filled=tuple(made.values()),
        missing=tuple(key for key in missing if key not in made),
        refused=tuple(refused),
        failures=tuple(dict.fromkeys(failures)),
        files=_write(_updated(wanted, made, memory)),
    )


def _write(files: Iterable[PoFile]) -> tuple[str, ...]:
    names = []
    for file in files:
        try:
            write_atomically(file.path, file.text.encode())
        except OSError as error:
            message = f"cannot be written: {error.strerror}"
            raise MemoryFileError([Problem(file.name, 1, Severity.ERROR, message)]) from error
        names.append(file.name)
    return tuple(names)


def _updated(
    wanted: Wanted, made: Mapping[tuple[Segment, str], Translation], memory: PoMemory
) -> list[PoFile]:
    """Return the files that change, as they shall be."""
    files = {file.path: file for file in memory.files}
    swapped: dict[tuple[str, int], Block] = {}
    added: dict[str, list[Block]] = {}
    touched: dict[str, PoFile] = {}
    for key, uses in wanted.items():
        there = memory.entry(*key)
        if there is None:
            file = _file_for(uses, memory, files)
            added.setdefault(file.name, []).append(Block(0, "", _new_entry(uses, made.get(key))))
            touched[file.name] = file
        elif (entry := _revised(there.block.entry, uses, made.get(key))) is not None:
            swapped[there.file.name, there.block.line] = changed(there.block, entry)
            touched[there.file.name] = there.file
    return [
        replace(
            file,
            blocks=(
                *(swapped.get((name, block.line), block) for block in file.blocks),
                *added.get(name, ()),
            ),
        )
        for name, file in sorted(touched.items())
    ]


def _file_for(uses: Sequence[SegmentUse], memory: PoMemory, files: Mapping[Path, PoFile]) -> PoFile:
    """Return the file of the month of the first article that uses a segment; `undated` sorts last."""
    first = min(uses, key=lambda use: use.month)
    source, target = first.segment.language, first.target
    path = memory.folder / pair(source, target) / f"{first.month}.po"
    name = path.relative_to(memory.folder.parent).as_posix()
    return files.get(path) or new_file(path, name, source=source, target=target)


def _new_entry(uses: Sequence[SegmentUse], made: Translation | None) -> polib.POEntry:
    segment = uses[0].segment
    entry = polib.POEntry(msgctxt=str(segment.kind), msgid=segment.text, occurrences=_places(uses))
    return _with_machine_text(entry, made)


def _revised(
    entry: polib.POEntry, uses: Sequence[SegmentUse], made: Translation | None
) -> polib.POEntry | None:
    """Return the entry with its places and text brought up to date, or None if they are."""
    same_places = sorted(entry.occurrences) == sorted(_places(uses))
    if same_places and made is None:
        return None
    revised = copy.copy(entry)
    if not same_places:
        revised.occurrences = _places(uses)
    return _with_machine_text(revised, made)


def _with_machine_text(entry: polib.POEntry, made: Translation | None) -> polib.POEntry:
    if made and made.engine:
        entry.msgstr = made.text
        entry.comment = with_stamp(entry.comment, made.engine, made.text)
        entry.flags = list(dict.fromkeys(["fuzzy", *entry.flags]))
        entry.previous_msgctxt = entry.previous_msgid = None
    return entry


def _places(uses: Iterable[SegmentUse]) -> list[tuple[str, str]]:
    return [(place, "") for place in dict.fromkeys(use.place for use in uses)]
