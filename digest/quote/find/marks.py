"""Quotation marks, paired: where quotations open and close in each paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.model import Article, Block, Span
from digest.quote.find.table import ENGLISH_OPENING, SINGLE, STRAIGHT, Mark, Table, marks_of, table_of
from digest.quote.grammar import grammar_of

_AFTER_TURNED = frozenset(",،.؛:!؟")
_LAST = r"(?=[^,.!?…;:\n]{3,60}\.?\s*\Z)"
_LAST_CLAUSE = re.compile(rf"[,.!?…][ \u00a0](?:[—–―-][ \u00a0])?{_LAST}|[ \u00a0][—–―-][ \u00a0]{_LAST}")
"""What parts the last clause of a paragraph."""
_TRIM_START = " \t\n\u00a0\u202f\u2009\u200b\u200e\u200f\u061c"
_TRIM_END = _TRIM_START + ",،，、;；:"


@dataclass(frozen=True, slots=True)
class Marked:
    """What stands between two quotation marks."""

    span: Span
    """Marks excluded, and the white space and comma inside them."""
    outer: Span
    """Marks included."""
    block: Span
    """The paragraph."""
    opening: str
    continues: bool = False
    """Whether the paragraph before ended inside the same quotation."""

    @property
    def is_single(self) -> bool:
        """Tell whether single marks enclose it, which also enclose titles and terms."""
        return self.opening in SINGLE


def pair_marks(article: Article) -> tuple[Marked, ...]:
    """Return the outermost quotations of an article, in order, one for each paragraph of a long one."""
    table = table_of(article.language)
    text = article.text
    found: list[Marked] = []
    pending: _Open | None = None
    for block in (part.span for part in article.blocks or (Block(Span(0, len(text))),)):
        marks = list(marks_of(text, block, table))
        if not marks:
            pending = None
            continue
        if pending and (carried := _carried(block, marks, pending, table)):
            found.append(pending.part(text, None))
            if carried.closing is None:
                pending = carried.opening
                continue
            found.append(carried.opening.part(text, carried.closing))
            marks = [mark for mark in marks if mark.start >= carried.closing.end]
        left_open = _pair_block(text, block, marks, table, found)
        if left_open and _is_tagged(text, left_open.end, block.end, article.language):
            left_open = None  # the mark that closes was forgotten before `said Pratt.`
        lone = _lone_pair(text, block, marks, found)
        if lone:
            found.append(lone)
        pending = _Open(left_open, block) if left_open and not lone else None
    if pending and pending.continues:
        found.append(pending.part(text, None))
    return tuple(sorted(found, key=lambda marked: marked.outer.start))


def _pair_block(text: str, block: Span, marks: list[Mark], table: Table, found: list[Marked]) -> Mark | None:
    """Add the quotations of a paragraph; return the mark of one that it leaves open, or None."""
    index, left_open = 0, None
    last = {mark.text: at for at, mark in enumerate(marks) if mark.closes or not mark.opens}
    while index < len(marks):
        opening = marks[index]
        if opening.opens:
            # What nothing closes any more need not be looked for again: there may be thousands of marks.
            closable = any(
                last.get(mark, -1) > index for mark in (*table.closers[opening.text], opening.text)
            )
            closing = _closing_of(text, marks, index, table) if closable else None
            if closing is not None:
                found.append(_marked(text, block, opening, marks[closing]))
                index = closing
            elif opening.text not in SINGLE:
                left_open = opening
        index += 1
    return left_open if left_open and _is_last_open(marks, left_open) else None


def _lone_pair(text: str, block: Span, marks: list[Mark], found: list[Marked]) -> Marked | None:
    """Return what the only two straight marks of a paragraph enclose, whatever stands beside them."""
    straight = [mark for mark in marks if mark.text == '"']
    if len(straight) != 2:
        return None
    opening, closing = straight
    parts = [part for part in found if part.block == block]
    used = {at for part in parts for at in (part.outer.start, part.outer.end - 1)}
    if opening.start in used or closing.start in used:
        return None
    inches = any(text[mark.start - 1 : mark.start].isdigit() for mark in straight)
    crosses = any(part.outer.start < closing.end and opening.start < part.outer.end for part in parts)
    return None if inches or crosses else _marked(text, block, opening, closing)


def _is_tagged(text: str, start: int, end: int, code: str) -> bool:
    """Tell whether a reporter's clause ends what no mark closes: `"Why not? said Pratt`."""
    clause = _LAST_CLAUSE.search(text, start, end)
    if clause is None:
        return False
    verb = grammar_of(code).tag_verb.search(text, clause.end(), end)
    return verb is not None and text.count(" ", clause.end(), verb.start()) <= 1  # `a dit Moreau`


