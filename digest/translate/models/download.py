"""Downloads that go on where they stopped, and stand under their name only when they are whole."""

from __future__ import annotations

import fcntl
import http.client
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from digest.errors import PackageError

TIMEOUT = 60
"""Seconds without a byte."""
TRIES = 5
"""Times that a broken download is taken up again where it ended."""
MOST_BYTES = 4 * 1024**3
_PIECE = 256 * 1024
_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")

_FAULTS = (OSError, http.client.HTTPException, ValueError)
"""What urllib raises; the last for addresses and headers that servers made up."""

Progress = Callable[[int, int], None]
"""Told the bytes there are and the bytes there will be, 0 where that is not known."""


class _Redirects(HTTPRedirectHandler):
    """Follows redirects, but never from an encrypted address to one that is not."""

    def redirect_request(self, req: Request, *args: Any) -> Request | None:
        new = super().redirect_request(req, *args)
        if new is not None and req.type == "https" and new.type != "https":
            raise HTTPError(req.full_url, 0, "leads to an address that is not encrypted", args[-2], None)
        return new


def fetch(address: str, most_bytes: int) -> bytes:
    """Return a small document.

    Raises:
        PackageError: it cannot be had, or is larger than `most_bytes`.
    """
    try:
        with _opened(address, {}) as response:
            found: bytes = response.read(most_bytes + 1)
    except _FAULTS as error:
        raise PackageError(f"{address} cannot be had: {_said(error)}") from error
    if len(found) > most_bytes:
        raise PackageError(f"{address} is larger than {most_bytes} bytes")
    return found


def download(addresses: Sequence[str], path: Path, progress: Progress) -> None:
    """Download a file to `path` from the first address that gives it whole; what is there already is kept.

    Beside it, `NAME.part` is what has come so far and `NAME.from` where from: the next run goes on there, if
    the server still has the same file.

    Raises:
        PackageError: no address gives it; another process is downloading it.
        OSError: it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    faults: list[str] = []
    with path.with_name(f"{path.name}.part").open("ab") as part:
        try:
            fcntl.flock(part, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise PackageError(f"{path.name} is being downloaded by another process") from error
        for address in addresses:
            fault = _from_one(address, path, part, progress)
            if fault is None:
                Path(part.name).replace(path)
                path.with_name(f"{path.name}.from").unlink(missing_ok=True)
                return
            faults.append(f"{address} cannot be had: {fault}")
    raise PackageError("\n".join(faults) or f"{path.name}: the index gives no address")


def _from_one(address: str, path: Path, part: IO[bytes], progress: Progress) -> str | None:
    """Download from one address, again as long as more comes each time; return what is wrong at last."""
    fault = "nothing came"
    for _ in range(TRIES):
        before = part.tell()
        try:
            if _received(address, path, part, progress):
                return None
            fault = f"it ends after {part.tell()} bytes"
        except HTTPError as error:
            return _said(error)
        except _FAULTS as error:
            fault = _said(error)
        part.flush()
        if part.tell() <= before:
            break
    return fault


def _received(address: str, path: Path, part: IO[bytes], progress: Progress) -> bool:
    """Take what a server sends; tell whether the file is whole now."""
    source = path.with_name(f"{path.name}.from")
    tag = _tag_of(source, address)
    have = part.tell() if tag else 0
    try:
        response = _opened(address, {"Range": f"bytes={have}-", "If-Range": tag} if have else {})
    except HTTPError as error:
        if error.code != 416:
            raise
        error.close()
        have, response = 0, _opened(address, {})
    with response:
        found = _RANGE.fullmatch(response.headers.get("Content-Range", ""))
        if not (response.status == 206 and found and int(found[1]) == have):
            have = 0
        part.truncate(have)
        part.seek(have)
        new = response.headers.get("ETag") or response.headers.get("Last-Modified") or ""
        # A weak tag may stand for other bytes.
        source.write_text(json.dumps([address, "" if new.startswith("W/") else new]), encoding="utf-8")
        length = response.headers.get("Content-Length")
        total = have + int(length) if length else 0
        if total > MOST_BYTES:
            raise OSError(f"{total} bytes are more than any package has")
        progress(have, total)
        while piece := response.read(_PIECE):
            _written(part, piece, path)
            if part.tell() > MOST_BYTES:
                raise OSError("it has more bytes than any package")
            progress(part.tell(), total)
    return total in {0, part.tell()}


def _written(part: IO[bytes], piece: bytes, path: Path) -> None:
    """Write a piece at once: a full disk is no fault of the address, and another one would not help."""
    try:
        part.write(piece)
        part.flush()
    except OSError as error:
        raise PackageError(f"{path} cannot be written: {error.strerror}") from error


def _tag_of(source: Path, address: str) -> str:
    """Return what the server called the version of which a part is there, or nothing."""
    try:
        known, tag = json.loads(source.read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError):
        return ""
    return str(tag) if known == address else ""


def _opened(address: str, headers: dict[str, str]) -> Any:
    """Ask for an address of the web; no other kind is opened, whatever redirects say."""
    if urlsplit(address).scheme not in {"http", "https"}:
        raise OSError("it is no address of the web (http or https)")
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        HTTPHandler(),
        HTTPSHandler(),
        HTTPDefaultErrorHandler(),
        _Redirects(),
        HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    # Some hosts of Argos packages turn Python's own name away.
    request = Request(address, headers={"User-Agent": "mkdocs-digest", **headers})  # noqa: S310 - checked
    response = opener.open(request, timeout=TIMEOUT)
    if response is None:
        raise OSError("it leads to an address that is none of the web")
    return response


def _said(error: Exception) -> str:
    if isinstance(error, HTTPError) and error.code:
        return f"{error.code} {error.reason}"
    return str(getattr(error, "reason", "") or error or type(error).__name__)
