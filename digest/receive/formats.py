"""What kind of thing some bytes are: by what stands in them, and by a name only where that says nothing."""

from __future__ import annotations

import re
from enum import StrEnum

_FIRST = 4096
_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}")
_MAIL = re.compile(
    rb"^(?:MIME-Version|From|Received|Return-Path|Message-ID|Delivered-To|Snapshot-Content-Location):",
    re.IGNORECASE | re.MULTILINE,
)
_PROLOG = re.compile(
    rb"^(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*<(?:[\w.-]+:)?([\w.-]+)",
    re.DOTALL | re.IGNORECASE,
)
_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]", re.IGNORECASE)


class Format(StrEnum):
    """A format that is read, or one that is not and has its own advice."""

    RSS = "RSS"
    ATOM = "Atom"
    OPML = "OPML"
    SITEMAP = "sitemap"
    SITEMAP_INDEX = "sitemap index"
    NEWSML = "NewsML-G2"
    JSON = "JSON"
    MAIL = "e-mail"
    WARC = "WARC"
    WACZ = "WACZ"
    GZIP = "gzip"
    PAGE = "page"
    TEXT = "text"
    XML = "XML"
    PDF = "PDF"
    WORD = "Word"
    ZIP = "ZIP"
    BINARY = "binary"


_MARKS = {
    b"WARC/": Format.WARC, b"\x1f\x8b": Format.GZIP, b"%PDF": Format.PDF, b"PK\x03\x04": Format.ZIP,
    b"\xd0\xcf\x11\xe0": Format.WORD,
}  # fmt: skip
_ROOTS = {
    b"rss": Format.RSS, b"rdf": Format.RSS, b"feed": Format.ATOM, b"opml": Format.OPML,
    b"urlset": Format.SITEMAP, b"sitemapindex": Format.SITEMAP_INDEX, b"newsitem": Format.NEWSML,
    b"newsmessage": Format.NEWSML,
    b"packageitem": Format.NEWSML, b"html": Format.PAGE,
}  # fmt: skip


def format_of(start: bytes, name: str = "") -> Format:
    """Return the format of what begins with `start` (4 kB do) and is called `name`."""
    start = start[:_FIRST]
    found = next((found for mark, found in _MARKS.items() if start.startswith(mark)), None)
    return (_zipped(name) if found is Format.ZIP else found) or _written(start, name)


def _written(start: bytes, name: str) -> Format:
    text = _ascii(start)
    if text.startswith((b"{", b"[{")) or (text.startswith(b"[") and name.lower().endswith(".json")):
        return Format.JSON
    root = _PROLOG.match(text) if text.startswith(b"<") else None
    if root and root[1].lower() in _ROOTS:
        return _ROOTS[root[1].lower()]
    if _HTML.search(text[:1024]) and text.startswith(b"<"):
        return Format.PAGE
    if text.startswith(b"<?xml"):
        return Format.XML
    header = _HEADER.match(text)
    if header and _MAIL.search(header[0]):
        return Format.MAIL
    return _named(name, start)


def _zipped(name: str) -> Format:
    lower = name.lower()
    if lower.endswith(".wacz"):
        return Format.WACZ
    return Format.WORD if lower.endswith((".docx", ".odt", ".doc")) else Format.ZIP


def _ascii(start: bytes) -> bytes:
    """Return the start without byte order mark and white space; UTF-16 by every other byte."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start[2:].replace(b"\0", b"")
    return start.removeprefix(b"\xef\xbb\xbf").lstrip()


def _named(name: str, start: bytes) -> Format:
    suffix = name.lower().rpartition(".")[2]
    if suffix in {"html", "htm", "xhtml"} or _HTML.search(start):
        return Format.PAGE
    if suffix in {"mhtml", "mht", "eml"}:
        return Format.MAIL
    if suffix in {"txt", "md"} or not suffix:
        return (
            Format.TEXT
            if b"\0" not in start or start.startswith((b"\xff\xfe", b"\xfe\xff"))
            else Format.BINARY
        )
    return Format.BINARY if b"\0" in start else Format.TEXT
