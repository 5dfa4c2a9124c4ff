"""Names in the script of a language, and in Latin letters; Chinese texts in simplified characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files

from anyascii import anyascii

from digest.model import script

_NAMES = {
    "Latn": ("LATIN",),
    "Cyrl": ("CYRILLIC",),
    "Arab": ("ARABIC",),
    "Hebr": ("HEBREW",),
    "Grek": ("GREEK",),
    "Deva": ("DEVANAGARI",),
    "Beng": ("BENGALI",),
    "Taml": ("TAMIL",),
    "Thai": ("THAI",),
    "Armn": ("ARMENIAN",),
    "Geor": ("GEORGIAN",),
    "Hans": ("CJK",),
    "Hant": ("CJK",),
    "Jpan": ("CJK", "HIRAGANA", "KATAKANA"),
    "Kore": ("HANGUL",),
}
"""How the names of a script's letters begin in Unicode."""


def is_written_in(text: str, language: str) -> bool:
    """Tell whether the letters of a text are of a language's script.

    >>> is_written_in("Мадуро", "uk"), is_written_in("Maduro", "uk")
    (True, False)
    """
    names = _NAMES.get(script(language))
    letters = [unicodedata.name(one, "") for one in text if one.isalpha()]
    return names is not None and all(letter.startswith(names) for letter in letters)


_LATIN = frozenset(("LATIN",))
_SPELLED = frozenset(
    (
        "LATIN",
        "CYRILLIC",
        "GREEK",
        "ARMENIAN",
        "GEORGIAN",
        "HANGUL",
        "HIRAGANA",
        "KATAKANA",
        "KATAKANA-HIRAGANA",
    )
)
"""Scripts that write every sound of a name, vowels among them, so that it can be written in Latin letters."""


def is_spelled(text: str) -> bool:
    """Tell whether a name is written letter by letter: what it sounds like need not be guessed.

    >>> is_spelled("Такаити Санаэ"), is_spelled("高市早苗"), is_spelled("محمد علي")
    (True, False, False)
    """
    scripts = _scripts(text)
    return bool(scripts) and scripts <= _SPELLED


def is_latin(text: str) -> bool:
    """Tell whether all letters of a text are Latin ones.

    >>> is_latin("Đoković"), is_latin("Ђоковић")
    (True, False)
    """
    return bool(_scripts(text)) and _scripts(text) <= _LATIN


def romanised(name: str) -> str:
    """Return a name in Latin letters, empty where these would be a guess.

    >>> romanised("Σεργκέι Λαβρόφ"), romanised("高市早苗"), romanised("محمد علي")
    ('Sergkei Lavrof', '', '')
    """
    if not is_spelled(name):
        return ""
    plain = anyascii(unicodedata.normalize("NFC", name)).replace("'", "").strip()
    # Scripts without capitals leave them to us.
    return plain.title() if plain.islower() else plain


def _scripts(text: str) -> set[str]:
    return {unicodedata.name(one, "").partition(" ")[0] for one in text if one.isalpha()}


@cache
def _simplified() -> tuple[dict[str, str], dict[str, str]]:
    """Return simplified characters by traditional ones: all, and those of names of people."""
    text = files("digest.languages").joinpath("han.txt").read_text(encoding="utf-8")
    lists = "\n".join(line for line in text.splitlines() if not line.startswith("#")).split("\n\n")
    names, others = (
        dict(zip(run[::2], run[1::2], strict=True)) for run in map("".join, map(str.split, lists))
    )
    return others | names, names


def simplified(text: str, *, name: bool = False) -> str:
    """Return a text in simplified Chinese characters.

    Args:
        text: in characters of either kind; others stay.
        name: whether it is a name: only characters that names are written with are changed. Of ordinary
            words some mean different things that one simplified character stands for.

    >>> simplified("台北捷運"), simplified("賴清德", name=True)
    ('台北捷运', '赖清德')
    """
    return text.translate(_tables()[name])


@cache
def _tables() -> tuple[dict[int, str], dict[int, str]]:
    every, names = _simplified()
    return str.maketrans(every), str.maketrans(names)


def traditional_for(characters: AbstractSet[str]) -> dict[str, str]:
    """Return each traditional character for which one of these stands in simplified Chinese, with that.

    >>> traditional_for({"运", "a"})
    {'運': '运'}
    """
    every, _ = _simplified()
    return {one: simple for one, simple in every.items() if simple in characters}
