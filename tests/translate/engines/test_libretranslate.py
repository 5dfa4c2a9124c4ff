"""The client of LibreTranslate, and a small server on the loopback that speaks its API."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
from loopback import running
from memories import a_use, settings_in

from digest.errors import EngineError
from digest.model import Engine
from digest.testing import EngineContract
from digest.translate import TranslationEngine, engines, fill_memory, load_memory, translate
from digest.translate.engines.libretranslate import TEXTS, LibreTranslate

KNOWN = {"Queremos paz.": "We want peace.", "Fue un día largo.": "It was a long day."}


@dataclass
class Server:
    """What the server knows, how it behaves, and what it was asked."""

    address: str = ""
    busy: int = 0
    """How many of the next questions it turns away for now."""
    key: str = ""
    broken: bytes | None = None
    seconds: float = 0
    """How long it takes to answer."""
    elsewhere: str = ""
    chinese: str = "zh"
    """What it calls simplified Chinese."""
    asked: list[dict[str, Any]] = field(default_factory=list)


class _Handler(BaseHTTPRequestHandler):
    server_state: Server

    def do_GET(self) -> None:
        languages = [
            {"code": "es", "name": "Spanish", "targets": ["en", "es", "pb", self.server_state.chinese]},
            {"code": "en", "name": "English", "targets": ["es", "en"]},
        ]
        answers = {"/languages": languages, "/spec": {"info": {"version": "1.6.5"}}}
        self._answer(200, answers.get(self.path, {"error": "not found"}))

    def do_POST(self) -> None:
        state = self.server_state
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        state.asked.append(asked)
        time.sleep(state.seconds)
        if state.busy:
            state.busy -= 1
            self._answer(429, {"error": "Slowdown: 1 per 1 second"}, {"Retry-After": "0"})
        elif state.key != asked.get("api_key", ""):
            self._answer(403, {"error": "Invalid API key"})
        else:
            told = [self._told(one) for one in asked["q"]]
            self._answer(200, {"translatedText": told})

    def _told(self, text: str) -> str:
        for source, target in KNOWN.items():
            text = text.replace(source, target)
        return text

    def _answer(self, status: int, said: object, headers: dict[str, str] | None = None) -> None:
        if self.server_state.elsewhere:
            status, headers = 308, {"Location": self.server_state.elsewhere}
        body = self.server_state.broken if self.server_state.broken is not None else json.dumps(said).encode()
        self.send_response(status)
        for name, value in {**(headers or {}), "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        with suppress(BrokenPipeError):
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@contextmanager
def a_server(**fields: Any) -> Iterator[Server]:
    state = Server(**fields)
    with running(type("Handler", (_Handler,), {"server_state": state})) as server:
        state.address = f"http://127.0.0.1:{server.server_port}"
        yield state


@pytest.fixture
def server() -> Iterator[Server]:
    with a_server() as server:
        yield server


@pytest.fixture
def at(request: pytest.FixtureRequest, server: Server) -> None:
    request.cls.url = server.address


@pytest.mark.usefixtures("at")
class TestContract(EngineContract):
    url: str

    def engine(self) -> TranslationEngine:
        return LibreTranslate(self.url)


def test_it_is_found_as_an_engine_of_any_other_package_is() -> None:
    [point] = [point for point in entry_points(group="digest.engines") if point.name == "libretranslate"]
    assert point.value == "digest.translate.engines.libretranslate:libretranslate"


def test_the_stamp_has_the_servers_version(server: Server) -> None:
    assert LibreTranslate(server.address).stamp("es-VE", "en") == Engine(
        name="libretranslate", model="es_en", version="1.6.5", label="LibreTranslate"
    )
    stamp = LibreTranslate(server.address).stamp("es", "pt-BR")
    assert stamp is not None
    assert stamp.model == "es_pt-BR"


def test_it_is_off_unless_its_address_is_configured(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, engines={"default": ("libretranslate",)})
    assert engines(settings)["libretranslate"].stamp("es", "en") is None


def test_an_option_that_there_is_not_is_told(tmp_path: Path) -> None:
    options = {"libretranslate": {"urll": "http://127.0.0.1:9"}}
    settings = settings_in(tmp_path, engines={"default": ("libretranslate",)}, engine_options=options)
    with pytest.raises(EngineError, match="cannot be had: engine_options: “urll” is not known"):
        engines(settings)["libretranslate"].stamp("es", "en")


def test_texts_go_in_batches(server: Server) -> None:
    texts = [f"{number}: Queremos paz." for number in range(70)]
    made = LibreTranslate(server.address).translate(texts, "es", "en")
    assert made == [f"{number}: We want peace." for number in range(70)]
    assert [len(one["q"]) for one in server.asked] == [TEXTS, TEXTS, 70 - 2 * TEXTS]
    assert {(one["source"], one["target"], one["format"]) for one in server.asked} == {("es", "en", "text")}


def test_the_key_is_sent_and_a_refusal_is_told() -> None:
    with a_server(key="secret") as server:
        assert LibreTranslate(server.address, "secret").translate(["Queremos paz."], "es", "en")
        with pytest.raises(EngineError, match=r"refused \(403\): Invalid API key"):
            LibreTranslate(server.address).translate(["Queremos paz."], "es", "en")


def test_a_busy_server_is_asked_again() -> None:
    with a_server(busy=2) as server:
        assert LibreTranslate(server.address).translate(["Queremos paz."], "es", "en") == ["We want peace."]
        assert len(server.asked) == 3


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"3",
        b'{"translatedText": "x"}',
        b'{"translatedText": []}',
        b'{"translatedText": [null]}',
        b'{"translatedText": [3]}',
    ],
)
def test_an_answer_that_is_none_is_a_clear_error(server: Server, body: bytes) -> None:
    engine = LibreTranslate(server.address)
    assert engine.stamp("es", "en")
    server.broken = body
    with pytest.raises(EngineError, match=server.address):
        engine.translate(["Queremos paz."], "es", "en")


def test_a_server_that_gives_no_answer_is_a_clear_error(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Of the module; a function of the package has its name.
    monkeypatch.setattr(sys.modules[LibreTranslate.__module__], "TIMEOUT", 0.2)
    engine = LibreTranslate(server.address)
    assert engine.stamp("es", "en")
    server.seconds = 1
    with pytest.raises(EngineError, match=r"gave no answer in 0\.2 seconds"):
        engine.translate(["Queremos paz."], "es", "en")


def test_a_server_that_has_moved_is_told_and_gets_no_key() -> None:
    with a_server() as other, a_server(elsewhere=other.address) as server:
        with pytest.raises(EngineError, match=f"it has moved to {other.address}; if you trust"):
            LibreTranslate(server.address, "secret").translate(["Queremos paz."], "es", "en")
        assert other.asked == []


@pytest.mark.parametrize("code", ["zh", "zh-Hans"])
def test_simplified_chinese_is_served_under_each_of_its_codes(code: str) -> None:
    with a_server(chinese=code) as server:
        engine = LibreTranslate(server.address)
        assert engine.stamp("es", "zh-TW") is None
        assert engine.translate(["Queremos paz."], "es", "zh")
        assert [one["target"] for one in server.asked] == [code]


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "ftp://127.0.0.1", "127.0.0.1:5000", "http://"])
def test_a_server_that_is_not_there_is_a_clear_error(url: str) -> None:
    with pytest.raises(EngineError, match="cannot be asked"):
        LibreTranslate(url).stamp("es", "en")


def test_the_command_asks_it_and_a_build_never_does(tmp_path: Path, server: Server) -> None:
    settings = settings_in(
        tmp_path,
        engines={"default": ("libretranslate",)},
        engine_options={"libretranslate": {"url": server.address}},
    )
    folder = tmp_path / "content" / "translations"
    use = a_use("Queremos paz.")
    assert translate([use], load_memory(folder), settings=settings) == {}
    assert server.asked == []
    fill_memory([use], load_memory(folder), settings=settings)
    made = load_memory(folder).find(use.segment, "en")
    assert made is not None
    assert made.engine is not None
    assert (made.text, made.engine.label, made.engine.version) == (
        "We want peace.",
        "LibreTranslate",
        "1.6.5",
    )
