"""The beginning of a text, where there is room for no more."""

from __future__ import annotations

import re

from digest.model import fitting

_END = re.compile(r"""[.!?…؟۔।]["'”’»“)\]]*(?=\s|$)|[。！？][」』”’]*""")
_PAIRS = (("“", "”"), ("«", "»"), ("「", "」"), ("『", "』"), ("(", ")"))


def brief(text: str, words: int = 0) -> str:
    """Return the beginning of a text, up to a whole sentence where one fits; 0 words: all of it.

    It never ends within a quotation that it opened, where any sentence ends before that.

    >>> brief("One two three. Four five six.", 4), brief("One two three four", 2)
    ('One two three.', 'One two…')
    >>> brief("He came. She said: “I saw. I left.”", 6)
    'He came.'
    """
    length = fitting(text, words)[0] if words else len(text)
    if length == len(text):
        return text
    kept = text[:length]
    ends = [found.end() for found in _END.finditer(kept)]
    return next((kept[:end] for end in reversed(ends) if _is_closed(kept[:end])), f"{kept}…")


def _is_closed(text: str) -> bool:
    return text.count('"') % 2 == 0 and all(text.count(left) <= text.count(right) for left, right in _PAIRS)
