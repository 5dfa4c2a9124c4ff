"""Where one wording of a statement differs from another one in the same language, word for word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from digest import languages
from digest.languages.latin import latin
from digest.languages.numbers import numerals

SHORTENED_UP_TO = 0.8
"""A wording is shortened if it has at most this share of the other's words, and hardly any of its own."""
_OWN = 0.1
"""The share of its words that a shortened wording may have to itself: what joins the ends of a cut."""
_WORD = re.compile(r"[^\W_](?:[\w\u0300-\u036f\u0610-\u061a\u064b-\u065f]|['’](?=\w))*")
_CHARACTER = re.compile(r"[^\W_]")
_MARKS = re.compile("[\u064b-\u0652\u0640\u0591-\u05c7\u200c\u200d\u00ad]")
"""Vowel signs of Arabic and Hebrew, the Arabic stretch and invisible joiners: outlets set them or not."""


@dataclass(frozen=True, slots=True)
class Part:
    """A run of characters of a wording."""

    text: str
    differs: bool = False
    """Whether the other wording has other words here, or none."""


@dataclass(frozen=True, slots=True)
class Differences:
    """A wording beside another one."""

    parts: tuple[Part, ...]
    shortened: bool
    """Whether it is a part of the other wording, perhaps with cuts."""


@lru_cache(maxsize=10_000)
def differences(text: str, other: str, language: str) -> Differences:
    """Return `text` cut where it begins and ceases to differ from `other`.

    Letter case, punctuation, vowel signs and whether a small number is in words make no difference.
    Where no white space parts words, characters are compared.

    >>> differences("Yes, we are ready", "We are ready.", "en").parts
    (Part(text='Yes', differs=True), Part(text=', we are ready', differs=False))
    """
    places = list(_tokens(text, language))
    own, theirs = (
        [_folded(found.group(), language) for found in tokens]
        for tokens in (places, _tokens(other, language))
    )
    own = _begun_alike(own, theirs, languages.row(language).prefixes)
    same = [False] * len(own)
    for block in SequenceMatcher(None, own, theirs, autojunk=False).get_matching_blocks():
        same[block.a : block.a + block.size] = [True] * block.size
    fewer = len(own) <= SHORTENED_UP_TO * len(theirs)
    return Differences(
        parts=_parts(text, places, same), shortened=fewer and same.count(False) <= _OWN * len(own)
    )


def _begun_alike(own: list[str], theirs: list[str], prefixes: Sequence[str]) -> list[str]:
    """Return a wording whose first word is the other's, where only a conjunction written with it differs."""
    if len(own) <= 1 or not prefixes:
        return own
    forms = [form for p in prefixes for form in (p + own[0], own[0].removeprefix(p))]
    before = {word for word, following in pairwise(theirs) if following == own[1]}
    return [next((form for form in (own[0], *forms) if form in before), own[0]), *own[1:]]


def _tokens(text: str, language: str) -> Sequence[re.Match[str]]:
    return list((_WORD if languages.row(language).spaced else _CHARACTER).finditer(text))


def _folded(word: str, language: str) -> str:
    plain = _MARKS.sub("", unicodedata.normalize("NFKC", word)).casefold().replace("’", "'")
    return numerals(language).get(latin(plain), plain)


def _parts(text: str, places: Sequence[re.Match[str]], same: Sequence[bool]) -> tuple[Part, ...]:
    """Join words that differ one after the other; what stands between them belongs to them."""
    parts: list[Part] = []
    at = 0
    for number, place in enumerate(places):
        if same[number]:
            continue
        joins = number > 0 and not same[number - 1]
        start = parts.pop().text if joins and parts else ""
        begin = at - len(start) if joins else place.start()
        if begin > at:
            parts.append(Part(text[at:begin]))
        parts.append(Part(text[begin : place.end()], differs=True))
        at = place.end()
    return (*parts, *([Part(text[at:])] if text[at:] else []))
