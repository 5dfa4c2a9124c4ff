"""One request and its answer, within limits of time and size, whatever the server does."""

from __future__ import annotations

import base64
import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from digest.errors import FetchError
from digest.fetch.guard import Resolver, checked, demand_public_name, split

_PIECE = 64 * 1024
"""Bytes read at once: limits are looked at between two pieces, so few enough for none to be far exceeded."""
_AS_IT_IS = "%/:=&?~#+!$,;'@()*[]"
"""What stays in the path of a request; redirects hold letters that may not stand there."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
"""Not 300 and 305, which name no place to go to, nor 304, which means that ours is still right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a fetch may take."""

    seconds: float = 30.0
    """For connecting, and again between two pieces of an answer."""
    seconds_in_all: float = 120.0
    """For a whole answer, however steadily it drips."""
    bytes: int = 20_000_000
    """Of an answer, as sent, and again unpacked."""
    redirects: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said."""

    address: str
    """Where the last redirect led."""
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    raw: bytes = b""
    """The body as it was sent, without the frame of chunks."""
    body: bytes = b""
    """Unpacked."""

    def header(self, name: str) -> str | None:
        """Return a header's value, None where the answer has none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def charset(self) -> str | None:
        """The encoding that the server names."""
        for part in (self.header("Content-Type") or "").split(";")[1:]:
            key, _, value = part.partition("=")
            if key.strip().lower() == "charset":
                return value.strip(" \"'") or None
        return None

    @property
    def leads_to(self) -> str | None:
        """Where a redirect leads, None where the answer is none."""
        target = (self.header("Location") or "").strip()
        if self.status not in _REDIRECTS or not target:
            return None
        with suppress(UnicodeError):
            target = target.encode("latin-1").decode("utf-8")  # headers are bytes, and these mostly UTF-8
        return urljoin(self.address, target)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of whom, and by which way."""

    address: str
    headers: Mapping[str, str]
    limits: Limits
    resolve: Resolver
    proxy: str | None = None
    method: str = "GET"


def ask(question: Question) -> Answer:
    """Return what a server answers, redirects not followed.

    Raises:
        FetchError: it may not be reached, or does not answer within the limits; its text names the address.
    """
    address, limits = question.address, question.limits
    try:
        connection = _connection(question)
        with _deadline(connection, limits.seconds_in_all, address):
            return _answered(connection, question)
    except FetchError:
        raise
    except ssl.SSLCertVerificationError as error:
        raise FetchError(f"{address}: its certificate is not valid ({error.verify_message})") from error
    except TimeoutError as error:
        raise FetchError(f"{address}: no answer within {limits.seconds:g} s") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise FetchError(f"{address}: {_said(error)}") from error


class _Plain(http.client.HTTPConnection):
    """A connection that keeps hold of its socket: http.client lets go of it while an answer is still read."""

    wire: socket.socket | None = None

    def connect(self) -> None:
        super().connect()
        self.wire = self.sock


class _Secure(http.client.HTTPSConnection):
    """The same, encrypted."""

    wire: socket.socket | None = None

    def connect(self) -> None:
        super().connect()
        self.wire = self.sock


class _To(_Plain):
    """A connection to an address that was checked, whatever its host's name means a moment later."""

    def __init__(self, host: str, port: int, address: str, seconds: float, *, secure: bool) -> None:
        super().__init__(host, port, timeout=seconds)
        self._address = address
        self._secure = secure
        self.default_port = 443 if secure else 80  # what goes without saying in the header `Host`

    def connect(self) -> None:
        self.sock = self.wire = socket.create_connection((self._address, self.port), self.timeout)
        if self._secure:
            context = ssl.create_default_context()
            # The handshake comes after the assignment, so that the deadline can end it, too.
            self.sock = self.wire = context.wrap_socket(
                self.sock, server_hostname=self.host, do_handshake_on_connect=False
            )
            self.sock.do_handshake()


