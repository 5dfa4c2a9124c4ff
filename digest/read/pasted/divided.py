"""Words divided at the ends of lines → whole words; hyphens that belong to a word stay."""

from __future__ import annotations

import re
from collections.abc import Iterable

from digest.languages import row, vocabulary
from digest.languages.lexicon import RAREST, rarity, stems
from digest.read.furniture import furniture
from digest.read.text import joined

_DIVIDED = re.compile(r"(?P<left>[^\W\d_]+)(?:[-‐¬\u00ad])$")
_NUMBER = re.compile(r"\d[-–‐]$")
_WORD = re.compile(r"[^\W\d_]+")
_LINKING = tuple("oоеi")
"""How the first half of a compound of two languages or peoples ends: franco-alemán, северо-западный."""
_LEAST = 4
"""Letters of each half of such a compound."""


def rejoined(lines: Iterable[str], *, language: str) -> str:
    """Join the lines of one paragraph, words divided between them made whole.

    >>> rejoined(["we leave no-", "body behind in the", "Nord-", "Süd plan"], language="en")
    'we leave nobody behind in the Nord-Süd plan'
    """
    parts = [line.strip() for line in lines if line.strip()]
    whole = " ".join(parts)
    text: list[str] = []
    for part in parts:
        if text and (seam := _seam(text[-1], part, whole, language)):
            text[-1] = seam
        else:
            text.append(part)
    return joined(text, language=language)


def _seam(line: str, after: str, whole: str, language: str) -> str | None:
    """Return two lines as one where a word or a span of numbers goes on, None where they are parted."""
    if _NUMBER.search(line) and after[0].isdigit():
        return line + after
    divided, word = _DIVIDED.search(line), _WORD.match(after)
    if not divided or not word:
        return None
    left, right = divided["left"], word[0]
    if right.casefold() in _conjunctions(language):  # “Vor- und Nachteile”
        return None
    if after[0].isupper() and not left.isupper():
        return line + after
    keeps = line[-1] == "-" and _is_compound(left, right, whole, language)
    return (line if keeps else line[:-1]) + after


def _conjunctions(language: str) -> frozenset[str]:
    words = [word for word in row(language).joins if word.isalpha()]
    return frozenset(one.casefold() for one in [*words, *_WORD.findall(furniture(language).ands.pattern)])


def _is_compound(left: str, right: str, whole: str, language: str) -> bool:
    """Tell whether the hyphen belongs to the word."""
    if right.casefold() in furniture(language).hyphened:
        return True
    if re.search(rf"\b{re.escape(left + right)}", whole, re.IGNORECASE) or vocabulary.evidence(
        (left + right).lower()
    ):
        return False
    if re.search(rf"\b{re.escape(left)}-{re.escape(right)}", whole, re.IGNORECASE):
        return True
    if row(language).nouns_are_capital or min(len(left), len(right)) < _LEAST or not left.endswith(_LINKING):
        return False
    return not _is_known(left + right, language, beyond=len(left)) and _is_known(right, language)


def _is_known(word: str, language: str, *, beyond: int = 0) -> bool:
    """Tell whether a table of the lexicon holds the word; a stem no longer than `beyond` says nothing."""
    return any(len(stem) > beyond and rarity(stem, language) < RAREST for stem in stems(word, language))
