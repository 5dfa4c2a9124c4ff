"""Whether one wording says the very word that another denies: of free wordings, that tells a contradiction.

A denial that only one wording has proves little: `there will be no strike` is `the strike is called off`. So
the denied word is looked for in the other wording, in its own language or by the lexicon, and whatever might
stand for a denial near it explains it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from digest.languages import row
from digest.languages.latin import folded
from digest.languages.lexicon import english, rarity, said_alike, stems
from digest.languages.senses import blanked, clauses_at, denies, light, may_deny, modalities, sides
from digest.match.changes.parts import words_of
from digest.match.changes.states import main
from digest.model import Quote

_TIME = "time="
_TELLING = 3.0
"""The rarity of a word that may be what is denied: not `have`, `will`."""
_AFTER = 6
"""Words after a denial among which the first telling one is what it denies."""
_MOST = 2
"""How many of those it may be, between languages of which the lexicon knows few words."""
_AROUND = 6
"""Words on either side of the same word of the other wording among which a denial would stand."""
_SURE = 0.15
"""The weight from which the lexicon takes two words for one."""
_SYNONYMS = 0.4
"""The same of two words of one language, which other languages say alike."""
_KNOWN = 0.5
"""The share of the words that the lexicon has to know of a text: else it can say nothing of it."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A word of a text, or a pair of characters where nothing parts words."""

    stem: str
    clause: int
    certain: bool
    """Whether it denies."""
    perhaps: bool
    """Whether it may stand for a denial in a free wording."""
    telling: bool
    """Whether it may be what is denied: no auxiliary, no name."""


def says_what_is_denied(denying: Quote, other: Quote) -> bool | None:
    """Tell whether the other wording says, without any denial, the word that this one denies.

    None is returned where nothing can be told: of a language without a lexicon, of words that it has not.
    """
    languages = main(denying.language), main(other.language)
    here, there = _told(denying.text, languages[0]), _told(other.text, languages[1])
    if languages[0] != languages[1] and not all(map(_known, (here, there), languages)):
        return None
    most = _MOST if languages[0] != languages[1] else 1
    until = _until(denying.text, languages[0])
    denied = tuple(dict.fromkeys(_denied(here, languages[0], most, until)))
    if any(
        _same(word, one, languages) and not _denied_near(there, at)
        for word in denied
        for at, one in enumerate(there)
    ):
        return True
    known = languages[0] == languages[1] or all(english(word, languages[0]) for word in denied)
    return False if known else None


@lru_cache(maxsize=5_000)
def _told(text: str, language: str) -> tuple[_Told, ...]:
    plain, own, spaced = blanked(text, language), row(language), row(language).spaced
    passing = light(language) | {word for words in modalities(language).values() for word in words}
    named = own.cased and not own.nouns_are_capital
    if spaced:
        places = [(word.start, word.start + len(word.text)) for word in words_of(text)]
    else:
        places = [(at, at + 2) for at in range(len(text) - 1) if text[at : at + 2].isalpha()]
    clauses = clauses_at(text, [start for start, _ in places])
    found = []
    for (start, end), clause in zip(places, clauses, strict=True):
        # Of two characters the first is looked at, as the next pair begins with the other.
        printed = plain[start : end if spaced else start + 1]
        stem = "".join(stems(text[start:end], language)[:1]) if spaced else text[start:end]
        certain = denies(printed, language)
        found.append(
            _Told(
                stem,
                clause,
                certain,
                certain or bool(may_deny(printed, language, freely=True)),
                bool(stem)
                and (not certain or row(language).verb_last)
                and folded(text[start:end]) not in passing
                and not (named and text[start].isupper())
                and rarity(stem, language) >= _TELLING,
            )
        )
    return tuple(found)


def _known(words: Sequence[_Told], language: str) -> bool:
    return sum(bool(english(word.stem, language)) for word in words) >= _KNOWN * len(words)


def not_before(text: str, language: str) -> bool:
    """Tell whether all that a text denies is that something is before a time.

    >>> not_before("The shop does not open before noon", "en"), not_before("It does not open", "en")
    (True, False)
    """
    denying = {word.clause for word in _told(text, language) if word.certain}
    return bool(denying) and denying <= _until(text, language)


def _until(text: str, language: str) -> frozenset[int]:
    """Return the clauses in which something is said of a time before: `not before noon` is `from noon on`."""
    return frozenset(
        one.clause
        for one in sides(text, language).said
        if one.matter == _TIME and one.denied and not one.side
    )


def _denied(words: Sequence[_Told], language: str, most: int, but: Collection[int]) -> Iterator[str]:
    """Yield the stem that each denial denies: the next telling word, or the last one before it."""
    last = row(language).verb_last
    for at, word in enumerate(words):
        if not word.certain or word.clause in but:
            continue
        after = () if last else range(at + 1, min(len(words), at + 1 + _AFTER))
        before = range(at if last else at - 1, max(-1, at - 1 - _AFTER), -1)
        own = [place for place in (*after, *before) if words[place].clause == word.clause]
        yield from (words[place].stem for place in [p for p in own if words[p].telling][:most])


def _denied_near(words: Sequence[_Told], at: int) -> bool:
    near = range(max(0, at - _AROUND), min(len(words), at + _AROUND + 1))
    return words[at].certain or any(
        words[place].perhaps and words[place].clause == words[at].clause for place in near if place != at
    )


@lru_cache(maxsize=50_000)
def _same(stem: str, word: _Told, languages: tuple[str, str]) -> bool:
    if not word.stem:
        return False
    if languages[0] == languages[1]:
        return stem == word.stem or said_alike(stem, word.stem, languages[0]) >= _SYNONYMS
    own, other = english(stem, languages[0]), english(word.stem, languages[1])
    return any(min(own[one], other[one]) >= _SURE for one in own.keys() & other.keys())
