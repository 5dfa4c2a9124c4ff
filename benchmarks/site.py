"""A digest's build beside that of plain Material for MkDocs of the same pages: `python -m benchmarks.site`.

A made-up digest (`benchmarks.corpus`) is built with `mkdocs build`, and so are its pages written as Markdown,
without the plugin; the two take turns. `site.seconds` is the processor's time of a whole process and what it
starts, the best of the runs; `site.ms_a_page` the same for each page; `site.ratio` ours by Material's;
`site.peak_mb` the most memory of one process.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
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


def built(configuration: Path) -> tuple[float, float]:
    """Build a site and return the processor's seconds and the peak in MB."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(configuration)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{configuration} cannot be built")
    # Kilobytes, but bytes on macOS.
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit


def measured(articles: int, runs: int) -> Iterator[dict[str, Any]]:
    """Yield the rows of the benchmark."""
    with tempfile.TemporaryDirectory(prefix="site-") as made:
        ours = written(Path(made) / "ours", articles)
        material = Path(made) / "material"
        pages = as_markdown(ours, material)
        sites = {"digest": ours, "material": material / "mkdocs.yml"}
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in sites}
        for _ in range(runs):
            for name, configuration in sites.items():
                found[name].append(built(configuration))
    of = {"articles": articles, "pages": pages}
    seconds = {name: min(took for took, _ in own) for name, own in found.items()}
    for name, own in found.items():
        yield {"measure": "site.seconds", "value": round(seconds[name], 2), "unit": "s", "site": name} | of
        each = seconds[name] * 1_000 / pages
        yield {"measure": "site.ms_a_page", "value": round(each, 2), "unit": "ms", "site": name} | of
        peak = min(peak for _, peak in own)
        yield {"measure": "site.peak_mb", "value": round(peak), "unit": "MB", "site": name} | of
    ratio = seconds["digest"] / seconds["material"]
    yield {"measure": "site.ratio", "value": round(ratio, 2), "unit": "ours / Material"} | of


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
