"""How time and memory grow with a digest: `python -m benchmarks.growth [--articles 250,500,1000,2000]`.

Made-up digests (`benchmarks.corpus`) are built up to their pages, each three times in a process of its own,
cold (nothing in the cache but the encoder's vectors, which the first run makes); of each stage the best time
counts. `growth.STAGE` is in seconds of the processor; `exponent` is that of its growth since the size before:
1 is in step with the size, 2 with its square; a stage of less than a tenth of a second has none.
`growth.peak_mb` is the most memory. What Python's collector of garbage takes falls into whatever stage has
the luck, a tenth of a second at a time: `growth.collect` is apart from the stages, and part of `all`.
`--hostile [KIND]` does the same with one article of hostile text at 1x, 2x, 4x and 8x: quotes of one person,
one quote again and again, marks, long lines, names, nested marks, markup that never ends or comes in every
word; and, as a saved page, lines of numbers of notes, of links, of hidden elements and of words in another
language.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.corpus import Maker, configuration, written
from benchmarks.site import forget
from digest import build, translate
from digest.config import load_settings

_RUNS = 3
_LEAST = 0.1
"""Seconds below which a time tells nothing of growth."""
_STAGES = {
    "read": (build, "read"),
    "memory": (translate, "load_memory"),
    "quote": (build, "_quotes"),
    "group": (build, "group"),
    "match": (build, "match"),
    "segments": (translate, "segments"),
    "translate": (translate, "translate"),
}


def staged(configuration_file: Path) -> dict[str, float]:
    """Build all pages in this process and return the seconds of each stage, and the peak in MB."""
    took: dict[str, float] = defaultdict(float)
    for name, (module, function) in _STAGES.items():
        setattr(module, function, _timed(getattr(module, function), name, took))
    settings = load_settings(str(configuration_file))
    gc.callbacks.append(_collecting(took))
    began = time.process_time()
    site = build.build(settings, warn=lambda _: None)
    built = time.process_time() - took["collect"]
    pages = sum(1 for _ in build.outputs(site))
    took["publish"] = time.process_time() - took["collect"] - built
    took["all"] = time.process_time() - began
    # Kilobytes, but bytes on macOS.
    unit = 2**20 if sys.platform == "darwin" else 2**10
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    return {**took, "peak_mb": peak, "pages": pages}


def _timed(stage: Callable[..., Any], name: str, took: dict[str, float]) -> Callable[..., Any]:
    def timed(*arguments: Any, **named: Any) -> Any:
        began = time.process_time() - took["collect"]
        try:
            return stage(*arguments, **named)
        finally:
            took[name] += time.process_time() - took["collect"] - began

    return timed


def _collecting(took: dict[str, float]) -> Callable[[str, dict[str, int]], None]:
    """Return what Python calls before and after each collection of garbage."""
    began = 0.0

    def collecting(phase: str, _: dict[str, int]) -> None:
        nonlocal began
        now = time.process_time()
        if phase == "start":
            began = now
        else:
            took["collect"] += now - began

    return collecting


def best(configuration_file: Path, runs: int) -> dict[str, float]:
    """Return the least of each figure over some runs, each in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.growth", "--stages", str(configuration_file)]
    found = []
    for _ in range(runs):
        forget(configuration_file.parent)
        found.append(json.loads(subprocess.run(command, capture_output=True, check=True).stdout))
    return {name: min(run.get(name, 0.0) for run in found) for name in found[0]}


def rows(
    sizes: Iterable[int], made: Callable[[int, Path], Path], runs: int, **of: Any
) -> Iterator[dict[str, Any]]:
    """Yield the figures of digests of some sizes."""
    before: dict[str, float] = {}
    last = 0
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="growth-") as folder:
            found = best(made(size, Path(folder)), runs)
        for name, value in found.items():
            unit = {"peak_mb": "MB", "pages": "pages"}.get(name, "s")
            row = {"measure": f"growth.{name}", "value": round(value, 3), "unit": unit, "size": size} | of
            if last and unit == "s" and before.get(name, 0.0) > _LEAST:
                row["exponent"] = round(math.log(value / before[name]) / math.log(size / last), 2)
            yield row
        before, last = found, size


def _many_quotes(maker: Maker, size: int) -> str:
    said = (maker.text([*maker.ranks(14), maker.coined()], "en") for _ in range(100 * size))
    return "\n\n".join(f"“{text}”, Ada Bedoni said." for text in said)


