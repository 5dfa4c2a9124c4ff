"""Places that languages call by names of their own (`places.txt`): `Pékin` for Beijing, `Мюнхен`, Munich."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import chain

from digest.languages.latin import folded
from digest.languages.senses.table import table

_KEY = 2
"""Letters by which the beginnings of names are looked up."""


@lru_cache(maxsize=20_000)
def is_place(word: str) -> bool:
    """Tell whether a word is the name of such a place, as it is or declined.

    >>> is_place("Pechino"), is_place("Мюнхене"), is_place("Lissom")
    (True, True, False)
    """
    plain = folded(word)
    return any(plain.startswith(name) for name in _names().get(plain[:_KEY], ()))


def names_of_places() -> tuple[tuple[str, ...], ...]:
    """Return each such place as its names: how they begin, in any language."""
    return tuple(tuple(name.replace("_", " ") for name in names) for names in table("places"))


@cache
def _names() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name in chain.from_iterable(names_of_places()):
        plain = folded(name)
        found.setdefault(plain[:_KEY], []).append(plain)
    return {key: tuple(names) for key, names in found.items()}
