"""Pasted text → lines, each a paragraph, heading or piece of furniture."""

from __future__ import annotations

from digest.read.blocks import joined
from digest.read.furniture import ends_sentence
from digest.read.furniture.lines import Line

_WIDEST = 130
"""Characters beyond which a line is a whole paragraph rather than a wrapped part of one."""
_NARROWEST = 30
_FULL = 0.75
"""The share of the widest line that a line fills if the next one continues it."""


def lines_from_text(source: str, *, language: str) -> list[Line]:
    """Return the lines that are not blank; paragraphs wrapped at a width are made whole again."""
    numbered = [Line(number, line.strip()) for number, line in enumerate(source.split("\n"), 1)]
    groups: list[list[Line]] = [[]]
    for line in numbered:
        if line.text:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    width = _wrapped_at([group for group in groups if len(group) > 1])
    return [
        Line(part[0].number, joined([line.text for line in part], language=language))
        for group in groups
        for part in _parts(group, width)
    ]


def _wrapped_at(groups: list[list[Line]]) -> int | None:
    """Return the width at which the text is wrapped, or None if each line is a paragraph."""
    inner = [line.text for group in groups for line in group[:-1]]
    width = max(map(len, inner), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return None
    full = [text for text in inner if len(text) >= _FULL * width]
    broken = [text for text in full if not ends_sentence(text)]
    is_wrapped = len(full) >= 0.6 * len(inner) and len(broken) >= max(2, 0.6 * len(full))
    return width if is_wrapped else None


def _parts(group: list[Line], width: int | None) -> list[list[Line]]:
    """Cut a group of lines where a line ends a paragraph."""
    parts: list[list[Line]] = []
    for line in group:
        if width and parts and len(parts[-1][-1].text) >= _FULL * width:
            parts[-1].append(line)
        else:
            parts.append([line])
    return parts
