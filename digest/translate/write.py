"""What `digest translate` does: put what is missing into the PO files, for people to review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from digest.atomic import remove_leftovers
from digest.cache import give_back
from digest.model import Article, Segment, SegmentUse, Settings, Translation
from digest.translate.backlog import Filled, Refused
from digest.translate.doubt import NOTHING, Protected
from digest.translate.engines import TranslationEngine
from digest.translate.engines import engines as engines_of
from digest.translate.fill import fill, served
from digest.translate.judging import judged_each
from digest.translate.memory import (
    Change,
    Files,
    Found,
    Mark,
    PoMemory,
    filled,
    is_outdated_output,
    is_unread_output,
    key_of_segment,
    left,
    load_memory,
    locked,
    moved,
    pair,
    refused,
    renewed,
    retired,
    revisions,
    used_at,
)

_CHUNKS_REMEMBERED = 25
"""Chunks after which functions forget what they were asked of, up to 100,000 texts each."""
Key = tuple[Segment, str]
"""A segment and a target language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redo:
    """Which unreviewed machine output is made anew."""

    but_by: str | None = None
    """Not what this engine made: what a better one is to replace."""
    doubtful: Callable[[Translation], bool] | None = None
    """Only that of which this is true."""

    def takes(self, made: Translation) -> bool:
        """Tell whether a translation is among them."""
        own = made.engine is not None and made.engine.name == self.but_by
        return not own and (self.doubtful is None or self.doubtful(made))


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What `fill_memory` did."""

    present: int
    """Segments, counted once a target language, that had a translation before and keep it."""
    filled: Mapping[tuple[str, str], int]
    """How many segments have one now that an engine made, by source and target; the files hold them."""
    missing: tuple[Key, ...]
    """What still has no translation; it has an empty entry now, for a person to fill in."""
    refused: tuple[Refused, ...]
    """Machine output that was not taken."""
    known: frozenset[Key]
    """Of these, what the memory said so of before."""
    failures: tuple[str, ...]
    """Engines that broke down, in a sentence each."""
    files: tuple[str, ...]
    """The files that changed."""
    untouched: tuple[Key, ...] = ()
    """What was to be made anew, and no engine did."""
    unsound: tuple[str, ...] = ()
    """Pairs that nothing was written to, as something there cannot be read: it might be what is missing."""
    interrupted: bool = False
    """The user stopped it; what was made until then is in the files."""


def fill_memory(  # noqa: PLR0913
    uses: Iterable[SegmentUse],
    memory: PoMemory,
    *,
    settings: Settings,
    engines: Mapping[str, TranslationEngine] | None = None,
    articles: Iterable[Article] = (),
    kept: Protected = NOTHING,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    redo: Redo | None = None,
    executor: Executor | None = None,
    judges: Executor | None = None,
) -> Report:
    """Write what engines make of missing segments into the memory's files, and where each segment stands.

    A text that is there is never changed, but for unreviewed machine output whose source changed. Where the
    source of an entry was edited, the entry goes to the new source and says so; one whose source is gone
    becomes obsolete, and is in use again when that comes back. Files are written chunk by chunk, each whole,
    so that whoever kills the process loses one chunk at most; one in which nothing changes is not touched.

    Args:
        uses: What is needed.
        memory: The committed translations; load them again afterwards.
        settings: Which engines to ask, and where the cache is.
        engines: By name; those of the settings if None.
        articles: All that was read; they tell which sources are gone.
        kept: Names and terms that no engine may lose.
        executor: Runs the engines, chunk by chunk, and judges what they make; None: this process.
        judges: Judges a chunk while the engines of this process are at the next one; None: this process.
        progress: Called with the number of missing segments dealt with, and of all that an engine serves.
        redo: Which machine output is made anew; a person's text, or one that a person reviewed, never is.

    A pair of which something is wrong in the memory is left alone until that is mended.

    Raises:
        MemoryFileError: a file cannot be written that has to be, or another process is at work here.
    """
    with locked(memory.folder) as demand:
        remove_leftovers(memory.folder, ".po")
        # Another run may have ended between the loading and the lock.
        run = _Run(_by_key(uses), load_memory(memory.folder, settings.cache_dir), settings, demand)
        run.redo = redo
        run.bring_up_to_date(articles)
        have = engines_of(settings) if engines is None else engines
        asked = served(run.waiting, settings=settings, engines=have)
        made = fill(asked, settings=settings, engines=have, kept=kept, executor=executor)
        interrupted = run.fill(judged_each(made, kept, judges), len(asked), progress)
        if not interrupted:
            run.leave_the_rest_to_people()
    return run.report(interrupted=interrupted)


def _by_key(uses: Iterable[SegmentUse]) -> dict[Key, list[SegmentUse]]:
    found: dict[Key, list[SegmentUse]] = {}
    for use in uses:
        found.setdefault((use.segment, use.target), []).append(use)
    return found


class _Run:
    """One run, while the memory is locked, as far as it can be."""

    def __init__(
        self,
        wanted: Mapping[Key, Sequence[SegmentUse]],
        memory: PoMemory,
        settings: Settings,
        demand: Callable[[], None],
    ) -> None:
        self.wanted, self.memory, self.settings = wanted, memory, settings
        known = {file.path: file for file in memory.files}
        self.files = Files(memory.folder, settings.cache_dir, known, demand)
        self.path_of: dict[Key, Path] = {}
        # Of a backlog of 100,000 texts nothing is held that the files have: what is made leaves these.
        self.lacking: dict[Key, None] = {}
        self.outdated: dict[Key, None] = {}
        self.redo: Redo | None = None
        self.renewed: dict[Key, None] = {}
        self.held: list[Key] = []
        self.filled: Counter[tuple[str, str]] = Counter()
        self.refused: list[Refused] = []
        self.known: set[Key] = set()
        self.failures: dict[str, None] = {}

    def bring_up_to_date(self, articles: Iterable[Article]) -> None:
        """Write where each text stands now, and what became of entries whose source changed."""
        found = revisions(self.wanted, self.memory, articles)
        changes: list[tuple[Path, bytes, Change]] = []
        sound = {key: uses for key, uses in self.wanted.items() if not self._is_unsound(key)}
        self.held = [key for key in self.wanted if key not in sound and self.memory.lacks(*key)]
        for key, uses in sound.items():
            there = self.memory.entry(*key) or self.memory.retired(*key)
            before = there or found.before.get(key)
            self._note(key, before)
            if before:
                change = used_at(uses) if there else moved(key[0], uses)
                changes.append((before.file.path, before.row.key, change))
        if len(changes) < len(sound):
            # What has no entry gets one, whatever engines say: better told now than after their work.
            self.files.demand()
        gone = (one for one in found.gone if one.file.path.parent.name not in self.memory.unsound)
        self._apply([*changes, *((one.file.path, one.row.key, retired) for one in gone)])

    def _is_unsound(self, key: Key) -> bool:
        return pair(key[0].language, key[1]) in self.memory.unsound

    def _note(self, key: Key, before: Found | None) -> None:
        """Take note of where the text of `key` stands, and of whether an engine is to be asked for it."""
        self.path_of[key] = before.file.path if before else self._path_for(key)
        if before and before.row.marks & Mark.REFUSED:
            self.known.add(key)
        if before is None or not before.row.marks & Mark.FILLED:
            self.lacking[key] = None
        elif (before.row.marks & Mark.CHANGED or before.row.key != key_of_segment(*key)) and (
            is_outdated_output(before.read(), key[0].text)
        ):
            self.outdated[key] = None
        elif self.redo and self._is_to_redo(key, before):
            self.renewed[key] = None

    def _is_to_redo(self, key: Key, before: Found) -> bool:
        if not is_unread_output(before.read()) or self.redo is None:
            return False
        made = self.memory.find(*key)
        return made is not None and self.redo.takes(made)

    def _path_for(self, key: Key) -> Path:
        """Return the file of the month of the first article that uses a segment; `undated` sorts last."""
        (segment, target), month = key, min(use.month for use in self.wanted[key])
        path = self.memory.folder / pair(segment.language, target) / f"{month}.po"
        self.files.languages[path] = (segment.language, target)
        return path

    @property
    def waiting(self) -> list[Key]:
        """Return what engines are to be asked for."""
        return [*self.lacking, *self.outdated, *self.renewed]

    def fill(self, made: Iterable[Filled], total: int, progress: Callable[[int, int], None]) -> bool:
        """Write what engines make of `total` texts, chunk by chunk; tell whether the user stopped it."""
        if not total:
            return False
        progress(0, total)
        try:
            for number, one in enumerate(made, 1):
                self._keep(one)
                progress(self.filled.total() + len(self.refused), total)
                if number % _CHUNKS_REMEMBERED == 0:
                    give_back("digest.languages", "digest.translate")
        except KeyboardInterrupt:
            return True
        progress(total, total)
        return False

    def _keep(self, made: Filled) -> None:
        self.failures |= dict.fromkeys(made.failures)
        changes = []
        for one in made.translations:
            key = (one.segment, one.language)
            if one.engine and key in self.renewed:
                changes.append(self._change(key, renewed(one.engine, one.text, one.doubt)))
            elif one.engine:
                change = filled(key[0], self.wanted[key], one.engine, one.text, one.doubt)
                changes.append(self._change(key, change))
        for no in made.refused:
            key = (no.segment, no.language)
            changes.append(self._change(key, refused(key[0], self.wanted[key], no.engine, no.reason)))
        self._apply(changes)
        for one in made.translations:
            self.filled[one.segment.language, one.language] += 1
            for waiting in (self.lacking, self.outdated, self.renewed):
                waiting.pop((one.segment, one.language), None)
        self.refused += made.refused

    def leave_the_rest_to_people(self) -> None:
        """Write an empty entry for each text that no engine translated."""
        self._apply([self._change(key, left(key[0], self.wanted[key])) for key in self.lacking])

    def report(self, *, interrupted: bool) -> Report:
        """Return what was done."""
        missing = (*self.lacking, *self.held)
        return Report(
            present=len(self.wanted) - self.filled.total() - len(missing),
            filled=dict(self.filled),
            missing=missing,
            refused=tuple(self.refused),
            known=frozenset(self.known),
            failures=tuple(self.failures),
            files=tuple(self.files.written),
            untouched=tuple(self.renewed),
            unsound=tuple(sorted(self.memory.unsound)),
            interrupted=interrupted,
        )

    def _change(self, key: Key, change: Change) -> tuple[Path, bytes, Change]:
        return self.path_of[key], key_of_segment(*key), change

    def _apply(self, changes: Iterable[tuple[Path, bytes, Change]]) -> None:
        by_path: dict[Path, dict[bytes, Change]] = {}
        for path, key, change in changes:
            by_path.setdefault(path, {})[key] = change
        self.files.apply(by_path)
