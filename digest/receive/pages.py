"""What a page says of its site, before anybody looks for its article."""

from __future__ import annotations

import re
from html import unescape

_HEAD = 200_000
"""Bytes in which a page says what site it belongs to; scripts before it are long."""
_META = re.compile(rb"<meta\b[^>]{0,2000}>", re.IGNORECASE)
_NAMES = re.compile(rb"""(?:property|name)\s*=\s*["']?(?:og:site_name|application-name)\b""", re.IGNORECASE)
_CONTENT = re.compile(rb"""\bcontent\s*=\s*(?:"([^"]{1,200})"|'([^']{1,200})')""", re.IGNORECASE)
_PUBLISHER = re.compile(
    rb"""["']publisher["']\s*:\s*\{[^{}]{0,500}?["']name["']\s*:\s*"((?:[^"\\]|\\.){1,200})\"""",
)
"""In linked data (schema.org)."""


def site_name(source: bytes) -> str | None:
    """Return the name of a page's site, in UTF-8 or ASCII; None where it says none.

    >>> site_name(b'<meta content="El Faro" property="og:site_name">')
    'El Faro'
    >>> site_name(b'"publisher": {"@type": "Organization", "name": "El Faro"}')
    'El Faro'
    """
    for meta in _META.finditer(source[:_HEAD]):
        content = _CONTENT.search(meta[0])
        name = _text(content[1] or content[2]) if content and _NAMES.search(meta[0]) else None
        if name:
            return name
    publisher = _PUBLISHER.search(source)
    return _text(publisher[1].replace(rb"\"", b'"')) if publisher else None


def _text(name: bytes) -> str | None:
    try:
        return " ".join(unescape(name.decode()).split()) or None
    except UnicodeDecodeError:
        return None
