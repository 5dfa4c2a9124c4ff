"""The beginning of a text, where there is room for no more."""

from __future__ import annotations

import re
from math import ceil
from unicodedata import east_asian_width

from digest.model import fitting

_END = re.compile(r"""[.!?…؟۔।]["'”’»“)\]]*(?=\s|$)|[。！？][」』”’]*""")
_BEFORE_DOTS = " .,;:…、，。؛،—–-"
"""What an ellipsis stands instead of."""
_PAIRS = (("«", "»"), ("「", "」"), ("『", "』"), ("(", ")"))
_STRETCH = 2
"""How many times as long a text may get so that no quotation is cut from who said it."""


_LINE = 21
"""Letters of a headline in a line of a phone 360 px wide; of Chinese and the like, half as many."""
_WORDS = 5
"""Of a text below a headline, in such a line."""
_LINES = 8
"""Lines that headline and text may have together, so that what was said begins on the first screen."""


def beneath(text: str, headline: str, *, noted: bool, most: int) -> int:
    """Return how many words of a text stand below a headline, for `brief`: the fewer, the longer that is.

    None at all (0) where no whole sentence is as short, or a quotation would be cut: that stands below.

    Args:
        text: What happened.
        headline: Above it.
        noted: Whether who translated the headline is told between them.
        most: Words for which there is ever room.

    >>> beneath("He came. " * 20, "He came", noted=False, most=32)
    32
    >>> beneath("“I saw” " * 9, "Word " * 40, noted=True, most=32)
    0
    """
    wide = sum(2 if east_asian_width(letter) in "WF" else 1 for letter in headline)
    lines = _LINES - ceil(wide / _LINE) - (1.5 if noted else 0)
    words = min(most, int(lines * _WORDS))
    shown = brief(text, words) if words > 0 else ""
    fits = shown and fitting(shown, words)[0] >= len(shown.removesuffix("…"))
    return words if fits and (not shown.endswith("…") or _is_closed(shown)) else 0


def brief(text: str, words: int = 0) -> str:
    """Return the beginning of a text, up to a whole sentence where one fits; 0 words: all of it.

    It never ends within a quotation that it opened, where any sentence ends before that or soon after.

    >>> brief("One two three. Four five six.", 4), brief("One two three four", 2)
    ('One two three.', 'One two…')
    >>> brief("He came. She said: “I saw. I left.”", 6), brief("She said: “I saw. I left.” He slept.", 4)
    ('He came.', 'She said: “I saw. I left.”')
    """
    length = fitting(text, words)[0] if words else len(text)
    if length == len(text):
        return text
    kept = ended(text[:length])
    if not kept.endswith("…") or _is_closed(kept):
        return kept
    longer = text[: fitting(text, words * _STRETCH)[0]]
    ends = (found.end() for found in _END.finditer(longer))
    return next((longer[:end] for end in ends if _is_closed(longer[:end])), kept)


def ended(kept: str, least: int = 0) -> str:
    """Return the beginning of a text up to its last whole sentence, or, where none ends, with an ellipsis.

    Args:
        kept: the beginning.
        least: characters that must be left of it; sentences that end before count for nothing.
    """
    ends = [found.end() for found in _END.finditer(kept) if found.end() > least]
    return next(
        (kept[:end] for end in reversed(ends) if _is_closed(kept[:end])), f"{kept.rstrip(_BEFORE_DOTS)}…"
    )


def _is_closed(text: str) -> bool:
    low, left, right = (text.count(mark) for mark in "„“”")
    # “ closes in German, and ” in Polish, what „ opened.
    curly = low <= left + right if low else left <= right
    return (
        curly and text.count('"') % 2 == 0 and all(text.count(one) <= text.count(end) for one, end in _PAIRS)
    )
