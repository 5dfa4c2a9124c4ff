"""Whether two names of one person are joined, and two of two people not: `python -m benchmarks.people`.

`names/dev.tsv` and `names/kept.tsv` hold pairs of names of well-known people, by kind: rules were mended on
the first; the second was written at the same time and put away. Each name stands in a quotation of a story of
its own, so that nothing is known but names: `people.joined` is the share of true pairs that are one person,
`people.wrong` the number of others that are. `--list` prints what is wrong.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from digest.group.people import people_behind
from digest.model import Article, ArticleId, Block, Outlet, OutletId, Quote, Span

FOLDER = Path(__file__).with_name("names")


class Case(NamedTuple):
    """Two names."""

    kind: str
    language: str
    name: str
    other_language: str
    other: str
    same: bool


def cases(path: Path) -> list[Case]:
    """Return the pairs of a table."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [Case(a, b, c, d, e, same == "1") for a, b, c, d, e, same in rows]


def joined(case: Case) -> bool:
    """Return whether both names are one person, where nothing is known but the names."""
    uses = ((case.language, case.name), (case.other_language, case.other))
    quotes = [_quote(number, *use) for number, use in enumerate(uses)]
    found = people_behind(quotes, (), {}, {})
    return found[quotes[0].article.id, case.name] is found[quotes[1].article.id, case.other]


def _quote(number: int, language: str, name: str) -> Quote:
    text = f"“Yes”, {name}."
    article = Article(
        id=ArticleId(f"outlet/{number}"),
        path=f"articles/{number}.md",
        outlet=Outlet(id=OutletId("outlet"), name="Outlet"),
        language=language,
        title="",
        text=text,
        blocks=(Block(Span(0, len(text))),),
    )
    return Quote(article=article, span=Span(1, 4), language=language, speaker=name)


def measured(path: Path) -> Iterator[dict[str, object]]:
    """Yield the figures of a table, by kind and in all."""
    found: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for case in cases(path):
        for kind in (case.kind, "all"):
            found[kind].append((case.same, joined(case)))
    for kind, pairs in found.items():
        true = [one for same, one in pairs if same]
        wrong = sum(one for same, one in pairs if not same)
        about = {"table": path.stem, "kind": kind}
        if true:
            share = round(sum(true) / len(true), 3)
            yield {"measure": "people.joined", "value": share, "unit": "share", "pairs": len(true), **about}
        yield {
            "measure": "people.wrong",
            "value": wrong,
            "unit": "pairs",
            "pairs": len(pairs) - len(true),
            **about,
        }


def main() -> None:
    """Print the figures as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--table", choices=("dev", "kept", "second", "second_kept", "third", "third_kept"), default="dev"
    )
    parser.add_argument("--list", action="store_true", help="print pairs that are wrong")
    given = parser.parse_args()
    path = FOLDER / f"{given.table}.tsv"
    if given.list:
        for case in cases(path):
            if joined(case) != case.same:
                print("parted" if case.same else "JOINED", *case[:5], sep="\t")
        return
    for line in measured(path):
        print(json.dumps(line, ensure_ascii=False))


if __name__ == "__main__":
    main()
