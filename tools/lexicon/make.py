"""Make the lexicon: fetch the pinned packages, learn from their pairs of texts, write tables and notice.

`python -m tools.lexicon.make --packages FOLDER` keeps the packages in FOLDER. Same packages, same bytes.
"""

from __future__ import annotations

import argparse
import lzma
import re
import subprocess
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt
from pathlib import Path

from digest.languages import lexicon
from tools.lexicon.model1 import learnt
from tools.lexicon.readers import LANGUAGES, READERS, Pair

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "digest" / "languages" / "lexicon"
ROUNDS = 5
LEAST_TEXTS = 2
MOST_TEXTS = 0.07
"""A stem in a larger share of the texts is an article or the like, and gets no English."""
LEAST_WEIGHT = 0.03
"""Pairs of words below it are chance more often than not."""
LONGEST = (220, 90)
"""Stems of a text and of its English at most: longer ones say little of single words and cost much time."""
_MARKUP = re.compile(r"<[^>]*>|https?://\S+|\{[^{}]*\}|%\(\w+\)s|%[sd]|\$\w+|[{}]")
_COMMANDS = {
    "pypi": ("pip", "download", "--quiet", "--no-deps", "--dest", ".", "{name}=={version}"),
    "npm": ("npm", "pack", "--silent", "{name}@{version}"),
    "debian": ("apt-get", "download", "--quiet", "{name}={version}"),
}

Source = Mapping[str, str]
Stems = tuple[str, ...]
Table = Mapping[str, Mapping[str, float]]


def fetched(source: Source, folder: Path) -> Path:
    """Return the source's package, fetched into the folder if it is not there."""
    if not (found := _package(source, folder)):
        command = [part.format(**source) for part in _COMMANDS[source["from"]]]
        if source["from"] == "pypi":
            command[:1] = [sys.executable, "-m", "pip"]
        subprocess.run(command, cwd=folder, check=True)
        found = _package(source, folder)
    if not found:
        raise SystemExit(f"{source['name']} {source['version']}: no such package in {folder}")
    return found


def _package(source: Source, folder: Path) -> Path | None:
    name = source["name"].removeprefix("@").replace("/", "-").replace("-", "[-_]")
    pattern = re.compile(f"{name}[-_]{re.escape(source['version'])}[-_.].*(whl|tgz|deb)")
    return next((path for path in sorted(folder.iterdir()) if pattern.fullmatch(path.name)), None)


def pairs(sources: Iterable[Source], folder: Path) -> dict[str, list[Pair]]:
    """Return each language's pairs of texts, each pair once; texts left untranslated are none."""
    found: dict[str, set[Pair]] = defaultdict(set)
    for source in sources:
        package = folder if source["read"] == "locale_names" else fetched(source, folder)
        for pair in READERS[source["read"]](package, source):
            if pair.text != pair.english and "plural," not in pair.english:
                found[pair.language].add(pair)
    return {language: sorted(own) for language, own in found.items()}


def stemmed(given: Sequence[Pair], language: str) -> tuple[list[Stems], list[Stems]]:
    """Return the stems of the texts and of their English, side by side."""
    texts, english = [], []
    for pair in given:
        own = lexicon.stems(_MARKUP.sub(" ", pair.text), language)
        theirs = lexicon.stems(_MARKUP.sub(" ", pair.english), lexicon.PIVOT)
        if 0 < len(own) <= LONGEST[0] and 0 < len(theirs) <= LONGEST[1]:
            texts.append(own)
            english.append(theirs)
    return texts, english


def table(texts: Sequence[Stems], english: Sequence[Stems]) -> Table:
    """Return the stems' English, weighted by the geometric mean of both directions' probabilities."""
    there = learnt(texts, english, rounds=ROUNDS, least=LEAST_TEXTS, most=MOST_TEXTS)
    back = learnt(english, texts, rounds=ROUNDS, least=LEAST_TEXTS, most=MOST_TEXTS)
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for (stem, other), probability in there.items():
        weight = sqrt(probability * back.get((other, stem), 0.0))
        if weight >= LEAST_WEIGHT:
            found[stem][other] = weight
    return found


def rarities(texts: Iterable[Stems]) -> dict[str, float]:
    """Return how rare the stems are that at least `LEAST_TEXTS` texts hold."""
    distinct = list(map(set, texts))
    held = Counter(stem for own in distinct for stem in own)
    return {stem: log(len(distinct) / count) for stem, count in held.items() if count >= LEAST_TEXTS}


def written(rarity: Mapping[str, float], english: Table) -> bytes:
    """Return the bytes of a table: a line a stem, rarity in tenths, English by weight in hundredths."""
    lines = []
    for stem, value in sorted(rarity.items()):
        ranked = sorted(english.get(stem, {}).items(), key=lambda item: (-item[1], item[0]))
        others = (f"{other} {round(100 * weight)}" for other, weight in ranked)
        lines.append("\t".join([stem, str(round(10 * value)), *others]) + "\n")
    return lzma.compress("".join(lines).encode("utf-8"), preset=9 | lzma.PRESET_EXTREME)


def notice(sources: Iterable[Source]) -> str:
    """Return NOTICE.md."""
    intro = (HERE / "notice.md").read_text(encoding="utf-8")
    rows = [
        f"| {one['name']} {one['version']} | {one['licence']} | {one['holder']} | {one['takes']} |"
        for one in sources
    ]
    return intro.replace("{rows}", "\n".join(rows))


def main() -> None:
    """Fetch, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packages", type=Path, required=True, help="the folder that keeps the packages")
    parser.add_argument("--languages", nargs="*", default=LANGUAGES, help="only these")
    options = parser.parse_args()
    options.packages.mkdir(parents=True, exist_ok=True)
    sources = tomllib.loads((HERE / "sources.toml").read_text(encoding="utf-8"))["source"]
    given = pairs(sources, options.packages)
    TARGET.mkdir(exist_ok=True)
    for language in options.languages:
        texts, english = stemmed(given[language], language)
        (TARGET / f"{language}.tsv.xz").write_bytes(written(rarities(texts), table(texts, english)))
    every = sorted({pair.english for own in given.values() for pair in own})
    rarity = rarities(lexicon.stems(_MARKUP.sub(" ", text), lexicon.PIVOT) for text in every)
    (TARGET / f"{lexicon.PIVOT}.tsv.xz").write_bytes(written(rarity, {}))
    (TARGET / "NOTICE.md").write_text(notice(sources), encoding="utf-8")


if __name__ == "__main__":
    main()
