"""How likely a word is in each language: its place among the most frequent ones, by Zipf's law.

The lists are `vocabularies/CODE.txt`, in the order of frequency, which a native speaker can mend.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_RARE = 4000
"""The place at which a word would stand that no list has."""
_HEAD = 2
"""Zipf's law as Mandelbrot mended it: the first words are less frequent than 1 / place says."""


def words(text: str) -> frozenset[str]:
    """Return the words of a text as the lists write them, parted at apostrophes.

    >>> sorted(words("L’eau n'est pas…"))
    ["'eau", "'est", 'eau', 'est', "l'", "n'", 'pas']
    """
    found = frozenset(_WORD.findall(text.lower().replace("’", "'")))
    elided = frozenset(word for word in found if "'" in word)
    return (found - elided).union(*map(_parts, elided))


def _parts(word: str) -> Iterator[str]:
    *elided, last = word.split("'")
    yield last
    if elided:
        yield f"'{last}"
    for part in elided:
        yield f"{part}'"


def evidence(word: str) -> Mapping[str, float]:
    """Return, for each language that has the word, the logarithm of how much likelier that makes it.

    >>> evidence("el")["es"] > evidence("ella")["es"] > 0, evidence("Zipf")
    (True, {})
    """
    return _evidence().get(word, {})


@cache
def _evidence() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for path in files(__package__).joinpath("vocabularies").iterdir():
        code, _, ending = path.name.partition(".")
        if ending == "txt":
            lines = path.read_text(encoding="utf-8").splitlines()
            listed = (word for line in lines if not line.startswith("##") for word in line.split())
            for place, word in enumerate(dict.fromkeys(listed), start=1):
                found.setdefault(word, {})[code] = math.log(_RARE / (place + _HEAD))
    return found