def _connection(question: Question) -> _Plain | _Secure:
    parts, host, port = split(question.address)
    secure, seconds = parts.scheme == "https", question.limits.seconds
    if question.proxy is None:
        found = checked(host, port, question.resolve, shown=question.address)
        return _To(host, port, found, seconds, secure=secure)
    # A proxy resolves names itself, so only what is written can be judged.
    demand_public_name(host, shown=question.address)
    at = _proxy(question.proxy)
    kind = _Secure if secure else _Plain
    connection = kind(at.hostname or "", at.port or 80, timeout=seconds)
    if secure:
        connection.set_tunnel(host, port, _proxy_headers(at))
    return connection


def _proxy(address: str) -> SplitResult:
    at = urlsplit(address if "//" in address else f"http://{address}")
    if not at.hostname:
        raise FetchError(f"{address}: this proxy's address has no host")
    return at


def _answered(connection: http.client.HTTPConnection, question: Question) -> Answer:
    parts, _, _ = split(question.address)
    path = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=_AS_IT_IS)
    sent = dict(question.headers)
    if question.proxy and parts.scheme == "http":
        path = f"http://{parts.netloc}{path}"
        sent |= _proxy_headers(_proxy(question.proxy))
    connection.request(question.method, path, headers=sent)
    response = connection.getresponse()
    most = question.limits.bytes
    raw = b"" if question.method == "HEAD" else _read(response, most, question.address)
    return Answer(
        address=question.address,
        status=response.status,
        reason=response.reason,
        headers=tuple(response.getheaders()),
        raw=raw,
        body=_unpacked(raw, response.getheader("Content-Encoding"), question) if raw else b"",
    )


def _unpacked(raw: bytes, encoding: str | None, question: Question) -> bytes:
    # Who is told that nothing is new does not wait for what reads feeds and archives.
    from digest.receive import TooLargeError, unpacked  # noqa: PLC0415

    try:
        return unpacked(raw, encoding or "", question.limits.bytes)
    except TooLargeError as error:
        raise FetchError(f"{question.address}: {error}") from error


def _read(response: http.client.HTTPResponse, most: int, address: str) -> bytes:
    announced = response.getheader("Content-Length") or ""
    if announced.isdigit() and int(announced) > most:
        raise FetchError(f"{address}: it is larger than {most} bytes")
    pieces: list[bytes] = []
    size = 0
    while piece := response.read(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > most:
            raise FetchError(f"{address}: it is larger than {most} bytes")
    if announced.isdigit() and size < int(announced):
        raise FetchError(f"{address}: the answer breaks off after {size} of {announced} bytes")
    return b"".join(pieces)


@contextmanager
def _deadline(connection: _Plain | _Secure, seconds: float, address: str) -> Iterator[None]:
    """Close the connection when the time is up: a server may send a byte a second without end."""
    late = threading.Event()
    began = time.monotonic()

    def end() -> None:
        late.set()
        wire = connection.wire or connection.sock
        if wire:
            with suppress(OSError):
                # The plain socket below TLS, too: nothing else wakes a thread that waits for it.
                socket.socket.shutdown(wire, socket.SHUT_RDWR)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    except (FetchError, OSError, http.client.HTTPException, ValueError) as error:
        if late.is_set() or time.monotonic() - began >= seconds:
            raise FetchError(f"{address}: not finished within {seconds:g} s") from error
        raise
    finally:
        timer.cancel()
        connection.close()


def _proxy_headers(at: SplitResult) -> dict[str, str]:
    if not at.username:
        return {}
    secret = f"{unquote(at.username)}:{unquote(at.password or '')}".encode()
    return {"Proxy-Authorization": f"Basic {base64.b64encode(secret).decode()}"}


def _said(error: Exception) -> str:
    if isinstance(error, http.client.IncompleteRead):
        return "the answer breaks off"
    said = getattr(error, "strerror", None) or " ".join(str(error).split()) or type(error).__name__
    return str(said)[:200]
