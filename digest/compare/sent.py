"""What servers send beside a file of the site, or instead of it: a packed copy, and lines of headers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from fnmatch import fnmatchcase

PACKED = {
    ".br": "br",
    ".gz": "gzip",
    ".zst": "zstd",
    # None of these is read, and a server may send it.
    ".bz2": "bzip2",
    ".dcb": "dcb",
    ".dcz": "dcz",
    ".deflate": "deflate",
    ".lz4": "lz4",
    ".lzma": "lzma",
    ".xz": "xz",
    ".z": "compress",
    ".zstd": "zstd",
    ".zz": "deflate",
}
"""Ends of names of copies that servers send to whoever takes their encoding (RFC 9110)."""
HEADERS = "_headers"
_KEPT_OUT = re.compile(r"\s+x-robots-tag:.*\b(?:noindex|none|nosnippet|unavailable_after)\b", re.IGNORECASE)
_PLACES = re.compile(r":\w+|\*")


def packed_of(name: str) -> str:
    """Return the name of the file that a packed one is a copy of, or nothing."""
    base, dot, end = name.rpartition(".")
    return base if f"{dot}{end}".lower() in PACKED else ""


def differing_copy(name: str, packed: bytes, plain: bytes) -> Iterator[str]:
    """Yield that a packed copy holds something else than the file beside it.

    Raises:
        ValueError: it cannot be unpacked.
    """
    from digest.receive import TooLargeError, unpacked  # noqa: PLC0415 - most sites have none

    try:
        encoding = PACKED[name[name.rindex(".") :].lower()]
        is_same = unpacked(packed, encoding, len(plain)) == plain
    except TooLargeError:
        is_same = False
    if not is_same:
        yield f"holds something else than {packed_of(name)}, and is sent instead; pack it again"


def kept_out(lines: bytes, root: str, ours: Collection[str]) -> Iterator[str]:
    """Yield which lines of headers tell search engines to leave the digest's pages out.

    Args:
        lines: A file as several static hosts read it: patterns of paths, and indented headers of each.
        root: The path of the site's address.
        ours: Paths of what the digest builds.
    """
    places = [f"{root}{path.removesuffix('index.html')}" for path in ours if path.endswith(".html")]
    pattern = ""
    for line in lines.decode("utf-8", "replace").splitlines():
        if not line[:1].isspace():
            pattern = _PLACES.sub("*", line.strip().replace("[", "[[]"))
        elif _KEPT_OUT.match(line) and any(fnmatchcase(place, pattern) for place in places):
            yield f"keeps pages of the digest out of searches by “{line.strip()[:60]}”"
