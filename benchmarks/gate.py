"""What the gate lets through: `python -m benchmarks.gate [--data FOLDER]`.

`FOLDER/data.jsonl` holds the same sentence in several languages, one record a line, by language code, with
the document it is of. A pair is three sentences that follow each other, in English and in another
language; each good pair is damaged once in each way that it allows. Without a folder only the recorded
failures are judged. A folder of an engine's outputs (`argos` and `reference` in each record) is judged as
it is: `gate.engine`, `gate.human`, and `gate.short` of outputs under half the reference's length.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.damages import DAMAGES, SENTENCES, Pair
from benchmarks.failures import FAILURES
from digest import languages
from digest.translate.doubt import Meaning, Name, Protected, doubt
from digest.translate.gate import refusal

SEED = 7
_NAME = re.compile(r"\b[A-Z][a-z'’]+(?: [A-Z]\.)?(?: [A-Z][a-z]+)? ([A-Z][A-Za-z-]{3,})\b(?! [A-Z])")
"""A given name and a family name in an English text."""
_KEYS = ("id", "doc", "en")


def pairs(folder: Path, every: int = 1) -> Iterator[Pair]:
    """Yield the good pairs of every language, three sentences each, none twice; or every so many of them."""
    lines = (folder / "data.jsonl").read_text(encoding="utf-8").splitlines()
    by_document: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in map(json.loads, lines):
        by_document[row["doc"]].append(row)
    codes = [code for code in json.loads(lines[0]) if code not in _KEYS]
    for language in codes:
        for rows in by_document.values():
            names = named(rows)
            starts = range(0, len(rows) - SENTENCES + 1, SENTENCES)
            cut = (rows[at : at + SENTENCES] for at in starts)
            passages = [three for three in cut if all(row.get(language) for row in three)]
            others = [tuple(row[language] for row in three) for three in passages]
            for at, three in [*enumerate(passages)][::every]:
                elsewhere = tuple(others[:at] + others[at + 1 :])
                english = tuple(row["en"] for row in three)
                yield Pair(language, english, others[at], names, elsewhere)


def named(rows: Sequence[dict[str, str]]) -> tuple[str, ...]:
    """Return the family names of people in a document, as the site's list of people would hold them.

    A family name follows a given name and stands at least twice; it is no word for a place, a month, a
    title or an institution, and most translations in Latin letters have the whole name somewhere.
    """
    row, babel = languages.row("en"), languages.locale("en")
    text = "\n".join(one["en"] for one in rows)
    calendar = (babel.months["format"]["wide"], babel.days["format"]["wide"])
    known = " ".join(
        name for names in (babel.territories, babel.languages, *calendar) for name in names.values()
    )
    words = {*row.not_names, *row.openers, *row.titles, *known.lower().split()}
    latin = [code for code in rows[0] if code not in _KEYS and _in_latin(rows, code)]
    found: dict[str, None] = {}
    low = set(text.split())
    for match in _NAME.finditer(text):
        kept = sum(any(match[0] in one[code] for one in rows) for code in latin) * 2 > len(latin)
        no_name = words & {match[1].lower(), match[0].split()[0].lower()}
        if (
            kept
            and not no_name
            and len(re.findall(rf"\b{match[1]}\b", text)) > 1
            and match[1].lower() not in low
        ):
            found[match[1]] = None
    return tuple(found)


def _in_latin(rows: Sequence[dict[str, str]], code: str) -> bool:
    return sum(character.isascii() for row in rows for character in row[code]) * 2 > sum(
        len(row[code]) for row in rows
    )


@dataclass
class Judge:
    """The gate and the doubts, and how long they take: words, and the encoder that is asked after them."""

    texts: int = 0
    seconds: float = 0.0
    asked: int = 0
    asked_seconds: float = 0.0
    meaning: Meaning = field(default_factory=Meaning)

    def __call__(
        self, source: str, output: str, pair: tuple[str, str], names: Sequence[str]
    ) -> tuple[str, str]:
        """Return why the gate refuses an output, and what makes it doubtful; empty for nothing."""
        first, second = pair
        start = time.process_time()
        kept = Protected(tuple(Name((name,)) for name in names))
        refused = refusal(source, output, source_language=first, target_language=second)
        doubtful = doubt(
            source, output, source_language=first, target_language=second, kept=kept, meaning=None
        )
        between = time.process_time()
        self.texts, self.seconds = self.texts + 1, self.seconds + between - start
        if not (refused or doubtful):
            doubtful = self.meaning.unlike(source, output, pair)
            self.meaning.known.clear()
            self.asked += 1
            self.asked_seconds += time.process_time() - between
        return refused or "", doubtful or ""

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield how many texts are judged in a second, by words and by the encoder."""
        for measure, texts, seconds in (
            ("gate.texts_per_s", self.texts, self.seconds),
            ("gate.asked_per_s", self.asked, self.asked_seconds),
        ):
            yield {"measure": measure, "value": round(texts / (seconds or 1)), "unit": "texts/s", "of": texts}


