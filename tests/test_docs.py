"""The documentation is typed as it stands there: its files are written, its commands run, what they print compared.

A page says with `<!-- in: … -->` where its commands run: in a new site (`harbour`), or in a host. A block
with a title is a file, one of `console` commands with some of what they print, one of `sh` or a recipe in
YAML commands of ours among others.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import sites
from news_server import NewsServer, news_server
from newsrooms import PAGE, a_rss
from sites import ROOT, tree, write
from test_host import a_host

PAGES = ROOT / "docs/pages"
SERVER = "http://127.0.0.1:8080"
IN = re.compile(r"<!-- in: (\w+) -->")
BLOCK = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```', re.MULTILINE | re.DOTALL)
OURS = re.compile(
    r"^\s*(?:- (?:run: )?)?((?:digest |mkdocs |pip install \./)[^\n#|>]+?)(?:\s+(?:#|>>?).*)?$", re.MULTILINE
)
NEEDS = (
    "digest models install",
    "digest check --cluster",
    "digest translate --cluster",
    "digest sources import",
    "digest new article NAME",
    "digest add https://",
    "digest build --before",
    "digest check --host netlify --before",
)
"""What needs a network, a name of the reader's or options of which a page shows a part; tested elsewhere."""


class Block(NamedTuple):
    kind: str
    title: str
    text: str


def blocks(page: Path) -> Iterator[Block]:
    return (Block(*found) for found in BLOCK.findall(page.read_text("utf-8")))


def commands(block: Block) -> Iterator[tuple[str, list[str]]]:
    """Yield commands, each with the lines that it is said to print."""
    if block.kind == "console":
        for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield command.strip(), [line for line in output.splitlines() if line != "…"]
    elif block.kind in {"sh", "yaml"}:
        yield from ((command, []) for command in OURS.findall(block.text))


def filled(news: NewsServer) -> None:
    """Serve what the pages add."""
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
    outline = f'<outline text="Boya" xmlUrl="{news.address}/other.xml"/>'
    news.at("/feeds.opml", f'<opml version="2.0"><body>{outline}</body></opml>')


def installed(package: Path, folder: Path) -> None:
    """Install a package as its reader does, beside our own."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "install", "--no-deps"]
    subprocess.run([*pip, "--target", folder, package], check=True, timeout=300)


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    name, *rest = words = shlex.split(command)
    env = {"DIGEST_ALLOW_LOOPBACK": "1"}
    # What was installed, a process has to find from its start.
    if (folder / "installed").is_dir():
        env["PYTHONPATH"] = str(folder / "installed")
    if name != "python":
        return sites.run(*words, folder=folder, env=env)
    return subprocess.run(
        [sys.executable, *rest], cwd=folder, capture_output=True, text=True, check=False, timeout=300,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **env},
    )  # fmt: skip


def typed(page: Path, folder: Path, news: NewsServer) -> Path:
    """Do everything that a page says, in `folder`; return where that ended."""
    for block in blocks(page):
        if block.title:
            write(folder / block.title, block.text.replace(SERVER, news.address))
            continue
        for command, output in commands(block):
            if command.startswith("cd "):
                folder /= command.removeprefix("cd ")
                continue
            if command.startswith("pip install ./"):
                installed(folder / command.removeprefix("pip install ./"), folder / "installed")
                continue
            if command.startswith(NEEDS) or command.split()[0] not in {"digest", "mkdocs", "python"}:
                continue
            result = run(command.replace(SERVER, news.address), folder)
            assert result.returncode == 0, f"{command}\n{result.stdout}\n{result.stderr}"
            said = (result.stdout + result.stderr).replace(news.address, SERVER).splitlines()
            for line in output:
                assert line in said, f"{command}: {line}\n" + "\n".join(said)
    return folder


def test_the_tutorial_is_what_a_newcomer_sees_and_the_quotation_stands_on_the_page(tmp_path: Path) -> None:
    with news_server() as news:
        filled(news)
        folder = typed(PAGES / "tutorial.md", tmp_path, news)
    assert (folder / ".gitignore").exists()
    pages = "".join(page.read_text("utf-8") for page in (folder / "site").rglob("*.html"))
    assert "Construiremos el puerto juntos este año y no dejaremos a nadie atrás" in pages
    assert "El muelle abre en mayo" in pages
    assert "We will build the harbour together" in pages
    published = {path.suffix for path in (folder / "site").rglob("*") if path.is_file()}
    assert not published & {".yml", ".md", ".jsonl"}


GUIDES = [page for page in sorted(PAGES.rglob("*.md")) if IN.search(page.read_text("utf-8"))]


@pytest.mark.thorough
@pytest.mark.parametrize("page", GUIDES, ids=lambda page: page.stem)
def test_every_command_of_a_page_does_what_the_page_says(page: Path, tmp_path: Path) -> None:
    where = IN.findall(page.read_text("utf-8"))[0]
    if where == "host":
        folder = a_host(tmp_path, digest="  - digest:\n      languages: [en, es]\n      frame: theme\n")
    else:
        assert run("digest new site harbour", tmp_path).returncode == 0
        folder = tmp_path / "harbour"
    with news_server() as news:
        filled(news)
        typed(page, folder, news)


def test_every_page_with_a_command_of_ours_is_typed_by_a_test() -> None:
    told = {page for page in PAGES.rglob("*.md") for block in blocks(page) if any(commands(block))}
    # What a cluster does is tested with a real one.
    assert told - {PAGES / "tutorial.md", PAGES / "guide/cluster.md"} <= set(GUIDES)


@pytest.mark.thorough
def test_the_documentation_is_a_site_with_the_sample_as_a_guest(tmp_path: Path) -> None:
    result = run(f"mkdocs build --strict --site-dir {tmp_path / 'site'}", ROOT / "docs")
    assert result.returncode == 0, result.stderr
    files = tree(tmp_path / "site")
    reference = (
        files["reference/options/index.html"].decode() + files["reference/commands/index.html"].decode()
    )
    assert "<code>front_days</code>" in reference
    assert "digest models install" in reference
    assert "not_quotes" in files["reference/files/index.html"].decode()
    assert "md-header" in files["sample/en/index.html"].decode()
    assert not any(path.endswith((".po", ".yml")) for path in files)
