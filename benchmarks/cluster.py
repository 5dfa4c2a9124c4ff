"""Two workers of a local Dask cluster beside two local processes: `python -m benchmarks.cluster`.

A made-up digest (`benchmarks.corpus`, `--articles`) without any translations is quoted, embedded and
translated by `digest translate`, with the tiny models of `tests/argos`: by `--jobs 2`, and by `--cluster` on
two workers of one thread each, taking turns, from an empty cache each time. Times are the clock's, as
processor time says nothing of waiting, so a machine at rest is needed; `load` is the machine's while it ran.
`cluster.speed` is that of the cluster by that of the jobs, of the shortest time each: with `--runs 1` workers
are fresh, later runs find the encoder loaded and know the texts, which flatters the cluster. `cluster.same`
says whether both wrote the same.

`--rates` prints instead what one process does in a second of the processor, for each kind of work: the best
of three thirds of the articles, none of which it has seen before.
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
import zipfile
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from benchmarks.corpus import written
from digest.add.draft import draft_of
from digest.build import gather
from digest.config import load_settings
from digest.meaning import UniversalEncoder
from digest.model import Settings
from digest.quote import find_quotes
from digest.read import read
from digest.receive import Body, Received
from digest.translate.engines import engines
from digest.translate.fill import fill

MODELS = Path(__file__).parents[1] / "tests" / "argos"
VARIABLE = "ARGOS_PACKAGES_DIR"
_FIRST = 20


def main() -> None:
    """Print the figures as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=2)
    parser.add_argument("--rates", action="store_true")
    parser.add_argument("--site", type=Path, help="with --rates: the configuration of a site instead")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cluster-") as made:
        folder = Path(made)
        os.environ[VARIABLE] = str(_models(folder / "models"))
        if asked.rates:
            _rates(asked.site or _site(folder / "site", asked.articles) / "mkdocs.yml")
        else:
            _compared(folder, asked.articles, asked.runs)


def _compared(folder: Path, articles: int, runs: int) -> None:
    distributed: Any = import_module("distributed")  # an extra

    kept = _site(folder / "kept", articles)
    took: dict[str, list[float]] = {"jobs": [], "cluster": []}
    trees: dict[str, dict[str, bytes]] = {}
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        options = {"jobs": ("--jobs", "2"), "cluster": ("--cluster", cluster.scheduler_address)}
        for _ in range(runs):
            for name, option in options.items():
                own = folder / name
                shutil.rmtree(own, ignore_errors=True)
                shutil.copytree(kept, own)
                began = time.monotonic()
                subprocess.run(
                    [sys.executable, "-m", "digest", "translate", *option], cwd=own, check=False,
                    capture_output=True,
                )  # fmt: skip
                took[name].append(time.monotonic() - began)
                trees[name] = _tree(own / "content/translations")
                _print(f"cluster.{name}", round(took[name][-1], 1), "s", articles, load=os.getloadavg()[0])
    best = {name: min(times) for name, times in took.items()}
    _print("cluster.speed", round(best["jobs"] / best["cluster"], 3), "of two jobs", articles)
    _print("cluster.overhead", round(best["cluster"] / best["jobs"], 3), "of two jobs", articles)
    _print("cluster.same", bool(trees["jobs"]) and trees["jobs"] == trees["cluster"], "", articles)


def _rates(configuration: Path) -> None:
    settings = load_settings(str(configuration))
    articles = read(settings).articles
    texts = [
        Received(source=f"{one.title}\n\n{one.text}".encode(), body=Body.PASTED, language=one.language)
        for one in articles
    ]
    zone = ZoneInfo("UTC")
    _rate("read", "articles", texts, lambda some: [draft_of(one, zone=zone) for one in some])
    _rate("quote", "articles", articles, lambda some: [find_quotes(one) for one in some])
    _rate("embed", "texts", [one.title for one in articles], UniversalEncoder().encode)
    needed = [(use.segment, use.target) for use in gather(settings).segments]
    served = [one for one in dict.fromkeys(needed) if (one[0].language, one[1]) in _PAIRS]
    _rate("translate", "segments (tiny model)", served, lambda some: _filled(some, settings))


_PAIRS = {("es", "en"), ("en", "fr")}


def _filled(wanted: Sequence[Any], settings: Settings) -> None:
    for _ in fill(wanted, settings=settings, engines=engines(settings)):
        pass


def _rate(name: str, unit: str, things: Sequence[Any], make: Callable[[Sequence[Any]], Any]) -> None:
    make(things[:_FIRST])  # what is loaded once counts for nobody
    rest = things[_FIRST:]
    third = len(rest) // 3
    best = 0.0
    for at in range(3):
        began = time.process_time()
        make(rest[at * third : (at + 1) * third])
        best = max(best, third / (time.process_time() - began))
    _print(f"cluster.rate.{name}", round(best, 1), f"{unit} a second of the processor", len(things))


def _site(folder: Path, articles: int) -> Path:
    """Write a digest that has no translations."""
    configuration = written(folder, articles)
    shutil.rmtree(folder / "content" / "translations")
    text = configuration.read_text(encoding="utf-8")
    engine = "translate: auto\n      engines: {default: [argos]}\n"
    configuration.write_text(text.replace("translate: never\n", engine), encoding="utf-8")
    return folder


def _models(folder: Path) -> Path:
    for archive in sorted(MODELS.glob("*.argosmodel")):
        with zipfile.ZipFile(archive) as package:
            package.extractall(folder)
    return folder


def _tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.po"))}


def _print(measure: str, value: object, unit: str, size: int, **more: object) -> None:
    print(
        json.dumps({"measure": measure, "value": value, "unit": unit, "articles": size, **more}), flush=True
    )


if __name__ == "__main__":
    main()
