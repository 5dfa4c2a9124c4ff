"""How often a translated sentence, or a part of one, finds the sentence it translates among twenty.

One task at a time: the English wording and its candidates are the quotes of one person in one story.
Evidence: `none` (empty memory) or `engine` (a memory that holds each candidate's machine translation).
With `--few` instead of `--data`: `few.tsv`, short statements beside one or two others, of which half are the
true one's neighbours alone. Twenty encyclopaedic sentences say little of what joins such by mistake.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.facts import Translations
from digest.match import match
from digest.meaning import UniversalEncoder, Vectors
from digest.model import (
    Article,
    ArticleId,
    Block,
    Grouping,
    Outlet,
    OutletId,
    Person,
    PersonId,
    Quote,
    Span,
    Story,
)

_PERSON = Person(id=PersonId("somebody"), name="Somebody")
_QUERY = "query"
FEW = Path(__file__).with_name("few.tsv")


@dataclass(frozen=True, slots=True)
class Task:
    """An English wording, its candidates by id, and the true one's id."""

    english: str
    language: str
    text_by_id: Mapping[str, str]
    machine_by_id: Mapping[str, str]
    answer: str | None


def tasks(folder: Path, *, every: int, first: int = 0) -> Iterator[Task]:
    """Yield every so-many-th task of the folder."""
    rows = (folder / "sentences.jsonl").read_text(encoding="utf-8").splitlines()
    sentences = {row["id"]: row for row in map(json.loads, rows)}
    lines = (folder / "tasks.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines[first::every]:
        row = json.loads(line)
        held = {id_: sentences[id_] for id_ in row["candidates"]}
        yield Task(
            row["english"],
            row["lang"],
            {id_: sentence["text"] for id_, sentence in held.items()},
            {id_: sentence["english_machine"] for id_, sentence in held.items()},
            None if row["answer"] is None else row["candidates"][row["answer"]],
        )


def few_tasks() -> Iterator[Task]:
    """Yield the tasks of `few.tsv`."""
    for line in FEW.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            english, language, texts, answer = line.split("\t")
            yield Task(english, language, dict(_numbered(texts)), {}, answer or None)


def _numbered(texts: str) -> Iterator[tuple[str, str]]:
    return ((str(number), text) for number, text in enumerate(texts.split(" | ")))


def _quote(name: str, text: str, language: str) -> Quote:
    article = Article(
        id=ArticleId(name),
        path=f"articles/{name}.md",
        outlet=Outlet(id=OutletId("outlet"), name="Outlet"),
        language=language,
        title=name,
        text=text,
        blocks=(Block(Span(0, len(text))),),
    )
    return Quote(article=article, span=Span(0, len(text)), language=language, speaker=_PERSON.name)


@dataclass(frozen=True, slots=True)
class Answer:
    """The candidate that was joined with the English wording, if any."""

    task: Task
    id: str | None = None
    probable: bool = False

    @property
    def right(self) -> bool:
        """Tell whether it is the true one."""
        return self.id is not None and self.id == self.task.answer


def answered(task: Task, *, engine: bool, vectors: Vectors | None = None) -> Answer:
    """Match the English wording and its candidates."""
    quotes = [_quote(_QUERY, task.english, "en")]
    quotes += [_quote(id_, text, task.language) for id_, text in task.text_by_id.items()]
    grouping = Grouping(
        stories=(Story(articles=tuple(quote.article for quote in quotes)),),
        topics=(),
        people=(_PERSON,),
        person_by_speaker={(quote.article.id, _PERSON.name): _PERSON for quote in quotes},
    )
    known = {(task.language, task.text_by_id[i], "en"): text for i, text in task.machine_by_id.items()}
    for utterance in match(
        grouping, quotes, Translations(known if engine else {}), vectors=vectors
    ).utterances:
        held = {wording.quote.article.id: wording for wording in utterance.wordings}
        own = held.pop(ArticleId(_QUERY), None)
        if own and held:
            best = max(held.values(), key=lambda w: (w.probable == own.probable, w.score, w.quote.article.id))
            return Answer(task, best.quote.article.id, best.probable != own.probable)
    return Answer(task)


def figures(answers: Sequence[Answer], *, band: bool = False) -> tuple[float, float]:
    """Return precision and recall of what is sure; with `band` those of what is probable, and of both."""
    wanted = sum(answer.task.answer is not None for answer in answers)
    accepted = [answer for answer in answers if answer.id is not None and answer.probable == band]
    right = sum(answer.right for answer in accepted)
    found = sum(answer.right for answer in answers) if band else right
    return right / max(1, len(accepted)), found / max(1, wanted)


def measured(
    folder: Path | None, *, every: int, first: int = 0, vectors: Vectors | None = None
) -> Iterator[dict[str, Any]]:
    """Yield the rows of the benchmark."""
    chosen = list(tasks(folder, every=every, first=first) if folder else few_tasks())
    for evidence in ("none", "engine") if folder else ("none",):
        given = [answered(task, engine=evidence == "engine", vectors=vectors) for task in chosen]
        yield from _rows(figures(given), evidence=evidence)
        if any(answer.probable for answer in given):
            yield from _rows(figures(given, band=True), evidence=evidence, band="probable")
        by_language: dict[str, list[Answer]] = defaultdict(list)
        for answer in sorted(given, key=lambda answer: answer.task.language):
            by_language[answer.task.language].append(answer)
        for language, own in by_language.items():
            yield from _rows(figures(own), evidence=evidence, language=language)


def _rows(values: tuple[float, float], **of: str) -> Iterator[dict[str, Any]]:
    for measure, value in zip(("precision", "recall"), values, strict=True):
        yield {"measure": f"utterances.{measure}", "value": round(value, 4), "unit": "share"} | of


def main() -> None:
    """Print one JSON line a figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    given = parser.add_mutually_exclusive_group(required=True)
    given.add_argument("--data", type=Path, help="the folder of tasks.jsonl")
    given.add_argument("--few", action="store_true", help="short statements beside few others")
    parser.add_argument("--every", type=int, default=1, help="take only every so-many-th task")
    parser.add_argument("--from", type=int, default=0, dest="first", help="leave out so many tasks before")
    parser.add_argument("--cache", type=Path, help="keep vectors here between runs")
    options = parser.parse_args()
    vectors = Vectors(UniversalEncoder(), options.cache)
    for row in measured(options.data, every=options.every, first=options.first, vectors=vectors):
        print(json.dumps(row, ensure_ascii=False))
    vectors.keep()


if __name__ == "__main__":
    main()
