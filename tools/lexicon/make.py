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
from heapq import nlargest
from itertools import permutations
from math import log, sqrt
from pathlib import Path
from typing import Any

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
COMMON = 9.0
"""A stem that has no English and is rarer than this is left out: it is taken for one of the rarest."""
SYNONYM = 3.0
"""How much a synonym counts beside what it was found through: the shares are averages over all languages."""
LEAST_SYNONYM = 0.05
MOST_SYNONYMS = 4
LEAST_RESEMBLANCE = 0.05
MOST_RESEMBLING = 12
LONGEST = (220, 90)
"""Stems of a text and of its English at most: longer ones say little of single words and cost much time."""
_MARKUP = re.compile(r"<[^>]*>|https?://\S+|\{[^{}]*\}|%\(\w+\)s|%[sd]|\$\w+|[{}]")
_COMMANDS = {
    "pypi": ("pip", "download", "--quiet", "--no-deps", "--dest", ".", "{name}=={version}"),
    "npm": ("npm", "pack", "--silent", "{name}@{version}"),
    "debian": ("apt-get", "download", "--quiet", "{name}={version}"),
}

Source = Mapping[str, Any]
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
        for pair in READERS[source["read"]](fetched(source, folder), source):
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


def merged(tables: Iterable[Table]) -> Table:
    """Return one table with the larger weight of each pair."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for own in tables:
        for stem, others in own.items():
            for other, weight in others.items():
                found[stem][other] = max(weight, found[stem].get(other, 0.0))
    return found


def synonyms(tables: Iterable[Table]) -> Table:
    """Return English stems that mean much the same: those that one stem of other languages stands for.

    The weight is the average over languages of the chance to come from the one to the other through a
    language's stems and back (Bannard and Callison-Burch 2005).
    """
    every = list(tables)
    found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for own in every:
        for _, others in sorted(own.items()):
            for (one, weight), (other, back) in permutations(sorted(others.items()), 2):
                found[one][other] += weight * back / len(every)
    return {one: dict(nlargest(MOST_SYNONYMS, others.items(), _weight)) for one, others in found.items()}


def resembling(tables: Iterable[Table]) -> Table:
    """Return English stems that mean much the same: those that the stems of other languages stand for alike.

    The weight is the cosine of the two stems' weights over all stems of all languages.
    """
    products: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for own in tables:
        for _, others in sorted(own.items()):
            for one, weight in sorted(others.items()):
                for other, back in others.items():
                    products[one][other] += weight * back
    found = {}
    for one, others in products.items():
        cosines = {
            other: product / sqrt(others[one] * products[other][other])
            for other, product in others.items()
            if other != one
        }
        nearest = nlargest(MOST_RESEMBLING, cosines.items(), _weight)
        found[one] = {other: value for other, value in nearest if value > LEAST_RESEMBLANCE}
    return found


def _weight(item: tuple[str, float]) -> tuple[float, str]:
    return item[1], item[0]


def widened(own: Table, alike: Table) -> Table:
    """Return the table with the synonyms of what it has, at most as weighty as these."""
    derived = {
        stem: {
            synonym: value
            for other, weight in others.items()
            for synonym, share in alike.get(other, {}).items()
            if (value := weight * min(1.0, SYNONYM * share)) >= LEAST_SYNONYM
        }
        for stem, others in own.items()
    }
    return merged((own, derived))


def rarities(texts: Iterable[Stems]) -> dict[str, float]:
    """Return how rare the stems are that at least `LEAST_TEXTS` texts hold."""
    distinct = list(map(set, texts))
    held = Counter(stem for own in distinct for stem in own)
    return {stem: log(len(distinct) / count) for stem, count in held.items() if count >= LEAST_TEXTS}


def written(rarity: Mapping[str, float], english: Table) -> bytes:
    """Return the bytes of a table: a line a stem, rarity in halves, English by weight in twentieths."""
    lines = []
    for stem in sorted(rarity.keys() | english.keys()):
        ranked = sorted(english.get(stem, {}).items(), key=lambda item: (-item[1], item[0]))
        others = (f"{other} {max(1, round(20 * weight))}" for other, weight in ranked)
        value = rarity.get(stem, lexicon.RAREST)
        if ranked or value < COMMON:
            lines.append("\t".join([stem, str(round(2 * value)), *others]) + "\n")
    return lzma.compress("".join(lines).encode("utf-8"), preset=9 | lzma.PRESET_EXTREME)


def read(data: bytes) -> Table:
    """Return the English of a written table, weighted as it is written."""
    rows = (line.split("\t") for line in lzma.decompress(data).decode("utf-8").splitlines())
    pairs = ((stem, (field.rpartition(" ") for field in fields)) for stem, _, *fields in rows)
    return {stem: {other: int(twentieths) / 20 for other, _, twentieths in own} for stem, own in pairs}


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
    folder: Path = parser.parse_args().packages
    folder.mkdir(parents=True, exist_ok=True)
    sources = tomllib.loads((HERE / "sources.toml").read_text(encoding="utf-8"))["source"]
    groups = [pairs(own, folder) for own in (sources_apart(sources, apart=apart) for apart in (False, True))]
    tables, rarity = {}, {}
    for language in LANGUAGES:
        texts = [stemmed(group.get(language, ()), language) for group in groups]
        tables[language] = merged(table(*both) for both in texts if both[0])
        rarity[language] = rarities(texts[0][0])
        print(language, *(len(own) for own, _ in texts), len(tables[language]), flush=True)
    english = sorted({pair.english for own in groups[0].values() for pair in own})
    rarity[lexicon.PIVOT] = rarities(lexicon.stems(_MARKUP.sub(" ", text), lexicon.PIVOT) for text in english)
    alike = synonyms(tables.values())
    TARGET.mkdir(exist_ok=True)
    data = {language: written(rarity[language], widened(own, alike)) for language, own in tables.items()}
    data[lexicon.PIVOT] = written(rarity[lexicon.PIVOT], resembling(map(read, data.values())))
    for language, content in data.items():
        (TARGET / f"{language}.tsv.xz").write_bytes(content)
    (TARGET / "NOTICE.md").write_text(notice(sources), encoding="utf-8")


def sources_apart(sources: Iterable[Source], *, apart: bool) -> list[Source]:
    """Return the sources that are learnt together, or those that are learnt apart from them."""
    return [source for source in sources if source.get("apart", False) is apart]


if __name__ == "__main__":
    main()
