"""The beginning of a text, where there is room for no more."""

from __future__ import annotations

import re

from digest.model import fitting

_END = re.compile(r"""[.!?…؟۔।]["'”’»“)\]]*(?=\s|$)|[。！？][」』”’]*""")
_BEFORE_DOTS = " .,;:…、，。؛،—–-"
"""What an ellipsis stands instead of."""
_PAIRS = (("“", "”"), ("«", "»"), ("「", "」"), ("『", "』"), ("(", ")"))


def brief(text: str, words: int = 0) -> str:
    """Return the beginning of a text, up to a whole sentence where one fits; 0 words: all of it.

    It never ends within a quotation that it opened, where any sentence ends before that.

    >>> brief("One two three. Four five six.", 4), brief("One two three four", 2)
    ('One two three.', 'One two…')
    >>> brief("He came. She said: “I saw. I left.”", 6), brief("She said: “I saw. I left.”", 4)
    ('He came.', 'She said: “I saw…')
    """
    length = fitting(text, words)[0] if words else len(text)
    return text if length == len(text) else ended(text[:length])


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
    return text.count('"') % 2 == 0 and all(text.count(left) <= text.count(right) for left, right in _PAIRS)
