"""What a passage shows of each of its noun phrases: the evidence that `guess` weighs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from digest.model import Span
from digest.quote.clause.limits import NEAR_SOURCE
from digest.quote.clause.phrases import Phrase, Phrases
from digest.quote.grammar import MASK, WORDS, Grammar
from digest.quote.names import People

_PARTED = re.compile(rf"[,;:()–—{MASK}]+")
_STRONGLY_PARTED = re.compile(rf"[;:{MASK}]")

Features = tuple[str, ...]
"""The names of what holds."""


@dataclass(frozen=True, slots=True)
class Passages:
    """The phrases of passages of an article with what the words around show of them, each read once."""

    masked: str
    people: People
    grammar: Grammar
    phrases: Phrases
    read: dict[Span, tuple[tuple[Phrase, Features], ...]] = field(default_factory=dict, repr=False)

    def seen(self, passage: Span) -> tuple[tuple[Phrase, Features], ...]:
        """Return the phrases of a passage, in order, each with its features."""
        if passage not in self.read:
            self.read[passage] = tuple(self._seen(passage))
        return self.read[passage]

    def _seen(self, passage: Span) -> Iterator[tuple[Phrase, Features]]:
        found = self.phrases.within(passage.start, passage.end)
        if not found:
            return
        around = _around(passage, self.masked, self.grammar)
        for number, phrase in enumerate(found):
            features = (
                *self._kind(phrase).items(),
                *around.shown(phrase.span, self.grammar).items(),
                ("bias", True),
                ("first", number == 0),
                ("said", around.said),
            )
            yield phrase, tuple([name for name, holds in features if holds])

    def _kind(self, phrase: Phrase) -> dict[str, bool]:
        named = phrase.mention is not None
        vouched = phrase.mention is not None and self.people.is_vouched(phrase.mention)
        noun = not named and not phrase.pronoun
        words = WORDS.findall(phrase.span.of(self.masked)) if noun else []
        return {
            "name": vouched,
            "doubtful name": named and not vouched,
            "pronoun": phrase.pronoun,
            "role": any(word in self.grammar.titles for word in words),
            "bare": phrase.bare and noun,
            "oblique": phrase.oblique,
        }


@dataclass(frozen=True, slots=True)
class _Around:
    """A passage, read once for all its phrases; what it does not hold is not looked for beside each."""

    start: int
    text: str
    clauses: list[int]
    """Where its clauses begin, from its own start."""
    said: bool
    """Whether a verb of saying stands in it."""
    tagged: bool
    """The same, or a word that names a speaker only after a quotation."""
    sourced: bool
    """Whether words like `according to` stand in it."""
    colon: bool
    """Whether it ends with a colon."""

    def shown(self, phrase: Span, grammar: Grammar) -> dict[str, bool]:
        """Return what the place of a phrase shows."""
        start, end = phrase.start - self.start, phrase.end - self.start
        behind, ahead = self.text[:start], self.text[end:]
        clause = behind[self.clauses[bisect_right(self.clauses, start) - 1] :]
        inside = WORDS.findall(clause)
        before, after = (inside or WORDS.findall(behind))[-1:], WORDS.search(ahead)
        beside = (*before, *([after.group()] if after else []))
        verb = _verb_after(ahead, grammar) if self.said else None
        return {
            "before verb": verb == 0,
            "near before verb": bool(verb),
            "after verb": self.tagged and _is_after_verb(clause, grammar),
            "after auxiliary": not grammar.auxiliaries.isdisjoint(map(str.lower, beside)),
            "opens clause": not inside,
            "according": (self.sourced and _follows_source(behind, grammar))
            or grammar.according_after.match(ahead.lstrip(" \u00a0")) is not None,
            "ends": after is None,
            "colon": self.colon,
        }


def _around(passage: Span, masked: str, grammar: Grammar) -> _Around:
    text = passage.of(masked)
    tagged = grammar.tag_verb.search(text) is not None
    return _Around(
        start=passage.start,
        text=text,
        clauses=[0, *(parted.end() for parted in _PARTED.finditer(text))],
        said=tagged and grammar.verb.search(masked, passage.start, passage.end) is not None,
        tagged=tagged,
        sourced=grammar.according.search(text) is not None,
        colon=text.rstrip().endswith((":", "：")),
    )


def _verb_after(ahead: str, grammar: Grammar) -> int | None:
    """Return how many words stand between a phrase and the verb of saying after it in its clause."""
    found = grammar.verb.search(ahead)
    if not found:
        return None
    between = ahead[: found.start()]
    if between.count(",") > 2 or _STRONGLY_PARTED.search(between):
        return None
    words = WORDS.findall(between)
    near = all(word.lower() in grammar.between for word in words) and "," not in between[1:]
    return 0 if near else len(words)


def _is_after_verb(clause: str, grammar: Grammar) -> bool:
    """Tell whether only fillers stand between a verb of saying and the phrase after it."""
    verbs = list(grammar.tag_verb.finditer(clause))
    if not verbs:
        return False
    return all(word.lower() in grammar.between for word in WORDS.findall(clause, verbs[-1].end()))


def _follows_source(behind: str, grammar: Grammar) -> bool:
    """Tell whether words like `according to` stand right before the phrase."""
    cues = list(grammar.according.finditer(behind))
    return bool(cues) and len(WORDS.findall(behind, cues[-1].end())) < NEAR_SOURCE
