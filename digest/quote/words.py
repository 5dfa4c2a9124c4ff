"""The words around a place in a text."""

from __future__ import annotations

import re

_LAST_WORD = re.compile(r"([^\s,;:.!?，。！？：；、،؛؟()«»“”„\"￼]+)[ \u00a0]*\Z")


def before_word(text: str, at: int, floor: int = 0) -> str:
    """Return the word directly before a place, from `floor` on, or an empty string."""
    found = _LAST_WORD.search(text, max(floor, at - 40), at)
    return found.group(1) if found else ""
