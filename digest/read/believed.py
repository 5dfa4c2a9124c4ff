"""Whether the text that a cache has of an article is its file's: nobody's words come out of a cache alone."""

from __future__ import annotations

import re
from html import unescape
from unicodedata import normalize

from digest.model import Article

_TAGS = re.compile(r"<[^>]*>")
_ADDRESSES = re.compile(r"\]\([^)\s]*\)")
"""What stands behind a link's text in Markdown."""
_BETWEEN = re.compile(r"[\W_]+")


def is_believed(article: Article, data: bytes | None) -> bool:
    """Tell whether every paragraph of an article stands in its file, letter for letter and in one piece.

    A file in another encoding, or with markup that is not looked through here, is not believed and read anew.
    """
    try:
        text = (data or b"").decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    if article.path.endswith(".html"):
        text = unescape(_TAGS.sub("", text))
    elif article.path.endswith(".md"):
        text = _ADDRESSES.sub("]", text)
    there = _letters(text)
    return all(_letters(paragraph) in there for paragraph in article.text.split("\n\n"))


def _letters(text: str) -> str:
    return _BETWEEN.sub("", normalize("NFC", text))
