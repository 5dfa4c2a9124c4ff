"""What stories cost at any size: `python -m benchmarks.grouping [--articles 6250,25000] [--per-day 50]`.

Made-up reports in five languages, about four of an event, are grouped in memory, each step in a process of
its own. `cold`: vectors and features of articles are known, nothing else is; `unchanged`: again; `one more`:
with an article of the last day; `one old`: with one in the middle. `grouping.s` is in seconds of the
processor, reading what is kept included; `exponent` is that of its growth since the size before, and
`grouping.peak_mb` the most memory of the whole process, articles included. The encoder is a stand-in that
adds numbers up word by word: its seconds are not the matter here.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.corpus import _MARKS, _START, Maker, named
from benchmarks.stories import NoMemory
from digest.cache import opened
from digest.cache.store import NAME
from digest.group import group
from digest.meaning import Vectors
from digest.model import Article, ArticleId, Block, Content, Moment, Outlet, OutletId, Quote, Span

_STEPS = ("features", "cold", "unchanged", "one more", "one old")
_SPREAD = 3
"""Days over which an event is reported."""


class WordEncoder:
    """Makes of a text the sum of numbers that each of its words has by chance."""

    name = "words 1"

    def speaks(self, language: str) -> bool:
        """Tell whether it knows a language: every one."""
        return bool(language)

    def encode(self, texts: Sequence[str]) -> list[tuple[float, ...]]:
        """Return a vector of length 1 for each text."""
        return [_vector(text) for text in texts]

    def let_go(self) -> None:
        """There is nothing to let go of."""


def _vector(text: str) -> tuple[float, ...]:
    total = np.sum([_of_word(word) for word in text.split()], axis=0)
    return tuple(np.round(total / np.linalg.norm(total), 6).tolist())


@lru_cache(maxsize=50_000)
def _of_word(word: str) -> NDArray[np.float32]:
    seed = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "little")
    return np.random.default_rng(seed).standard_normal(512).astype(np.float32)


def reports(articles: int, per_day: int, seed: int = 1) -> Iterator[tuple[Article, list[Quote]]]:
    """Yield made-up reports with a quotation each."""
    maker, chosen = (made := Maker(seed)), made.chosen
    outlets = {code: Outlet(id=OutletId(f"outlet-{code}"), name=f"Outlet {code}") for code in _MARKS}
    number = 0
    while number < articles:
        own = [maker.coined() for _ in range(4)]
        title, text = [*maker.ranks(6), *own[:3]], [maker.ranks(28) for _ in range(3)]
        first = _START + timedelta(days=number // per_day)
        for _ in range(min(articles - number, chosen.randint(2, 6))):
            code = chosen.choice(tuple(_MARKS))
            said = maker.text([*maker.ranks(12), own[3]], code)
            words = " ".join(maker.text([*part, *own], code) + "." for part in text)
            name = named(maker.name(chosen.randrange(8 + articles // 20)), code)
            whole = f"{words} “{said}”, {name}."
            article = Article(
                id=ArticleId(f"outlet-{code}/a{number}"),
                path=f"articles/outlet-{code}/a{number}.md",
                outlet=outlets[code],
                language=code,
                title=maker.text(title, code),
                text=whole,
                blocks=(Block(Span(0, len(whole))),),
                published=Moment(first + timedelta(days=chosen.randrange(_SPREAD))),
            )
            at = whole.index("“") + 1
            yield (
                article,
                [Quote(article=article, span=Span(at, at + len(said)), language=code, speaker=name)],
            )
            number += 1


def step(name: str, articles: int, per_day: int, folder: Path) -> dict[str, float]:
    """Take a step in this process; return its seconds, the stories found and the peak in MB."""
    found = list(reports(articles, per_day))
    content, quotes = [article for article, _ in found], [quote for _, own in found for quote in own]
    if name.startswith("one"):
        place = -1 if name == "one more" else articles // 2
        content.append(replace(content[place], id=ArticleId("outlet-en/another")))
    with opened(folder) as cache:
        # Where a build comes to stories it has taken the names of articles already, for their quotations.
        for article in content:
            cache.key("quotes", article)
        vectors = Vectors(WordEncoder(), folder)
        began = time.process_time()
        made = group(Content(articles=tuple(content)), quotes, NoMemory(), vectors=vectors, cache=cache)
        took = time.process_time() - began
        vectors.keep()
    if name == "features":
        (folder / NAME).unlink()
    # Kilobytes, but bytes on macOS.
    unit = 2**20 if sys.platform == "darwin" else 2**10
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    return {"s": took, "peak_mb": peak, "stories": len(made.stories)}


def rows(sizes: Sequence[int], per_day: int) -> Iterator[dict[str, object]]:
    """Yield the figures of some sizes."""
    before: dict[str, float] = {}
    for at, size in enumerate(sizes):
        with tempfile.TemporaryDirectory(prefix="grouping-") as folder:
            for name in _STEPS:
                command = [
                    sys.executable,
                    "-m",
                    "benchmarks.grouping",
                    "--step",
                    name,
                    "--articles",
                    str(size),
                ]
                command += ["--per-day", str(per_day), "--folder", folder]
                found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
                row: dict[str, object] = {"size": size, "per_day": per_day, "step": name}
                if at:
                    growth = math.log(found["s"] / before[name]) / math.log(size / sizes[at - 1])
                    row["exponent"] = round(growth, 2)
                before[name] = found["s"]
                for measure, unit in (("s", "s"), ("peak_mb", "MB"), ("stories", "stories")):
                    yield {
                        "measure": f"grouping.{measure}",
                        "value": round(found[measure], 2),
                        "unit": unit,
                        **row,
                    }


def main() -> None:
    """Print one JSON line a figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", default="3125,12500", help="sizes, smallest first")
    parser.add_argument("--per-day", type=int, default=50)
    parser.add_argument("--step", choices=_STEPS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        print(json.dumps(step(options.step, int(options.articles), options.per_day, options.folder)))
        return
    for row in rows([int(size) for size in options.articles.split(",")], options.per_day):
        print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
