"""The parts of a name, in one order, without what only some outlets print: patronymics, initials."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from digest.languages.latin import latin, words

_MARKS = (  # vowels, above and below consonants
    "\u0900-\u0903\u093a-\u094f\u0980-\u0983\u09bc-\u09cd\u0a01-\u0a4d\u0a81-\u0acd\u0b82-\u0bcd\u0e31-\u0e4e"
)
_WRITTEN_WITH_MARKS = re.compile(f"[{_MARKS}]")
"""Scripts that write vowels as marks, which are no letters to a pattern."""
_WITH_MARKS = re.compile(f"(?:[^\\W\\d_]|[{_MARKS}])+")
_KANA_AND_SPACE = re.compile(
    "[\u3041-\u3096\u30a1-\u30fa\u30fc]+[ \u3000]+[\u3041-\u3096\u30a1-\u30fa\u30fc]+"
)
_BETWEEN = str.maketrans("·・‧-‐‑=＝", "        ")
_GERESH = re.compile("[גזצץ]['’׳]")
"""Hebrew letters that a stroke makes one of those that are heard alike: j, zh, ch."""
_GERSHAYIM = re.compile('(?<=[א-ת])["”״](?=[א-ת])')
"""What stands before the last letter of an abbreviation and of some names: כ״ץ."""
_PATRONYMIC = re.compile(r"\w{2,}(?:[oei]v[iy]t?s?ch|[oei]witsch|[oei]vna|yivna|inichna)$")
"""In Latin letters; Serbian surnames, which end alike, are written with another letter."""
_GENERATIONS = {
    **dict.fromkeys(("jr", "junior", "mladshiy", "filho", "hijo", "neto", "molodshiy", "lbn"), "younger"),
    **dict.fromkeys(("sr", "senior", "starshiy"), "elder"),
    **dict.fromkeys(("ii", "iii", "iv", "v", "vi", "vii", "viii"), ""),
}
"""What tells a son from a father; a Roman number stays as it is."""

_HONORIFICS = frozenset(("dr", "prof", "sir", "dame", "mr", "mrs", "ms", "dom", "doña", "dona"))
_SMALL_HONORIFICS = frozenset(("don",))
"""Those that are names with a capital letter."""
_BEGINNINGS = frozenset(("عبد", "abd", "abdel", "abdul", "abdal"))
_ENDS = frozenset(("الله", "allah", "ullah"))
"""Of names that some write in one word: عبد العزيز, Abdelaziz; نصر الله, Nasrallah."""
_SONS = frozenset(("ben", "ibn"))
"""What `bin` is elsewhere, between two names."""
_FATHERS = {"aboul": "Abou", "abul": "Abu"}
"""What takes the article of the next name along."""
_ARTICLES = frozenset(("al", "el", "ad", "ar", "as", "ash", "an", "az", "et"))
_ARTICLE = 3
"""Letters of an article, at most."""


class Parts(NamedTuple):
    """A name as it is compared."""

    own: tuple[str, ...]
    """Given names and surname, in this order as far as the name itself shows it."""
    initials: tuple[str, ...] = ()
    """Of names between these."""
    generation: str = ""
    """What is added to tell two bearers; empty where nothing is."""


@lru_cache(maxsize=20_000)
def tokens(name: str) -> tuple[str, ...]:
    """Return the parts of a name as they stand there; initials count, a Chinese middle dot parts two.

    >>> tokens("नरेन्द्र मोदी"), tokens("萨勒曼·本")
    (('नरेन्द्र', 'मोदी'), ('萨勒曼', '本'))
    """
    plain = unicodedata.normalize("NFC", name).translate(_BETWEEN).replace("\u200c", "")
    plain = _GERSHAYIM.sub("", _GERESH.sub("ש", plain))
    return tuple(_WITH_MARKS.findall(plain) if _WRITTEN_WITH_MARKS.search(plain) else words(plain))


@lru_cache(maxsize=20_000)
def parts(name: str) -> Parts:
    """Return the parts that every outlet prints, and what tells a son from his father.

    >>> parts("Владимир Владимирович Путин").own, parts("Putin, Vladimir").own
    (('Владимир', 'Путин'), ('Vladimir', 'Putin'))
    >>> parts("Щербачёва Ксения Юрьевна").own, parts("Donald J. Trump Jr.")
    (('Ксения', 'Щербачёва'), Parts(own=('Donald', 'Trump'), initials=('j',), generation='younger'))
    """
    before, comma, after = name.partition(",")
    held = tokens(f"{after} {before}" if comma and _generation(tokens(after)) is None else name)
    held = _without_particles(held)
    generation = ""
    while len(held) > 1 and (found := _generation(held[-1:])) is not None:
        generation, held = found or latin(held[-1]), held[:-1]
    if len(held) == 2 and _KANA_AND_SPACE.fullmatch(name.strip()):
        held = held[::-1]  # a Japanese name: foreign ones have a dot between
    if len(held) == 3 and _is_patronymic(held[2]) and not _is_patronymic(held[1]):
        held = (held[1], held[0])
    initials = tuple(latin(one) for one in held[1:-1] if _is_initial(one))
    inner = (one for one in held[1:-1] if not (_is_initial(one) or _is_patronymic(one)))
    return Parts((held[0], *inner, held[-1]) if len(held) > 1 else held, initials, generation)


def _without_particles(held: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out what is no part of a name, and the article that Arabic writes together with what follows."""
    honoured = held[0].casefold() in _HONORIFICS or held[0] in _SMALL_HONORIFICS
    held = held[len(held) > 2 and honoured :]
    kept: list[str] = []
    for part in held:
        # In Latin letters: Russian has `аль-` for `al-`.
        plain = part.casefold() if part in held[-1:] or len(part) > _ARTICLE else latin(part)
        if kept and (plain in _ENDS or kept[-1].casefold() in _BEGINNINGS):
            kept[-1] += part.casefold()
        elif not kept or plain not in _ARTICLES:
            kept.append("bin" if kept and plain in _SONS else _FATHERS.get(part.casefold(), part))
    return tuple(kept) if len(kept) > 1 else held


def _generation(last: Sequence[str]) -> str | None:
    return _GENERATIONS.get(latin(last[0])) if len(last) == 1 else None


def _is_initial(part: str) -> bool:
    return len(part) == 1 and part.upper() != part.lower()


def _is_patronymic(part: str) -> bool:
    # Asked of names between two others: `Ivanovich` alone may be a surname.
    return _PATRONYMIC.fullmatch(latin(part)) is not None
