"""Text as people paste it from a page → paragraphs and section headings, without the page's furniture.

Furniture stands before the text (byline, buttons), after it (lists of other articles), between its
paragraphs, and glued to either, because pages part it by boxes and not by words. What decides is the
shape of the text; the words of `furniture/*.toml` only tell where to look. When in doubt a line stays:
prose is never cut for its words alone, and a paragraph with somebody's quoted words is never cut at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from digest.languages.dates import dated
from digest.model import BlockKind
from digest.read.furniture import (
    Cut,
    Furniture,
    Line,
    Role,
    cut_opening,
    furniture,
    is_text,
    reasons_for,
    role_of,
    settled,
)
from digest.read.pasted.lines import lines_from_text
from digest.read.text import Passage, guillemets

_DOTS = re.compile(r"(?:\.{3,}|…)\s*")


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was kept of a pasted text, and what was cut."""

    passages: list[Passage]
    authors: tuple[str, ...]
    cuts: list[Cut]
    published: str | None = None
    """In ISO 8601, with an offset where it tells one."""
    updated: str | None = None


def read_pasted(source: str, *, language: str, title: str | None = None) -> Pasted:
    """Return paragraphs and section headings of a pasted text, the authors its byline names, and the cuts."""
    known = furniture(language)
    found = lines_from_text(guillemets(source), language=language)
    lines = [part for line in found.kept for part in _unglued(line, known)]
    opening = cut_opening(lines, known, title=title)
    roles = settled([role_of(line.text, known) for line in opening.lines])
    reasons = reasons_for(opening.lines, roles, known)
    kept = [
        (line, role) for line, role, reason in zip(opening.lines, roles, reasons, strict=True) if not reason
    ]
    cuts = [Cut(line.number, line.text, r) for line, r in zip(opening.lines, reasons, strict=True) if r]
    passages, dots = _passages(kept)
    return Pasted(
        passages,
        opening.authors,
        sorted((*found.cuts, *opening.cuts, *cuts, *dots), key=lambda cut: cut.line),
        *_days(opening.stamps, language),
    )


def _days(stamps: Iterable[str], language: str) -> tuple[str | None, str | None]:
    """Return when a text was published, and last changed if it says two days or times."""
    told = sorted({iso for stamp in stamps if (iso := dated(stamp, language).iso)})
    first, last = (told[0], told[-1]) if told else (None, None)
    return first, last if first and last and not last.startswith(first) else None


def _unglued(line: Line, known: Furniture) -> Iterator[Line]:
    """Yield the parts of a line that pages show apart: entries with reading times, a heading at its end."""
    for part in known.glued_time.sub(r"\1\n", line.text).split("\n"):
        end = known.glued_end.search(part)
        cut = end.start() if end else len(part)
        time = known.times_after_prose.search(part[:cut])
        if time and is_text(part[: time.start()], role_of(part[: time.start()], known)):
            yield Line(line.number, part[: time.start()])
            yield Line(line.number, time[0])
        else:
            yield Line(line.number, part[:cut].rstrip())
        if end:
            yield Line(line.number, part[cut:])


def _passages(kept: list[tuple[Line, Role]]) -> tuple[list[Passage], list[Cut]]:
    """Return paragraphs and headings, and the stray dots cut before headings."""
    passages, cuts = [], []
    for index, (line, role) in enumerate(kept):
        text, prose = line.text, role not in {Role.SHORT, Role.HEADING}
        dots = _DOTS.match(text)
        if dots and not prose:
            cuts.append(Cut(line.number, dots[0].strip(), "stray dots before a heading"))
            text = text[dots.end() :]
        if text:
            heads = not prose and _heads(text, kept[index + 1 : index + 2], kept[max(index - 1, 0) : index])
            kind = BlockKind.HEADING if heads else BlockKind.PARAGRAPH
            passages.append(Passage(text, kind, line.number))
    return passages, cuts


def _heads(text: str, after: Iterable[tuple[Line, Role]], before: Iterable[tuple[Line, Role]]) -> bool:
    """Tell whether a short line is a section heading: alone between paragraphs, and no introduction."""
    prose = {Role.PROSE, Role.QUOTED}
    stands_before = any(role in prose for _, role in after)
    stands_alone = all(role in prose for _, role in before)
    return stands_before and stands_alone and len(text) <= 90 and not text.endswith((":", ":", ",", ";"))
