"""A word in the place of another, where two wordings of one language are nearly the same.

Outlets that hear one speech write it down alike, but for a letter, an `and`, a word left out. Where nearly
all words are the same, another content word is no transcription any more: `rose` for `fell`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from digest.languages import row
from digest.languages.lexicon import rarity, said_alike, stems
from digest.languages.numbers import compared, numbers
from digest.languages.senses import certainty, denials, light, may_deny, say_alike, sides
from digest.languages.variants import same, spelling
from digest.match.alike import likeness
from digest.match.changes.exchange import Token, exchanged, printed, tokens

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
_START = 4
"""Letters that two forms of a long word share."""
_ALONE = "alone"
"""The matter of `only` and `also`."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """What stands in the place of what, as printed, and how surprising that is."""

    first: str
    second: str
    surprise: float
    """The rarity of the rarer of the two; swapped sides have the greatest."""


def _exchange(first: str, second: str, language: str) -> tuple[Replaced, ...] | None:
    """Return the sides that changed places, none if that tells nothing; None if they did not."""
    sides = exchanged(first, second, language)
    if sides is None:
        return None
    return (Replaced(*sides, float("inf")),) if sides[0] else ()


def replaced(first: str, second: str, language: str) -> tuple[Replaced, ...]:
    """Return the words that stand in the place of others, the most surprising first.

    Nothing stands in the place of anything where little is the same.

    >>> [one.second for one in replaced("Prices rose in May again", "Prices fell in May again", "en")]
    ['fell']
    """
    own, other = tokens(first, language), tokens(second, language)
    spaced = row(language).spaced
    least = _LEAST if spaced else 2 * _LEAST
    shorter = min(len(own), len(other))
    if shorter < least:
        # Of a short sentence only the same words in other places tell.
        same_words = sorted(token.plain for token in own) == sorted(token.plain for token in other)
        return _exchange(first, second, language) or () if same_words else ()
    matcher = SequenceMatcher(None, [t.plain for t in own], [t.plain for t in other], autojunk=False)
    blocks = matcher.get_matching_blocks()
    same = sum(block.size for block in blocks)
    least = min(least, shorter - 1) if len(own) == len(other) else least
    few = _FEW if max(len(own), len(other)) - same <= _FEW + 1 else 0
    exchange = _exchange(first, second, language)
    if exchange is not None or same < max(least, min(_SAME * shorter, shorter - few)):
        return exchange or ()
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
        several = len(one) != len(two) and any(map(_MARK.search, (printed(first, one), printed(second, two))))
        if several:
            continue  # another clause, which is no word in a place
        places = _place(first, one), _place(second, two)
        if say_alike(*places, language) or _say_no_alike(places[0][1], places[1][1], language):
            continue
        if _is_another(one, two, language, most=_MOST if spaced else _MOST_CHARACTERS, outside=outside):
            found.append(Replaced(printed(first, one), printed(second, two), _surprise(one, two, language)))
    return tuple(sorted(found, key=lambda one: -one.surprise))


def _place(text: str, words: Sequence[Token]) -> tuple[str, str, str]:
    """Return what stands before words that follow each other, they, and what stands behind."""
    start, end = words[0].start, words[-1].end
    return text[:start], text[start:end], text[end:]


def _say_no_alike(one: str, other: str, language: str) -> bool:
    """Tell whether one of two denies and the other says as much: `has no`, `lacks`."""
    certain = [bool(denials(words, language)) for words in (one, other)]
    return sum(certain) == 1 and bool(may_deny((one, other)[certain[0]], language, freely=True))


def _counts(text: str, tokens: Sequence[Token]) -> bool:
    """Tell whether words are a number in digits: where all numbers agree, what it replaces is the same."""
    return any(character.isdigit() for character in printed(text, tokens))


def _is_moved(
    replaced: tuple[Sequence[Token], Sequence[Token]],
    elsewhere: Sequence[tuple[str, int, int, int, int]],
    tokens: tuple[Sequence[Token], Sequence[Token]],
    language: str,
) -> bool:
    """Tell whether what one of two places says stands in another that differs: `resigned`, `resignation`."""
    rests = (
        [token for *_, c, d in elsewhere for token in tokens[1][c:d]],
        [token for _, a, b, *_ in elsewhere for token in tokens[0][a:b]],
    )
    return any(_is_told(words, rest, language) for words, rest in zip(replaced, rests, strict=True))


def _is_told(words: Sequence[Token], rest: Sequence[Token], language: str) -> bool:
    telling = [word.plain for word in words if word.plain not in light(language)]
    return bool(telling) and all(
        len(word) > _LONG and any(word[:_LONG] == other.plain[:_LONG] for other in rest) for word in telling
    )


def _is_another(
    one: Sequence[Token], two: Sequence[Token], language: str, *, most: int, outside: bool
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
    contracted = any(_is_contracted(*pair, language) or (names and _is_short(*pair)) for pair in pairs)
    if contracted or _says_the_same(" ".join(own), " ".join(other), language):
        return False
    words = [word for word in own if word not in known], [word for word in other if word not in known]
    if outside and (len(words[0]) != len(words[1]) or abs(len(own) - len(other)) > _LIGHTER):
        return False
    tense = len(own) != len(other) and len(words[0]) == 1 == len(words[1])
    return not (tense and _is_other_tense(*words[0], *words[1])) and not _inflected(*words, language)


def _is_other_tense(word: str, other: str) -> bool:
    """Tell whether of two forms one has an auxiliary: `aceptó`, `ha aceptado`."""
    return word[:_START] == other[:_START] and likeness(word, other) >= _SPELT


def _says_the_same(one: str, other: str, language: str) -> bool:
    """Tell whether both are of one class of words that say how sure, how much at least, or that alone."""
    certain = [certainty(words, language) for words in (one, other)]
    if certain[0] and certain[0] == certain[1]:
        return True
    # A number stands behind `at least`.
    taken = [sides(f"{words} 2", language).taken() for words in (one, other)]
    return any(
        matter.endswith("#") or matter == _ALONE
        for matter, side in taken[0].items()
        if side.keys() == taken[1].get(matter, {}).keys()
    )


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
    if any(said_alike(a, b, language) >= _SYNONYMS for a in first for b in second):
        return True
    counted = numbers(word, language) and numbers(other, language)
    if counted and not any(compared(word, other, language, language).changed):
        return True
    return same(word, other, language) or say_alike(("", word, ""), ("", other, ""), language)


def _surprise(one: Sequence[Token], two: Sequence[Token], language: str) -> float:
    rare = (rarity(stem, language) for token in (*one, *two) for stem in stems(token.plain, language))
    return max(rare, default=0.0)
