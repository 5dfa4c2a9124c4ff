"""Passages → kept text: paragraphs and headings, a blank line between, and the span of each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from digest.languages import row
from digest.languages.tags import main_language, tag_from_text
from digest.languages.visible import clean
from digest.model import Block, BlockKind, LanguagePart, Span
from digest.read.markup import Marking, unmarked

_GAPS = re.compile(r"[ \t]+")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DROPPED = _words("""
    script style noscript template iframe object embed svg math head title select button textarea graphic
""")
_PARTING = _words("""
    p div section article blockquote quote pre ul ol li list item dl dt dd hr
    table thead tbody tr row td th cell figure figcaption h1 h2 h3 h4 h5 h6
    main header footer aside address details summary form ab body
""")
_HEADINGS = _words("h1 h2 h3 h4 h5 h6")
_QUOTATIONS = _words("blockquote quote")
_ITEMS = _words("li item")
_CELLS = _words("td th cell")
CELL = " | "
"""Stands between the cells of a row in the kept text."""
_ATTRIBUTION = re.compile(r"[—–―]|--")
"""Begins the line of a block quotation that says whose it is."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or heading before it has a place in the kept text; `line` is of the source file."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    line: int = 1
    parts: tuple[LanguagePart, ...] = ()
    """Offsets count from the passage's beginning; codes as the page writes them."""

    def without_start(self, length: int) -> Passage:
        """Return the passage without its first `length` characters."""
        parts = (
            LanguagePart(Span(max(part.span.start - length, 0), part.span.end - length), part.language)
            for part in self.parts
            if part.span.end > length
        )
        return replace(self, text=self.text[length:], parts=tuple(parts))


@dataclass(frozen=True, slots=True)
class KeptText:
    """What an article keeps of its source."""

    text: str
    blocks: tuple[Block, ...]
    parts: tuple[LanguagePart, ...]


def kept_text(passages: Iterable[Passage], *, language: str) -> KeptText:
    r"""Return the kept text, its blocks, and its parts in another language than `language`.

    >>> kept_text([Passage("Why", BlockKind.HEADING), Passage("So.")], language="en").text
    'Why\n\nSo.'
    """
    texts: list[str] = []
    blocks: list[Block] = []
    parts: list[LanguagePart] = []
    at = 0
    for passage in passages:
        texts.append(passage.text)
        blocks.append(Block(Span(at, at + len(passage.text)), passage.kind))
        for part in passage.parts:
            code = tag_from_text(part.language)
            if code and main_language(code) != main_language(language):
                parts.append(LanguagePart(Span(at + part.span.start, at + part.span.end), code))
        at += len(passage.text) + 2
    return KeptText("\n\n".join(texts), tuple(blocks), tuple(parts))


def joined(lines: Iterable[str], *, language: str) -> str:
    """Join the lines of one paragraph as the language parts words.

    >>> joined(["a phone", " call "], language="en")
    'a phone call'
    """
    parts = [part for line in lines if (part := _GAPS.sub(" ", line).strip())]
    if row(language).spaced:
        return " ".join(parts)
    text = ""
    for part in parts:
        # Latin words and figures are parted by a space in any script.
        latin = text[-1:].isascii() and part[0].isascii() and text[-1:].isalnum() and part[0].isalnum()
        text += (" " if latin else "") + part
    return text


def passages_from_tree(
    root: Any, *, language: str, headings: frozenset[str] = _HEADINGS, marking: Marking | None = None
) -> list[Passage]:
    """Return the paragraphs, headings and block quotations of a tree (HTML, or trafilatura's).

    Args:
        root: An lxml element.
        language: Tells how lines are joined.
        headings: Tags of section headings.
        marking: What the marks of language in its text mean.
    """
    return _Walk(language, headings, marking or Marking()).passages(root)


class _Walk:
    def __init__(self, language: str, headings: frozenset[str], marking: Marking) -> None:
        self._language = language
        self._headings = headings
        self._marking = marking
        self._pieces: list[str] = []
        self._passages: list[Passage] = []
        self._quoted = 0
        self._listed = 0

    def passages(self, root: Any) -> list[Passage]:
        self._visit(root)
        self._part(BlockKind.PARAGRAPH)
        return self._passages

    def _visit(self, element: Any) -> None:
        tag = element.tag
        if not isinstance(tag, str) or (tag in _DROPPED and tag not in self._headings):
            return
        is_heading = tag in self._headings
        parts = is_heading or tag in _PARTING
        if parts:
            self._part(BlockKind.PARAGRAPH)
        if tag in {"tr", "row"} and any(cell.tag in _CELLS for cell in element):
            self._row(element)
            return
        self._quoted += tag in _QUOTATIONS
        self._listed += tag in _ITEMS
        if tag in {"br", "lb"}:
            self._pieces.append("\n")
        self._pieces.append(element.text or "")
        for child in element:
            self._visit(child)
            self._pieces.append(child.tail or "")
        if parts:
            self._part(BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH)
        self._quoted -= tag in _QUOTATIONS
        self._listed -= tag in _ITEMS

    def _row(self, element: Any) -> None:
        """Take the cells of a row together: a figure says nothing without what it is of."""
        self._part(BlockKind.PARAGRAPH)
        cells = [_Walk(self._language, frozenset(), self._marking).passages(cell) for cell in element]
        texts = [" ".join(passage.text for passage in cell) for cell in cells]
        if any(texts):
            parts = tuple(part for cell in cells for passage in cell for part in passage.parts)
            text = CELL.join(texts).strip().rstrip("| ")
            # What a cell says of its language is only kept where the row has nothing else.
            self._passages.append(Passage(text, BlockKind.ROW, parts=parts if len(cells) == 1 else ()))

    def _part(self, kind: BlockKind) -> None:
        joined_up = joined(clean("".join(self._pieces)).split("\n"), language=self._language)
        self._pieces.clear()
        text, parts = unmarked(joined_up, self._marking)
        if kind is BlockKind.PARAGRAPH and self._quoted and not _ATTRIBUTION.match(text):
            kind = BlockKind.QUOTATION
        elif kind is BlockKind.PARAGRAPH and self._listed:
            kind = BlockKind.ITEM
        if text:
            self._passages.append(Passage(text, kind, parts=parts))
