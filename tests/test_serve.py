"""`mkdocs serve`, as an editor uses it: a file is dropped into the folder and the site changes."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sites import a_site, write

RUSSIAN = """
---
title: Путин о переговорах
outlet: rbc
language: ru
written_by: desk
published: 2025-12-02
---
«Они же на стороне войны», — сказал Владимир Путин в Москве.
"""

PATIENCE = 60


@dataclass
class Server:
    folder: Path
    port: int
    log: Path

    def get(self, path: str) -> str:
        """Return the page at `path` of the site, or an empty text where there is none."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/digest/{path}", timeout=10) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""


def wait_for(condition: Callable[[], bool], what: str, log: Path) -> None:
    for _ in range(PATIENCE * 4):
        if condition():
            return
        time.sleep(0.25)
    pytest.fail(f"not within {PATIENCE} s: {what}\n{log.read_text(encoding='utf-8')}")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = a_site(tmp_path_factory.mktemp("served"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = folder / "serve.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdout=output,
            stderr=output,
        )
    running = Server(folder, port, log)
    try:
        wait_for(lambda: bool(running.get("en/")), "the first build", log)
        yield running
    finally:
        process.terminate()
        process.wait(timeout=20)


def test_an_added_article_appears_in_every_edition(server: Server) -> None:
    write(server.folder / "content/articles/added.md", RUSSIAN)
    for language in ("en", "es", "fr", "ar"):
        wait_for(lambda code=language: bool(server.get(f"{code}/article/rbc/added/")), language, server.log)
        assert "Они же на стороне войны" in server.get(f"{language}/article/rbc/added/")


def test_a_broken_article_is_named_with_its_line_and_the_site_stays_up(server: Server) -> None:
    write(server.folder / "content/articles/broken.md", RUSSIAN.replace("language: ru", "language: russian"))
    named = "articles/broken.md:4:"
    wait_for(lambda: named in server.log.read_text(encoding="utf-8"), named, server.log)
    assert server.get("en/")


def test_a_broken_memory_is_named_and_the_site_is_served_as_it_was(server: Server) -> None:
    memory = server.folder / "content/translations/en-es/2025-12.po"
    write(memory, "broken\n")
    named = "translations/en-es/2025-12.po:1:"
    wait_for(lambda: named in server.log.read_text(encoding="utf-8"), named, server.log)
    wait_for(lambda: "respeto" in server.get("es/"), "the site as it was", server.log)
    memory.unlink()
