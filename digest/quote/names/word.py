"""What a capitalised word can be beside a name: a title, a thing, a place, an owner."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from digest.quote.grammar import Grammar, grammar_of
from digest.quote.names.known import is_given
from digest.quote.names.limits import ACRONYM_CAPITALS, FULL_NAME_WORDS, SHORT_ACRONYM

_HYPHENS = ("-", "‑")


class Word(NamedTuple):
    """A word, and what it can be beside a name."""

    text: str
    is_title: bool
    is_opener: bool
    is_thing: bool
    has_ending_of_thing: bool
    is_place: bool
    is_field: bool
    """Whether it says what an office is of: Indonesian `Hukum`, in `Menteri Hukum`."""
    owner_ending: str
    """Of a possessive: `’s`."""

    @property
    def is_acronym(self) -> bool:
        """Tell whether a word is an acronym; two Latin letters may be somebody's initials."""
        return self.text.isupper() and len(self.text) > (2 if self.text.isascii() else 1)


@lru_cache(maxsize=100_000)
def word_of(text: str, code: str) -> Word:
    """Return what a word of the language `code` can be."""
    grammar = grammar_of(code)
    folded = text.lower()
    is_thing = grammar.not_names.has_whole(folded)
    return Word(
        text,
        is_title=grammar.is_title(folded),
        is_opener=folded in grammar.opening_words or (text.islower() and folded in grammar.row.particles),
        is_thing=is_thing,
        has_ending_of_thing=is_thing or folded.endswith(grammar.not_names.endings),
        is_place=grammar.is_place(folded),
        is_field=folded in grammar.fields,
        owner_ending=_owner_ending(text, grammar),
    )


def _owner_ending(word: str, grammar: Grammar) -> str:
    if not word.endswith(grammar.row.possessives) or (word.isalpha() and is_given(word)):
        return ""  # Swedish `Magnus`
    endings = (end for end in grammar.row.possessives if word.endswith(end) and len(word) > len(end) + 1)
    return next(endings, "")


def stem(word: Word, grammar: Grammar) -> Word:
    """Return a word without the ending of a possessive."""
    return word_of(word.text.removesuffix(word.owner_ending), grammar.row.code) if word.owner_ending else word


def opens_with_acronym(words: list[Word]) -> bool:
    """Tell whether an acronym opens a run: two letters may be initials, but not before a long name."""
    first = words[0].text
    mixed = len(first) <= SHORT_ACRONYM and sum(map(str.isupper, first)) > 1  # `PiS`
    if mixed and len(words) > FULL_NAME_WORDS:
        return True
    return words[0].is_acronym or (len(words) > FULL_NAME_WORDS + 1 and len(first) > 1 and first.isupper())


def is_plausible_alone(word: Word) -> bool:
    """Tell whether one word can be a name: no acronym, place or field of an office."""
    text = word.text
    if word.has_ending_of_thing or word.is_place or word.is_field or text[1:2] in _HYPHENS:
        return False
    acronym, hyphen, _ = text.partition("-")
    if sum(map(str.isupper, text)) >= ACRONYM_CAPITALS or (hyphen and len(acronym) > 1 and acronym.isupper()):
        return False
    return len(text) > 1 and not text.isupper() and text[-1] != "."
