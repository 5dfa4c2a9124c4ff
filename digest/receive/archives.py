"""Web archives (`.warc`, `.warc.gz`, `.wacz`), record after record, so that large ones need little memory."""

from __future__ import annotations

import gzip
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import datetime
from typing import IO, Any

from digest.receive.addresses import canonical
from digest.receive.records import BODY_HEADER, Body, Item, NotTaken, Received, UnreadableError

MOST_BYTES = 50_000_000
"""Of one page, unpacked."""
_FEW = 1_000
"""Bytes that are unpacked at a time where nothing bounds what comes out: four may make 128 KB in zstd."""
_BROKEN = (AttributeError, LookupError, TypeError, ValueError)
"""What warcio raises, too, where a record lacks a field or says what it cannot mean."""
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z", re.ASCII)
_BODIES = frozenset(body.value for body in Body)
_PAGES = ("text/html", "application/xhtml+xml")


class TooLargeError(Exception):
    """Something unpacks to more than it may."""


def warc(stream: IO[bytes]) -> Iterator[Item]:
    """Yield the pages of an archive, and what beside them is none.

    Raises:
        UnreadableError: the archive is broken; what stood before has been yielded.
    """
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - few hand over an archive
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    records = iter(ArchiveIterator(stream, no_record_parse=False))
    while True:
        try:
            record = next(records, None)
            item = _item(record) if record is not None else None
        except (ArchiveLoadFailed, zlib.error, EOFError, OSError, *_BROKEN) as error:
            said = " ".join(str(error).split())[:200]
            raise UnreadableError(f"the archive is broken here: {said}") from error
        if record is None:
            return
        if item is not None:
            yield item


def wacz(stream: IO[bytes]) -> Iterator[Item]:
    """Yield the pages of the archives in a `.wacz`.

    Raises:
        UnreadableError: it is broken, or holds no archive.
    """
    try:
        with zipfile.ZipFile(stream) as package:
            names = [
                n
                for n in package.namelist()
                if n.startswith("archive/") and n.endswith((".warc", ".warc.gz"))
            ]
            if not names:
                raise UnreadableError("there is no WARC file in its folder “archive”")
            for name in sorted(names):
                with package.open(name) as inner:
                    yield from warc(inner)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise UnreadableError(f"this is a broken ZIP file ({error})") from error


def _item(record: Any) -> Item | None:
    if record.rec_type not in {"response", "resource", "revisit"}:
        return None
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    address = address.strip("<> ")
    if record.rec_type == "revisit":
        return NotTaken(address, "it is the same as before (revisit)")
    http = record.http_headers if record.rec_type == "response" else None
    headers = http or record.rec_headers
    kind = (headers.get_header("Content-Type") or "").lower()
    status = http.get_statuscode() if http else "200"
    if not status.startswith("2"):
        why = "it is a redirect" if status.startswith("3") else f"the server answered {status}"
        return NotTaken(address, why)
    body = record.rec_headers.get_header(BODY_HEADER)
    if not kind.startswith(_PAGES) and body not in _BODIES:
        return NotTaken(address, f"it is no page ({kind.partition(';')[0] or 'of no type'})")
    return _page(record, address, kind, http)


def _page(record: Any, address: str, kind: str, http: Any) -> Item:
    raw = record.raw_stream.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        return NotTaken(address, f"it is larger than {MOST_BYTES} bytes")
    if getattr(record.raw_stream, "limit", 0) > 0:  # what the record announces and does not hold
        raise UnreadableError(f"the archive breaks off in {address}")
    try:
        said = (http.get_header("Content-Encoding") or "") if http else ""
        chunked = http is not None and "chunked" in (http.get_header("Transfer-Encoding") or "").lower()
        source = unpacked(dechunked(raw) if chunked else raw, said)
    except (TooLargeError, ValueError) as error:
        return NotTaken(address, str(error))
    charset = _CHARSET.search(kind)
    body = record.rec_headers.get_header(BODY_HEADER)
    return Received(
        source=source,
        body=Body(body) if body in _BODIES else Body.PAGE,
        charset=charset[1] if charset else None,
        url=canonical(address),
        captured=_moment(record.rec_headers.get_header("WARC-Date") or ""),
    )


def _moment(told: str) -> str | None:
    """Return when a page was captured, to the second; None where that is no moment as WARC writes one."""
    try:
        found = datetime.fromisoformat(told[:19]).isoformat() if _MOMENT.fullmatch(told) else ""
    except ValueError:
        return None
    return f"{found}Z" if found else None


