"""Reads what one source file holds: its keys, and the passages of its text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from digest.languages.visible import shows
from digest.model import BlockKind, Trimmed
from digest.read.folder import Source
from digest.read.keys import ARTICLE, Keys, Scalar, refuses_conflict, tree_from_yaml
from digest.read.report import Report
from digest.read.text import MAX_FILE_BYTES, Passage, page_from_bytes, passages_from_markdown, text_from_bytes

_FENCE = re.compile(r"---[ \t]*")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_FROM_PAGE = frozenset({"title", "language"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """The keys and the text of a source, before it is known to be an article."""

    keys: Keys
    keys_path: str
    """The file that holds the keys."""
    body: str | None
    """None after an error."""
    body_line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What an article is made of."""

    values: Mapping[str, Any]
    passages: list[Passage]
    line: int
    """Of the first passage."""
    trimmed: tuple[Trimmed, ...] = field(default=())


def raw_from_source(source: Source, report: Report, beside: Report, *, most: int) -> Raw | None:
    """Return keys and text of a file; None if there are no keys (then noted).

    Args:
        source: The file.
        report: Takes the problems of the text.
        beside: Takes the problems of the `.yml`.
        most: Bytes that the text may have.
    """
    if source.beside:
        told = _data(source.beside, beside)
        notes = None if told is None else text_from_bytes(told, beside)
        tree = None if notes is None else tree_from_yaml(notes, beside)
        keys = _keys(tree, beside, 1)
        read = page_from_bytes if source.is_page else text_from_bytes
        data = _data(source.file, report)
        body = None if data is None else read(data, report, most=most)
        return None if keys is None else Raw(keys=keys, keys_path=source.beside_path, body=body)
    data = _data(source.file, report)
    text = None if data is None else text_from_bytes(data, report, most=most)
    return None if text is None else _raw_from_markdown(text, report)


def held(file: Path) -> bytes | None:
    """Return the bytes of a file, None where it is not read: what came of it is not the same each time."""
    try:
        return file.read_bytes() if file.stat().st_size <= MAX_FILE_BYTES else None
    except OSError:
        return None


def _data(file: Path, report: Report) -> bytes | None:
    """Return the bytes of a file; None, after noting it, where it is too large or cannot be read."""
    try:
        return _whole(file, report)
    except OSError as error:
        report.error(None, f"this cannot be read: {error.strerror}; let whoever builds the site read it")
        return None


def _whole(file: Path, report: Report) -> bytes | None:
    # More than a page with all its pictures.
    size = file.stat().st_size
    if size > MAX_FILE_BYTES:
        most = MAX_FILE_BYTES // 1_000_000
        report.error(
            None, f"the file has {size // 1_000_000} MB, more than {most}; save the page without pictures"
        )
        return None
    return file.read_bytes()


def is_draft(raw: Raw) -> bool:
    """Tell whether the file asks to be left out."""
    flag = raw.keys.values.get("draft")
    return isinstance(flag, Scalar) and flag.plain and flag.text.lower() in {"true", "yes", "on"}


def parts_from_raw(raw: Raw, source: Source, report: Report, beside: Report) -> Parts | None:
    """Return the checked values and passages, or None after noting what is wrong."""
    keys_report = beside if source.beside else report
    values = ARTICLE.read(raw.keys, "", keys_report, waived=_FROM_PAGE if source.is_page else frozenset())
    if values is None:
        return None
    if raw.body is None:
        return Parts(values=values, passages=[], line=1)
    if source.is_page:
        return _parts_of_page(raw.body, values, report, keys_report)
    parts = (
        _parts_of_pasted(raw, values, report) if source.beside else _parts_of_markdown(raw, values, report)
    )
    if parts is not None and not any(shows(passage.text) for passage in parts.passages):
        where = "into this file" if source.beside else "below the front matter"
        report.error(parts.line, f"there is no text; write or paste it {where}")
    return parts


def _raw_from_markdown(text: str, report: Report) -> Raw | None:
    if refuses_conflict(text, report):
        return None
    first, _, rest = text.partition("\n")
    if not _FENCE.fullmatch(first):
        report.error(
            1,
            "there is no front matter; begin with a line “---”, then title, outlet and language, then “---”",
        )
        return None
    end = _END.search(rest)
    if not end:
        report.error(1, "the front matter that opens here does not end; write a line “---” before the text")
        return None
    keys = _keys(tree_from_yaml(rest[: end.start()], report, first_line=2), report, 1)
    if keys is None:
        return None
    line = 2 + rest.count("\n", 0, end.end())
    return Raw(keys=keys, keys_path=report.path, body=rest[end.end() + 1 :], body_line=line + 1)


def _keys(tree: Any, report: Report, line: int) -> Keys | None:
    if isinstance(tree, Keys):
        return tree
    if report.is_clean:
        report.error(tree.line if tree else line, f"there must be {ARTICLE.right} here")
    return None


def _parts_of_markdown(raw: Raw, values: dict[str, Any], report: Report) -> Parts | None:
    body = raw.body or ""
    language = values.get("language") or "en"
    try:
        passages = passages_from_markdown(body, language=language, first_line=raw.body_line)
    except RecursionError:
        report.error(raw.body_line, "lists are nested too deeply in this text; write paragraphs")
        return None
    blank = len(body) - len(body.lstrip())
    line = raw.body_line + (body.count("\n", 0, blank) if passages else 0)
    trimmed = _cut_title(passages, values, report.path, line)
    return Parts(values=values, passages=passages, line=line, trimmed=trimmed)


def _cut_title(passages: list[Passage], values: dict[str, Any], path: str, line: int) -> tuple[Trimmed, ...]:
    """Take a first heading that only repeats the title off `passages`."""
    title, first = values.get("title"), passages[0] if len(passages) > 1 else None
    if not title or first is None or first.kind is not BlockKind.HEADING:
        return ()
    if first.text.casefold() != title.casefold():
        return ()
    del passages[0]
    return (Trimmed(path, line, first.text, "the title again"),)


def _parts_of_pasted(raw: Raw, values: dict[str, Any], report: Report) -> Parts:
    from digest.read.pasted import read_pasted  # noqa: PLC0415 - most articles are Markdown

    pasted = read_pasted(raw.body or "", language=values.get("language") or "en", title=values.get("title"))
    if not values.get("authors"):
        values["authors"] = pasted.authors
    return Parts(
        values=values,
        passages=pasted.passages,
        line=pasted.passages[0].line if pasted.passages else 1,
        trimmed=tuple(Trimmed(report.path, cut.line, cut.text, cut.reason) for cut in pasted.cuts),
    )


def _parts_of_page(body: str, values: dict[str, Any], report: Report, beside: Report) -> Parts:
    from digest.read.page import read_page  # noqa: PLC0415 - trafilatura takes a second to load

    page = read_page(body, report, language=values.get("language"))
    for key in ("title", "language", "published", "updated", "authors", "url", "archive_url"):
        found = getattr(page, key)
        if found and not values.get(key):
            values[key] = found
    for key in sorted(_FROM_PAGE):
        if not values.get(key) and beside.is_clean and report.is_clean:
            beside.error(None, f"the page does not tell its {key}; write “{key}:” here")
    trimmed = tuple(Trimmed(report.path, cut.line, cut.text, cut.reason) for cut in page.cuts)
    return Parts(values=values, passages=page.passages, line=1, trimmed=trimmed)
