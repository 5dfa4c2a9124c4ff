"""What an extractor leaves around a page's text: headline, stamps, buttons, invitations, notices of rights.

The rules are those of pasted texts (`furniture`), without what only glued lines need.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from digest.languages.numbers import is_date
from digest.model import BlockKind
from digest.read.furniture import (
    CREDIT,
    Cut,
    Furniture,
    Line,
    Role,
    byline_names,
    ends_sentence,
    furniture,
    is_prose,
    is_protected,
    of_portal,
    reasons_for,
    role_of,
    settled,
    side_by_side,
    stands_with_name,
)
from digest.read.page.leading import is_paragraph
from digest.read.text import Passage

_OPENING = 8
"""Passages among which a headline is said again, and what stands above it."""
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b).{0,160}", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_TIME = re.compile(
    r"\W*(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}"
    r"|\d{4}年\d{1,2}月\d{1,2}日|\d{4}년 \d{1,2}월 \d{1,2}일)"
    r"(?:\D{0,12}\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s*(?:[ap]\.?m\.?|Uhr|[A-Z]{2,5}|[+-]\d\d:?\d\d))?)?\W*",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\W*\d{1,2}\s?(?:[:.]|h|時|时|시)\s?\d{2}(?:\s?(?::\d\d|分|분))?\s*(?:[ap]\.?m\.?|Uhr|hs?|[A-Z]{2,4})?\W*",
    re.IGNORECASE,
)
"""The time of an entry in a ticker, alone in its line."""
_LONGEST_WALL = 240
"""Characters of a line that turns readers without a subscription away."""
_LONGEST_INVITATION = 160
"""Characters of an invitation to a newsletter; a longer one tells something, too."""
_LONGEST_ROW = 120
_LONGEST_BYLINE = 70
"""Characters of a byline: names, a date, how long it takes to read."""
_LONGEST_BUTTON = 40
_LONGEST_OFFER = 8
"""Passages above a line for subscribers that may belong to it."""
_NEAR_END = 4
"""Passages before the end among which a line for subscribers stands: it is where the page was cut."""


@dataclass(frozen=True, slots=True)
class Furnished:
    """What is kept of a page's passages, what is cut, and whether the rest is said to be for subscribers."""

    passages: list[Passage]
    cuts: list[Cut]
    walled: bool


def without_furniture(
    passages: list[Passage], *, language: str, title: str | None, names: Iterable[str] = ()
) -> Furnished:
    """Return the passages of a page without what is no part of its text.

    Args:
        passages: As extracted.
        language: Of the text.
        title: Its headline, if one is known.
        names: Its authors and its outlet.
    """
    known = furniture(language)
    reasons = _opening(passages, known, title)
    _cut_names(passages, reasons, known, names)
    lines = [Line(1, passage.text) for passage in passages]
    roles = settled([_role(passage, known) for passage in passages])
    for index, reason in enumerate(reasons_for(lines, roles, known)):
        reasons[index] = reasons[index] or reason
    walled = False
    for index, passage in enumerate(passages):
        text = passage.text
        invites = len(text) <= _LONGEST_INVITATION and known.invitations.fullmatch(text)
        if (roles[index] is Role.ADVERT or (invites and roles[index] is not Role.QUOTED)) and not reasons[
            index
        ]:
            reasons[index] = "advertising for the outlet"
        elif of_portal(text, known) is CREDIT:
            reasons[index] = reasons[index] or CREDIT
        elif _is_alone(text, known):
            reasons[index] = reasons[index] or "a notice or address of the page"
        elif _CLOCK.fullmatch(text):
            reasons[index] = reasons[index] or "when an entry was published"
        elif not any(map(str.isalnum, text)):
            reasons[index] = reasons[index] or "a sign without words"
        at_end = index >= len(passages) - _NEAR_END
        if (
            at_end
            and len(text) <= _LONGEST_WALL
            and known.walls.search(text)
            and not is_protected(text, spaced=known.spaced)
        ):
            reasons[index] = "a line for subscribers"
            _cut_offer(passages, reasons, index, known)
            walled = True
    _cut_lone_headings(passages, reasons)
    kept = [passage for passage, reason in zip(passages, reasons, strict=True) if not reason]
    cuts = [Cut(1, passage.text, reason) for passage, reason in zip(passages, reasons, strict=True) if reason]
    return Furnished(kept, cuts, walled)