def dechunked(raw: bytes) -> bytes:
    """Return a body without the frame of its chunks; as it is where it has none: some crawlers undo them."""
    pieces: list[bytes] = []
    at = 0
    while match := _CHUNK.match(raw, at):
        length = int(match[1], 16)
        at = match.end()
        if length == 0:
            return b"".join(pieces)
        if at + length > len(raw):
            break
        pieces.append(raw[at : at + length])
        at += length + (2 if raw[at + length : at + length + 2] == b"\r\n" else 1)
    return raw if not pieces else b"".join([*pieces, raw[at:]])


def unpacked(raw: bytes, encodings: str, most: int = MOST_BYTES) -> bytes:
    """Return a body as it was before it was packed; as it is where it is not packed, whatever is said of it.

    Raises:
        TooLargeError: it unpacks to more than `most` bytes.
        ValueError: it is packed in a way that is not known, or breaks off.
    """
    for encoding in reversed([part.strip().lower() for part in encodings.split(",") if part.strip()]):
        if encoding in {"gzip", "x-gzip"}:
            raw = _inflated(raw, most, 31) if raw[:2] == b"\x1f\x8b" else raw
        elif encoding == "deflate":
            raw = _inflated(raw, most, 15 if raw[:1] == b"\x78" else -15)
        elif encoding == "br":
            raw = _from_brotli(raw, most)
        elif encoding == "zstd":
            raw = _from_zstd(raw, most)
        elif encoding != "identity":
            raise ValueError(f"it is packed as “{encoding}”, which is not read")
    return raw


def _inflated(raw: bytes, most: int, window: int) -> bytes:
    inflate = zlib.decompressobj(window)
    try:
        found = inflate.decompress(raw, most + 1)
    except zlib.error as error:
        raise ValueError(f"it cannot be unpacked ({error})") from error
    if len(found) > most:
        raise TooLargeError(f"it unpacks to more than {most} bytes")
    if not inflate.eof:
        raise ValueError("it breaks off")
    return found


def _from_brotli(raw: bytes, most: int) -> bytes:
    import brotli  # noqa: PLC0415 - only archives hold it: we ask servers for gzip

    decoder = brotli.Decompressor()
    pieces: list[bytes] = []
    size = 0
    try:
        piece = decoder.process(raw, output_buffer_limit=most + 1)
        while piece or not decoder.can_accept_more_data():
            pieces.append(piece)
            size += len(piece)
            if size > most:
                raise TooLargeError(f"it unpacks to more than {most} bytes")
            piece = decoder.process(b"", output_buffer_limit=most + 1)
    except brotli.error as error:
        if raw.lstrip()[:1] == b"<":  # headers of what was packed, over what was unpacked
            return raw
        raise ValueError("it cannot be unpacked (brotli)") from error
    if not decoder.is_finished():
        raise ValueError("it breaks off")
    return b"".join(pieces)


def _from_zstd(raw: bytes, most: int) -> bytes:
    try:
        import zstandard  # noqa: PLC0415 - an extra's
    except ImportError as error:
        raise ValueError("it is packed as “zstd”; pip install zstandard to have it read") from error
    pieces: list[bytes] = []
    size = at = 0
    try:
        while at < len(raw) or not pieces:
            frame = zstandard.ZstdDecompressor().decompressobj()
            while not frame.eof:
                if at >= len(raw):
                    raise ValueError("it breaks off")
                pieces.append(frame.decompress(raw[at : at + _FEW]))
                at += _FEW
                size += len(pieces[-1])
                if size > most:
                    raise TooLargeError(f"it unpacks to more than {most} bytes")
            at = min(at, len(raw)) - len(frame.unused_data)
    except zstandard.ZstdError as error:
        if raw.lstrip()[:1] == b"<":  # as above
            return raw
        raise ValueError("it cannot be unpacked (zstd)") from error
    return b"".join(pieces)


def gunzipped(raw: bytes, most: int = MOST_BYTES) -> bytes:
    """Return what a `.gz` file holds, of all its members.

    Raises:
        TooLargeError: it unpacks to more than `most` bytes.
        ValueError: it is broken.
    """
    import io  # noqa: PLC0415

    try:
        with gzip.GzipFile(fileobj=io.BytesIO(raw)) as file:
            found = file.read(most + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise ValueError(f"it cannot be unpacked ({error})") from error
    if len(found) > most:
        raise TooLargeError(f"it unpacks to more than {most} bytes")
    return found