def _is_last_open(marks: list[Mark], opening: Mark) -> bool:
    return not any(mark.start > opening.start and mark.opens and mark.text == opening.text for mark in marks)


def _closing_of(text: str, marks: list[Mark], index: int, table: Table) -> int | None:
    """Return the index of the mark that closes the one at `index`, or None."""
    opening = marks[index]
    accepted = table.closers[opening.text]
    if opening.text in SINGLE:
        return _single_closing(text, marks, index, accepted)
    depth, last = 1, None
    forgotten = opening.text in STRAIGHT and _lacks_closing(marks[index:], opening.text)
    for at in range(index + 1, len(marks)):
        mark = marks[at]
        if mark.text == opening.text and mark.opens and not mark.closes:
            if forgotten:
                return None
            depth += 1
        elif mark.text == opening.text == "»" and text[mark.end : mark.end + 1] in _AFTER_TURNED:
            return at  # Arabic `»…»`
        elif mark.text == opening.text and mark.text in ENGLISH_OPENING and not mark.opens:
            return at
        elif mark.text in accepted and mark.closes:
            depth, last = depth - 1, at
            if depth == 0:
                return at
    return last


def _lacks_closing(marks: list[Mark], straight: str) -> bool:
    """Tell whether more straight marks only open than only close: one of them was forgotten."""
    same = [mark for mark in marks if mark.text == straight]
    opening = sum(mark.opens and not mark.closes for mark in same)
    return opening > sum(mark.closes for mark in same)


def _single_closing(text: str, marks: list[Mark], index: int, accepted: frozenset[str]) -> int | None:
    """Prefer a mark beside punctuation: others may be the apostrophe of a plural owner."""
    candidates: list[int] = []
    for at in range(index + 1, len(marks)):
        if marks[at].text in accepted and marks[at].closes:
            candidates.append(at)
        elif marks[at].text == marks[index].text and marks[at].opens:
            break
    for at in candidates:
        after = text[marks[at].end : marks[at].end + 1]
        if text[marks[at].start - 1] in ".,!?…" or after in {"", ".", ",", "!", "?", ";", ":", ")"}:
            return at
    return candidates[0] if candidates else None


@dataclass(frozen=True, slots=True)
class _Open:
    """A quotation that its paragraph leaves open."""

    mark: Mark
    block: Span
    continues: bool = False

    def part(self, text: str, closing: Mark | None) -> Marked:
        """Return what stands of it in its paragraph, to the end where it is not closed."""
        end = closing or Mark("", self.block.end, self.block.end, opens=False, closes=True)
        return _marked(text, self.block, self.mark, end, continues=self.continues)


@dataclass(frozen=True, slots=True)
class _Carried:
    opening: _Open
    closing: Mark | None


def _carried(block: Span, marks: list[Mark], pending: _Open, table: Table) -> _Carried | None:
    """Tell how a paragraph goes on with the quotation that the one before left open, or None.

    It does if it repeats a mark at its start, or if it closes the quotation before it opens another.
    """
    accepted = table.closers[pending.mark.text]
    repeated = (
        bool(marks) and marks[0].start == block.start and marks[0].text in {pending.mark.text, *accepted}
    )
    opening = (
        marks[0] if repeated else Mark(pending.mark.text, block.start, block.start, opens=True, closes=False)
    )
    opening = Mark(pending.mark.text, opening.start, opening.end, opens=True, closes=False)
    rest = marks[1:] if repeated else marks
    depth = 1
    for mark in rest:
        if mark.opens and not (mark.closes and mark.text in accepted) and mark.text not in SINGLE:
            depth += 1
        elif mark.closes and mark.text in accepted:
            depth -= 1
            if depth == 0:
                return _Carried(_Open(opening, block, continues=True), mark)
    return _Carried(_Open(opening, block, continues=True), None) if repeated and depth == 1 else None


def _marked(text: str, block: Span, opening: Mark, closing: Mark, *, continues: bool = False) -> Marked:
    return Marked(
        span=trimmed(text, Span(opening.end, closing.start)),
        outer=Span(opening.start, closing.end),
        block=block,
        opening=opening.text,
        continues=continues,
    )


def trimmed(text: str, span: Span) -> Span:
    """Return a span without white space at its ends and the comma at its end."""
    inner = span.of(text)
    start = span.start + len(inner) - len(inner.lstrip(_TRIM_START))
    return Span(start, max(start, span.start + len(inner.rstrip(_TRIM_END))))
