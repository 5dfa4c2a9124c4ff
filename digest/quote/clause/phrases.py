"""Noun phrases of a passage: everybody and everything that could be the subject of a verb of saying."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from digest.model import Span
from digest.quote.clause.limits import MOST_ADJECTIVES, MOST_IN_BRACKETS
from digest.quote.grammar import MASK, Grammar, before_word
from digest.quote.names import Mention, People

_TOKEN = re.compile(rf"[^\W_][\w’'./-]*|{MASK}+|[^\w\s]")
"""A word, a quotation, or a mark."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase where it stands: a person, a role, a pronoun."""

    span: Span
    mention: Mention | None = None
    """The name in it, where the article shows that it is one."""
    pronoun: bool = False
    oblique: bool = False
    """Whether a preposition or the case of its article shows that it is no subject."""
    bare: bool = False
    """Whether it has no article."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Finds the noun phrases of an article, its quotations blanked out."""

    masked: str
    people: People
    grammar: Grammar

    def within(self, start: int, end: int) -> tuple[Phrase, ...]:
        """Return the phrases between two places, in order."""
        if self.grammar.row.nouns_are_capital:
            return tuple(self._merged(self._parsed(start, end)))
        return tuple(sorted(self._named(start, end), key=lambda phrase: phrase.span.start))

    def _named(self, start: int, end: int) -> Iterator[Phrase]:
        """Yield the people and pronouns, where nothing tells the other nouns."""
        for mention in self.people.between(start, end):
            if not mention.owner:
                yield Phrase(mention.span, mention, bare=True)
        for word in _TOKEN.finditer(self.masked, start, end):
            if word.group().lower() in self.grammar.pronouns:
                yield Phrase(Span(*word.span()), pronoun=True)

    def _parsed(self, start: int, end: int) -> Iterator[Phrase]:
        tokens = list(_TOKEN.finditer(self.masked, start, end))
        words = [token.group() for token in tokens]
        at, led = 0, False
        while at < len(words):
            word = words[at]
            folded = word.lower()
            if not word[0].isalnum():
                led, at = False, at + 1
            elif folded in self.grammar.pronouns:
                yield Phrase(Span(*tokens[at].span()), pronoun=True)
                led, at = False, at + 1
            elif (stop := self._phrase_end(words, at, folded)) > at:
                # A full stop belongs to `Dr.` inside a phrase, and to the sentence behind it.
                end = tokens[stop - 1].end() - words[stop - 1].endswith(".")
                yield self._phrase(Span(tokens[at].start(), end), words[at:stop], led=led)
                led, at = False, stop
            else:
                led = (led or folded in self.grammar.others) and self._may_lead(word, folded)
                at += 1

    def _may_lead(self, word: str, folded: str) -> bool:
        """Tell whether the next noun may still belong to a preposition, after one more word."""
        return folded not in self.grammar.row.joins and not self.grammar.verb.fullmatch(word)

    def _phrase(self, span: Span, words: Sequence[str], *, led: bool) -> Phrase:
        first = words[0].lower()
        determined = first in self.grammar.determiners or first in self.grammar.others
        names = [
            mention
            for mention in self.people.between(span.start, span.end)
            if not mention.owner and not self._is_owner(mention, span.start)
        ]
        noun = next((word for word in words[determined:] if word[0].isupper()), "")
        return Phrase(
            span,
            names[-1] if names else None,
            oblique=led or (determined and self._is_oblique(first, noun)),
            bare=not determined,
        )

    def _is_owner(self, mention: Mention, floor: int) -> bool:
        """Tell whether a phrase says of somebody who is not named whose he is: `die Frau von Wulff`."""
        if len(mention.words) == 1 or not mention.words[0][0].isupper():  # `von der Leyen`
            return False
        at = mention.span.start
        while (word := before_word(self.masked, at, floor)) and word in self.grammar.titles:
            at = self.masked.rindex(word, 0, at)
        return word in self.grammar.row.belonging

    def _is_oblique(self, determiner: str, noun: str) -> bool:
        row = self.grammar.row
        if determiner in self.grammar.others and determiner not in self.grammar.determiners:
            return True
        return determiner in row.dative_determiners and noun.endswith(row.feminine_endings)

    def _phrase_end(self, words: Sequence[str], at: int, folded: str) -> int:
        """Return where the phrase that begins at a word ends, or `at` if none does."""
        determined = self._is_determiner(folded)
        if not determined and folded in self.grammar.openers:
            return at
        nouns = self._nouns_end(words, at + determined)
        if nouns == at + determined:
            return at
        while (more := self._belonging_end(words, nouns)) > nouns:
            nouns = more
        return nouns

    def _nouns_end(self, words: Sequence[str], at: int) -> int:
        """Return the end of adjectives and the nouns after them; `at` if no noun follows."""
        noun = at
        while noun < len(words) and noun - at < MOST_ADJECTIVES and self._is_adjective(words[noun]):
            noun += 1
        end = noun
        while end < len(words) and (
            words[end][0].isupper() or (end > noun and words[end] in self.grammar.row.particles)
        ):
            end += 1
        return end if end > noun else at

    def _belonging_end(self, words: Sequence[str], at: int) -> int:
        """Return the end of what says whose somebody is, or of a party in brackets."""
        if at >= len(words):
            return at
        if words[at] == "(":
            inner = takewhile(_may_be_in_brackets, words[at + 1 : at + 1 + MOST_IN_BRACKETS])
            close = at + 1 + len(tuple(inner))
            return close + 1 if words[close : close + 1] == [")"] else at
        if words[at].lower() not in self.grammar.row.belonging:
            return at
        start = at + 1
        if start < len(words) and self._is_determiner(words[start].lower()):
            start += 1
        end = self._nouns_end(words, start)
        return end if end > start else at

    def _is_determiner(self, folded: str) -> bool:
        return folded in self.grammar.determiners or folded in self.grammar.oblique_determiners

    def _is_adjective(self, word: str) -> bool:
        return (
            (word[0].isdigit() or (word[0].islower() and word.endswith(self.grammar.row.adjective_endings)))
            and word not in self.grammar.others
            and not self.grammar.verb.fullmatch(word)
        )

    def _merged(self, found: Iterator[Phrase]) -> Iterator[Phrase]:
        """Join a role with the name that stands in apposition to it: `der Sprecher, Jens Plötner,`."""
        last: Phrase | None = None
        for phrase in found:
            if last and self._is_apposition(last, phrase):
                last = Phrase(
                    Span(last.span.start, phrase.span.end),
                    last.mention or phrase.mention,
                    oblique=last.oblique,
                    bare=last.bare,
                )
                continue
            if last:
                yield last
            last = phrase
        if last:
            yield last

    def _is_apposition(self, one: Phrase, other: Phrase) -> bool:
        if one.pronoun or other.pronoun or self.masked[one.span.end : other.span.start] != ", ":
            return False
        after = self.masked[other.span.end : other.span.end + 1]
        both = one.mention and other.mention
        return after == "," and other.bare and not both and bool(one.mention or other.mention)


def _may_be_in_brackets(word: str) -> bool:
    return word != ")" and word[0] != MASK
