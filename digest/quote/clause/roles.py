"""Speakers without a name, as printed: `a spokesman for the ministry`, `das Ministerium`.

Only a phrase that stands where the subject of the verb stands, after an article, counts; a role is
shown as it is printed and is nobody's name.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cache

from digest.model import Span
from digest.quote.clause.limits import PRESS_WORDS, ROLE_LENGTH, WORDS_TO_GROUP
from digest.quote.grammar import MASK, Grammar, grammar_of

_WORD = re.compile(r"[^\s,;:.!?()\[\]«»“”„\"￼]+")
_END = re.compile(rf"[,;:.!?()\[\]«»“”„\"–—{MASK}\n]")


@dataclass(frozen=True, slots=True)
class Roles:
    """Finds roles in the text of an article, its quotations blanked out."""

    masked: str
    grammar: Grammar

    def before(self, verb: int, floor: int) -> Span | None:
        """Return the role between the start of a clause and its verb, if nothing else stands there."""
        if not self.grammar.row.verb_second:  # what opens the sentence may stand before it
            floor = max(floor, self.masked.rfind(", ", floor, verb) + 1)
        floor = max(floor, self.masked.rfind(MASK, floor, verb) + 1)
        start = floor + len(self.masked[floor:verb]) - len(self.masked[floor:verb].lstrip(" \u00a0,–—-"))
        opening = _WORD.match(self.masked, start, verb)
        if opening and opening.group().lower() in self.grammar.row.clauses:
            start = opening.end() + 1
        clause = self.masked[start:verb]
        if not clause or len(clause) > ROLE_LENGTH or _END.search(clause) or self._has_pronoun(clause):
            return None
        span = self._phrase(start, verb) or self._proper(start, verb)
        if span is None:
            return None
        rest = [word.group() for word in _WORD.finditer(self.masked, span.end, verb)]
        if self.grammar.row.verb_second:  # what else stands before the verb belongs to the role
            return span if not any(self._opens_clause(word) for word in rest) else None
        return span if all(word.lower() in self.grammar.between for word in rest) else None

    def _has_pronoun(self, clause: str) -> bool:
        """Tell whether a pronoun is the subject, and the noun before it no role: `a line she says`."""
        row = self.grammar.row
        if row.verb_second or not row.cased:
            return False
        return any(word.lower() in self.grammar.pronouns for word in _WORD.findall(clause))

    def _opens_clause(self, word: str) -> bool:
        return bool(self.grammar.that.fullmatch(word) or self.grammar.verb.fullmatch(word))

    def after(self, verb: int, ceiling: int, *, known: bool) -> Span | None:
        """Return the role right after a verb; with `known`, only one the language's row knows."""
        at, led = verb, False
        for _ in range(3):
            found = _WORD.search(self.masked, at, ceiling)
            if not found or self.masked[at : found.start()].strip(" \u00a0"):
                return None
            span = self._phrase(found.start(), ceiling)
            if span:
                return span if not led and (not known or self.is_known(span)) else None
            if found.group().lower() not in self.grammar.between:
                return None
            at, led = found.end(), found.group().lower() in self.grammar.others  # `dijo en la entrevista`
        return None

    def opening(self, start: int, ceiling: int) -> Span | None:
        """Return the role that begins right there."""
        return self._phrase(start, ceiling)

    def _phrase(self, start: int, ceiling: int) -> Span | None:
        """Return the phrase that begins at a place: a noun, and what says whose it is."""
        words = self._without_addressee(self._words(start, min(ceiling, start + ROLE_LENGTH)))
        return self._bare(words) if self.grammar.row.role_endings else self._led(words)

    def _led(self, words: list[tuple[str, Span]]) -> Span | None:
        """Return the phrase that an article opens: adjectives, nouns, and what says whose they are."""
        first = int(bool(words) and (_opens(words[0][0], self.grammar.row.code) or self._is_owner(words)))
        if len(words) <= first or not (first or self._is_group(words)):
            return None
        head, last, owner = -1, -1, False
        for at, (word, _) in enumerate(words[first:], first):
            folded = word.lower()
            if folded in self.grammar.row.belonging or (owner and folded in self.grammar.determiners):
                owner = True
                continue
            owner = owner or folded.startswith(self.grammar.row.belonging_prefixes)
            if self._ends(word) or (last >= 0 and not owner and self._is_apart(word)):
                break
            if self._is_noun(word):
                head, last, owner = at if head < 0 else head, at, False
        if (
            last < 0
            or self.grammar.is_place(words[first][0])
            or words[first][0] in self.grammar.row.relatives
        ):
            return None
        if first and self._is_oblique(words[0][0], words[head][0]):
            return None
        if any(word.lower() in self.grammar.row.times for word, _ in words[: last + 1]):
            return None
        if self._is_voiceless(words[first : last + 1]):
            return None
        return Span(words[0][1].start, words[last][1].end)

    def _bare(self, words: list[tuple[str, Span]]) -> Span | None:
        """Return a title without an article, and the nouns that say whose it is, where no name follows."""
        row, end = self.grammar.row, 0
        if not words or words[0][0].lower() not in self.grammar.titles.whole.difference(row.half_titles):
            return None
        for at, (word, _) in enumerate(words[1:], 1):
            if word[0].isupper():
                return None
            if self._ends(word) or not word.endswith(row.role_endings):
                break
            end = at
        return Span(words[0][1].start, words[end][1].end) if end else None

    def _without_addressee(self, words: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
        """Return words up to the press that is spoken to: `sagte ein Sprecher der Zeitung`."""
        if not (press := self.grammar.row.press):
            return words
        for at, (word, _) in enumerate(words):
            article = word.lower() in self.grammar.oblique_determiners | self.grammar.determiners
            near = words[at + 1 : at + PRESS_WORDS]
            if at > 1 and article and any(other.lower().endswith(press) for other, _ in near):
                return words[:at]
        return words

    def _proper(self, start: int, verb: int) -> Span | None:
        """Return capitalised words that are all there is before a verb: `Microsoft said`."""
        words = self._words(start, verb)
        names = [word for word, _ in words if word[0].isupper()]
        other = any(self._ends(word) or word.lower() in self.grammar.openers for word, _ in words)
        if self.grammar.row.inverts or not self.grammar.row.cased or other or len(names) < len(words):
            return None
        if not names or words[0][0].lower() in self.grammar.pronouns:
            return None
        return Span(words[0][1].start, words[-1][1].end)

    def _is_owner(self, words: list[tuple[str, Span]]) -> bool:
        """Tell whether words begin with whose a known role is: `Maduro’s spokesman`."""
        owner = words[0][0]
        if not owner[0].isupper() or not owner.endswith(self.grammar.row.possessives):
            return False
        rest = itertools.takewhile(lambda word: not self._ends(word), (word for word, _ in words[1:]))
        return any(word in self.grammar.titles or word.lower() in self.grammar.groups for word in rest)

    def _is_group(self, words: list[tuple[str, Span]]) -> bool:
        """Tell whether words without an article begin with people who speak: `senior officials`."""
        for word, _ in words[:WORDS_TO_GROUP]:
            if self._ends(word) or word.lower() in self.grammar.pronouns:
                return False
            if word.lower() in self.grammar.groups:
                return True
        return False

    def _words(self, start: int, ceiling: int) -> list[tuple[str, Span]]:
        end = _END.search(self.masked, start, ceiling)
        found = _WORD.finditer(self.masked, start, end.start() if end else ceiling)
        return [(match.group(), Span(*match.span())) for match in found]

    def _ends(self, word: str) -> bool:
        """Tell whether a word belongs to no noun: a preposition, an adverb, a verb of saying."""
        folded = word.lower()
        if folded in self.grammar.others or folded in self.grammar.between:
            return True
        return bool(
            self.grammar.that.fullmatch(word) or (word[0].islower() and self.grammar.verb.fullmatch(word))
        )

    def _is_apart(self, word: str) -> bool:
        """Tell whether a word after a noun goes on with another phrase: Portuguese `o presidente a`."""
        return not self._is_noun(word) or (word.islower() and word in self.grammar.determiners)

    def _is_noun(self, word: str) -> bool:
        return word[0].isupper() or (word[-1].isalpha() and not self.grammar.row.nouns_are_capital)

    def _is_voiceless(self, words: list[tuple[str, Span]]) -> bool:
        """Tell whether the noun, without whose it is, is a thing that others speak through: `a post`."""
        nouns = itertools.takewhile(
            lambda word: word.lower() not in self.grammar.row.belonging, (word for word, _ in words)
        )
        return any(word in self.grammar.voiceless for word in nouns)

    def is_titled(self, span: Span) -> bool:
        """Tell whether a role is that of a person with a title, rather than of an institution."""
        words = (
            word
            for word in _WORD.findall(span.of(self.masked))
            if word.lower() not in self.grammar.row.half_titles
        )
        return any(word in self.grammar.titles for word in words)

    def is_known(self, span: Span) -> bool:
        """Tell whether the noun itself is known; what says whose it is does not count."""
        words = _WORD.findall(span.of(self.masked))[1:]
        owned = (at for at, word in enumerate(words) if word.lower() in self.grammar.row.belonging)
        words = words[: next(owned, len(words))]
        words = [word for word in words if word.lower() not in self.grammar.row.half_titles]
        return any(word in self.grammar.titles or self.grammar.not_names.has_whole(word) for word in words)

    def _is_oblique(self, determiner: str, noun: str) -> bool:
        row = self.grammar.row
        return determiner.lower() in row.dative_determiners and noun.endswith(row.feminine_endings)


@cache
def _openers(code: str) -> frozenset[str]:
    grammar = grammar_of(code)
    return grammar.determiners - grammar.others


def _opens(word: str, code: str) -> bool:
    folded = word.lower()
    return folded in _openers(code) or any(
        folded.startswith(article) and len(folded) > len(article)
        for article in _openers(code)
        if article[-1] in "'’"
    )
