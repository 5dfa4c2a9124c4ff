"""Texts written from right to left that were copied in the order of the screen: backwards."""

from __future__ import annotations

import re

_STOP_FIRST = re.compile(r"^\s*[.,:;!؟؛،]\s*[«»\"(]?\s*\w")
_STOP_LAST = re.compile(r"[.:;!؟؛،?][»\"”’)]*\s*$")
_FINAL_FIRST = re.compile(r"(?<!\w)[ةىךםןףץ]\w")
"""Letters that only end a word, at the beginning of one."""
_WORD = re.compile(r"\w{2,}")
_FEWEST_LINES = 2
"""Lines that begin with a full stop: one may be a slip."""
_SHARE = 0.04
"""The share of words that begin with a final letter: foreign and misspelt words stay below it."""


def reads_backwards(text: str) -> bool:
    r"""Tell whether the lines of a text begin with what ends sentences, or its words with what ends words.

    >>> reads_backwards(".בבוקר הגיע הוא\n\n.בערב הלך היא")
    True
    """
    lines = [line for line in text.split("\n") if len(line.split()) > 2]
    first = sum(bool(_STOP_FIRST.match(line)) for line in lines)
    last = sum(bool(_STOP_LAST.search(line)) for line in lines)
    if first >= _FEWEST_LINES and first > last:
        return True
    words = len(_WORD.findall(text))
    return words > 0 and len(_FINAL_FIRST.findall(text)) > max(2, _SHARE * words)
