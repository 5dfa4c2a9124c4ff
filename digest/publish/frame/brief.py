"""The beginning of a text, where there is room for no more."""

from __future__ import annotations

import re

from digest.model import fitting

_END = re.compile(r"""[.!?…؟۔।]["'”’»“)\]]*(?=\s|$)|[。！？][」』”’]*""")
_BEFORE_DOTS = " .,;:…、，。؛،—–-"
"""What an ellipsis stands instead of."""
_PAIRS = (("«", "»"), ("「", "」"), ("『", "』"), ("(", ")"))
_STRETCH = 2
"""How many times as long a text may get so that no quotation is cut from who said it."""


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