def _same_quote(_maker: Maker, size: int) -> str:
    return "\n\n".join(["“Nobody in the city knows that yet,” Ada Bedoni said."] * (100 * size))


def _many_marks(maker: Maker, size: int) -> str:
    return " ".join(f"“{maker.text(maker.ranks(2), 'en')} ” ’ ” “" for _ in range(1_000 * size))


def _long_lines(maker: Maker, size: int) -> str:
    return maker.text(maker.ranks(20_000 * size), "en") + ", Ada Bedoni said: “Nobody knows that yet.”"


def _many_names(maker: Maker, size: int) -> str:
    return " ".join(
        f"{maker.coined().title()} {maker.coined().title()} said: “{maker.text(maker.ranks(9), 'en')}.”"
        for _ in range(100 * size)
    )


def _nested_marks(_maker: Maker, size: int) -> str:
    said = f"{'“‘' * 500 * size}Peace is what we want{'’”' * 500 * size}"
    return f"{said}, the mayor said on Monday, and nobody in the city knew what that was to mean."


def _endless_marks(maker: Maker, size: int) -> str:
    return " ".join(f"{maker.text(maker.ranks(2), 'en')} <b [a ![c [d](e </f" for _ in range(1_000 * size))


def _many_signs(maker: Maker, size: int) -> str:
    return " ".join(f"&amp; <b>{maker.text(maker.ranks(2), 'en')}</b> *a*" for _ in range(1_000 * size))


def _line_of(element: str, maker: Maker, size: int) -> str:
    """Return a page whose one long line holds an element after each word."""
    words = maker.text(maker.ranks(2_000 * size), "en").split()
    said = f"<p>{maker.text(maker.ranks(20), 'en')}: “Nobody knows that yet,” Ada Bedoni said.</p>"
    line = " ".join(word + element.format(number) for number, word in enumerate(words))
    return f"<html lang='en'><title>Hostile</title><article>{said}<p>{line}</p>{said}</article></html>"


PAGES = {
    "notes": "<sup><a href='#n{0}'>{0}</a></sup>",
    "powers": "<sup>{0}</sup>",
    "links": " <a href='/{0}'>more</a>",
    "hidden": " <span hidden>less</span>",
    "parts": " <span lang='es'>palabra</span>",
}
HOSTILE: dict[str, Callable[[Maker, int], str]] = {
    "quotes": _many_quotes,
    "same": _same_quote,
    "marks": _many_marks,
    "lines": _long_lines,
    "names": _many_names,
    "nested": _nested_marks,
    "endless": _endless_marks,
    "signs": _many_signs,
    **{kind: partial(_line_of, element) for kind, element in PAGES.items()},
}


def digest_of(articles: int, folder: Path) -> Path:
    """Write a made-up digest and return its configuration."""
    return written(folder, articles)


def hostile(kind: str, size: int, folder: Path) -> Path:
    """Write a digest of one article of hostile text and return its configuration."""
    article = folder / "content" / "articles" / "outlet-en" / "hostile.md"
    article.parent.mkdir(parents=True)
    keys = "title: Hostile\noutlet: outlet-en\nlanguage: en\npublished: 2030-01-01\n"
    text = HOSTILE[kind](Maker(size), size)
    if kind in PAGES:
        article.with_suffix(".html").write_text(text, encoding="utf-8")
        article.with_suffix(".yml").write_text(keys, encoding="utf-8")
    else:
        article.write_text(f"---\n{keys}---\n\n{text}\n", encoding="utf-8")
    outlets = folder / "content" / "outlets.yml"
    outlets.write_text("outlet-en:\n  name: Outlet en\n  language: en\n", encoding="utf-8")
    return configuration(folder)


def main() -> None:
    """Print one JSON line a figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", default="250,500,1000,2000", help="sizes, smallest first")
    parser.add_argument("--runs", type=int, default=_RUNS)
    parser.add_argument("--hostile", nargs="?", const="all", choices=("all", *HOSTILE))
    parser.add_argument("--stages", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.stages:
        print(json.dumps(staged(options.stages)))
        return
    if options.hostile:
        kinds = tuple(HOSTILE) if options.hostile == "all" else (options.hostile,)
        for kind in kinds:
            for row in rows((1, 2, 4, 8), partial(hostile, kind), options.runs, text=kind):
                print(json.dumps(row), flush=True)
        return
    sizes = [int(size) for size in options.articles.split(",")]
    for row in rows(sizes, digest_of, options.runs):
        print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
