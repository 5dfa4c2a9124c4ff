"""Words of which one says the contrary of the other: `rose` and `fell`, `support` and `oppose`.

They stand in `opposites.txt`, one line a language and matter, in its own script: beginnings of words of one
side, `/`, those of the other; `.` ends a whole word, `_` parts the words of a phrase. Only words that mostly
say nothing else stand here; a language may lack a matter, and a matter may go on in another line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from digest.languages import row
from digest.languages.latin import folded, words


@lru_cache(maxsize=5_000)
def sides(text: str, language: str) -> Mapping[str, Mapping[bool, str]]:
    """Return by matter which sides a text takes, True for the first, each with a word that tells it.

    >>> sides("Prices fell", "en")
    {'level': {False: 'fell'}}
    """
    found: dict[str, dict[bool, str]] = defaultdict(dict)
    main = language.split("-", maxsplit=1)[0]
    if row(language).spaced:
        for word in words(text):
            for matter, side in _of_word(folded(word), main):
                found[matter].setdefault(side, word)
        plain = f" {' '.join(words(folded(text)))} "
        for phrase, matter, side in _phrases(main):
            if f" {phrase} " in plain:
                found[matter].setdefault(side, phrase)
        return dict(found)
    for matter, cells in _cells(main).items():
        for side, forms in cells.items():
            if there := next((form for form in forms if form in text), None):
                found[matter][side] = there
    return dict(found)


def opposed(first: str, second: str, languages: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the words with which each text takes the other side of a matter, and that side alone.

    >>> opposed("Wages rose in May", "Los salarios bajaron en mayo", ("en", "es"))
    (('rose', 'bajaron'),)
    """
    own, other = sides(first, languages[0]), sides(second, languages[1])
    return tuple(
        (*taken.values(), *other[matter].values())  # type: ignore[misc]  # one of each
        for matter, taken in own.items()
        if len(taken) == 1 == len(other.get(matter, ())) and taken.keys() != other[matter].keys()
    )


@cache
def _phrases(language: str) -> tuple[tuple[str, str, bool], ...]:
    """Return what is said in several words: `went up`."""
    return tuple(
        (form.strip(".").replace("_", " "), matter, side)
        for matter, cells in _cells(language).items()
        for side, forms in cells.items()
        for form in forms
        if "_" in form
    )


@lru_cache(maxsize=50_000)
def _of_word(word: str, language: str) -> tuple[tuple[str, bool], ...]:
    """Return the matters and sides of a folded word."""
    return tuple(
        (matter, side)
        for matter, cells in _cells(language).items()
        for side, forms in cells.items()
        if any(word == form[:-1] if form.endswith(".") else word.startswith(form) for form in forms)
    )


@cache
def _cells(language: str) -> Mapping[str, Mapping[bool, tuple[str, ...]]]:
    text = files(__package__).joinpath("opposites.txt").read_text(encoding="utf-8")
    lines = (line.split() for line in text.replace("\n ", " ").splitlines() if not line.startswith("#"))
    found: dict[str, dict[bool, tuple[str, ...]]] = {}
    for code, matter, *cells in lines:
        if code == language:
            cut = cells.index("/")
            sides = found.setdefault(matter, {True: (), False: ()})
            sides[True] += tuple(map(folded, cells[:cut]))
            sides[False] += tuple(map(folded, cells[cut + 1 :]))
    return found