def _cut_offer(passages: list[Passage], reasons: list[str | None], wall: int, known: Furniture) -> None:
    """Cut what stands right above a line for subscribers and offers the same: what they get, at what price.

    A paragraph that was cut in its middle stays: it is the text.
    """
    for index in range(wall - 1, max(wall - _LONGEST_OFFER, 0) - 1, -1):
        passage = passages[index]
        short = len(passage.text) <= _LONGEST_BUTTON and not ends_sentence(passage.text)
        listed = short or passage.kind is BlockKind.ITEM
        offers = known.offers.search(passage.text) or passage.text.rstrip().endswith(("?", "？", "؟"))
        if len(passage.text) > _LONGEST_WALL or not (listed or offers):
            return
        if is_protected(passage.text, spaced=known.spaced):
            return
        reasons[index] = reasons[index] or "a line for subscribers"


def signed(passages: list[Passage], *, language: str) -> tuple[str, ...]:
    """Return the authors whom a line at a text's end names: “Text: Anders Holm”."""
    known = furniture(language)
    for passage in passages[-_NEAR_END:]:
        word = known.bylines.match(passage.text)
        if word and word[0].rstrip().endswith((":", "：")) and (names := byline_names(passage.text, known)):
            return names
    return ()


def _role(passage: Passage, known: Furniture) -> Role:
    role = role_of(passage.text, known)
    # A heading of the page's own markup heads what follows; a block quotation is somebody's words.
    if passage.kind is BlockKind.QUOTATION and role in {
        Role.SHORT,
        Role.PERHAPS_ENTRY,
        Role.ENTRY,
        Role.HEADING,
    }:
        return Role.PROSE
    return role


def _opening(passages: list[Passage], known: Furniture, title: str | None) -> list[str | None]:
    """Return why passages before the text are cut: the headline again, what stands above it, and stamps."""
    reasons: list[str | None] = [None] * len(passages)
    wanted = _folded(title) if title else None
    for index, passage in enumerate(passages[:_OPENING]):
        if (
            wanted
            and len(passages) > 1
            and len(passage.text) < 2 * len(title or "")
            and _says(passage, wanted)
        ):
            reasons[index] = "the title again"
            for above in range(index):
                text = passages[above].text
                if not (is_prose(text, spaced=known.spaced) or is_paragraph(text)):
                    reasons[above] = reasons[above] or "above the title"
    for index, passage in enumerate(passages[:_OPENING]):
        prose = is_prose(passage.text, spaced=known.spaced)
        if _TIME.fullmatch(passage.text) or (not prose and known.stamps.fullmatch(passage.text)):
            reasons[index] = reasons[index] or "when the page was published"
        elif passage.kind is BlockKind.PARAGRAPH and (why := of_portal(passage.text, known)):
            reasons[index] = reasons[index] or why
        elif stands_with_name(passage.text, known) or _tells_day(passage.text, known):
            reasons[index] = reasons[index] or "when the page was published"
        elif prose and not reasons[index]:
            break
    return reasons


def _tells_day(text: str, known: Furniture) -> bool:
    """Tell whether a line says several things side by side, one of them a day: who, where and when."""
    parts = side_by_side(text) if len(text) <= _LONGEST_ROW and not ends_sentence(text) else []
    return len(parts) > 1 and any(is_date(part, known.language) for part in parts)


def _says(passage: Passage, title: str) -> bool:
    """Tell whether a passage is the headline, or a heading with a word or two before it: “Port: It opens”."""
    folded = _folded(passage.text)
    return folded == title or (passage.kind is BlockKind.HEADING and folded.endswith(title))


def _cut_names(
    passages: list[Passage], reasons: list[str | None], known: Furniture, names: Iterable[str]
) -> None:
    """Cut lines that only say who wrote or published the text: a name, with a date or an office beside it."""
    folded = [name for name in map(_folded, names) if name]
    for index, passage in enumerate(passages):
        if len(passage.text) > _LONGEST_BYLINE:
            continue
        line = _folded(passage.text)
        at_end = index >= len(passages) - _NEAR_END
        if line in folded:
            reasons[index] = reasons[index] or "who wrote or published it"
        elif index < _OPENING or at_end:
            word = known.bylines.match(passage.text)
            told = _folded(passage.text[word.end() :]) if word else line
            if told.startswith(tuple(folded)) and not ends_sentence(passage.text):
                reasons[index] = reasons[index] or "who wrote or published it"


def _folded(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _is_alone(text: str, known: Furniture) -> bool:
    return bool(_ADDRESS.fullmatch(text) or _RIGHTS.fullmatch(text)) and not is_protected(
        text, spaced=known.spaced
    )


def _cut_lone_headings(passages: list[Passage], reasons: list[str | None]) -> None:
    """Cut headings whose section was cut with all that stood in it, and those at the end."""
    left = [index for index, reason in enumerate(reasons) if not reason]
    while left and passages[left[-1]].kind is BlockKind.HEADING:
        reasons[left.pop()] = "a heading without a text"
    for before, after in pairwise(left):
        if after > before + 1 and passages[before].kind is passages[after].kind is BlockKind.HEADING:
            reasons[before] = "a heading without a text"
