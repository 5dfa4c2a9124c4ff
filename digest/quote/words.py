"""The words around a place in a text."""

from __future__ import annotations

import re

_WORD_BACKWARDS = re.compile(r"[ \u00a0]*([^\s,;:.!?，。！？：；、،؛؟()«»“”„\"￼]+)")
_LONGEST = 40
"""Characters of a word at most."""


def before_word(text: str, at: int, floor: int = 0) -> str:
    """Return the word directly before a place, from `floor` on, or an empty string."""
    low = max(floor, at - _LONGEST)
    # Most words stand between two spaces; the pattern is for all others.
    if at - 1 > floor and text[at - 1] == " ":
        space = text.rfind(" ", low, at - 1)
        if space >= 0 and (plain := text[space + 1 : at - 1]).isalnum():
            return plain
    found = _WORD_BACKWARDS.match(text[low:at][::-1])
    return found.group(1)[::-1] if found else ""
