"""Lines that say who wrote a text, a day beside the names or none: “Von Jörg Althaus, 21.04.2026”."""

from __future__ import annotations

import re
import unicodedata
from itertools import takewhile

from digest.read.furniture.phrases import Furniture, ends_sentence

LONGEST_NAME = 60
"""Characters of an author's name where a text begins with it."""
_PARTICLES = frozenset({
    "al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el", "ibn",
    "la", "le", "ter", "van", "von", "y",
})  # fmt: skip
"""Lower-case words inside names; they travel with a name into any language."""
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[\s,]+\d{1,2}[:.]\d{2})?"
_BETWEEN = re.compile(r"\s+[|·•–—]\s+|\s*\|\s*")
_BESIDE_DAY = re.compile(rf"(?:{_DAY}\s*[,|·•–—-]\s*(.+)|(.+?)\s*[,|·•–—-]\s*{_DAY})")
_FROM_DAY = re.compile(r"\s*[,|·•–—(-]\s*(?:[^\W\d_]{1,12}[.:]?,?\s+){0,3}\d.*|\s+\d.*")
"""A day and all behind it, the words that stand with it before it."""
_ENDING = re.compile(r"(?:\s+[a-zà-ÿ]{1,3})+$")
"""Little words behind a name, which begin what was cut off: “Ana Ruiz le”."""
_SYLLABLES = 5
_MOST_BESIDE = 6
"""Words of a place or an office behind a name: “Anna Berg, Oslo”."""


def byline_names(text: str, known: Furniture) -> tuple[str, ...]:
    """Return the authors whom a line names before or behind a word that says so; none if they may be none."""
    word = known.bylines.match(text)
    signed = None if word else known.signers.search(text)
    if (not word and not signed) or ends_sentence(text):
        return ()
    line = text[word.end() :] if word else text[: signed.start()] if signed else ""
    rest = _FROM_DAY.sub("", line).strip()
    parts = known.ands.split(rest if known.spaced else " ".join(rest.split()[:1]))
    names = [_ENDING.sub("", part.strip(" |·–—-")) for part in parts]
    found = list(takewhile(lambda name: _is_name(name, known) or (signed and _is_short(name)), names))
    beside = sum(len(name.split()) for name in names[len(found) :])
    return tuple(found) if beside <= _MOST_BESIDE else ()


def signing(text: str, known: Furniture) -> tuple[str, ...]:
    """Return the authors where a line is nothing but their names, with a word that says so or none."""
    text = " ".join(text.split()).strip("()（）[]")
    # Without capital letters any few words would be a name.
    if ends_sentence(text) or text.lower() == text.upper() or len(text) > LONGEST_NAME:
        return byline_names(text, known)
    return byline_names(text, known) or names_in(text, known)


def _is_short(name: str) -> bool:
    """Tell whether a name may be a whole one that is written without spaces, as in Korean."""
    return 2 <= len(name) <= _SYLLABLES and name.isalpha() and name.lower() == name.upper()


def side_by_side(text: str) -> list[str]:
    """Return the parts of a line that says several things: “Ana Ruiz · Vigo · 3 May 2026”.

    >>> side_by_side("Ana Ruiz · Vigo | 3 May 2026")
    ['Ana Ruiz', 'Vigo', '3 May 2026']
    """
    return [part.strip() for part in _BETWEEN.split(text) if part.strip()]


def stands_with_name(text: str, known: Furniture) -> bool:
    """Tell whether a line is a day in figures and a name, of whomever or of a place: “14.05.2026, Graz”."""
    match = _BESIDE_DAY.fullmatch(text)
    if match is None:
        return False
    return all(_is_name(name, known) for name in known.ands.split(match[1] or match[2]))


def names_in(text: str, known: Furniture) -> tuple[str, ...]:
    """Return the names of a list, none where one of its parts is no name."""
    names = tuple(name.strip(" |·–—-") for name in known.ands.split(text.strip()))
    return names if all(_is_name(name, known) for name in names) else ()


def _is_name(text: str, known: Furniture) -> bool:
    words = text.split()
    fits = len(text) <= LONGEST_NAME and (2 <= len(words) <= 5 if known.spaced else 2 <= len(text) <= 12)
    return fits and all(_is_name_word(word) for word in words) and words[0].casefold() not in _PARTICLES


def _is_name_word(word: str) -> bool:
    letters = re.sub(r"[.'’·•\u200c-]", "", word)
    has_case = letters[:1].lower() != letters[:1].upper()
    spelt = (
        all(unicodedata.category(one)[0] in "LM" for one in letters) and letters
    )  # M: vowels of Hindi, Thai
    return bool(spelt) and (not has_case or letters[0].isupper() or word.casefold() in _PARTICLES)
