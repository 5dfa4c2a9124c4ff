"""How many real press wordings find the original of their statement, and how many find a wrong one.

Every wording of the facts becomes a quote of its speaker in its story; which of them are originals, and
the language that was spoken, stay hidden. Evidence: `none` (empty memory), `apertium` (its translations
of what the installed pairs can translate), `memory` (a full one: for every wording, the longest wording
of the same statement in each other language). The last is an upper bound: that memory
often holds the very text it is compared with, as a site's own
memory does where it takes over what outlets printed.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from digest.match import match
from digest.meaning import UniversalEncoder, Vectors
from digest.model import (
    Article,
    ArticleId,
    Block,
    Grouping,
    Moment,
    Origin,
    Outlet,
    OutletId,
    Person,
    PersonId,
    Quote,
    Segment,
    Span,
    Story,
    Translation,
    Utterance,
    WordingState,
)

_PAIRS = {("es", "en"): "spa-eng", ("en", "es"): "eng-spa"}


@dataclass(frozen=True, slots=True)
class Fact:
    """One wording of the facts as a quote, with what is hidden from matching."""

    quote: Quote
    statement: str
    original: bool


class Translations:
    """A memory held in a dictionary."""

    def __init__(self, text_by_key: Mapping[tuple[str, str, str], str]) -> None:
        self._text_by_key = text_by_key

    def find(self, segment: Segment, target: str) -> Translation | None:
        """Return the translation, or None."""
        text = self._text_by_key.get((segment.language, segment.text, target))
        if text is None:
            return None
        return Translation(segment=segment, language=target, text=text, origin=Origin.DESK)

    def mark(self, segment: Segment, target: str) -> bytes:
        """Return what tells translations apart."""
        found = self.find(segment, target)
        return found.text.encode() if found else b""


def facts(path: Path) -> list[Fact]:
    """Return every wording of `utterances.yml`; each stands in an article of its own."""
    data = yaml.safe_load((path / "utterances.yml").read_text(encoding="utf-8"))
    return [
        _fact(statement, rendering, number)
        for statement in data["utterances"]
        for number, rendering in enumerate(statement["renderings"])
    ]


def _fact(statement: Mapping[str, Any], rendering: Mapping[str, Any], number: int) -> Fact:
    name, text = rendering["outlet"], rendering["text"]
    article = Article(
        id=ArticleId(f"{statement['id']}/{number}"),
        path=f"articles/{statement['id']}-{number}.md",
        outlet=Outlet(id=OutletId(name), name=name),
        language=rendering["lang"],
        title=statement["story"],
        text=text,
        blocks=(Block(Span(0, len(text))),),
        published=Moment(max(statement["date"], date(2025, 12, 1))),
    )
    quote = Quote(
        article=article, span=Span(0, len(text)), language=rendering["lang"], speaker=statement["speaker"]
    )
    return Fact(quote, statement["id"], rendering["kind"] == "original")


def grouped(items: Sequence[Fact]) -> Grouping:
    """Return the stories and speakers of the facts as they are."""
    names = sorted({item.quote.speaker or "" for item in items})
    people = {name: Person(id=PersonId(name), name=name) for name in names}
    titles = sorted({item.quote.article.title for item in items})
    return Grouping(
        stories=tuple(
            Story(articles=tuple(i.quote.article for i in items if i.quote.article.title == title))
            for title in titles
        ),
        topics=(),
        people=tuple(people.values()),
        person_by_speaker={
            (i.quote.article.id, i.quote.speaker or ""): people[i.quote.speaker or ""] for i in items
        },
    )


def apertium_memory(items: Sequence[Fact]) -> Translations:
    """Return what Apertium makes of the wordings; empty where it is not installed."""
    found: dict[tuple[str, str, str], str] = {}
    apertium = shutil.which("apertium")
    if not apertium:
        return Translations(found)
    for (source, target), mode in _PAIRS.items():
        for text in (item.quote.text for item in items if item.quote.language == source):
            found[source, text, target] = _run([apertium, "-u", mode], text)
    return Translations(found)


def _run(command: Sequence[str], text: str) -> str:
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout.strip()


def full_memory(items: Sequence[Fact]) -> Translations:
    """Return real wordings as translations: of each, the longest in each other language there is."""
    found: dict[tuple[str, str, str], str] = {}
    for a in items:
        for b in sorted(items, key=lambda item: (len(item.quote.text), item.quote.text)):
            fits = a.statement == b.statement and a.quote.language != b.quote.language
            if fits:
                found[a.quote.language, a.quote.text, b.quote.language] = b.quote.text
    return Translations(found)


def figures(items: Sequence[Fact], utterances: Sequence[Utterance]) -> tuple[float, float, int, list[str]]:
    """Return the share surely found, that with what is probable, the number wrong, and notes.

    What is wrong counts whether it is sure or probable.
    """
    by_article = {item.quote.article.id: item for item in items}
    found = probable = wrong = 0
    notes = []
    for utterance in utterances:
        held = [by_article[w.quote.article.id] for w in utterance.wordings]
        flags = [w.probable for w in utterance.wordings]
        originals = {(item.statement, flag) for item, flag in zip(held, flags, strict=True) if item.original}
        for wording, item in zip(utterance.wordings, held, strict=True):
            together = [flag for statement, flag in originals if statement == item.statement]
            if item.original:
                continue
            bad = {other.statement for other in held} - {item.statement}
            if bad or wording.state is WordingState.ORIGINAL:
                wrong += 1
                notes.append(f"wrong {item.quote.language} {item.quote.text} with {sorted(bad)}")
            elif wording.probable in together:
                found += 1
            elif together:
                probable += 1
                notes.append(f"probable {item.quote.language} {item.quote.text}")
            else:
                notes.append(f"missing {item.quote.language} {item.quote.text}")
    wanted = sum(not item.original for item in items)
    return found / wanted, (found + probable) / wanted, wrong, notes


def measured(path: Path, *, verbose: bool) -> Iterator[dict[str, Any]]:
    """Yield the rows of the benchmark."""
    items = facts(path)
    memories = {
        "none": Translations({}),
        "apertium": apertium_memory(items),
        "memory": full_memory(items),
    }
    vectors = Vectors(UniversalEncoder(), None)
    for evidence, memory in memories.items():
        found, banded, wrong, notes = figures(
            items, match(grouped(items), [i.quote for i in items], memory, vectors=vectors).utterances
        )
        yield {"measure": "facts.found", "value": round(found, 4), "unit": "share", "evidence": evidence}
        row = {"measure": "facts.found", "value": round(banded, 4), "unit": "share", "evidence": evidence}
        yield row | {"band": "probable"}
        yield {"measure": "facts.wrong", "value": wrong, "unit": "wordings", "evidence": evidence}
        if verbose:
            yield from ({"note": note, "evidence": evidence} for note in notes)


def main() -> None:
    """Print one JSON line a figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds utterances.yml")
    parser.add_argument("--verbose", action="store_true", help="also print what is missing or wrong")
    options = parser.parse_args()
    for row in measured(options.data, verbose=options.verbose):
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
