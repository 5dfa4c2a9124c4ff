"""Archives of Argos packages made of the tiny ones, and a real HTTP server that offers them."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

from argos_packages import FOLDER
from loopback import running

from digest.translate.models import Models

REGULAR = 0o644 << 16


def an_archive(
    pair: str = "es_en",
    *,
    files: Mapping[str, bytes] | None = None,
    entries: Mapping[zipfile.ZipInfo, bytes] | None = None,
    without: str = "",
    **metadata: Any,
) -> bytes:
    """Return an archive of a tiny package, with other metadata, and files (in its folder) or entries more."""
    [real] = FOLDER.glob(f"*-{pair}-*.argosmodel")
    made = io.BytesIO()
    with zipfile.ZipFile(real) as package, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in package.infolist():
            data = package.read(entry)
            if entry.filename.endswith("metadata.json"):
                data = json.dumps({**json.loads(data), **metadata}).encode()
            if not (without and without in entry.filename):
                archive.writestr(zipfile.ZipInfo(entry.filename), data, zipfile.ZIP_DEFLATED)
        for name, data in (files or {}).items():
            archive.writestr(zipfile.ZipInfo(f"translate-{pair}/{name}"), data, zipfile.ZIP_DEFLATED)
        for entry, data in (entries or {}).items():
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def an_archive_at(path: Path, pair: str = "es_en", **fields: Any) -> Path:
    path.write_bytes(an_archive(pair, **fields))
    return path


@dataclass
class Served:
    """What a server offers, how it behaves, and what it was asked."""

    files: dict[str, bytes] = field(default_factory=dict)
    cut_after: list[int] = field(default_factory=list)
    """Bytes after which the next answers break off, one number an answer."""
    ranges: bool = True
    moved: dict[str, str] = field(default_factory=dict)
    """Paths that lead elsewhere."""
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Paths and their `Range` headers."""
    address: str = ""

    def offer(self, pair: str = "es_en", version: str = "0.1", archive: bytes | None = None) -> bytes:
        """Put a package into the index, its link relative to it."""
        archive = archive or an_archive(pair, package_version=version)
        name = f"{pair}-{version}.argosmodel"
        source, target = pair.split("_")
        entry = {"from_code": source, "to_code": target, "package_version": version, "links": [name]}
        index = json.loads(self.files.get("/index.json", b"[]"))
        self.files |= {"/index.json": json.dumps([*index, entry]).encode(), f"/{name}": archive}
        return archive


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    served: Served

    def do_GET(self) -> None:
        served, wanted = self.served, self.headers.get("Range", "")
        served.asked.append((self.path, wanted))
        if self.path in served.moved:
            self._answer(302, {"Location": served.moved[self.path]}, b"")
            return
        if self.path not in served.files:
            self._answer(404, {}, b"")
            return
        body = served.files[self.path]
        tag = f'"{hashlib.sha256(body).hexdigest()}"'
        found = re.fullmatch(r"bytes=(\d+)-", wanted)
        start = int(found[1]) if found else 0
        if found and served.ranges and start >= len(body):
            self._answer(416, {}, b"")
        elif found and served.ranges and self.headers.get("If-Range") == tag:
            headers = {"ETag": tag, "Content-Range": f"bytes {start}-{len(body) - 1}/{len(body)}"}
            self._answer(206, headers, body[start:])
        else:
            self._answer(200, {"ETag": tag}, body)

    def _answer(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        cut = self.served.cut_after.pop(0) if body and self.served.cut_after else len(body)
        self.wfile.write(body[:cut])
        self.close_connection = cut < len(body)

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@contextmanager
def package_server() -> Iterator[Served]:
    """Run a server on the loopback; give what it offers, to fill."""
    served = Served()
    with running(type("Handler", (_Handler,), {"served": served})) as server:
        served.address = f"http://127.0.0.1:{server.server_port}/"
        yield served


def models(folder: Path, served: Served | None = None) -> Models:
    return Models(
        packages=folder / "packages",
        pins_file=folder / "models.toml",
        downloads=folder / "downloads",
        index=served.address if served else "http://127.0.0.1:9/",
    )


def quiet(_done: int, _total: int) -> None:
    """Show nothing."""


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
