"""Sources that changed: which entry a text had before an article was edited, and which are of no use now.

An entry is gone if the articles that it was taken from are still there and none of them has its source any
more. A source that merely is not shown now (another wording leads, an excerpt was switched off) is not gone:
matching still learns from its translation.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from digest.languages import row
from digest.model import Article, Segment, SegmentKind, SegmentUse
from digest.translate.memory.lookup import Found, PoMemory, key_of_segment, pair
from digest.translate.po import Entry

_LEAST = 0.6
"""The share of words that a changed text has in common with what it was; gettext's tools ask for as much."""
_WORD = re.compile(r"\w+")

Key = tuple[Segment, str]


@dataclass(frozen=True, slots=True)
class Revisions:
    """What became of entries that no article uses as they are."""

    before: Mapping[Key, Found] = field(default_factory=dict)
    """By what is wanted and has no entry: the entry whose source was edited into it."""
    gone: Sequence[Found] = ()
    """The other entries without a source."""


def revisions(
    wanted: Mapping[Key, Sequence[SegmentUse]], memory: PoMemory, articles: Iterable[Article]
) -> Revisions:
    """Return which entries belong to sources that were edited, and which to sources that are gone.

    Args:
        wanted: Every segment in use and its target, with its uses.
        memory: The committed translations.
        articles: All that was read; an entry of an article that is not among them is left alone.
    """
    by_path = {re.sub(r"\s", "%20", article.path): article for article in articles}
    used = {key_of_segment(*key) for key in wanted}
    gone = [
        (found, entry) for key, found in memory.all() if key not in used for entry in _if_gone(found, by_path)
    ]
    new = [key for key in wanted if memory.entry(*key) is None and memory.retired(*key) is None]
    before = _paired(gone, new, wanted)
    moved = {found.where for found in before.values()}
    return Revisions(before, [found for found, _ in gone if found.where not in moved])


def _if_gone(found: Found, by_path: Mapping[str, Article]) -> Iterator[Entry]:
    """Yield the entry if its articles are there and have another text."""
    if not by_path:
        return
    entry = found.read()
    at = _paths(entry.places)
    if at and entry.context != SegmentKind.LABEL and at <= by_path.keys():
        held = any(entry.source == by_path[path].title or entry.source in by_path[path].text for path in at)
        if not held:
            yield entry


def _paths(places: Iterable[str]) -> set[str]:
    return {place.rpartition("#")[0] for place in places}


def _paired(
    gone: Sequence[tuple[Found, Entry]], new: Collection[Key], wanted: Mapping[Key, Sequence[SegmentUse]]
) -> dict[Key, Found]:
    """Return the entry of each new text that was made of an old one, the most alike first."""
    olds: dict[tuple[str, str, str], list[tuple[Found, Entry]]] = defaultdict(list)
    for found, entry in gone:
        for path in _paths(entry.places):
            olds[found.file.path.parent.name, entry.context or "", path].append((found, entry))
    alike = []
    for number, key in enumerate(new):
        likeness = _Likeness(key[0])
        paths = sorted(_paths(use.place for use in wanted[key]))
        folder = pair(key[0].language, key[1])
        for found, entry in (one for path in paths for one in olds.get((folder, key[0].kind, path), ())):
            if (score := likeness.to(entry.source)) >= _LEAST:
                alike.append((-score, number, found.where, key, found))
    before: dict[Key, Found] = {}
    taken: set[str] = set()
    for _, _, where, key, found in sorted(alike, key=lambda row: row[:3]):
        if key not in before and where not in taken:
            before[key] = found
            taken.add(where)
    return before


class _Likeness:
    """How much a text has of others."""

    def __init__(self, segment: Segment) -> None:
        self._spaced = row(segment.language).spaced
        # What is compared with many is prepared once.
        self._matcher = SequenceMatcher(None, (), self._words(segment.text), autojunk=False)

    def to(self, before: str) -> float:
        """Return the share of words in common, in their order, and 0 for less than is asked for.

        Of characters where no spaces part words.
        """
        matcher = self._matcher
        matcher.set_seq1(self._words(before))
        # Upper bounds that cost little: most pairs of an article's quotations have nothing in common.
        if matcher.real_quick_ratio() < _LEAST or matcher.quick_ratio() < _LEAST:
            return 0.0
        return matcher.ratio()

    def _words(self, text: str) -> list[str]:
        words = _WORD.findall(text)
        return words if self._spaced else [*"".join(words)]
