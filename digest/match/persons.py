"""The quotes of all people, settled person by person, by one process or several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

from digest.cache import Cache, Codec, Stage, each, no_cache
from digest.match.alike import forget
from digest.match.changes import main, of_quotes
from digest.match.evidence import known_languages
from digest.match.meant import Meant, meant
from digest.match.settled import Settled, settled
from digest.meaning import Vectors
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

    def mark(self, segment: Segment, target: str) -> bytes:
        return repr(self.find(segment, target)).encode()


@dataclass(frozen=True, slots=True)
class _Heard:
    """A memory of which the translations of some quotes are asked for: of unchanged ones, none is read."""

    memory: Memory
    asked: Sequence[tuple[Segment, str]]

    def find(self, segment: Segment, target: str) -> Translation | None:
        return self.memory.find(segment, target)

    def mark(self, segment: Segment, target: str) -> bytes:
        return self.memory.mark(segment, target)

    @property
    def marks(self) -> tuple[bytes, ...]:
        """What tells whether any of them changed."""
        return tuple(self.memory.mark(segment, target) for segment, target in self.asked)

    def __reduce__(self) -> tuple[type[_Known], tuple[dict[tuple[str, str, str], Translation]]]:
        found = ((segment, target, self.memory.find(segment, target)) for segment, target in self.asked)
        return _Known, ({(s.language, s.text, target): told for s, target, told in found if told},)


@dataclass(frozen=True, slots=True)
class _Case:
    """All that the quotes of one person are settled by: what is not in here can change nothing."""

    told: Told
    memory: _Heard
    confirmed: tuple[ConfirmedChange, ...]
    meant: Meant

    @property
    def inputs(self) -> tuple[object, ...]:
        """The same as what is looked up: of translations, what tells whether they changed."""
        return self.told, self.memory.marks, self.confirmed, self.meant


def settled_by_person(
    told: Sequence[Told],
    memory: Memory,
    confirmed: Sequence[ConfirmedChange],
    *,
    vectors: Vectors | None = None,
    cache: Cache | None = None,
    executor: Executor | None = None,
) -> Iterator[Settled]:
    """Yield what became of each person's quotes, in their order.

    Args:
        told: What each is quoted with.
        memory: Of translations.
        confirmed: What editors found.
        vectors: What an encoder makes of their words; None: none is asked.
        cache: Knows what became of those of whom nothing changed.
        executor: Settles the others; None: this process.
    """
    cases = [_case(own, memory, confirmed, vectors) for own in told]
    return each(_SETTLING, cases, cache=cache or no_cache(), executor=executor)


def _case(own: Told, memory: Memory, confirmed: Sequence[ConfirmedChange], vectors: Vectors | None) -> _Case:
    return _Case(own, _heard(own, memory), of_quotes(confirmed, own.quotes), meant(own.quotes, vectors))


def _settled(case: _Case) -> Settled:
    own = case.told
    found = settled(own.person, own.quotes, own.stories, case.memory, case.confirmed, case.meant)
    forget()
    return found


def _heard(own: Told, memory: Memory) -> _Heard:
    """Ask for the translations of who is quoted in several languages; others need none."""
    several = len({main(quote.language) for quote in own.quotes}) > 1
    codes = known_languages(own.quotes) if several else ()
    segments = (Segment(SegmentKind.QUOTE, quote.language, quote.text) for quote in own.quotes)
    return _Heard(memory, [(segment, code) for segment in segments for code in codes])


_SETTLING: Stage[_Case, Settled] = Stage(
    kind="settled",
    make=_settled,
    codec=Codec(Settled),
    inputs=lambda case: case.inputs,
    weight=lambda case: len(case.told.quotes),
    chunk=QUOTES,
)
