"""The same as `quotations` reads, out of a page that was just made: in a fifth of the time.

Two parsers, because each has what the other lacks. This one follows the HTML standard to the letter, as
browsers do, and is the fastest there is; but its time grows with the square of the depth of elements, which
in a folder that anybody may have written is for anybody to choose. Our templates nest a dozen.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from digest.publish.verify.quotations import MARK, Noted, Quotation, Shown, Speaker, offsets, page_led_to

_MARKS = frozenset({MARK, "data-statement", "data-speaker", "data-outlet", "data-said"})
_MARKED = ",".join(f"[{mark}]" for mark in sorted(_MARKS))


def shown_on_made(page: str) -> Shown:
    """Return what the HTML of a page of ours shows of statements; see `quotations.shown_on`."""
    if "data-" not in page:
        return Shown()
    return _Reading().of(LexborHTMLParser(page.encode("utf-8", "replace")).css(_MARKED))


def shown_on_cards(cards: Sequence[bytes]) -> list[Shown] | None:
    """Return what each of some cards shows, read at once; None where one may reach into another.

    A parser takes as long to begin as for three cards. Each stands in an element of a name that no card can
    know and ends with its figure, so what follows its statement there stands within it. Whatever is not
    exactly as it would be if each were read alone makes all of them be read alone.
    """
    own = f"data-{secrets.token_hex(8)}"
    opens = b"<hgroup %b>" % own.encode()
    document = b"".join(opens + card + b"</hgroup>" for card in cards)
    if document.lower().count(b"</hgroup") != len(cards):
        return None
    readings: list[_Reading] = []
    around = statement = Noted.NOWHERE
    count = 0
    for node in LexborHTMLParser(document).css(f"[{own}],{_MARKED}"):
        marks = node.attributes
        if own in marks:
            if _parent(node).tag != "body":
                return None
            around, statement = node.mem_id, Noted.NOWHERE
            readings.append(_Reading())
            continue
        if "data-statement" in marks:
            if statement or _parent(node).mem_id != around:
                return None
            statement = node.mem_id
        if not statement:
            return None
        readings[-1].note(node, marks, statement)
        count += len(_MARKS & marks.keys())
    # A name that a parser moved, or that one card left open for the next, is there more or less often.
    if len(readings) != len(cards) or count != sum(document.count(mark.encode()) for mark in _MARKS):
        return None
    return [reading.shown() for reading in readings]


def _parent(node: Any) -> Any:
    return node.parent


class _Reading(Noted):
    """A page or card being read."""

    def of(self, nodes: Iterable[Any]) -> Shown:
        """Return what elements show."""
        # In the order of the document: a statement comes before what stands in it.
        for node in nodes:
            marks = node.attributes
            self.note(node, marks, node.mem_id if "data-statement" in marks else self._statement(node))
        return self.shown()

    def note(self, node: Any, marks: dict[str, str | None], at: int) -> None:
        """Take in an element that stands in a statement, or is one."""
        if "data-statement" in marks:
            self.ids[at] = marks["data-statement"] or ""
        if MARK in marks and ("data-span" in marks or "data-sha256" in marks):
            self.quotations[at].append(_quotation(node, marks))
        if "data-speaker" in marks:
            self.speakers[at].append(_speaker(node, marks))
        if "data-outlet" in marks:
            self.outlets[at].append(_line(node))
        if "data-said" in marks:
            self.days[at].append((marks.get("datetime") or "", _line(node)))

    def _statement(self, node: Any) -> int:
        at = node if self.ids else None
        while at is not None:
            if at.mem_id in self.ids:
                return int(at.mem_id)
            at = at.parent
        return self.NOWHERE


def _quotation(node: Any, marks: dict[str, str | None]) -> Quotation:
    start, end = offsets(marks.get("data-span") or "")
    return Quotation(node.text(), marks[MARK] or "", start, end, marks.get("data-sha256") or "")


def _speaker(node: Any, marks: dict[str, str | None]) -> Speaker:
    return Speaker(marks["data-speaker"] or "", _line(node), page_led_to(marks.get("href") or ""))


def _line(node: Any) -> str:
    return " ".join(node.text().split())