def measured(folder: Path, told: Callable[..., None], every: int = 1) -> Iterator[dict[str, Any]]:
    """Yield the rows of the benchmark; `told` hears of every false alarm and of what was not caught."""
    alarms: dict[tuple[str, str], list[bool]] = defaultdict(list)
    caught: dict[tuple[str, str], list[bool]] = defaultdict(list)
    chance = random.Random(SEED)  # noqa: S311 - the same damages each time
    judged, damaged_judged = Judge(), Judge()
    for pair in pairs(folder, every):
        refused, doubtful = judged(pair.source, pair.output, pair.codes, pair.names)
        # What is refused is not shown, with a notice or without.
        for kind, reason in (("refuse", refused), ("doubt", "" if refused else doubtful)):
            alarms[kind, pair.language].append(bool(reason))
            if reason:
                told(f"false {kind}", reason, pair)
        for damage in DAMAGES:
            damaged = damage(pair, chance)
            if damaged is None or damaged == pair:
                continue
            found = any(damaged_judged(damaged.source, damaged.output, damaged.codes, damaged.names))
            caught[damage.__name__, pair.language].append(found)
            if not found:
                told("missed", damage.__name__, damaged)
    yield from _shares("gate.false_alarms", "kind", alarms)
    yield from _shares("gate.caught", "damage", caught)
    yield from judged.rows()


def of_engines(folder: Path, told: Callable[..., None], every: int = 1) -> Iterator[dict[str, Any]]:
    """Yield the rows for real outputs of an engine beside human references, one record a line."""
    rows = [json.loads(line) for line in (folder / "data.jsonl").read_text(encoding="utf-8").splitlines()]
    found: dict[str, dict[tuple[str, str], list[bool]]] = defaultdict(lambda: defaultdict(list))
    judged = Judge()
    for row in rows[::every]:
        codes, source = (row["source_language"], row["target_language"]), row["source"]
        for measure, text in (("gate.engine", row["argos"]), ("gate.human", row["reference"])):
            refused, doubtful = judged(source, text, codes, ())
            for kind, reason in (("refuse", refused), ("doubt", "" if refused else doubtful)):
                found[measure][kind, "-".join(codes)].append(bool(reason))
            if measure == "gate.human" and (refused or doubtful):
                told("human", refused or doubtful, Pair("-".join(codes), (source,), (text,), ()))
            if measure == "gate.engine" and len(text) * 2 < len(row["reference"]):
                found["gate.short"]["either", "-".join(codes)].append(bool(refused or doubtful))
                if not (refused or doubtful):
                    told("short", "", Pair("-".join(codes), (source,), (text,), ()))
    for measure, by_kind in found.items():
        yield from _shares(measure, "kind", by_kind, "pair")
    yield from judged.rows()


def _shares(
    measure: str, scope: str, found: dict[tuple[str, str], list[bool]], own: str = "language"
) -> Iterator[dict[str, Any]]:
    for what in dict.fromkeys(key for key, _ in found):
        by_language = {language: hits for (kind, language), hits in found.items() if kind == what}
        everything = [hit for hits in by_language.values() for hit in hits]
        for language, hits in (("", everything), *by_language.items()):
            row = {"measure": measure, "value": _share(hits), "unit": "share", scope: what, "of": len(hits)}
            yield row | ({own: language} if language else {})


def _share(hits: Sequence[bool]) -> float:
    return round(sum(hits) / len(hits), 4) if hits else 0.0


def recorded() -> dict[str, Any]:
    """Return the share of the recorded failures that the gate catches."""
    judged = Judge()
    hits = [any(judged(one.source, one.output, one.pair, one.names)) for one in FAILURES]
    return {"measure": "gate.recorded", "value": _share(hits), "unit": "share", "of": len(hits)}


def main() -> None:
    """Print one JSON line a figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="the folder of data.jsonl")
    parser.add_argument("--show", action="store_true", help="also print false alarms and what was missed")
    parser.add_argument("--every", type=int, default=1, help="judge one pair of so many, to save time")
    options = parser.parse_args()

    def told(what: str, why: str, pair: Pair) -> None:
        if options.show:
            print(json.dumps([what, why, pair.language, pair.source, pair.output], ensure_ascii=False))

    rows = [recorded()]
    if options.data:
        first = json.loads((options.data / "data.jsonl").open(encoding="utf-8").readline())
        rows += (of_engines if "argos" in first else measured)(options.data, told, options.every)
    for row in rows:
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
