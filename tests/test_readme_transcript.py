"""The transcript of README, typed as it stands there: a new site, a page, a feed, a list, a check, a build."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from news_server import NewsServer, news_server
from newsrooms import PAGE, a_rss
from sites import ROOT

MARK = "<!-- transcript -->\n\n```console\n"
"""Stands before the transcript, which the test below runs."""


def transcript() -> list[tuple[str, str]]:
    """Return the commands of README's transcript, and what each is said to print."""
    text = (ROOT / "README.md").read_text("utf-8")
    block = text[text.index(MARK) + len(MARK) :].partition("```")[0]
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [(command.strip(), output) for command, _, output in (part.partition("\n") for part in parts)]


def filled(news: NewsServer) -> None:
    """Serve what the transcript adds."""
    news.at(
        "/puerto.html",
        PAGE.replace("https://faro.example/2026/el-puerto-crece", f"{news.address}/puerto.html"),
    )
    feed = a_rss(
        (
            "muelle",
            "Abre el muelle",
            "La alcaldesa Elena Campos dijo: «El muelle abre en mayo». Los vecinos lo esperaban desde hace años.",
        )
    )
    news.at("/feed.xml", feed, headers={"Content-Type": "application/rss+xml"})
    other = (
        feed.replace("muelle", "dique")
        .replace("faro.example", "boya.example")
        .replace("en mayo", "en junio, y será el más largo de la costa")
    )
    news.at("/other.xml", other, headers={"Content-Type": "application/rss+xml"})
    news.at(
        "/feeds.opml",
        f'<opml version="2.0"><body><outline text="Boya" xmlUrl="{news.address}/other.xml"/></body></opml>',
    )


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *shlex.split(command)], cwd=folder, capture_output=True, text=True, check=False, timeout=300,
        env={**os.environ, "DIGEST_ALLOW_LOOPBACK": "1", "NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip


def test_the_transcript_of_readme_is_what_a_newcomer_sees_and_the_quotation_stands_on_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path
    with news_server() as news:
        filled(news)
        for command, output in transcript():
            if command.startswith("cd "):
                folder /= command.removeprefix("cd ")
                continue
            result = run(command.replace("http://127.0.0.1:8080", news.address), folder)
            assert result.returncode == 0, f"{command}\n{result.stdout}\n{result.stderr}"
            said = (result.stdout + result.stderr).replace(news.address, "http://127.0.0.1:8080")
            for line in output.splitlines():
                assert line in said.splitlines() or line == "…", f"{command}: {line}\n{said}"
    assert (folder / ".gitignore").exists()
    pages = "".join(page.read_text("utf-8") for page in (folder / "site").rglob("*.html"))
    assert "Construiremos el puerto juntos este año y no dejaremos a nadie atrás" in pages
    assert "El muelle abre en mayo" in pages
    assert "We will build the harbour together" in pages
    published = {path.suffix for path in (folder / "site").rglob("*") if path.is_file()}
    assert not published & {".yml", ".md", ".jsonl"}
