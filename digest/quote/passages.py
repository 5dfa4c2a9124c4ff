"""What a passage shows of each of its noun phrases: the evidence that `guess` weighs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from digest.model import Span
from digest.quote.grammar import MASK, Grammar, grammar_of
from digest.quote.people import People
from digest.quote.phrases import Phrase, Phrases

WORDS = re.compile(r"[^\W_][\w’'-]*")
_PARTED = re.compile(rf"[,;:()–—{MASK}]")
_STRONGLY_PARTED = re.compile(rf"[;:{MASK}]")
_NEAR_SOURCE = 3
"""Words between `according to` and the noun it names, less one."""

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Passages:
    """The phrases of passages of an article with what the words around show of them, each read once."""

    masked: str
    people: People
    grammar: Grammar
    phrases: Phrases
    read: dict[Span, tuple[tuple[Phrase, Features], ...]] = field(default_factory=dict, repr=False)

    def seen(self, passage: Span) -> tuple[tuple[Phrase, Features], ...]:
        """Return the phrases of a passage, in order, each with its features; what is absent is 0."""
        if passage not in self.read:
            self.read[passage] = tuple(self._seen(passage))
        return self.read[passage]

    def _seen(self, passage: Span) -> Iterator[tuple[Phrase, Features]]:
        found = self.phrases.within(passage.start, passage.end)
        said = bool(found and self.grammar.verb.search(self.masked, passage.start, passage.end))
        for number, phrase in enumerate(found):
            features = {**self._kind(phrase), **self._surroundings(phrase, passage, said=said)}
            features |= {"bias": True, "first": number == 0, "said": said}
            yield phrase, {name: 1.0 for name, holds in features.items() if holds}

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

    def _surroundings(self, phrase: Phrase, passage: Span, *, said: bool) -> dict[str, bool]:
        ahead = self.masked[phrase.span.end : passage.end]
        behind = self.masked[passage.start : phrase.span.start]
        clause = _PARTED.split(behind)[-1]
        verb = _verb_after(ahead, self.grammar) if said else None
        return {
            "before verb": verb == 0,
            "near before verb": bool(verb),
            "after verb": _is_after_verb(clause, self.grammar),
            "after auxiliary": _is_beside_auxiliary(behind, ahead, self.grammar),
            "opens clause": not WORDS.search(clause),
            "according": _is_source(behind, ahead, self.grammar),
            "ends": not WORDS.search(ahead),
            "colon": ahead.rstrip().endswith((":", "：")),
        }


def _verb_after(ahead: str, grammar: Grammar) -> int | None:
    """Return how many words stand between a phrase and the verb of saying after it in its clause."""
    found = grammar.verb.search(ahead)
    if not found:
        return None
    between = ahead[: found.start()]
    if between.count(",") > 2 or _STRONGLY_PARTED.search(between):
        return None
    words = WORDS.findall(between)
    near = all(word.casefold() in grammar.between for word in words) and "," not in between[1:]
    return 0 if near else len(words)


def _is_after_verb(clause: str, grammar: Grammar) -> bool:
    """Tell whether only fillers stand between a verb of saying and the phrase after it."""
    verbs = list(grammar.tag_verb.finditer(clause))
    if not verbs:
        return False
    return all(word.casefold() in grammar.between for word in WORDS.findall(clause, verbs[-1].end()))


def _is_beside_auxiliary(behind: str, ahead: str, grammar: Grammar) -> bool:
    """Tell whether an auxiliary of the clause stands right beside the phrase: `Merz hatte … betont`."""
    if not grammar.row.auxiliaries:
        return False
    pattern = _auxiliary(grammar.row.code)
    before, after = WORDS.findall(behind)[-1:], WORDS.search(ahead)
    return any(pattern.fullmatch(word) for word in (*before, *([after.group()] if after else [])))


@cache
def _auxiliary(code: str) -> re.Pattern[str]:
    words = grammar_of(code).row.auxiliaries
    return re.compile("|".join(map(re.escape, words)), re.IGNORECASE)


def _is_source(behind: str, ahead: str, grammar: Grammar) -> bool:
    """Tell whether words like `according to` stand right beside the phrase."""
    cues = list(grammar.according.finditer(behind))
    if cues and len(WORDS.findall(behind, cues[-1].end())) < _NEAR_SOURCE:
        return True
    return grammar.according_after.match(ahead.lstrip(" \u00a0")) is not None
