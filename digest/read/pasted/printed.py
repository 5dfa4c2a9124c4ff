"""What a printer sets at the head and foot of each page, between the lines of a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_NUMBERS = re.compile(r"\d+")
_PAGE = re.compile(
    r"[-–—\s|]*(?:(?:pages?|seiten?|s\.|página|pág\.|pagina|страница|стр\.|стор\.|strona|sayfa|sida|side|第|صفحة|ص|עמוד|p\.)\s*)?"
    r"\d{1,4}(?:\s*(?:/|of|de|von|di|van|из|з|z|sur|av|af|من|מתוך)\s*\d{1,4})?\s*(?:页|頁|ページ|쪽)?[-–—\s|]*",
    re.IGNORECASE,
)
_FOOT = re.compile(
    r"(?:https?://|file:///|www\.)\S+\s+\d{1,4}\s*/\s*\d{1,4}|\d{1,4}\s*/\s*\d{1,4}\s+(?:https?://|www\.)\S+"
)
_HEAD = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+(?:[ap]\.?m\.?\s*|上午|下午|午前|午後|오전 |오후 )?"
    r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?\s?m\.?|\s*[صم])?\s+\S.{0,180}",
    re.IGNORECASE,
)
_LONGEST_RUNNING = 90
"""Characters of a line that stands at the head or foot of every printed page."""
_OFTEN = 3
"""Pages on which it stands: twice may be a refrain."""


def is_printed(line: str) -> bool:
    """Tell whether a line is the head or foot that browsers print, or a page's number.

    >>> is_printed("https://example.org/port 1/2"), is_printed("Page 2 of 3"), is_printed("In 2025 he left.")
    (True, True, False)
    """
    if _PAGE.fullmatch(line):
        # A number alone may be part of the text; with a word, a dash or a total it is not.
        return not line.isdecimal()
    return bool(_FOOT.fullmatch(line) or _HEAD.fullmatch(line))


def running_lines(lines: Iterable[str]) -> frozenset[str]:
    """Return the short lines that come again and again but for their numbers: names of papers, chapters."""
    shown = [line for line in lines if line and len(line) <= _LONGEST_RUNNING and _NUMBERS.search(line)]
    counts = Counter(_NUMBERS.sub("0", line) for line in shown)
    return frozenset(
        line for line in shown if counts[_NUMBERS.sub("0", line)] >= _OFTEN and not _is_prose(line)
    )


def _is_prose(line: str) -> bool:
    return line[0] in '-—–«„“"' or line.rstrip().endswith((".", "!", "?", "。", ",", ";", ":", "”", "»"))
