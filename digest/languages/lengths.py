"""How long a text gets in another language: what lets a lost sentence be seen."""

from __future__ import annotations

import re
from functools import cache, lru_cache

_ROWS = """
en 1.00 6  az 1.10 8  da 1.03 6  el 1.20 8  fi 1.07 10 hi 1.01 10 id 1.09 8
es 1.16 6  fr 1.18 6  pt 1.10 6  it 1.16 6  ca 1.14 6  de 1.19 6  nl 1.13 6  sv 1.04 6
pl 1.09 8  sk 1.03 8  cs 1.02 8  ru 1.10 8  uk 1.07 8  bg 1.10 8  tr 1.06 10
ar 0.93 10 fa 0.99 8  he 0.80 10 zh 0.34 12 ja 0.46 12 ko 0.52 12
"""
"""Characters for one of an English text (news and non-fiction, white space included), and how much that
varies: the variance of a length, for each of its characters."""


_DENSE = 0.6
"""Below it a script writes syllables or words, and Latin letters in it are counted apart."""
_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ .'’-]*")
_GLOSS = re.compile(r"\s?[(（][A-Za-zÀ-ɏ .,'’&-]+[)）]")


@lru_cache(maxsize=4096)
def in_english(text: str, language: str) -> float:
    """Return how many characters an English text would have that says the same.

    Words in Latin letters stay as long in a script of syllables or of whole words, and in brackets they say
    once more what stands before them.

    >>> round(in_english("船长离开了 Port Amos（Port Amos）", "zh"))
    27
    """
    relative = _row(language)[0]
    if relative >= _DENSE or text.isascii():
        return len(text) / (1.0 if relative < _DENSE else relative)
    text = _GLOSS.sub("", text)
    latin = sum(len(word) for word in _LATIN.findall(text))
    return latin + (len(text) - latin) / relative


def variance(language: str) -> float:
    """Return how much the length of a translation varies, for each character of an English text."""
    return _row(language)[1]


@cache
def _row(language: str) -> tuple[float, float]:
    """Return how many characters say what one does in English, and how much that varies."""
    cells = _ROWS.split()
    for code, characters, varies in zip(cells[::3], cells[1::3], cells[2::3], strict=True):
        if code == language.split("-", maxsplit=1)[0]:
            return float(characters), float(varies)
    return 1.0, 8.0
