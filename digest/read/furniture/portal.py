"""Lines that portals put between a headline and its text, when somebody copies a whole page.

They are looked for in the opening alone: in a text, a date or an address in a line of its own may be meant.
"""

from __future__ import annotations

import re

from digest.languages.numbers import is_date
from digest.read.furniture.lines import Line
from digest.read.furniture.phrases import Furniture, is_prose

CREDIT = "who made a picture"
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s+")
_LONGEST = 120
"""Characters of a credit or caption."""
_SECTION_WORDS = 3
"""Words of a section's name with what is glued to it: `PoliticsNorth America`."""


def of_portal(text: str, known: Furniture) -> str | None:
    """Return why a line of an opening is no part of the text, None if it may be one."""
    if _ADDRESS.fullmatch(text):
        return "the address of the page"
    if numbered := _NUMBERED.match(text):
        rest = text[numbered.end() :]
        if known.buttons.fullmatch(rest) or known.lines.fullmatch(rest):
            return "a button or link of the page"
    if len(text) > _LONGEST:
        return None
    if is_date(text, known.language):  # also one that ends with a full stop: `3 июня 2025 г.`
        return "when the page was published"
    return None if is_prose(text, spaced=known.spaced) else _of_short(text, known)


def _of_short(text: str, known: Furniture) -> str | None:
    if known.credits.match(text):
        return CREDIT
    section = known.sections.match(text)
    glued = section and text[section.end()].isupper() and len(text.split()) <= _SECTION_WORDS
    return "the section" if glued else None


def is_caption(line: Line, credit: Line, known: Furniture) -> bool:
    """Tell whether a line says what the picture shows whose credit stands right below."""
    near = credit.number - line.number == 1
    return near and len(line.text) <= _LONGEST and not is_prose(line.text, spaced=known.spaced)
