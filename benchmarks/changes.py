"""What editors are asked of two wordings: `python -m benchmarks.changes [--table FILE] [--quotes FILE]`.

`changes.tsv` beside this module holds 400 pairs, `language(s), kind, one wording, the other`; a kind of `-`
says that nothing is changed. They were written before the rules for words; the 198 of `later.tsv` after the
first of these, by somebody who had seen few of them, and the rules were then mended on them, too. The 200 of
`reworded.tsv` are by somebody who has seen no rule: statements reworded freely, half of them changed in one
respect, as outlets report them and not as they quote them; the 120 of `free.tsv` are of the same kind, by the
hand that mended the rules after the first half of them: couples of lines by turns, of which the second were
not looked at before. The 292 of `outlets.tsv`, in one language and two, are by somebody who then
mended on them; the first 212 were written before their writer had read the rules. `FILE` of `--quotes` holds
true pairs, a JSON record a line with a quotation in several languages under `q`: what is asked is needless.
Each of them is also held beside itself with one word exchanged by chance.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from digest.languages import row
from digest.languages.latin import folded
from digest.languages.senses import light
from digest.match.changes import KnownPeople, veto, with_changes
from digest.model import (
    Article,
    ArticleId,
    Block,
    Outlet,
    OutletId,
    Person,
    PersonId,
    Quote,
    Span,
    Utterance,
    UtteranceId,
    Wording,
    WordingState,
)

TABLES = tuple(
    Path(__file__).with_name(f"{name}.tsv") for name in ("changes", "later", "reworded", "free", "outlets")
)
SEED = 7
_LEAST, _LETTERS = 8, 4
_SPEAKER = Person(id=PersonId("somebody"), name="Somebody")
_PEOPLE = KnownPeople.of((_SPEAKER,))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two wordings, each with its language, and what is changed between them."""

    first: tuple[str, str]
    second: tuple[str, str]
    kind: str | None

    @property
    def scope(self) -> str:
        """Return whether they are in one language."""
        return "one" if self.first[0] == self.second[0] else "two"


def table(path: Path) -> Iterator[Pair]:
    """Yield the pairs of a table."""
    for line in path.read_text(encoding="utf-8").splitlines():
        codes, kind, first, second = line.split("\t")
        own, _, other = codes.partition("-")
        yield Pair((own, first), (other or own, second), None if kind == "-" else kind)


def true_pairs(path: Path) -> Iterator[Pair]:
    """Yield each quotation in English with itself in each other language."""
    for line in path.read_text(encoding="utf-8").splitlines():
        texts = json.loads(line)["q"]
        for code, text in texts.items():
            if code != "en" and text and texts.get("en"):
                yield Pair(("en", texts["en"]), (code, text), None)


def with_another_word(path: Path) -> Iterator[Pair]:
    """Yield each quotation of eight words or more beside itself with one word of another in it.

    What is exchanged has four letters at least and says more than an article; nothing parts words in Chinese,
    so none of its quotations are here.
    """
    chance = random.Random(SEED)  # noqa: S311 - the same words each time
    records = [json.loads(line)["q"] for line in path.read_text(encoding="utf-8").splitlines()]
    for code in records[0]:
        texts = [record[code] for record in records if row(code).spaced and record.get(code)]
        told = sorted({word for text in texts for word in text.split() if _tells(word, code)})
        for text in texts:
            words = text.split()
            places = [at for at, word in enumerate(words) if _tells(word, code)]
            if len(words) >= _LEAST and places:
                at, other = chance.choice(places), chance.choice(told)
                changed = " ".join([*words[:at], other, *words[at + 1 :]])
                if changed != text:
                    yield Pair((code, text), (code, changed), "word")


def _tells(word: str, language: str) -> bool:
    return len(word) >= _LETTERS and word.isalpha() and folded(word) not in light(language)


def asked(pair: Pair) -> str:
    """Return what editors are asked, empty for nothing: of a change, or of two that are kept apart."""
    quotes = [_quote(str(place), *wording) for place, wording in enumerate((pair.first, pair.second))]
    if kind := veto(*quotes):
        return f"apart: {kind.value}"
    said = Utterance(
        id=UtteranceId(quotes[0].id),
        story=quotes[0].article.id,
        person=_SPEAKER,
        wordings=tuple(Wording(quote=quote, state=WordingState.AS_PRINTED) for quote in quotes),
    )
    return "; ".join(f"{one.kind.value} {one.told}" for one in with_changes(said, _PEOPLE).changes)


def _quote(name: str, language: str, text: str) -> Quote:
    article = Article(
        id=ArticleId(name),
        path=f"articles/{name}.md",
        outlet=Outlet(id=OutletId(name), name=name),
        language=language,
        title=name,
        text=text,
        blocks=(Block(Span(0, len(text))),),
    )
    return Quote(article=article, span=Span(0, len(text)), language=language, speaker=_SPEAKER.name)


def measured(pairs: Iterator[Pair], *, show: bool, of: str = "table") -> Iterator[dict[str, Any]]:
    """Yield the rows: of changed pairs the share asked, of the others the share asked needlessly."""
    found: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for pair in pairs:
        question = asked(pair)
        measure = "changes.asked" if pair.kind else "changes.asked_needlessly"
        for scope in dict.fromkeys(("", pair.scope, pair.second[0], pair.kind or "")):
            found[measure, scope].append(bool(question))
        if show and bool(question) != bool(pair.kind):
            print(json.dumps([pair.kind, question, pair.first, pair.second], ensure_ascii=False))
    for (measure, scope), hits in sorted(found.items()):
        figures = {
            "measure": measure,
            "value": round(sum(hits) / len(hits), 4),
            "unit": "share",
            "of": len(hits),
        }
        yield figures | {"pairs": of} | ({"scope": scope} if scope else {})


def main() -> None:
    """Print one JSON line a figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--table", type=Path, nargs="*", default=TABLES, help="other tables of pairs")
    parser.add_argument("--quotes", type=Path, help="true pairs, of which nothing is to be asked")
    parser.add_argument("--show", action="store_true", help="also print what is missed and asked needlessly")
    options = parser.parse_args()
    rows = [row for path in options.table for row in measured(table(path), show=options.show, of=path.stem)]
    if options.quotes:
        rows += measured(true_pairs(options.quotes), show=options.show, of="quotes")
        rows += measured(with_another_word(options.quotes), show=options.show, of="quotes")
    for figures in rows:
        print(json.dumps(figures, ensure_ascii=False))


if __name__ == "__main__":
    main()
