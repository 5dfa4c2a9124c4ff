"""What stands before a pasted text: its byline, buttons, dates, and the title again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from digest.languages.dates import is_stamp
from digest.read.furniture.bylines import LONGEST_NAME, names_in, side_by_side
from digest.read.furniture.lines import Cut, Line
from digest.read.furniture.phrases import Furniture, ends_sentence, is_prose
from digest.read.furniture.portal import CREDIT, is_caption, of_portal

_STAMP = "when the page was published"
_SOURCE = re.compile(
    r"(?:来源|來源|出处|稿源|文章来源|出典|출처|Source|Quelle|Fuente|Fonte|Источник|Kaynak|Nguồn|المصدر|منبع|स्रोत)"
    r"\s?[:：]\s?.{1,40}(?<![.!?。])"
)
"""A line that says whose text it is; below the headline it is no part of it."""
_LONGEST_ROW = 120
_DEEPEST = 12
"""Lines among which the opening is sought."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A text without what stood before it."""

    lines: list[Line]
    authors: tuple[str, ...]
    cuts: list[Cut]
    stamps: tuple[str, ...] = ()
    """What it said of when it was published, in its order."""


def cut_opening(lines: list[Line], known: Furniture, *, title: str | None) -> Opening:
    """Cut byline, buttons, dates and the repeated title above the first paragraph, or glued to it."""
    kept: list[Line] = []
    cuts: list[Cut] = []
    authors: tuple[str, ...] = ()
    lines = [part for line in lines[:_DEEPEST] for part in _parted(line, known)] + lines[_DEEPEST:]
    for index, line in enumerate(lines):
        names, at = _furniture_before(line.text, known, byline=not authors)
        authors = authors or names
        if at:
            cuts.append(
                Cut(line.number, line.text[:at].strip(), "the byline" if names else "buttons before the text")
            )
        rest = line.text[at:].strip()
        reason = _whole_line(rest, known, title) or of_portal(rest, known)
        if reason:
            # The first line may be a headline that nobody has told.
            if reason is CREDIT and len(kept) > (not title) and is_caption(kept[-1], line, known):
                caption = kept.pop()
                cuts.append(Cut(caption.number, caption.text, "what a picture shows"))
            cuts.append(Cut(line.number, rest, reason))
        elif rest:
            kept.append(Line(line.number, rest))
        if index == _DEEPEST or (rest and not reason and is_prose(rest, spaced=known.spaced)):
            kept += lines[index + 1 :]
            break
    stamps = tuple(cut.text for cut in cuts if cut.reason == _STAMP)
    return Opening(kept, authors, cuts, stamps)


def _parted(line: Line, known: Furniture) -> Iterator[Line]:
    """Yield the parts of a line that says who and when side by side: “By Ana Ruiz | 3 May 2026, 9:40”."""
    parts = side_by_side(line.text)
    said = len(parts) > 1 and len(line.text) <= _LONGEST_ROW and not ends_sentence(line.text)
    if said and any(tells_when(part, known) for part in parts):
        # With what parts them, so that all that is cut is told.
        starts = [0]
        for part in parts[1:]:
            starts.append(line.text.index(part, starts[-1] + 1))
        for start, end in pairwise([*starts, len(line.text)]):
            yield Line(line.number, line.text[start:end].rstrip())
    else:
        yield line


def tells_when(text: str, known: Furniture) -> bool:
    """Tell whether a line only says when a text was published, with a word for it or none."""
    if is_stamp(text, known.language):
        return True
    return not is_prose(text, spaced=known.spaced) and bool(known.stamps.fullmatch(text))


def _whole_line(text: str, known: Furniture, title: str | None) -> str | None:
    if title and text.casefold() == title.casefold():
        return "the title again"
    if tells_when(text, known):
        return _STAMP
    return "where it was published" if _SOURCE.fullmatch(text) else None


def _furniture_before(text: str, known: Furniture, *, byline: bool) -> tuple[tuple[str, ...], int]:
    """Return the names of a byline and where the text goes on behind all that stands before it."""
    names: tuple[str, ...] = ()
    at = 0
    word = known.bylines.match(text) if byline else None
    if word:
        for end in _ends(text, word.end(), known):
            names = names_in(text[word.end() : end], known)
            if names:
                at = end
                break
    return names, _after_openers(text, at, known, after_byline=bool(names))


def _ends(text: str, start: int, known: Furniture) -> Iterator[int]:
    """Yield where a name that begins at `start` may end: before page furniture, or with the line."""
    for opener in known.name_ends.finditer(text, start + 1, start + 2 * LONGEST_NAME):
        yield opener.start()
    if len(text) - start <= 2 * LONGEST_NAME:
        yield len(text)


def _after_openers(text: str, at: int, known: Furniture, *, after_byline: bool) -> int:
    """Return where the text goes on behind buttons that stand at `at`, glued to it or alone in the line."""
    start = at
    while match := known.openers.match(text, at):
        rest = text[match.end() :]
        alone = not rest.strip()
        chained = bool(known.openers.match(rest.lstrip()))
        if not (alone or chained or _is_seam(match[0], rest, after_byline=after_byline or at > start)):
            break
        at = match.end() + len(rest) - len(rest.lstrip())
    return at


def _is_seam(opener: str, rest: str, *, after_byline: bool) -> bool:
    """Tell whether `rest` is glued to a button: `ShareVenezuela` is, `Shareholders` is not."""
    last, first = opener[-1], rest[0]
    if not first.isalpha() and first not in "\"“«„‘'":
        return False
    if last.lower() != last.upper():
        return last.islower() and (first.isupper() or not first.isalpha())
    # Scripts without letter case show no seam, so a word that may begin another one is not enough.
    return after_byline or " " in opener
