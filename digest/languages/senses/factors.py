"""Words that say a factor without a number: `doubled`, `halbiert`, `moitié`; `quarter` of a year, `only`.

They stand in `factors.txt`, one line a language and factor: beginnings of words; `.` ends a whole word, `_`
parts the words of a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cache, lru_cache

from digest.languages import row
from digest.languages.latin import NOT_BEFORE, NOT_BEHIND, folded
from digest.languages.senses.table import table

_QUARTER_YEAR, _ONLY = "quarter", "only"


@lru_cache(maxsize=2_000)
def factors_of(text: str, language: str) -> frozenset[Fraction]:
    """Return the factors that words of a text say.

    >>> factors_of("Sales doubled, costs were halved", "en") == {Fraction(2), Fraction(1, 2)}
    True
    """
    found = _patterns(language.split("-", maxsplit=1)[0])
    plain = folded(text)
    return frozenset(
        Fraction(name) for name, stem in found.items() if name[0].isdigit() and stem.search(plain)
    )


def begins_with_factor(text: str, language: str) -> bool:
    """Tell whether a text begins with a word for a factor.

    >>> begins_with_factor("half of them", "en"), begins_with_factor("over half", "en")
    (True, False)
    """
    found = _patterns(language.split("-", maxsplit=1)[0])
    return any(name[0].isdigit() and stem.match(folded(text)) for name, stem in found.items())


def of_a_quarter(text: str, language: str) -> bool:
    """Tell whether a text speaks of a quarter of a year."""
    return _says(text, language, _QUARTER_YEAR)


def says_little(text: str, language: str) -> bool:
    """Tell whether a text says of something that it is little: `only a third`."""
    return _says(text, language, _ONLY)


def _says(text: str, language: str, name: str) -> bool:
    stem = _patterns(language.split("-", maxsplit=1)[0]).get(name)
    return bool(stem and stem.search(folded(text)))


@cache
def _patterns(language: str) -> Mapping[str, re.Pattern[str]]:
    start = NOT_BEHIND if row(language).spaced else ""
    return {
        name: re.compile(start + f"(?:{'|'.join(map(_form, forms))})")
        for code, name, *forms in table("factors")
        if code == language
    }


def _form(form: str) -> str:
    plain = re.escape(folded(form.strip(".").replace("_", " ")))
    return plain + NOT_BEFORE if form.endswith(".") else plain
