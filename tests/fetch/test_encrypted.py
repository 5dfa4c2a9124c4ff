"""Servers that encrypt: who they are is checked, and nobody is led from there to where all can read along."""

from __future__ import annotations

import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from loopback import running
from system import needs

from digest.errors import FetchError
from digest.fetch import ALLOW_LOOPBACK, Fetcher

pytestmark = needs("openssl")


class _Leads(BaseHTTPRequestHandler):
    """Answers `/to/ADDRESS` with a redirect to the address, and all else with a text."""

    def do_GET(self) -> None:
        target = self.path.partition("/to/")[2]
        self.send_response(302 if target else 404 if self.path == "/robots.txt" else 200)
        if target:
            self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a certificate of `paper.example`, with its key beside it."""
    file = tmp_path_factory.mktemp("own") / "own.pem"
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    told = ["-days", "2", "-subj", "/CN=paper.example", "-addext", "subjectAltName=DNS:paper.example"]
    files = ["-keyout", str(file.with_suffix(".key")), "-out", str(file)]
    subprocess.run([*made, *told, *files], check=True, capture_output=True)
    return file


@contextmanager
def encrypted(own: Path) -> Iterator[int]:
    with running(_Leads) as server:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(own, own.with_suffix(".key"))
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        yield server.server_port


@pytest.fixture
def port(own: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    monkeypatch.setenv(ALLOW_LOOPBACK, "1")
    monkeypatch.setenv("SSL_CERT_FILE", str(own))
    with encrypted(own) as number:
        yield number


def a_fetcher() -> Fetcher:
    return Fetcher(resolve=lambda *_: ["127.0.0.1"], sleep=lambda _: None)


def test_a_server_that_shows_a_certificate_of_its_name_is_read(port: int) -> None:
    assert a_fetcher().fetch(f"https://paper.example:{port}/a").status == 200


def test_a_server_that_shows_another_s_certificate_is_not_read(port: int) -> None:
    with pytest.raises(FetchError, match=r"its certificate is not valid .*other\.example"):
        a_fetcher().fetch(f"https://other.example:{port}/a")


def test_a_server_whose_certificate_nobody_vouches_for_is_not_read(
    port: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    with pytest.raises(FetchError, match="its certificate is not valid"):
        a_fetcher().fetch(f"https://paper.example:{port}/a")


@pytest.mark.parametrize("target", ["http://paper.example/b", "HTTP://paper.example/b"])
@pytest.mark.parametrize("scheme", ["https", "HTTPS"])
def test_nobody_is_led_from_what_is_encrypted_to_what_is_not(port: int, scheme: str, target: str) -> None:
    with pytest.raises(FetchError, match="which is not encrypted"):
        a_fetcher().fetch(f"{scheme}://paper.example:{port}/to/{target}")


def test_a_redirect_that_stays_encrypted_is_followed(port: int) -> None:
    address = f"https://paper.example:{port}"
    assert a_fetcher().fetch(f"{address}/to/{address}/b").address == f"{address}/b"
