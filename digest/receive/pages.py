"""What a page says of its site, before anybody looks for its article."""

from __future__ import annotations

import re
from html import unescape

_HEAD = 200_000
_META = re.compile(rb"<meta\b[^>]{0,2000}>", re.IGNORECASE)
_NAMES = re.compile(rb"""(?:property|name)\s*=\s*["']?(?:og:site_name|application-name)\b""", re.IGNORECASE)
_CONTENT = re.compile(rb"""\bcontent\s*=\s*(?:"([^"]{1,200})"|'([^']{1,200})')""", re.IGNORECASE)


def site_name(source: bytes) -> str | None:
    """Return the name of a page's site, in UTF-8 or ASCII; None where it says none.

    >>> site_name(b'<meta content="El Faro" property="og:site_name">')
    'El Faro'
    """
    for meta in _META.finditer(source[:_HEAD]):
        content = _CONTENT.search(meta[0])
        if content and _NAMES.search(meta[0]):
            try:
                name = " ".join(unescape((content[1] or content[2]).decode()).split())
            except UnicodeDecodeError:
                return None
            if name:
                return name
    return None
