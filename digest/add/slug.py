"""The name of an article's file, which is part of its address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from digest.languages.latin import latin
from digest.languages.scripts import is_latin
from digest.read import is_id

_MOST_BYTES = 80
"""A file name has 255; a link that is copied shows three characters for each byte that is no ASCII."""
_WORDY = re.compile(r"[a-z]{2,}(?:-[a-z0-9]+){2,}")
_SUFFIX = re.compile(r"\.(?:s?html?|php|aspx?|jsp)$", re.IGNORECASE)
_MARKS = re.compile("[\u0300-\u036f]")
"""Of Latin, Greek and Cyrillic letters, where no letter has them in one."""
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ](?=\w)")


def slug_of(title: str, url: str | None = None) -> str:
    """Return the words of an address where its outlet wrote some, else those of the headline.

    >>> slug_of("Trump: yes", "https://example.org/2026/trump-says-yes-12345.html")
    'trump-says-yes-12345'
    >>> slug_of("La mairesse : « Nous bâtirons ce port »")
    'la-mairesse-nous-batirons-ce-port'
    >>> slug_of("港口日报")
    '港口日报'
    """
    path = unquote(urlsplit(url).path).rstrip("/") if url else ""
    last = _SUFFIX.sub("", path.rpartition("/")[2]).lower()
    if _WORDY.fullmatch(last) and len(last) <= _MOST_BYTES:
        return last
    return _shortened(slug_from_words(title)) or "article"


def slug_from_words(text: str) -> str:
    """Return words in a form that can be part of an address; Latin letters lose their marks."""
    plain = _MARKS.sub("", unicodedata.normalize("NFC", _APOSTROPHES.sub("-", text)))
    # Not by decomposition alone: ł and ø have none. Before letter case goes: a small İ is an i and a dot.
    letters = "".join(latin(char) if is_latin(char) else char.casefold() for char in plain)
    letters = "".join(str(unicodedata.decimal(char)) if "０" <= char <= "９" else char for char in letters)
    kept = "".join(char if is_id(char) and char != "_" else "-" for char in letters)
    return re.sub(r"-{2,}", "-", kept).strip("-")


def free(slug: str, is_taken: Callable[[str], bool]) -> str:
    """Return the slug, or the first of `slug-2`, `slug-3` … that is not taken."""
    if not is_taken(slug):
        return slug
    number = 2
    while is_taken(f"{slug}-{number}"):
        number += 1
    return f"{slug}-{number}"


def _shortened(slug: str) -> str:
    """Cut a slug between words, or between letters where one word is too long."""
    if len(slug.encode()) <= _MOST_BYTES:
        return slug
    kept = ""
    for char in slug:
        if len((kept + char).encode()) > _MOST_BYTES:
            break
        kept += char
    whole = kept.rpartition("-")[0]
    kept = whole if len(whole) > len(kept) // 2 else kept
    return unicodedata.normalize("NFC", kept).strip("-")
