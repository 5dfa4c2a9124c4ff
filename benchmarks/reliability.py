"""How often a shown speaker is right, by class: `python -m benchmarks.reliability --data FOLDER… [--write]`.

A folder holds `data.jsonl`, one text a line (`id`, `lang`, `text`), and what tells who spoke: `judged.tsv`
(columns `id`, `start` of the quotation in characters, `speaker` as shown, `right` as 1 or 0, the judgment of
a reader), or `quotes` with spans and speakers in the lines themselves, as `benchmarks.quotes` reads them.
Every speaker that the rules find is counted, shown or not, so that a class can also become sure again.
The classes, and then the languages, are printed with their share and the lower bound of its 95 % interval
(Wilson, 1927); with `--write`, `digest/quote/credit/shown/reliability.toml` is written anew.
"""

from __future__ import annotations

import argparse
import csv
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.quotes import article_of, is_right, overlap, read, strip
from digest.model import Quote, Span
from digest.quote import Kind, credits_of, find_quotes

TABLE = Path(__file__).parent.parent / "digest" / "quote" / "credit" / "shown" / "reliability.toml"
HEAD = """\
# How many speakers of a kind were right, and how many wrong: `[script.rule]`, `witness = [right, wrong]`.
# Counted by `python -m benchmarks.reliability --write` on judged texts; DECISIONS tells on which. What each
# word means stands in reliability.py. Do not mend by hand: judge more texts and count anew.
"""
_SAME = 0.8
_Z = 1.96


def main() -> None:
    """Count, and print or write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, nargs="+")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    counted: dict[Kind, Counter[bool]] = defaultdict(Counter)
    spoken: dict[str, Counter[bool]] = defaultdict(Counter)
    for folder in options.data:
        for language, kind, right in judged(folder):
            counted[kind][right] += 1
            spoken[language][right] += 1
    if options.write:
        TABLE.write_text(table_of(counted), encoding="utf-8")
    for line in lines_of(counted) + lines_of(spoken):
        print(line)


def lines_of(counted: Mapping[Kind, Counter[bool]] | Mapping[str, Counter[bool]]) -> list[str]:
    r"""Return a line for each class or language: right of all, and the lower bound of the share.

    >>> lines_of({"de": Counter({True: 19, False: 1})})
    ['de\t19/20\t0.764']
    """
    counts = sorted((str(name), count[True], count.total()) for name, count in counted.items())
    return [f"{name}\t{good}/{total}\t{wilson(good, total):.3f}" for name, good, total in counts]


def judged(folder: Path) -> Iterator[tuple[str, Kind, bool]]:
    """Yield the language and class of each speaker that somebody judged, and whether it is right."""
    told = _told(folder / "judged.tsv")
    for row in read(folder / "data.jsonl"):
        article = article_of(row["id"], row["text"], row["lang"])
        gold = list(_gold(row))
        shown = {quote.span for quote in find_quotes(article).quotes}
        for quote, kind in credits_of(article):
            if quote.span not in shown:
                continue  # what stands between the marks was not said
            key = (row["id"], quote.span.start, quote.speaker or "")
            if key in told:
                yield row["lang"], kind, told[key]
            elif (right := _is_gold(quote, gold)) is not None:
                yield row["lang"], kind, right


def _told(path: Path) -> dict[tuple[str, int, str], bool]:
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {(row["id"], int(row["start"]), row["speaker"]): row["right"] == "1" for row in rows}


def _gold(row: dict[str, Any]) -> Iterator[tuple[Span, list[Span]]]:
    for quote in row.get("quotes", ()):
        if quote["type"] == "Direct" and quote["speaker"]:
            for span in quote["spans"]:
                yield strip(row["text"], Span(*span)), [Span(*one) for one in quote["speaker"]]


def _is_gold(quote: Quote, gold: list[tuple[Span, list[Span]]]) -> bool | None:
    """Tell whether a speaker is the annotated one; None where nothing is annotated."""
    text = quote.article.text
    found = next((who for words, who in gold if overlap(words, strip(text, quote.span)) >= _SAME), None)
    return None if found is None else is_right(text, quote, found)


def table_of(counted: dict[Kind, Counter[bool]]) -> str:
    """Return the counts as the table that the rules read."""
    lines = [HEAD]
    scripts: dict[str, dict[str, dict[str, Counter[bool]]]] = {}
    for kind, count in sorted(counted.items(), key=lambda item: str(item[0])):
        scripts.setdefault(kind.script, {}).setdefault(kind.kind, {})[kind.witness] = count
    for script, kinds in scripts.items():
        for name, witnesses in kinds.items():
            lines.append(f"[{script}.{name}]")
            lines += (f'"{word}" = [{count[True]}, {count[False]}]' for word, count in witnesses.items())
            lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def wilson(right: int, total: int) -> float:
    """Return the lower bound of the 95 % interval of a share.

    >>> round(wilson(19, 20), 3), wilson(0, 0)
    (0.764, 0.0)
    """
    if not total:
        return 0.0
    share, square = right / total, _Z**2 / total
    spread = math.sqrt(share * (1 - share) / total + square / (4 * total))
    return max(0.0, (share + square / 2 - _Z * spread) / (1 + square))


if __name__ == "__main__":
    main()
