"""Pasted text → lines, each a paragraph, heading or piece of furniture.

A text out of a PDF or a letter is wrapped at a width: there, what a printer set between pages is taken out
and the lines of a paragraph are made one again, divided words too. Elsewhere each line is one already.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from digest.read.furniture import Cut, Line, ends_sentence, furniture, tells_when
from digest.read.pasted.divided import rejoined
from digest.read.pasted.printed import is_printed, running_lines

_OPENING = 16
"""Lines among which stands when a text was published."""
_WIDEST = 130
"""Columns beyond which a line is a whole paragraph rather than a wrapped part of one."""
_NARROWEST = 18
"""Columns of the narrowest column of a newspaper."""
_FULL = 0.72
"""The share of the width that a line fills if the next one continues it."""
_FITS = 0.9
"""The share of the width that a line must leave free for the next word to have found room in it."""
_WIDE = 45
"""Columns from which a headline seldom fills a line."""
_FEWEST = 3
"""Full lines that show how wide a text is wrapped."""
_MARKS = re.compile(r"^[«„“\"「『—–―‘'¿¡(-]")


@dataclass(frozen=True, slots=True)
class _Raw:
    number: int
    text: str
    indented: bool

    @property
    def columns(self) -> int:
        return len(self.text) + sum(unicodedata.east_asian_width(one) in "WF" for one in self.text)


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text, and those of a printer that were cut."""

    kept: list[Line]
    cuts: list[Cut]


def lines_from_text(source: str, *, language: str) -> Lines:
    """Return the lines that are not blank; paragraphs wrapped at a width are made whole again."""
    numbered = [
        _Raw(number, " ".join(line.split()), line[:1] in {" ", "\t", "\u3000"})
        for number, line in enumerate(source.split("\n"), 1)
    ]
    running = running_lines(line.text for line in numbered)
    cuts = [line for line in numbered if line.text and (line.text in running or is_printed(line.text))]
    known = furniture(language)
    stamps = {line.number for line in numbered[:_OPENING] if line.text and tells_when(line.text, known)}
    groups = list(_groups(numbered, {line.number for line in cuts}, alone=stamps))
    width = _wrapped_at(groups)
    kept = [
        Line(part[0].number, rejoined([line.text for line in part], language=language))
        for group in groups
        for part in _parts(group, width)
    ]
    return Lines(kept, [Cut(line.number, line.text, "what a printer sets on each page") for line in cuts])


def _groups(lines: list[_Raw], cut: set[int], *, alone: set[int]) -> Iterator[list[_Raw]]:
    """Yield the lines between blank ones; a paragraph goes on behind the foot and head of a page.

    Args:
        lines: Of the text, blank ones too.
        cut: Numbers of those that a printer set.
        alone: Numbers of those that are no part of a paragraph.
    """
    group: list[_Raw] = []
    blank = over_page = False
    for line in lines:
        if line.number in cut:
            over_page = True
        elif not line.text:
            blank = True
        else:
            parted = line.number in alone or (group and group[-1].number in alone)
            if group and (parted or blank or over_page) and not (over_page and _goes_on(group[-1], line)):
                yield group
                group = []
            group.append(line)
            blank = over_page = False
    if group:
        yield group


def _goes_on(line: _Raw, after: _Raw) -> bool:
    return not ends_sentence(line.text) and not after.text[0].isupper()


def _wrapped_at(groups: list[list[_Raw]]) -> int | None:
    """Return the width at which the text is wrapped, or None if each line is a paragraph.

    The width is where most lines end: one that is longer, an address or a page's head, says nothing.
    """
    inner = [pair for group in groups for pair in pairwise(group)]
    columns = [line.columns for line, _ in inner if line.columns <= _WIDEST]
    if not columns:
        return None
    width = max(columns, key=lambda wide: (sum(_FULL * wide <= one <= wide for one in columns), wide))
    if width < _NARROWEST:
        return None
    full = [(line, after) for line, after in inner if _FULL * width <= line.columns <= width * 1.1]
    broken = [(line, after) for line, after in full if not ends_sentence(line.text)]
    enough = len(full) >= 0.6 * len(inner) and len(broken) >= max(_FEWEST - 1, 0.6 * len(full))
    ends = sum(ends_sentence(line.text) for group in groups for line in group)
    return width if enough and _read_on(broken, width, ends=ends) else None


def _read_on(broken: Iterable[tuple[_Raw, _Raw]], width: int, *, ends: int) -> bool:
    """Tell whether most lines are continued: in small letters, or, without letter case, to a sentence's end.

    A list of headlines is as wide as a narrow column, but each of its lines begins anew, and none ends.
    """
    pairs = list(broken)
    if width >= _WIDE:
        return True
    cased = [after.text for _, after in pairs if after.text[0].lower() != after.text[0].upper()]
    if len(cased) >= len(pairs) / 2:
        return sum(text[0].islower() for text in cased) >= len(cased) / 2
    return ends >= max(1, len(pairs) / 8)


def _parts(group: list[_Raw], width: int | None) -> Iterator[list[_Raw]]:
    """Cut a group of lines where a line ends a paragraph."""
    indents = sum(line.indented for line in group) < len(group) / 2
    part: list[_Raw] = []
    for line in group:
        begins = (line.indented and indents) or not part
        if part and (begins or width is None or not _continues(part[-1], line, width)):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _continues(line: _Raw, after: _Raw, width: int) -> bool:
    """Tell whether a line goes on in the next: its first word would have found no room, or it needs one."""
    ended = ends_sentence(line.text)
    if line.columns > width * 1.1 or (ended and after.columns > width * 1.1):  # was never wrapped
        return False
    if not ended and (after.text[0].islower() or line.columns >= _FULL * width):
        return True
    first = after.text.split(maxsplit=1)[0]
    if len(first) == len(after.text) and not first.isascii():  # nothing parts words
        return line.columns >= _FULL * width
    room = width * (1.0 if not ended or _MARKS.match(after.text) else _FITS)
    return line.columns + 1 + len(first) > room and line.columns >= 0.5 * width
