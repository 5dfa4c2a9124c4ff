"""Bytes → text, with the traps of hand-made files named by their line."""

from __future__ import annotations

import codecs
import re

import webencodings

from digest.languages.visible import clean
from digest.read.report import Report

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_TYPED_GUILLEMETS = re.compile(r"(?<!<)<<(?![<=])([^<>]{2,2000}?)>>(?!>)")
_UNASSIGNED = "digest-unassigned"
_NO_LEGACY = frozenset({"utf-8", "replacement", "utf-16le", "utf-16be"})
_LARGER = {"gbk": "gb18030"}
"""Codecs that hold all of another and what browsers read besides."""
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE
)


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
    """Return the source of a saved page: UTF-8, or in the encoding its `meta` element names.

    Labels are read as browsers read them: iso-8859-1 means windows-1252, gb2312 means gbk (the WHATWG's
    Encoding Standard).
    """
    declared = _CHARSET.search(data[:4096])
    if declared is None or b"\0" in data:
        return text_from_bytes(data, report)
    try:
        return clean(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    label = declared[1].decode("ascii", "replace")
    encoding = webencodings.lookup(label)
    if encoding is not None and encoding.name not in _NO_LEGACY:
        codec = _LARGER.get(encoding.codec_info.name, encoding.codec_info.name)
        try:
            return clean(data.decode(codec, _UNASSIGNED if codec.startswith("cp12") else "strict"))
        except UnicodeError:
            pass
    report.error(_line_of(data, declared.start()), f"this is neither UTF-8 nor “{label}”; save it as UTF-8")
    return None


def _as_control(error: UnicodeError) -> tuple[str, int]:
    """Read bytes that a Windows code page leaves open as browsers do: as control characters."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error(_UNASSIGNED, _as_control)


def guillemets(text: str) -> str:
    """Return `text` with guillemets for the pairs of signs that are typed in their stead.

    >>> guillemets("Elle a dit : <<Jamais>> lundi.")
    'Elle a dit : «Jamais» lundi.'
    """
    return _TYPED_GUILLEMETS.sub("«\\1»", text) if "<<" in text else text


def _line_of(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1
