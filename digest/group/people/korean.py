"""Korean names, syllable by syllable: Latin letters stand for their vowels in several ways."""

from __future__ import annotations

import re

from digest.group.people.parts import tokens
from digest.languages.latin import latin

_HANGUL = re.compile("[\uac00-\ud7a3]{2,4}")
KOREAN_PARTS = (2, 3)
"""Syllables of a name."""
_SURNAMES = {
    "lee": "i",
    "yi": "i",
    "rhee": "i",
    "ri": "i",
    "roh": "no",
    "rim": "im",
    "lim": "im",
}
_SURNAMES |= {"choi": "choe", "ryu": "yu", "ahn": "an", "park": "pak", "paik": "baek"}
"""What is written otherwise than it is read."""
_RULES = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"^ch?(?!h)|^j", "j"),
        (r"^w(?=u|oo)", ""),
        (r"^l", "r"),
        (r"ck$", "k"),
        (r"^g|g$(?<!ng)", "k"),
        (r"^d|d$", "t"),
        (r"^b|b$", "p"),
        (r"h$", ""),
        (r"ui$", "i"),
        (r"y(?:eo|ou|oo|u|o)", "yO"),
        (r"eo|eu|oo|ou|u|o", "O"),
        (r"ee", "i"),
    )
)
"""`Jong-un` and `Jung-eun` are one to these: vowels are no evidence."""


def is_korean(name: str) -> bool:
    """Tell whether a name is in Hangul, without a space: that of a Korean."""
    return _HANGUL.fullmatch(name.strip()) is not None


def same_in_korean(first: str, second: str) -> bool:
    """Tell whether a name in Hangul is one in Latin letters of which each syllable is a word.

    >>> same_in_korean("Kim Jong-un", "김정은"), same_in_korean("Kim Jong-il", "김정은")
    (True, False)
    """
    own, other = syllables(first), syllables(second)
    return len(own) == max(KOREAN_PARTS) and own == other


def syllables(name: str) -> tuple[str, ...]:
    """Return the syllables of a name, each as coarsely as it is romanised."""
    held = tuple(name.strip()) if is_korean(name) else tokens(name)
    return tuple(_coarse(latin(part), surname=at == 0) for at, part in enumerate(held))


def _coarse(syllable: str, *, surname: bool) -> str:
    plain = _SURNAMES.get(syllable, syllable) if surname else syllable
    for pattern, letters in _RULES:
        plain = pattern.sub(letters, plain)
    return plain
