"""The words around a place in a text."""

from __future__ import annotations

import re

from digest.quote.grammar.limits import UNSPACED_WORD, WORD_LENGTH

SIGNS = "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
"""Signs of vowels, which are letters to a reader of Hindi and none to a regular expression."""
WORDS = re.compile(rf"[^\W_][\w’'{SIGNS}-]*")
"""A word with what is written together with it."""
_COUNTED = re.compile(rf"[\w{SIGNS}]+(?:['’-][\w{SIGNS}]+)*")
_WORD_BACKWARDS = re.compile(r"[ \u00a0]*([^\s,;:.!?।…，。！？：；、،؛؟()«»“”„\"￼]+)")


def before_word(text: str, at: int, floor: int = 0) -> str:
    """Return the word directly before a place, from `floor` on, or an empty string."""
    start = floor if floor > at - WORD_LENGTH else max(0, at - WORD_LENGTH)
    # Most words stand between two spaces; the pattern is for all others.
    if at > start and text[at - 1] == " ":
        space = text.rfind(" ", start, at - 1)
        if space >= 0 and (plain := text[space + 1 : at - 1]).isalnum():
            return plain
    lead = text[start:at]
    found = _WORD_BACKWARDS.match(lead[::-1])
    return found.group(1)[::-1] if found else ""


def count_words(text: str, *, spaced: bool) -> int:
    """Return the number of words, or about as many where no white space parts them."""
    return len(_COUNTED.findall(text)) if spaced else sum(map(str.isalpha, text)) // UNSPACED_WORD
