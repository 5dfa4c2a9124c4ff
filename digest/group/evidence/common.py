"""Words that are written or rare like names and are none: days, months, offices, common nouns."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from digest.languages import row
from digest.languages.dates import month_of, weekdays
from digest.languages.latin import is_cased, skeleton
from digest.languages.lexicon import english, is_known, stems
from digest.languages.nouns import is_noun

_KNOWN = 0.15
"""From which weight of its English on a word is known where no letter tells names."""


class _Words(NamedTuple):
    whole: frozenset[str]
    endings: tuple[str, ...]


@lru_cache(maxsize=200_000)
def is_common(word: str, language: str) -> bool:
    """Tell whether a word, as it is written, is no name whatever its letters say.

    >>> [is_common(word, "en") for word in ("Friday's", "April", "Minister", "Larkmoor")]
    [True, True, True, False]
    >>> is_common("Hafen", "de"), is_common("حريق", "ar"), is_common("مادورو", "ar")
    (True, True, False)
    """
    own = row(language)
    plain = word.lower()
    for possessive in own.possessives:
        plain = plain.removesuffix(possessive)
    if plain.replace("’", "'").removesuffix("'s") in weekdays(language) or month_of(plain, language):
        return True
    words = _row_words(language)
    if plain in words.whole or plain.endswith(words.endings):
        return True
    if is_cased(word):
        return own.nouns_are_capital and is_noun(word, language)
    return own.spaced and _is_translated(word, language)


@cache
def _row_words(language: str) -> _Words:
    own = row(language)
    words = {*own.titles, *own.half_titles, *own.openers, *own.verbs.introducing}
    # Of institutions some are names: the Pentagon.
    words |= {word for word in own.not_names if "*" in word or _is_word(word, language)}
    return _Words(
        frozenset(word for word in words if "*" not in word),
        tuple(word.removeprefix("*") for word in words if word.startswith("*") and len(word) > 4),
    )


def _is_word(word: str, language: str) -> bool:
    return is_noun(word, language) or any(is_known(stem, language) for stem in stems(word, language))


def _is_translated(word: str, language: str) -> bool:
    """Tell whether the lexicon knows what a word means, and that it is not called so in English."""
    for stem in stems(word, language):
        meant = english(stem, language)
        alike = skeleton(stem)[:3]
        if sum(meant.values()) >= _KNOWN and not any(skeleton(other)[:3] == alike for other in meant):
            return True
    return False
