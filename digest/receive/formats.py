"""What kind of thing some bytes are: by what stands in them, and by a name only where that says nothing."""

from __future__ import annotations

import re
from enum import StrEnum

_FIRST = 4096
"""Bytes that tell a format; letters have long heads, and a mark stands at their beginning all the same."""
_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}")
_MAIL = re.compile(
    rb"^(?:MIME-Version|From|Received|Return-Path|Message-ID|Delivered-To|Snapshot-Content-Location):",
    re.IGNORECASE | re.MULTILINE,
)
_PROLOG = re.compile(
    rb"^(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*<(?:[\w.-]+:)?([\w.-]+)",
    re.DOTALL | re.IGNORECASE,
)
_JSON = re.compile(rb"\{\s*(?:[\"}]|$)|\[\s*\{")
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
    EPUB = "EPUB"
    IMAGE = "picture"
    ZIP = "ZIP"
    MISNAMED = "misnamed"
    BINARY = "binary"


_MARKS = {
    b"WARC/": Format.WARC, b"\x1f\x8b": Format.GZIP, b"%PDF": Format.PDF, b"PK\x03\x04": Format.ZIP,
    b"\xd0\xcf\x11\xe0": Format.WORD, b"{\\rtf": Format.WORD,
    b"\x89PNG": Format.IMAGE, b"\xff\xd8\xff": Format.IMAGE, b"GIF8": Format.IMAGE, b"BM": Format.IMAGE,
    b"II*\0": Format.IMAGE, b"MM\0*": Format.IMAGE,
}  # fmt: skip
_PICTURE = re.compile(rb"RIFF....WEBP|....ftyp(?:avif|avis|heic|heix|mif1)", re.DOTALL)
_OFFICE = re.compile(
    rb"\[Content_Types\]\.xml|mimetypeapplication/vnd\.oasis|_rels/|docProps/|word/|customXml/"
)
_OTHERS = frozenset(
    {"docx", "doc", "odt", "rtf", "pages", "pdf", "epub", "zip", "gz", "warc", "wacz", "mp3", "mp4"}
    | {"png", "jpg", "jpeg", "gif", "webp", "avif", "heic", "tif", "tiff", "bmp"}
)
"""Endings of what is no text, whatever is called so."""
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
    if found is Format.ZIP:
        return _zipped(start, name)
    if found is Format.IMAGE and b"\0" not in start[:64]:
        found = None  # “BM…” and “GIF8…” may begin a text
    return found or (Format.IMAGE if _PICTURE.match(start) else _written(start, name))


def _written(start: bytes, name: str) -> Format:
    text = _ascii(start)
    if (
        _JSON.match(text)
        or (text.startswith(b"{") and _ending(name) == "json")
        or (text.startswith(b"[") and name.lower().endswith(".json"))
    ):
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


def _zipped(start: bytes, name: str) -> Format:
    if name.lower().endswith(".wacz"):
        return Format.WACZ
    if b"mimetypeapplication/epub" in start:
        return Format.EPUB
    if _OFFICE.search(start):
        return Format.WORD
    return Format.ZIP if _ending(name) not in _OTHERS - {"zip"} else Format.MISNAMED


def _ending(name: str) -> str:
    return name.lower().rpartition(".")[2] if "." in name else ""


def _ascii(start: bytes) -> bytes:
    """Return the start without byte order mark and white space; UTF-16 by every other byte."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start[2:].replace(b"\0", b"")
    return start.removeprefix(b"\xef\xbb\xbf").lstrip()


def _named(name: str, start: bytes) -> Format:
    suffix = _ending(name)
    if suffix in {"html", "htm", "xhtml"} or _HTML.search(start):
        return Format.PAGE
    if suffix in {"mhtml", "mht", "eml"}:
        return Format.MAIL
    if suffix in _OTHERS:
        return Format.MISNAMED
    if suffix in {"txt", "md"} or not suffix:
        return (
            Format.TEXT
            if b"\0" not in start or start.startswith((b"\xff\xfe", b"\xfe\xff"))
            else Format.BINARY
        )
    return Format.BINARY if b"\0" in start else Format.TEXT
