"""Paragraphs that are longer than the Markdown library can bear, cut before it and put together after it.

For each sign in a paragraph the library copies all of it: of 12,000 `&amp;` in a line that is 1 GB. No
paragraph of a newspaper is as long; what is cut in two is at most the emphasis of a few words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from digest.model import LanguagePart, Span
from digest.read.text.blocks import Passage

_LONG, _ROOM = 8_000, 500
"""Characters of a piece, and those that are looked through for a space to cut at."""
_ENDLESS = 200_000
"""Characters of a block from which on it is cut even though that may end a list in it."""
_BLANK = re.compile(r"(\n(?:[ \t]*\n)+)")
_OF_BLOCKS = re.compile(r"^[ ]*(?:[-+*>|=#]|\d+\\?\.|\t|[ ]{4})", re.MULTILINE)
_DEEP = re.compile(r"^[ ]{400,}[-+*\d]", re.MULTILINE)
"""A list that no library reads; a piece of it would be taken for a text."""
_SPACE = re.compile(r"\s+")
_SPACED, _GLUED = "\ue0c0", "\ue0c1"
"""What a piece begins with that goes on behind a space, or without one."""
_SIGNS = re.compile(f"[{_SPACED}{_GLUED}]")


def in_pieces(source: str) -> str:
    """Return Markdown without paragraphs of more than 8,000 characters."""
    if len(source) <= _LONG:
        return source
    return "".join(map(_cut, _BLANK.split(_SIGNS.sub("", source))))


def _cut(block: str) -> str:
    if len(block) <= _LONG:
        return block
    if _OF_BLOCKS.search(block) and (len(block) <= _ENDLESS or _DEEP.search(block)):
        return "\n".join("\n\n".join(_pieces(line)) for line in block.split("\n"))
    return "\n\n".join(_pieces(block))


def _pieces(text: str) -> Iterator[str]:
    at, sign = 0, ""
    while len(text) - at > _LONG:
        place = at + _LONG
        if space := _SPACE.search(text, place, place + _ROOM):
            end, following, then = space.start(), space.end(), _SPACED
        else:
            # Behind an entity or a tag rather than in it.
            end = max(text.rfind(last, place - _ROOM, place) for last in ";>") + 1 or place
            following, then = end, _GLUED
        yield sign + text[at:end]
        at, sign = following, then
    yield sign + text[at:]


def whole(passages: Iterable[Passage]) -> list[Passage]:
    """Return passages with those put together that were cut."""
    found: list[Passage] = []
    for passage in passages:
        sign = passage.text[:1]
        if not _SIGNS.match(sign):
            found.append(passage)
        elif found:
            found[-1] = _together(found[-1], passage.without_start(1), " " if sign == _SPACED else "")
        else:
            found.append(passage.without_start(1))
    return found


def _together(first: Passage, second: Passage, between: str) -> Passage:
    start = len(first.text) + len(between)
    moved = (
        LanguagePart(Span(part.span.start + start, part.span.end + start), part.language)
        for part in second.parts
    )
    return replace(first, text=f"{first.text}{between}{second.text}", parts=(*first.parts, *moved))
