"""A real HTTP server on the loopback that behaves as it is told, and remembers what it was asked."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler

from loopback import running


@dataclass
class Reply:
    """What a path answers with."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    drip: float = 0.0
    """Seconds before each byte."""
    endless: bool = False
    """Whether the body is repeated for ever."""
    cut: int | None = None
    """After how many bytes the connection breaks off; the length that is announced is the whole one."""


@dataclass
class NewsServer:
    """What there is by path, and what was asked for."""

    address: str = ""
    port: int = 0
    replies: dict[str, list[Reply]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Method and path; of a proxy's request, the whole address."""
    headers: list[dict[str, str]] = field(default_factory=list)

    def at(self, path: str, body: str | bytes = b"", status: int = 200, **how: object) -> str:
        """Answer `path`, several times in turn if this is said several times; return the address."""
        headers = how.pop("headers", {})
        reply = Reply(body if isinstance(body, bytes) else body.encode(), status, **how)  # type: ignore[arg-type]
        reply.headers = {"Content-Type": "text/html; charset=utf-8", **headers}  # type: ignore[dict-item]
        self.replies.setdefault(path, []).append(reply)
        return self.address + path

    def paths(self) -> list[str]:
        """Return what was asked for, but for robots.txt."""
        return [path for _, path in self.asked if path != "/robots.txt"]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    news: NewsServer

    def do_GET(self) -> None:
        self.news.asked.append((self.command, self.path))
        self.news.headers.append({key.lower(): value for key, value in self.headers.items()})
        waiting = self.news.replies.get(self.path) or [Reply(b"missing", 404)]
        reply = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        etag = reply.headers.get("ETag")
        modified = reply.headers.get("Last-Modified")
        same = (etag and self.headers.get("If-None-Match") == etag) or (
            modified and self.headers.get("If-Modified-Since") == modified
        )
        self._send(Reply(b"", 304, reply.headers) if same else reply)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if not reply.endless and "Transfer-Encoding" not in reply.headers and reply.status != 304:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if self.command == "HEAD":
            return
        try:
            self._body(reply)
        except OSError:
            self.close_connection = True

    def _body(self, reply: Reply) -> None:
        if reply.drip:
            for byte in reply.body:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                time.sleep(reply.drip)
        while reply.endless:
            self.wfile.write(reply.body)
        self.wfile.write(b"" if reply.drip else reply.body[: reply.cut])
        self.close_connection = reply.cut is not None

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@contextmanager
def news_server() -> Iterator[NewsServer]:
    """Run a server on the loopback; give what it answers, to fill."""
    news = NewsServer()
    with running(type("Handler", (_Handler,), {"news": news})) as server:
        news.port = server.server_port
        news.address = f"http://127.0.0.1:{server.server_port}"
        yield news
