"""A digest's build beside that of plain Material for MkDocs of the same pages: `python -m benchmarks.site`.

A made-up digest (`benchmarks.corpus`) is built with `mkdocs build`, and so are its pages written as Markdown,
without the plugin, and, where Hugo is installed, with a bare layout by Hugo; they take turns. Cold is: with
nothing in the cache but the encoder's vectors. `site.seconds` is the processor's time of a whole process and
what it starts, the best of the runs; `site.ms_a_page` the same for each page; `site.ratio` ours by
Material's; `site.peak_mb` the most memory of one process.

Then `digest build` alone, warm: `unchanged` with nothing changed, `changed` with a word more in one article.
`site.jobs` is how many times as fast by the clock two jobs are as one, cold: it tells nothing on a machine
that has other work.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from lxml import html

from benchmarks.corpus import EDITIONS, written
from digest.build import build, outputs
from digest.config import load_settings
from digest.model import Page

_MARKDOWN = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "li": "- ", "blockquote": "> ", "p": ""}
_BLOCKS = ("p", "li", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4")


def as_markdown(configuration: Path, folder: Path) -> int:
    """Write the pages of a digest as a site of Markdown files and return how many there are."""
    number = 0
    for page in outputs(build(load_settings(str(configuration)), warn=lambda _: None)):
        if not isinstance(page, Page):
            continue
        path = folder / "docs" / page.path / "index.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        title = json.dumps(page.title, ensure_ascii=False)
        text = "\n\n".join((f"---\ntitle: {title}\n---", *_lines(page.body), ""))
        path.write_text(text, encoding="utf-8")
        number += 1
    nav = "".join(f"  - {path}\n" for path in ("index.md", *(f"{code}/index.md" for code in EDITIONS)))
    (folder / "mkdocs.yml").write_text(
        "site_name: Made up\nsite_url: https://example.org/digest/\n"
        f"theme:\n  name: material\n  font: false\nvalidation:\n  omitted_files: ignore\nnav:\n{nav}"
        "plugins:\n  - search\n",
        encoding="utf-8",
    )
    return number


def _lines(body: str) -> Iterator[str]:
    for node in html.fromstring(f"<div>{body}</div>").iter(*_MARKDOWN):
        if next(node.iterdescendants(*_BLOCKS), None) is None and (
            text := " ".join(node.text_content().split())
        ):
            yield _MARKDOWN[node.tag] + text


_MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")


def built(configuration: Path) -> tuple[float, float]:
    """Build a site with MkDocs; see `ran`."""
    return ran((*_MKDOCS, "--config-file", str(configuration)), configuration.parent)


def ran(command: Sequence[str], folder: Path) -> tuple[float, float]:
    """Run a generator in a folder and return the processor's seconds and the peak in MB."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    # As where packages are installed: their modules are compiled once, Material's before it is measured.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    null = subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdout=null, stderr=null, cwd=folder) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} fails in {folder}")
    # Kilobytes, but bytes on macOS.
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit


def for_hugo(material: Path, folder: Path) -> Path:
    """Write the pages that Material is given as a site of Hugo's, with the barest layout."""
    for page in (material / "docs").rglob("index.md"):
        inside = page.parent.relative_to(material / "docs")
        path = folder / "content" / (inside.with_suffix(".md") if inside.parts else Path("_index.md"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.read_text(encoding="utf-8"), encoding="utf-8")
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single", "list"):
        (layouts / f"{name}.html").write_text(
            "<!doctype html><title>{{ .Title }}</title><main>{{ .Content }}</main>\n", encoding="utf-8"
        )
    (folder / "config.toml").write_text(
        'baseURL = "https://example.org/"\ntitle = "Made up"\n', encoding="utf-8"
    )
    return folder


def forget(folder: Path) -> None:
    """Forget all but the encoder's vectors."""
    for path in (folder / ".cache" / "digest").glob("*"):
        if path.name != "meaning":
            shutil.rmtree(path) if path.is_dir() else path.unlink()


_ALONE = (sys.executable, "-m", "digest", "build")


def warm(folder: Path, runs: int) -> Iterator[dict[str, Any]]:
    """Yield what `digest build` takes where nothing changed, and where one article did."""
    ran(_ALONE, folder)
    article = min((folder / "content" / "articles").rglob("*.md"))
    for name in ("unchanged", "changed"):
        found = []
        for run in range(runs):
            if name == "changed":
                text = article.read_text(encoding="utf-8")
                article.write_text(f"{text.rstrip()} And {'more ' * (run + 1)}besides.\n", encoding="utf-8")
            found.append(ran(_ALONE, folder)[0])
        yield {"measure": f"site.{name}", "value": round(min(found), 2), "unit": "s"}


def jobs(folder: Path, runs: int) -> dict[str, Any]:
    """Return how many times as fast two jobs are as one."""
    configuration = folder / "mkdocs.yml"
    text = configuration.read_text(encoding="utf-8")
    clock: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(runs):
        for number, found in clock.items():
            configuration.write_text(f"{text}      jobs: {number}\n", encoding="utf-8")
            forget(folder)
            began = time.perf_counter()
            ran(_ALONE, folder)
            found.append(time.perf_counter() - began)
    configuration.write_text(text, encoding="utf-8")
    return {"measure": "site.jobs", "value": round(min(clock[1]) / min(clock[2]), 2), "unit": "one / two"}


def measured(articles: int, runs: int) -> Iterator[dict[str, Any]]:
    """Yield the rows of the benchmark."""
    with tempfile.TemporaryDirectory(prefix="site-") as made:
        ours = written(Path(made) / "ours", articles)
        material = Path(made) / "material"
        # In a process of its own: a child's peak of memory begins with its parent's.
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            pages = pool.submit(as_markdown, ours, material).result()
        sites: dict[str, tuple[Sequence[str], Path]] = {
            "digest": (_MKDOCS, ours.parent),
            "material": (_MKDOCS, material),
        }
        if hugo := shutil.which("hugo"):
            sites["hugo"] = ([hugo, "--quiet"], for_hugo(material, Path(made) / "hugo"))
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in sites}
        for _ in range(runs):
            for name, site in sites.items():
                forget(ours.parent)
                found[name].append(ran(*site))
        of = {"articles": articles, "pages": pages}
        seconds = {name: min(took for took, _ in own) for name, own in found.items()}
        for name, own in found.items():
            yield {
                "measure": "site.seconds",
                "value": round(seconds[name], 2),
                "unit": "s",
                "site": name,
            } | of
            each = seconds[name] * 1_000 / pages
            yield {"measure": "site.ms_a_page", "value": round(each, 2), "unit": "ms", "site": name} | of
            peak = min(peak for _, peak in own)
            yield {"measure": "site.peak_mb", "value": round(peak), "unit": "MB", "site": name} | of
        ratio = seconds["digest"] / seconds["material"]
        yield {"measure": "site.ratio", "value": round(ratio, 2), "unit": "ours / Material"} | of
        yield from (row | of for row in warm(ours.parent, runs))
        yield jobs(ours.parent, runs) | of


def main() -> None:
    """Print one JSON line a figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=250)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    for row in measured(options.articles, options.runs):
        print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
