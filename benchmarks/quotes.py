"""How well quotations and their speakers are found: `python -m benchmarks.quotes --data FOLDER`.

`FOLDER/data.jsonl` holds one text a line: `text`, `lang` and `quotes` with `type`, `spans` and `speaker`.
A folder without it holds texts with their quotations in braces, such as `tests/golden/press`.
A gold quotation is found if an unused found span overlaps it by four fifths of their union, quotation
marks and punctuation at the ends aside. Readers see a speaker only from a threshold on; editors also see
the best candidate below it. `speaker_all` is the share of right answers, shown or candidates, over all
found gold quotations that have a speaker; `speaker_shown` the share of right ones among those shown;
`speaker_coverage` the share that has one shown.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.press import read_folder
from digest.model import Article, ArticleId, Block, Outlet, OutletId, Quote, Span
from digest.quote import find_quotes, with_candidates
from digest.quote.grammar.patterns import grammar_of
from digest.quote.language.detect import detect

_EDGES = " \t\n\u00a0,.;:!?…،؛؟，。、；：！？“”„‟«»‹›‘’‚‛'\"「」『』"
_OVERLAP = 0.8
_SLACK = 2


def main() -> None:
    """Print the figures as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    folder = parser.parse_args().data
    rows = list(read(folder / "data.jsonl") if (folder / "data.jsonl").exists() else read_folder(folder))
    detect("The model is loaded before the clock starts, and so are the patterns.")
    for code in {row["lang"] for row in rows}:
        grammar_of(code)
    counts: dict[str, Counter[str]] = {}
    for row in rows:
        article = article_of(row["id"], row["text"], row["lang"])
        started = time.process_time()
        found = find_quotes(article).quotes
        seconds = time.process_time() - started
        for scope in ("", row["lang"]):
            count = counts.setdefault(scope, Counter())
            count.update(score(row, with_candidates(found)))
            count.update(characters=len(row["text"]), microseconds=round(seconds * 1e6))
    for language, count in counts.items():
        report(count, {"language": language} if language else {})


def read(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def article_of(name: str, text: str, language: str) -> Article:
    """Return a text as an article; blank lines part its paragraphs."""
    blocks = tuple(Block(Span(*match.span())) for match in re.finditer(r"[^\n]+", text))
    return Article(
        id=ArticleId(f"benchmark/{name}"),
        path="-",
        outlet=Outlet(id=OutletId("benchmark"), name="benchmark"),
        language=language,
        title="",
        text=text,
        blocks=blocks,
    )


def score(row: dict[str, Any], found: tuple[Quote, ...]) -> Counter[str]:
    """Count what is right in one text."""
    text, count = row["text"], Counter[str]()
    gold = [
        (strip(text, Span(*span)), quote["speaker"])
        for quote in row["quotes"]
        for span in quote["spans"]
        if quote["type"] == "Direct"
    ]
    annotated = [Span(*span) for quote in row["quotes"] for span in quote["spans"]]
    unused = list(found)
    count["gold"], count["found"] = len(gold), len(found)
    for span, speakers in gold:
        hit = next((quote for quote in unused if overlap(span, strip(text, quote.span)) >= _OVERLAP), None)
        if hit is None:
            continue
        unused.remove(hit)
        count["hits"] += 1
        if speakers:
            count["speakers"] += 1
            count["shown"] += hit.speaker is not None
            right = is_right(text, hit, [Span(*speaker) for speaker in speakers])
            count["right"] += right
            count["shown_right"] += right and hit.speaker is not None
    count["inside"] = sum(
        any(
            span.start - _SLACK <= quote.span.start and quote.span.end <= span.end + _SLACK
            for span in annotated
        )
        for quote in found
    )
    return count


def strip(text: str, span: Span) -> Span:
    """Return a span without quotation marks, white space and punctuation at its ends."""
    inner = span.of(text)
    start = span.start + len(inner) - len(inner.lstrip(_EDGES))
    return Span(start, max(start, span.start + len(inner.rstrip(_EDGES))))


def overlap(one: Span, other: Span) -> float:
    """Return the intersection of two spans over their union."""
    common = min(one.end, other.end) - max(one.start, other.start)
    union = max(one.end, other.end) - min(one.start, other.start)
    return max(0.0, common / union) if union else 0.0


def is_right(text: str, quote: Quote, speakers: list[Span]) -> bool:
    """Tell whether our speaker or candidate is the gold one: mentions overlap, or they share a name."""
    mention = quote.speaker_span or quote.candidate_span
    if mention and any(mention.start < span.end and span.start < mention.end for span in speakers):
        return True
    words = {word for span in speakers for word in names(span.of(text))}
    return bool(words & set(names(quote.speaker or quote.candidate or "")))


def names(text: str) -> list[str]:
    """Return the capitalised words of at least four letters."""
    return [word for word in re.findall(r"\w{4,}", text) if word[0].isupper()]


def report(count: Counter[str], scope: dict[str, str]) -> None:
    """Print the figures of one language, or of all."""
    recall, precision = share(count["hits"], count["gold"]), share(count["inside"], count["found"])
    figures = {
        "quotes.f1": share(2 * recall * precision, recall + precision),
        "quotes.recall": recall,
        "quotes.precision": precision,
        "quotes.speaker_all": share(count["right"], count["speakers"]),
        "quotes.speaker_shown": share(count["shown_right"], count["shown"]),
        "quotes.speaker_coverage": share(count["shown"], count["speakers"]),
    }
    for measure, value in figures.items():
        print(json.dumps({"measure": measure, "value": round(value, 4), "unit": "share", **scope}))
    speed = share(count["characters"], count["microseconds"] / 1e6)
    print(
        json.dumps({"measure": "quotes.chars_per_s", "value": round(speed), "unit": "characters/s", **scope})
    )


def share(part: float, whole: float) -> float:
    """Return a quotient, 0 where there is nothing to divide by."""
    return part / whole if whole else 0.0


if __name__ == "__main__":
    main()
