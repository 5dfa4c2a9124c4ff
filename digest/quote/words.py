"""The words around a place in a text."""

from __future__ import annotations

import re

_WORD_BACKWARDS = re.compile(r"[ \u00a0]*([^\s,;:.!?，。！？：；、،؛؟()«»“”„\"￼]+)")
_LONGEST = 40
"""Characters of a word at most."""


def before_word(text: str, at: int, floor: int = 0) -> str:
    """Return the word directly before a place, from `floor` on, or an empty string."""
    lead = text[max(floor, at - _LONGEST) : at]
    # Most words stand between two spaces; the pattern is for all others.
    if lead[-1:] == " ":
        _, space, plain = lead[:-1].rpartition(" ")
        if space and plain.isalnum():
            return plain
    found = _WORD_BACKWARDS.match(lead[::-1])
    return found.group(1)[::-1] if found else ""
