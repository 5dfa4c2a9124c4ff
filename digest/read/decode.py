"""Bytes → text, with the traps of hand-made files named by their line."""

from __future__ import annotations

import codecs
import re

from digest.languages.visible import clean
from digest.read.report import Report

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)


def text_from_bytes(data: bytes, report: Report) -> str | None:
    """Return the clean text of a UTF-8 file, or None after noting why it is none."""
    if data.startswith(_UTF16_MARKS):
        report.error(1, "the file is saved as UTF-16; save it as UTF-8")
        return None
    if b"\0" in data:
        line = _line_of(data, data.index(b"\0"))
        report.error(line, "there is a NUL byte, so this is no text in UTF-8; save it again as UTF-8")
        return None
    try:
        return clean(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        report.error(_line_of(data, error.start), "this is not UTF-8; save the file as UTF-8")
        return None


def page_from_bytes(data: bytes, report: Report) -> str | None:
    """Return the source of a saved page: UTF-8, or in the encoding its `meta` element names."""
    declared = _CHARSET.search(data[:4096])
    if declared is None or b"\0" in data:
        return text_from_bytes(data, report)
    try:
        return clean(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    name = declared[1].decode("ascii", "replace")
    try:
        return clean(data.decode(name))
    except (LookupError, UnicodeError):
        report.error(
            _line_of(data, declared.start()), f"this is neither UTF-8 nor “{name}”; save it as UTF-8"
        )
        return None


def _line_of(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1
