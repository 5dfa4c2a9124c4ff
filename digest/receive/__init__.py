"""Whatever is handed over → articles and addresses: pages, feeds, lists, letters, archives, agencies' items.

Pure: nothing is fetched or written, and no text is judged; what a source does not say is None. The text of a
page is still inside the page: to find it there is the business of `digest.read`.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import IO, Any, cast

from digest import others
from digest.receive.addresses import canonical, host_of, key_of
from digest.receive.archives import MOST_BYTES, TooLargeError, gunzipped, unpacked, wacz, warc
from digest.receive.feeds import atom, once, rss
from digest.receive.formats import Format, format_of
from digest.receive.json_items import json_items
from digest.receive.lists import opml, sitemap, sitemap_index
from digest.receive.mail import message
from digest.receive.markup import flaw_of, tree_from_xml
from digest.receive.newsml import newsml
from digest.receive.records import BODY_HEADER, Body, Feed, Item, NotTaken, Received, UnreadableError

__all__ = [
    "BODY_HEADER",
    "Body",
    "Feed",
    "Format",
    "Item",
    "NotTaken",
    "Received",
    "TooLargeError",
    "UnreadableError",
    "canonical",
    "host_of",
    "key_of",
    "receive",
    "unpacked",
]

_ADVICE = {
    Format.PDF: "PDF files are not read; copy the text into a “.txt” file and add that",
    Format.WORD: "word processors' files are not read; copy the text into a “.txt” file and add that",
    Format.EPUB: "e-books are not read; copy the text into a “.txt” file and add that",
    Format.IMAGE: "this is a picture; write or copy the article's text into a “.txt” file and add that",
    Format.MISNAMED: "what stands in it is not what its name says; give it the ending of what it is",
    Format.ZIP: "ZIP files are not read (but “.wacz”); unpack it and add what is in it",
    Format.BINARY: "this is neither a page, text, feed, list nor archive",
    Format.XML: "of XML, RSS, Atom, OPML, sitemaps and NewsML-G2 are read; this is none of them",
}


def receive(
    stream: IO[bytes], *, name: str = "", base: str = "", charset: str | None = None
) -> Iterator[Item]:
    """Yield what a file or an answer holds.

    Args:
        stream: Its bytes; archives are read record by record, all else is taken whole.
        name: Of the file; says what it is where its bytes do not.
        base: The address that it came from.
        charset: As HTTP told it.

    Raises:
        UnreadableError: nothing, or nothing more, can be made of it.
    """
    start = stream.read(4096)
    kind = format_of(start, name)
    if kind is Format.GZIP and b"WARC/" in _peeked(start):
        kind = Format.WARC
    rest = _Joined(start, stream)
    if kind is Format.WARC:
        yield from warc(cast("IO[bytes]", rest))
        return
    data = rest.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES and kind is not Format.WACZ:
        raise UnreadableError(f"it is larger than {MOST_BYTES // 1_000_000} MB")
    for read in others.readers().values():
        # What ours cannot read, another package may; and its own kind of XML or JSON, too.
        if (items := read(data, name)) is not None:
            yield from items
            return
    if kind is Format.WACZ:
        yield from wacz(io.BytesIO(data + rest.read()))
    elif kind is Format.GZIP:
        yield from receive(_unzipped(data), name=name.removesuffix(".gz"), base=base, charset=charset)
    else:
        yield from _whole(kind, data, base, charset)


def _whole(kind: Format, data: bytes, base: str, charset: str | None) -> Iterator[Item]:
    if not data.strip():
        raise UnreadableError("it is empty")
    if kind in _ADVICE:
        raise UnreadableError(_ADVICE[kind])
    if kind is Format.PAGE:
        yield Received(source=data, body=Body.PAGE, charset=charset, url=canonical(base))
    elif kind is Format.TEXT:
        yield Received(source=data, body=Body.PASTED, charset=charset, url=canonical(base))
    elif kind is Format.MAIL:
        yield from message(data)
    elif kind is Format.JSON:
        yield from once(json_items(data, base))
    else:
        found = False
        for item in _of_xml(kind, _tree(data, charset, base), base):
            found = True
            yield item
        if not found and (error := flaw_of(data)):
            raise UnreadableError(f"this is broken XML, and no entry can be read of it ({error})")


def _of_xml(kind: Format, root: Any, base: str) -> Iterator[Item]:
    if kind is Format.RSS:
        yield from once(list(rss(root, base)))
    elif kind is Format.ATOM:
        yield from once(list(atom(root, base)))
    elif kind is Format.OPML:
        yield from opml(root, base)
    elif kind is Format.SITEMAP:
        yield from sitemap(root, base)
    elif kind is Format.SITEMAP_INDEX:
        yield from sitemap_index(root, base)
    else:
        yield from newsml(root)


def _tree(data: bytes, charset: str | None, base: str) -> Any:
    try:
        return tree_from_xml(data, charset, base)
    except (ValueError, SyntaxError) as error:
        raise UnreadableError(f"this is broken XML ({error})") from error


def _unzipped(data: bytes) -> IO[bytes]:
    try:
        return io.BytesIO(gunzipped(data))
    except (ValueError, TooLargeError) as error:
        raise UnreadableError(str(error)) from error


def _peeked(start: bytes) -> bytes:
    import zlib  # noqa: PLC0415

    try:
        return zlib.decompressobj(31).decompress(start, 64)
    except zlib.error:
        return b""


class _Joined(io.BufferedIOBase):
    """What was read of a stream already, and the rest of it."""

    def __init__(self, start: bytes, rest: IO[bytes]) -> None:
        self._start = start
        self._rest = rest

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        """Return up to `size` bytes, all for -1."""
        if size is None or size < 0:
            found, self._start = self._start + self._rest.read(), b""
            return found
        found, self._start = self._start[:size], self._start[size:]
        return found + (self._rest.read(size - len(found)) if len(found) < size else b"")
