"""Lines that only say when a text was published."""

from __future__ import annotations

import re
import unicodedata

from digest.languages.dates.names import halves_of_day, month_of, months_in_words, weekdays
from digest.languages.dates.persian import is_persian_month
from digest.languages.dates.written import WORD, dated

_LONGEST = 60
"""Characters of a day with its weekday, time and zone."""
_UNITS = frozenset({"uhr", "ساعت", "ماه", "الساعة", "बजे"})
_SHORT = 4
"""Letters of a word beside them: “de”, “kl.”, “года”; longer ones and names tell something else."""
_SIGNS = 2
"""Characters of it where words are not parted: the signs for year, month and day."""


def is_stamp(text: str, language: str) -> bool:
    """Tell whether a short text is a day with its year, its time or none, and nothing else.

    >>> is_stamp("3. März 2026 - 14:05 Uhr", "de"), is_stamp("Wahl am 3. März 2026", "de")
    (True, False)
    """
    if len(text) > _LONGEST or not any(map(str.isdecimal, text)) or dated(text, language).iso is None:
        return False
    rest = unicodedata.normalize("NFKC", text)
    names = (
        *weekdays(language),
        *(name for name, _ in (*months_in_words(language), *halves_of_day(language))),
    )
    for name in sorted(names, key=len, reverse=True):
        rest = re.sub(rf"(?<![^\W\d_]){re.escape(name)}(?![^\W\d_])", " ", rest, flags=re.IGNORECASE)
    words = [word for word in WORD.findall(rest) if not _is_of_date(word, language)]
    return all(map(_may_stand_beside, words))


def _may_stand_beside(word: str) -> bool:
    if word.isupper() and word != word.lower():  # a zone
        return len(word) <= _SHORT
    has_case = word.upper() != word.lower()
    return len(word) <= (_SHORT if has_case or word.isascii() else _SIGNS) and not word[0].isupper()


def _is_of_date(word: str, language: str) -> bool:
    letters = "".join(filter(str.isalpha, word)).casefold()
    return bool(month_of(word, language)) or is_persian_month(word, language) or letters in _UNITS
