"""Places that languages call by names of their own (`places.txt`): `Pékin` for Beijing, `Мюнхен`, Munich."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from digest.languages.latin import folded

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


@cache
def _names() -> dict[str, tuple[str, ...]]:
    text = files(__package__).joinpath("places.txt").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        for name in () if line.startswith("#") else line.split():
            plain = folded(name.replace("_", " "))
            found.setdefault(plain[:_KEY], []).append(plain)
    return {key: tuple(names) for key, names in found.items()}
