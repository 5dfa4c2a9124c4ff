"""The quotes of all people, settled person by person, by one process or several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

from digest.match.alike import forget
from digest.match.changes import main
from digest.match.evidence import known_languages
from digest.match.settled import Settled, settled
from digest.model import (
    ArticleId,
    ConfirmedChange,
    Memory,
    Person,
    Quote,
    Segment,
    SegmentKind,
    Translation,
)

QUOTES = 64
"""Quotes handed to a process at a time, or those of one person; the cut is the same whatever runs it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one person is quoted with."""

    person: Person
    quotes: Sequence[Quote]
    """In order."""
    stories: Sequence[ArticleId]
    """The name of each quote's story."""


@dataclass(frozen=True, slots=True)
class _Known:
    """Translations of some quotes: what another process needs of a memory."""

    translations: Mapping[tuple[str, str, str], Translation]

    def find(self, segment: Segment, target: str) -> Translation | None:
        return self.translations.get((segment.language, segment.text, target))


def settled_by_person(
    told: Sequence[Told],
    memory: Memory,
    confirmed: Sequence[ConfirmedChange],
    executor: Executor | None = None,
) -> Iterator[Settled]:
    """Yield what became of each person's quotes, in their order."""
    if executor is None:
        for own in told:
            yield _settled(own, memory, confirmed)
        return
    parts = list(_parts(told))
    known = [_known(part, memory) for part in parts]
    for results in executor.map(_all_settled, parts, known, [confirmed] * len(parts)):
        yield from results


def _parts(told: Sequence[Told]) -> Iterator[list[Told]]:
    part: list[Told] = []
    size = 0
    for own in told:
        part.append(own)
        size += len(own.quotes)
        if size >= QUOTES:
            yield part
            part, size = [], 0
    if part:
        yield part


def _all_settled(part: Sequence[Told], memory: Memory, confirmed: Sequence[ConfirmedChange]) -> list[Settled]:
    return [_settled(own, memory, confirmed) for own in part]


def _settled(own: Told, memory: Memory, confirmed: Sequence[ConfirmedChange]) -> Settled:
    found = settled(own.person, own.quotes, own.stories, memory, confirmed)
    forget()
    return found


def _known(part: Sequence[Told], memory: Memory) -> _Known:
    """Take along the translations of those who are quoted in several languages; others need none."""
    found = {}
    for own in part:
        if len({main(quote.language) for quote in own.quotes}) > 1:
            for quote in own.quotes:
                segment = Segment(SegmentKind.QUOTE, quote.language, quote.text)
                for code in known_languages(own.quotes):
                    if translation := memory.find(segment, code):
                        found[segment.language, segment.text, code] = translation
    return _Known(found)
