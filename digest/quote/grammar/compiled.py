"""Phrases of a row as a pattern, and words of a row as a set."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from digest.languages.language import Language
from digest.quote.grammar.choice import choice

UPPER = "".join(
    char for char in map(chr, (*range(0x250), *range(0x370, 0x530), *range(0x1E00, 0x2000))) if char.isupper()
)
"""Every capital letter of the Latin, Greek and Cyrillic scripts."""
MASK = "￼"
"""Stands for each character of a quotation in masked text: no letter, no punctuation, no space."""
NEVER = r"(?!)"


@dataclass(frozen=True, slots=True)
class Words:
    """A set of words, some of them given by their ending only (`*minister`)."""

    whole: frozenset[str]
    endings: tuple[str, ...]
    last: frozenset[str] = frozenset()
    """Last words of those that are several."""

    def __contains__(self, word: str) -> bool:
        folded = word.lower()
        if folded in self.whole or (self.endings and folded.endswith(self.endings)):
            return True
        return folded[-1:] == "." and folded.rstrip(".") in self.whole

    def has_whole(self, word: str) -> bool:
        """Tell whether the word is given in full, not by its ending."""
        folded = word.lower()
        return folded in self.whole or (folded[-1:] == "." and folded.rstrip(".") in self.whole)


def words_of(words: Iterable[str]) -> Words:
    """Return words of a row as a set; one that begins with `*` stands for all with that ending."""
    words = tuple(words)
    return Words(
        whole=frozenset(word for word in words if word[0] != "*"),
        endings=tuple(word[1:] for word in words if word[0] == "*"),
        last=frozenset(word.rpartition(" ")[2] for word in words if " " in word),
    )


def pattern_of(
    row: Language, phrases: Iterable[str], prefixes: tuple[str, ...] = (), *, elided: bool = False
) -> re.Pattern[str]:
    """Compile phrases; with `elided`, one may follow an elided article: French `l’affirmation`."""
    words = sorted(set(phrases))
    if not words:
        return re.compile(NEVER)
    if not row.spaced:
        return re.compile(choice(words))
    prefix = f"(?:{'|'.join(map(re.escape, prefixes))})?" if prefixes else ""
    enclitics = "|".join(re.escape(pronoun) for pronoun in row.pronouns if pronoun[0] == "-")
    end = rf"(?![\w’'-])|(?={enclitics})" if enclitics else r"(?![\w’'-])"
    start = r"(?<![\w-])" if elided else r"(?<![\w’'-])"
    return re.compile(rf"{start}{prefix}{choice(words)}(?:{end})", re.IGNORECASE if prefix else 0)


def verb_of(row: Language, forms: Iterable[str]) -> re.Pattern[str]:
    """Compile forms of verbs; a capitalised one behind a word, before another, is a name: `Omar Said`.

    Headlines that capitalise all words go on with a capital or a mark.
    """
    found = pattern_of(row, forms, row.prefixes)
    if not row.cased or row.nouns_are_capital or found.pattern == NEVER:
        return found
    name = rf"(?!(?<=\w[ \u00a0])(?-i:[{UPPER}])\w+(?:[.,’']|[ \u00a0](?-i:[^\W\d_{UPPER}])))"
    return re.compile(name + found.pattern, found.flags)


def introducing(row: Language) -> tuple[str, ...]:
    """Return every form that may introduce somebody's words."""
    return (*row.verbs.introducing, *row.participles)
