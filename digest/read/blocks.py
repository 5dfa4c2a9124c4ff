"""Passages → kept text: paragraphs and headings, a blank line between, and the span of each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from digest.languages import row
from digest.languages.visible import clean
from digest.model import Block, BlockKind, Span

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


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or heading before it has a place in the kept text; `line` is of the source file."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    line: int = 1


def kept_text(passages: Iterable[Passage]) -> tuple[str, tuple[Block, ...]]:
    r"""Return the kept text and its blocks.

    >>> kept_text([Passage("Why", BlockKind.HEADING), Passage("So.")])[0]
    'Why\n\nSo.'
    """
    texts, blocks, at = [], [], 0
    for passage in passages:
        texts.append(passage.text)
        blocks.append(Block(Span(at, at + len(passage.text)), passage.kind))
        at += len(passage.text) + 2
    return "\n\n".join(texts), tuple(blocks)


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


def passages_from_tree(root: Any, *, language: str, headings: frozenset[str] = _HEADINGS) -> list[Passage]:
    """Return the paragraphs and headings of an element tree (HTML, or what trafilatura makes of it).

    Args:
        root: An lxml element.
        language: Tells how lines are joined.
        headings: Tags of section headings.
    """
    return _Walk(language, headings).passages(root)


class _Walk:
    def __init__(self, language: str, headings: frozenset[str]) -> None:
        self._language = language
        self._headings = headings
        self._pieces: list[str] = []
        self._passages: list[Passage] = []

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
        if tag in {"br", "lb"}:
            self._pieces.append("\n")
        self._pieces.append(element.text or "")
        for child in element:
            self._visit(child)
            self._pieces.append(child.tail or "")
        if parts:
            self._part(BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH)

    def _part(self, kind: BlockKind) -> None:
        text = joined(clean("".join(self._pieces)).split("\n"), language=self._language)
        self._pieces.clear()
        if text:
            self._passages.append(Passage(text, kind))
