"""Whether reports of one event are one story, in one language and across languages.

`python -m benchmarks.stories --data FOLDER [--without encoder|lexicon|names|numbers|places]`: the project's
own `find_quotes` and `group`, empty memory, on the title (or first sentence) alone, with the first 300
characters, and on full text. BCubed precision, recall and F1 (Bagga and Baldwin, 1998), pairwise recall by
pair of languages.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any
from unittest.mock import patch

from digest.group import group
from digest.group.evidence import odds
from digest.meaning import UniversalEncoder, Vectors
from digest.model import Article, ArticleId, Block, Content, Moment, Outlet, OutletId, Span
from digest.quote import find_quotes

BEGINNING = 300
WITHOUT = ("encoder", "lexicon", "names", "numbers", "places")


class NoMemory:
    """A memory without a translation."""

    def find(self, *_: object) -> None:
        """Find nothing."""

    def mark(self, *_: object) -> bytes:
        """Return the name of nothing."""
        return b""


def articles_of(rows: Sequence[Mapping[str, Any]], characters: int | None) -> list[Article]:
    """Return the rows as articles, each of an outlet of its own."""
    found = []
    for at, row in enumerate(rows):
        title, text = row.get("title"), row["text"]
        if not title:
            title, _, text = text.partition("\n")
        text = text[:characters].strip() or title
        day = row.get("date")
        found.append(
            Article(
                id=ArticleId(f"outlet-{at:05}/report"),
                path=f"articles/{at}.md",
                outlet=Outlet(id=OutletId(f"outlet-{at:05}"), name=f"Outlet {at}"),
                language=row["lang"],
                title=title,
                text=text,
                blocks=(Block(Span(0, len(text))),),
                published=Moment(date.fromisoformat(day[:10])) if day else None,
            )
        )
    return found


def stories_of(articles: Sequence[Article], vectors: Vectors | None) -> list[tuple[int, ...]]:
    """Return the stories as places of articles."""
    place = {article.id: at for at, article in enumerate(articles)}
    quotes = [quote for article in articles for quote in find_quotes(article).quotes]
    content = Content(articles=tuple(articles))
    found = group(content, quotes, NoMemory(), vectors=vectors)
    return [tuple(place[article.id] for article in story.articles) for story in found.stories]


def stories_by_site(
    rows: Sequence[Mapping[str, Any]], characters: int | None, vectors: Vectors | None
) -> list[tuple[int, ...]]:
    """Return the stories of rows, each `site` of which is grouped by itself, as places of rows."""
    sites: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        sites[row.get("site", "")].append(at)
    return [
        tuple(places[member] for member in story)
        for places in sites.values()
        for story in stories_of(articles_of([rows[at] for at in places], characters), vectors)
    ]


def bcubed(found: Sequence[Sequence[int]], gold: Sequence[str]) -> tuple[float, float, float]:
    """Return BCubed precision, recall and their harmonic mean."""
    of = {member: frozenset(story) for story in found for member in story}
    true = defaultdict(set)
    for member, story in enumerate(gold):
        true[story].add(member)
    both = [len(of[member] & true[story]) for member, story in enumerate(gold)]
    precision = sum(n / len(of[member]) for member, n in enumerate(both)) / len(gold)
    recall = sum(n / len(true[gold[member]]) for member, n in enumerate(both)) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def recall_by_languages(
    found: Sequence[Sequence[int]], gold: Sequence[str], languages: Sequence[str]
) -> dict[str, tuple[int, int]]:
    """Return how many true pairs of two languages were found, and how many there are."""
    of = {member: at for at, story in enumerate(found) for member in story}
    true = defaultdict(list)
    for member, story in enumerate(gold):
        true[story].append(member)
    right: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for members in true.values():
        for a, b in combinations(members, 2):
            key = "-".join(sorted((languages[a], languages[b])))
            there[key] += 1
            right[key] += of[a] == of[b]
    return {key: (right[key], there[key]) for key in sorted(there)}


def _silent(without: Collection[str]) -> dict[tuple[bool, bool], tuple[float, ...]]:
    """Return the weights with those of left-out evidence at nothing.

    Weights were fitted beside that evidence; the encoder has others for pairs that it does not know.
    """
    places = {"lexicon": (4,), "names": (5, 6, 7, 8), "numbers": (9,), "places": (10, 11)}
    gone = {at for name in without for at in places.get(name, ())}
    return {
        key: tuple(0.0 if at in gone else weight for at, weight in enumerate(weights))
        for key, weights in odds.WEIGHTS.items()
    }


def measured(
    rows: Sequence[Mapping[str, Any]], characters: int | None, vectors: Vectors | None, without: str
) -> Iterator[dict[str, object]]:
    """Yield the figures of some rows."""
    gold = [str(row["story"]) for row in rows]
    with patch.object(odds, "WEIGHTS", _silent([without])):
        found = stories_by_site(rows, characters, None if without == "encoder" else vectors)
    about = {
        "text": "full" if characters is None else "beginning" if characters else "title",
        "articles": len(rows),
        **({"without": without} if without else {}),
    }
    for name, value in zip(("precision", "recall", "f1"), bcubed(found, gold), strict=True):
        yield {"measure": f"stories.{name}", "value": round(value, 4), "unit": "share", **about}
    if without:
        return
    languages = [row["lang"] for row in rows]
    for pair, (right, there) in recall_by_languages(found, gold, languages).items():
        yield {
            "measure": "stories.pair_recall",
            "value": round(right / there, 4),
            "unit": "share",
            "language": pair,
            **about,
        }


def main() -> None:
    """Print the figures of a folder as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a folder with data.jsonl")
    parser.add_argument("--without", choices=WITHOUT, default="")
    parser.add_argument("--cache", type=Path, help="keep vectors here between runs")
    given = parser.parse_args()
    rows = [json.loads(line) for line in (given.data / "data.jsonl").read_text("utf-8").splitlines() if line]
    vectors = Vectors(UniversalEncoder(), given.cache)
    for characters in (0, BEGINNING, None):
        for line in measured(rows, characters, vectors, given.without):
            print(json.dumps(line, ensure_ascii=False), flush=True)
    vectors.keep()


if __name__ == "__main__":
    main()
