"""Chinese names as Taiwan romanises them, after Wade and Giles without their marks, in pinyin."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from digest.group.people.parts import tokens
from digest.languages.latin import latin

_SYLLABLES = (3, 4)
"""Of a name."""
_INITIAL = re.compile(r"(?:ts|tz|ch|sh|hs|ss|sz|[pmftnlkhjwys])?")
_INITIALS = {
    "p": ("b", "p"),
    "t": ("d", "t"),
    "k": ("g", "k"),
    "ts": ("z", "c"),
    "tz": ("z", "c"),
    "ss": ("s",),
    "sz": ("s",),
    "hs": ("x",),
    "j": ("r",),
}
_CH_FRONT, _CH_BACK = ("j", "q"), ("zh", "ch")
"""`ch` before i and ü, and elsewhere; `u` may be either."""
_FINALS = {
    "ieh": "ie",
    "ien": "ian",
    "ih": "i",
    "ung": "ong",
    "iung": "iong",
    "ueh": "ue",
    "uei": "ui",
    "o": "e",
    "eh": "e",
}
_WHOLE = {
    "i": ("yi",),
    "ing": ("ying",),
    "in": ("yin",),
    "yu": ("you",),
    "yen": ("yan",),
    "erh": ("er",),
}
_BUZZED = ("ts", "tz", "ss", "sz")
"""Before these `u` may be no vowel: Tzu is zi."""


@lru_cache(maxsize=20_000)
def in_pinyin(name: str) -> frozenset[str]:
    """Return what a romanised name of a few syllables may be in pinyin, written together; itself is one.

    >>> "caiyingwen" in in_pinyin("Tsai Ing-wen"), "hanguoyu" in in_pinyin("Han Kuo-yu")
    (True, True)
    >>> sorted(in_pinyin("Li Keqiang"))
    ['likeqiang']
    """
    held = [latin(part) for part in tokens(name)]
    plain = "".join(held)
    if len(held) not in _SYLLABLES or not all(map(str.isalpha, held)):
        return frozenset({plain})
    return frozenset({plain, *("".join(one) for one in product(*map(_read, held)))})


def _read(syllable: str) -> tuple[str, ...]:
    """Return what a syllable may be in pinyin, itself among it."""
    if found := _WHOLE.get(syllable):
        return tuple(dict.fromkeys((syllable, *found)))
    initial = _INITIAL.match(syllable)
    first = initial.group() if initial else ""
    last = syllable[len(first) :]
    final = _FINALS.get(last, last)
    finals = {final, last, *(("i",) if last == "u" and first in _BUZZED else ())}
    if last == "o":
        finals.add("uo")
    return tuple(sorted({syllable, *(one + end for one in _initials(first, last) for end in finals)}))


def _initials(first: str, last: str) -> tuple[str, ...]:
    if first != "ch":
        return _INITIALS.get(first, (first,))
    if last.startswith("ih") or last[:1] not in {"i", "u"}:
        return _CH_BACK
    return _CH_FRONT if last.startswith("i") else (*_CH_FRONT, *_CH_BACK)
