"""Two sides that changed places round a verb, in two wordings of one language: `A sued B`, `B sued A`.

Not every exchange tells something else: a passive puts who did it last, languages with cases begin with what
they like, those whose verb stands second with a time or an object, and any of them may begin with a day.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from digest.languages import locale, row
from digest.languages.latin import LETTER, folded
from digest.languages.senses import acts_of, light, stands

_WORD = re.compile(rf"(?:{LETTER}|\d)+(?:['’](?:{LETTER}|\d)+)*")
_CHARACTER = re.compile(r"[a-zA-Z0-9]+|[^\W_]")
_LONGEST = 24
"""Words between the ends of what is exchanged, at most."""
_LONG, _START = 5, 4
"""Letters beyond which a word's end is left out of the comparison, as it declines, and those that are not."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word where it stands."""

    start: int
    end: int
    plain: str
    key: str
    """What inflection leaves of it."""
    capital: bool


@lru_cache(maxsize=10_000)
def tokens(text: str, language: str) -> tuple[Token, ...]:
    """Return the words of a text; its characters where nothing parts words."""
    pattern = _WORD if row(language).spaced else _CHARACTER
    return tuple(_token(found) for found in pattern.finditer(text))


def printed(text: str, words: Sequence[Token]) -> str:
    """Return words that follow each other as the text has them."""
    return text[words[0].start : words[-1].end]


def exchanged(first: str, second: str, language: str) -> tuple[str, str] | None:
    """Return what two wordings have in different order round a verb; None if the sides did not change places.

    Two empty strings say that they did and that it tells nothing else.

    >>> exchanged("Brenova sued Castel today", "Castel sued Brenova today", "en")
    ('Brenova sued Castel', 'Castel sued Brenova')
    >>> exchanged("Brenova sued Castel today", "Castel was sued by Brenova today", "en")
    ('', '')
    """
    every = tokens(first, language), tokens(second, language)
    own, other = (_telling(side, language) for side in every)
    if len(own) != len(other):
        return None
    start, end = _common(own, other), _common(own[::-1], other[::-1])
    mine, theirs = own[start : len(own) - end], other[start : len(other) - end]
    if not 3 <= len(mine) <= _LONGEST:
        return None
    keys = [token.key for token in mine], [token.key for token in theirs]
    split = next(_splits(*keys), None)
    if split is None:
        return None
    left, right = split
    sides = (mine[:left], mine[-right:]), (theirs[-left:], theirs[:right])
    if _is_passive(every[0], language) != _is_passive(every[1], language):
        return "", ""
    if sum(_is_when(side, language) for side in sides[0]) == 1 or _says_by_forms(every, sides, language):
        return "", ""
    return printed(first, mine), printed(second, theirs)


def _telling(words: Sequence[Token], language: str) -> Sequence[Token]:
    """Return the words without articles, which change with what they stand before: `la ministra`, `al`.

    What makes a passive says no more than they do here.
    """
    if not row(language).spaced:
        return words
    forms = {form[0].rstrip(".") for role in ("passive", "by") for form in acts_of(language).get(role, ())}
    return [token for token in words if token.plain not in light(language) and token.plain not in forms]


@lru_cache(maxsize=1_000)
def _is_passive(words: Sequence[Token], language: str) -> bool:
    """Tell whether a text says by whom it is done."""
    plain, own = tuple(word.plain for word in words), acts_of(language)
    return all(
        any(stands(form, plain, at) for form in own.get(role, ()) for at in range(len(plain)))
        for role in ("passive", "by")
    )


def _is_when(words: Sequence[Token], language: str) -> bool:
    """Tell whether words are a day, a month or a number, which do nothing to anybody."""
    return all(word.plain.isdigit() or word.plain in _calendar(language) for word in words)


@cache
def _calendar(language: str) -> frozenset[str]:
    babel = locale(language)
    names = (babel.months["format"]["wide"], babel.days["format"]["wide"])
    return frozenset(folded(str(word)) for some in names for name in some.values() for word in name.split())


Sides = tuple[Sequence[Token], Sequence[Token]]


def _says_by_forms(
    every: tuple[Sequence[Token], Sequence[Token]], sides: tuple[Sides, Sides], language: str
) -> bool:
    """Tell whether forms and articles, which are the same, tell who does it, and not the order."""
    own = row(language)
    if own.spaced and own.free_order:
        same = all(_plain(one) == _plain(two) for one, two in zip(*sides, strict=True))
        # A word behind a side that stays where it is may be what tells its part.
        behind = [
            [_behind(words, side[-1], language) for side in sides[at]] for at, words in enumerate(every)
        ]
        return same and bool(light(language)) and behind[0] == behind[1]
    if own.verb_second:
        before = [[_before(words, side[0], language) for side in sides[at]] for at, words in enumerate(every)]
        return before[0] == before[1] and before[0][0] != before[0][1]
    return False


def _plain(words: Sequence[Token]) -> list[str]:
    return [word.plain for word in words]


def _before(words: Sequence[Token], token: Token, language: str) -> str:
    """Return an article or a preposition right before a word, empty if there is none."""
    before = [word.plain for word in words if word.end < token.start][-1:]
    return next((word for word in before if word in light(language)), "")


def _behind(words: Sequence[Token], token: Token, language: str) -> str:
    """Return a particle right behind a word, empty if there is none."""
    after = [word.plain for word in words if word.start > token.start][:1]
    return next((word for word in after if word in light(language)), "")


def _token(found: re.Match[str]) -> Token:
    plain = "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in folded(found.group()))
    key = plain[:_START] if len(plain) > _LONG else plain
    return Token(found.start(), found.end(), plain, key, found.group()[0].isupper())


def _splits(keys: Sequence[str], others: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield how long two ends are whose exchange makes the one of the other."""
    size = len(keys)
    for left in range(1, size - 1):
        for right in range(1, size - left):
            swapped = [*keys[size - right :], *keys[left : size - right], *keys[:left]]
            if swapped == list(others):
                yield left, right


def _common(own: Sequence[Token], other: Sequence[Token]) -> int:
    pairs = enumerate(zip(own, other, strict=False))
    return next((at for at, (a, b) in pairs if a.plain != b.plain), min(len(own), len(other)))
