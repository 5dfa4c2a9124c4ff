"""An article → the file that holds it, such that reading the file gives the article again."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from digest.model import BlockKind
from digest.read.text.blocks import CELL, Passage
from digest.read.text.markdown_text import has_markup, passages_from_markdown

_SPECIAL = re.compile(r"[\\`*_\[\]]")
_MARKS = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_START = re.compile(r"^(?:[#+!-]|\d+[.)]|\{)")
"""What begins a heading, a list, a table or a rule where it begins a line."""
_OPENED = frozenset({BlockKind.QUOTATION, BlockKind.ITEM})
_LINE = re.compile(r"\s|[#+!>|{=:–—―-]|\d+[.)]")
"""What may mean something else where it begins a line."""
_PLAIN = re.compile(r"[^\W\d_](?:[\w ,.'’‘()«»„“”¿¡?!/–—…·،؟-]|:(?! ))*")
_OPENERS = {
    BlockKind.PARAGRAPH: "", BlockKind.HEADING: "## ", BlockKind.QUOTATION: "> ", BlockKind.ITEM: "- ",
    BlockKind.ROW: "",
}  # fmt: skip
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})


def markdown_from_passages(passages: Iterable[Passage], *, language: str) -> str:
    r"""Return Markdown that reads back as these paragraphs and headings.

    >>> markdown_from_passages([Passage("1. *One* & two", line=1)], language="en")
    '1\\. \\*One\\* &amp; two\n'
    """
    blocks: list[str] = []
    table: list[str] = []
    for passage in passages:
        if passage.kind is BlockKind.ROW:
            table.append(passage.text)
            continue
        blocks += _table(table)
        table = []
        blocks.append(_written(passage, language))
    return "\n\n".join([*blocks, *_table(table)]) + "\n"


def _written(passage: Passage, language: str) -> str:
    plain = _OPENERS[passage.kind] + passage.text
    if passage.kind in _OPENED and not _LINE.match(passage.text) and not has_markup(passage.text):
        # What is plain as a paragraph is plain behind these signs, and the Markdown library slow to say so.
        alone = replace(passage, kind=BlockKind.PARAGRAPH)
        return plain if _reads_as(passage.text, alone, language) else _escaped(passage)
    return plain if _reads_as(plain, passage, language) else _escaped(passage)


def _table(rows: list[str]) -> list[str]:
    """Return the rows of a table as one block, the first as its head; none where there are none."""
    if not rows:
        return []
    cells = [row.split(CELL) for row in rows]
    width = max(map(len, cells))
    lines = [_row([_plain(cell).replace("|", "&#124;") for cell in row], width) for row in cells]
    return ["\n".join([lines[0], _row(["---"] * width, width), *lines[1:]])]


def _row(cells: list[str], width: int) -> str:
    return f"| {' | '.join([*cells, *[''] * (width - len(cells))])} |"


def _reads_as(text: str, passage: Passage, language: str) -> bool:
    found = passages_from_markdown(text, language=language)
    return [(one.text, one.kind, one.parts) for one in found] == [(passage.text, passage.kind, passage.parts)]


def _escaped(passage: Passage) -> str:
    pieces, at = [], 0
    for part in passage.parts:
        code = html.escape(part.language)
        words = _plain(part.span.of(passage.text))
        pieces += [_plain(passage.text[at : part.span.start]), f'<span lang="{code}">{words}</span>']
        at = part.span.end
    text = "".join([*pieces, _plain(passage.text[at:])])
    if passage.kind is BlockKind.HEADING:
        return "## " + re.sub(r"#+$", lambda match: "\\#" * len(match[0]), text)
    start = _START.match(text)
    if start:
        at = start.end() - 1
        text = f"{text[:at]}\\{text[at:]}"
    return _OPENERS[passage.kind] + text


def _plain(text: str) -> str:
    return "".join(_MARKS.get(char, char) for char in _SPECIAL.sub(r"\\\g<0>", text))


def front_matter(values: Mapping[str, Any]) -> str:
    """Return the lines of front matter, with those that hold them; empty values are left out.

    >>> print(front_matter({"title": "A: b", "outlet": "wtop", "authors": ["Ann Lee"]}), end="")
    ---
    title: "A: b"
    outlet: wtop
    authors:
      - Ann Lee
    ---
    """
    return "\n".join(["---", *_lines(values, ""), "---", ""])


def entry(id_: str, values: Mapping[str, Any]) -> str:
    """Return an entry of a data file such as `outlets.yml`, its last line ended."""
    return "\n".join([f"{scalar(id_)}:", *_lines(values, "  "), ""])


def _lines(values: Mapping[str, Any], indent: str) -> list[str]:
    lines: list[str] = []
    for key, value in values.items():
        if value in (None, (), [], ""):
            continue
        if isinstance(value, str | int):
            lines.append(f"{indent}{key}: {scalar(value)}")
        elif isinstance(value, Mapping):
            lines += [f"{indent}{key}:", *_lines(value, indent + "  ")]
        else:
            lines += [f"{indent}{key}:", *_items(value, indent + "  ")]
    return lines


def _items(items: Sequence[Any], indent: str) -> list[str]:
    lines: list[str] = []
    for item in items:
        if isinstance(item, Mapping):
            first, *rest = _lines(item, indent + "  ")
            lines += [f"{indent}- {first.lstrip()}", *rest]
        else:
            lines.append(f"{indent}- {scalar(item)}")
    return lines


_SAFE = re.compile(
    r"(?:https?://[^\s#'\"]+[^\s#'\":]|\d{4}-\d\d-\d\d[\dT:Z.+-]*|[0-9a-f]{64}|\d{1,6}|[a-z0-9][\w-]*)"
)


def scalar(value: str | int) -> str:
    """Return a value as YAML: bare where every reader takes it for the same text, else in double quotes."""
    text = " ".join(str(value).split())
    bare = (_PLAIN.fullmatch(text) and not text.endswith(":")) or _SAFE.fullmatch(text)
    if bare and text.casefold() not in _WORDS:
        return text
    return json.dumps(text, ensure_ascii=False)
