"""A word in the place of another, where two wordings of one language are nearly the same.

Outlets that hear one speech write it down alike, but for a letter, an `and`, a word left out. Where nearly
all words are the same, another content word is no transcription any more: `rose` for `fell`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from digest.languages import row
from digest.languages.latin import LETTER, folded
from digest.languages.lexicon import rarity, said_alike, stems
from digest.languages.numbers import compared
from digest.languages.senses import light
from digest.languages.variants import same, spelling
from digest.match.alike import likeness

_WORD = re.compile(rf"(?:{LETTER}|\d)+(?:['’](?:{LETTER}|\d)+)*")
_CHARACTER = re.compile(r"[a-zA-Z0-9]+|[^\W_]")
_MARK = re.compile(r"[,.;:!?—–…،؛。，；：！？、]")
_SAME = 0.8
"""The share of the shorter wording's words that the other has in the same order, at least."""
_LEAST = 4
"""How many words that are, at least; twice as many characters."""
_FEW = 2
"""Words of a short wording that may be others all the same."""
_MOST = 4
"""Words in the place of others, at most: more are another way to say it."""
_MOST_CHARACTERS = 6
"""The same where words are not parted: three words of two characters."""
_SPELT = 0.6
"""How alike two words of one stem are at least."""
_NEARLY = 2
"""Letters that a contraction leaves out at most."""
_DOUBLED = re.compile(r"(.)\1")
_LIGHTER = 2
"""Articles and the like that one side may have more: `Most of the`, `Few`."""
_LONG = 5
"""Letters of a word beyond which its end is left out of the comparison: it declines."""
_SYNONYMS = 0.3
"""The weight from which two words are said alike in other languages: `begin`, `start`."""
_LONGEST_SWAP = 24
"""Words between the ends of what is swapped, at most."""
_START = 4
"""Letters that two forms of a long word share."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """What stands in the place of what, as printed, and how surprising that is."""

    first: str
    second: str
    surprise: float
    """The rarity of the rarer of the two; swapped sides have the greatest."""


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    plain: str
    key: str
    """What inflection leaves of it."""
    capital: bool


def replaced(first: str, second: str, language: str) -> tuple[Replaced, ...]:
    """Return the words that stand in the place of others, the most surprising first.

    Nothing stands in the place of anything where little is the same.

    >>> [one.second for one in replaced("Prices rose in May again", "Prices fell in May again", "en")]
    ['fell']
    """
    own, other = _tokens(first, language), _tokens(second, language)
    spaced = row(language).spaced
    least = _LEAST if spaced else 2 * _LEAST
    shorter = min(len(own), len(other))
    if shorter < least:
        # Of a short sentence only the same words in other places tell.
        same_words = sorted(token.plain for token in own) == sorted(token.plain for token in other)
        return _swapped(first, second, own, other, language) if same_words else ()
    matcher = SequenceMatcher(None, [t.plain for t in own], [t.plain for t in other], autojunk=False)
    blocks = matcher.get_matching_blocks()
    same = sum(block.size for block in blocks)
    least = min(least, shorter - 1) if len(own) == len(other) else least
    few = _FEW if max(len(own), len(other)) - same <= _FEW + 1 else 0
    if same < max(least, min(_SAME * shorter, shorter - few)):
        return _swapped(first, second, own, other, language)
    if swap := _swapped(first, second, own, other, language):
        return swap
    agree = not any(compared(first, second, language, language).changed)
    changed = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    found = []
    for kind, a, b, c, d in changed:
        one, two = own[a:b], other[c:d]
        if kind != "replace" or (agree and _counts(first, one) != _counts(second, two)):
            continue
        if _is_moved((one, two), [code for code in changed if code[1] != a], (own, other), language):
            continue
        outside = a == 0 or b == len(own) or c == 0 or d == len(other)
        several = len(one) != len(two) and any(
            map(_MARK.search, (_printed(first, one), _printed(second, two)))
        )
        if several:
            continue  # another clause, which is no word in a place
        if _is_another(one, two, language, most=_MOST if spaced else _MOST_CHARACTERS, outside=outside):
            found.append(Replaced(_printed(first, one), _printed(second, two), _surprise(one, two, language)))
    return tuple(sorted(found, key=lambda one: -one.surprise))


@lru_cache(maxsize=10_000)
def _tokens(text: str, language: str) -> tuple[_Token, ...]:
    pattern = _WORD if row(language).spaced else _CHARACTER
    return tuple(_token(found) for found in pattern.finditer(text))


def _token(found: re.Match[str]) -> _Token:
    plain = "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in folded(found.group()))
    key = plain[:_START] if len(plain) > _LONG else plain
    return _Token(found.start(), found.end(), plain, key, found.group()[0].isupper())


def _printed(text: str, tokens: Sequence[_Token]) -> str:
    return text[tokens[0].start : tokens[-1].end]


def _counts(text: str, tokens: Sequence[_Token]) -> bool:
    """Tell whether words are a number in digits: where all numbers agree, what it replaces is the same."""
    return any(character.isdigit() for character in _printed(text, tokens))


def _is_moved(
    replaced: tuple[Sequence[_Token], Sequence[_Token]],
    elsewhere: Sequence[tuple[str, int, int, int, int]],
    tokens: tuple[Sequence[_Token], Sequence[_Token]],
    language: str,
) -> bool:
    """Tell whether what one of two places says stands in another that differs: `resigned`, `resignation`."""
    rests = (
        [token for *_, c, d in elsewhere for token in tokens[1][c:d]],
        [token for _, a, b, *_ in elsewhere for token in tokens[0][a:b]],
    )
    return any(_is_told(words, rest, language) for words, rest in zip(replaced, rests, strict=True))


def _is_told(words: Sequence[_Token], rest: Sequence[_Token], language: str) -> bool:
    telling = [word.plain for word in words if word.plain not in light(language)]
    return bool(telling) and all(
        len(word) > _LONG and any(word[:_LONG] == other.plain[:_LONG] for other in rest) for word in telling
    )


def _is_another(
    one: Sequence[_Token], two: Sequence[_Token], language: str, *, most: int, outside: bool
) -> bool:
    """Tell whether words in the place of others say something else; another end is no word in a place."""
    if max(len(one), len(two)) > most:
        return False
    own, other = ([token.plain for token in side] for side in (one, two))
    known = light(language)
    joined, joined_other = "".join(own), "".join(other)
    if known.issuperset((*own, *other)) or known.issuperset((joined, joined_other)):
        return False
    names = one[0].capital and two[0].capital
    pairs = ((joined, joined_other), (joined_other, joined))
    if same(joined, joined_other, language):
        return False
    if any(_is_contracted(*pair, language) or (names and _is_short(*pair)) for pair in pairs):
        return False
    words = [word for word in own if word not in known], [word for word in other if word not in known]
    if outside and (len(words[0]) != len(words[1]) or abs(len(own) - len(other)) > _LIGHTER):
        return False
    return not _inflected(*words, language)


def _is_contracted(word: str, other: str, language: str) -> bool:
    """Tell whether one is the other, parted otherwise, spelt otherwise or contracted: `don't`, `do not`."""
    plain, whole = _spelling(word, language), _spelling(other, language)
    if plain == whole:
        return True
    letters = iter(whole)
    return (
        "'" in word and len(whole) - len(plain) in range(_NEARLY + 1) and all(one in letters for one in plain)
    )


def _spelling(word: str, language: str) -> str:
    """Return a word in one of the spellings that outlets of one language have: `harbor`, `organize`."""
    return _DOUBLED.sub(r"\1", spelling(re.sub(r"\W", "", word), language))


def _is_short(word: str, other: str) -> bool:
    """Tell whether one is an abbreviation of the other: `St`, `Saint`."""
    letters = iter(other)
    return len(word) < min(_START, len(other)) and word[0] == other[0] and all(one in letters for one in word)


def _inflected(own: Sequence[str], other: Sequence[str], language: str) -> bool:
    """Tell whether the words of two sides are forms of the same, or said alike in other languages."""
    if len(own) != len(other):
        return False
    return all(_alike(word, second, language) for word, second in zip(own, other, strict=True))


def _alike(word: str, other: str, language: str) -> bool:
    first, second = stems(word, language), stems(other, language)
    if first and first == second and likeness(word, other) >= _SPELT:
        return True
    synonyms = any(said_alike(a, b, language) >= _SYNONYMS for a in first for b in second)
    return synonyms or same(word, other, language)


def _surprise(one: Sequence[_Token], two: Sequence[_Token], language: str) -> float:
    rare = (rarity(stem, language) for token in (*one, *two) for stem in stems(token.plain, language))
    return max(rare, default=0.0)


def _swapped(
    first: str, second: str, own: Sequence[_Token], other: Sequence[_Token], language: str
) -> tuple[Replaced, ...]:
    """Return two sides that changed places round a verb: `A sued B`, `B sued A`, but not `A and B`.

    Articles change with what they stand before: `la ministra … al alcalde`, `el alcalde … a la ministra`.
    """
    if row(language).spaced:
        known = light(language)
        own, other = ([token for token in side if token.plain not in known] for side in (own, other))
    if len(own) != len(other):
        return ()
    start, end = _common(own, other), _common(own[::-1], other[::-1])
    mine, theirs = own[start : len(own) - end], other[start : len(other) - end]
    if not 3 <= len(mine) <= _LONGEST_SWAP:
        return ()
    if row(language).verb_second and _keep_articles(first, second, mine):
        return ()
    if any(_splits([token.key for token in mine], [token.key for token in theirs])):
        return (Replaced(_printed(first, mine), _printed(second, theirs), float("inf")),)
    return ()


def _keep_articles(first: str, second: str, sides: Sequence[_Token]) -> bool:
    """Tell whether the ends of what is swapped keep their articles, of which only one may be an object's.

    A language whose verb stands second may begin with the object: `Den Plan lehnt sie ab`.
    """
    before = [
        {word.casefold() for word in re.findall(rf"(\w+)\s+{re.escape(_printed(first, [end]))}\b", text)}
        for text in (first, second)
        for end in (sides[0], sides[-1])
    ]
    return before[:2] == before[2:] and before[0] != before[1]


def _splits(keys: Sequence[str], others: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield how long two ends are whose exchange makes the one of the other."""
    size = len(keys)
    for left in range(1, size - 1):
        for right in range(1, size - left):
            swapped = [*keys[size - right :], *keys[left : size - right], *keys[:left]]
            if swapped == list(others):
                yield left, right


def _common(own: Sequence[_Token], other: Sequence[_Token]) -> int:
    pairs = enumerate(zip(own, other, strict=False))
    return next((at for at, (a, b) in pairs if a.plain != b.plain), min(len(own), len(other)))
