"""The data files `outlets.yml`, `people.yml`, `topics.yml`, `glossary.yml` and `stories.yml`.

A file that is missing says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from digest.languages import locale
from digest.model import (
    ArticleId,
    Outlet,
    OutletId,
    Person,
    PersonId,
    Problem,
    StoryDecisions,
    Term,
    TermId,
    Topic,
    TopicId,
)
from digest.read.decode import text_from_bytes
from digest.read.fields import DECISION, OUTLET, PERSON, TERM, TOPIC
from digest.read.folder import is_inside
from digest.read.keyed import Items, Keys, Node, Scalar, described, tree_from_yaml
from digest.read.kinds import Id
from digest.read.records import Record
from digest.read.report import Report, suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Registries:
    """What the data files say, by id, and their problems."""

    outlets: Mapping[str, Outlet]
    people: tuple[Person, ...]
    topics: Mapping[str, Topic]
    glossary: tuple[Term, ...]
    broken: frozenset[str]
    """Ids of outlets and topics whose own entry has an error."""
    has_outlets: bool
    problems: tuple[Problem, ...]


def read_registries(content_dir: Path, zone: ZoneInfo) -> Registries:
    """Return outlets, people, topics and the glossary."""
    outlets = _Entries.read("outlets.yml", OUTLET, content_dir, zone)
    people = _Entries.read("people.yml", PERSON, content_dir, zone)
    topics = _Entries.read("topics.yml", TOPIC, content_dir, zone)
    terms = _Entries.read("glossary.yml", TERM, content_dir, zone)
    for id_, values in list(terms.values.items()):
        if bool(values.get("keep")) == (len(values.get("words") or ()) > 1):
            terms.report.error(terms.lines[id_], f"“{id_}” must be {TERM.right}")
            del terms.values[id_]
    territories = locale("en").territories
    for id_, values in list(outlets.values.items()):
        if values.get("country") and values["country"] not in territories:
            outlets.report.error(
                outlets.lines[id_], f"“{values['country']}” is no country code of ISO 3166-1"
            )
            del outlets.values[id_]
    return Registries(
        outlets={id_: Outlet(id=OutletId(id_), **values) for id_, values in outlets.values.items()},
        people=tuple(_person(id_, values) for id_, values in people.values.items()),
        topics={id_: _topic(id_, values) for id_, values in topics.values.items()},
        glossary=tuple(_term(id_, values) for id_, values in terms.values.items()),
        broken=frozenset({*outlets.lines} - {*outlets.values} | {*topics.lines} - {*topics.values}),
        has_outlets=outlets.exists,
        problems=(
            *outlets.report.problems,
            *people.report.problems,
            *topics.report.problems,
            *terms.report.problems,
        ),
    )


def read_decisions(
    content_dir: Path, zone: ZoneInfo, *, known: frozenset[str], left_out: frozenset[str]
) -> tuple[StoryDecisions, list[Problem]]:
    """Return what `stories.yml` decides, and its problems.

    Args:
        content_dir: The content folder.
        zone: The site's time zone.
        known: Ids of the articles there are.
        left_out: Ids of drafts and of articles with errors: decisions on them wait.
    """
    report = Report("stories.yml", zone)
    node = _tree(content_dir / "stories.yml", report)
    decisions = _Decisions(report, known, left_out)
    if isinstance(node, Items):
        for item in node.items:
            decisions.add(item)
    elif node is not None:
        report.error(node.line, f"the file must be a list, each item {DECISION.right}; not {described(node)}")
    return decisions.frozen(), report.problems


@dataclass(slots=True)
class _Entries:
    """A file that maps ids to records."""

    report: Report
    exists: bool
    lines: dict[str, int] = field(default_factory=dict)
    """Of every id, also of those with errors."""
    values: dict[str, dict[str, Any]] = field(default_factory=dict)

    @classmethod
    def read(cls, name: str, record: Record, content_dir: Path, zone: ZoneInfo) -> _Entries:
        report = Report(name, zone)
        node = _tree(content_dir / name, report)
        entries = cls(report, exists=(content_dir / name).exists())
        if isinstance(node, Keys):
            for id_, value in node.values.items():
                entries._add(id_, node.lines[id_], value, record)
        elif node is not None:
            report.error(
                node.line, f"the file must map ids to entries, each {record.right}; not {described(node)}"
            )
        return entries

    def _add(self, id_: str, line: int, node: Node, record: Record) -> None:
        before = len(self.report.problems)
        self.lines[id_] = line
        Id().read(Scalar(line, id_, plain=True), "id", self.report)
        values = record.read(node, id_, self.report)
        if values is not None and len(self.report.problems) == before:
            self.values[id_] = {key: value for key, value in values.items() if key != "line"}


def _tree(file: Path, report: Report) -> Node | None:
    if not file.exists():
        return None
    if not file.is_file() or not is_inside(file, file.parent.resolve()):
        report.error(None, "this must be a file inside the content folder")
        return None
    text = text_from_bytes(file.read_bytes(), report)
    return None if text is None else tree_from_yaml(text, report)


def _person(id_: str, values: dict[str, Any]) -> Person:
    names = values.pop("names", {})
    return Person(id=PersonId(id_), name_by_language=names, **values)


def _topic(id_: str, values: dict[str, Any]) -> Topic:
    return Topic(id=TopicId(id_), label_by_language=values["labels"], iptc=values.get("iptc"))


def _term(id_: str, values: dict[str, Any]) -> Term:
    return Term(id=TermId(id_), keep=values.get("keep"), wording_by_language=values.get("words") or {})


class _Decisions:
    def __init__(self, report: Report, known: frozenset[str], left_out: frozenset[str]) -> None:
        self._report = report
        self._known = known
        self._left_out = left_out
        self._together: list[tuple[ArticleId, ...]] = []
        self._apart: list[tuple[ArticleId, ArticleId]] = []
        self._titles: dict[ArticleId, Mapping[str, str]] = {}
        self._pinned: list[ArticleId] = []

    def frozen(self) -> StoryDecisions:
        return StoryDecisions(
            together=tuple(self._together),
            apart=tuple(self._apart),
            titles=self._titles,
            pinned=tuple(self._pinned),
        )

    def add(self, node: Node) -> None:
        before = len(self._report.problems)
        values = DECISION.read(node, "", self._report)
        if values is None or len(self._report.problems) > before:
            return
        shape = frozenset(values) - {"line"}
        if shape == {"together"}:
            self._join(values["together"], values["line"])
        elif shape == {"apart"}:
            self._part(values["apart"], values["line"])
        elif "story" in shape and shape & {"title", "pin"} and shape <= {"story", "title", "pin"}:
            self._set(values)
        else:
            self._report.error(values["line"], f"each item must be {DECISION.right}")

    def _join(self, ids: tuple[str, ...], line: int) -> None:
        if len(set(ids)) < 2:
            self._report.error(
                line, "“together” needs two articles or more: together: [OUTLET/SLUG, OUTLET/SLUG]"
            )
        there = tuple(self._there(ids, line))
        if len(there) > 1:
            self._together.append(there)

    def _part(self, ids: tuple[str, ...], line: int) -> None:
        if len(set(ids)) != 2 or len(ids) != 2:
            self._report.error(line, "“apart” needs two articles: apart: [OUTLET/SLUG, OUTLET/SLUG]")
            return
        there = tuple(self._there(ids, line))
        if len(there) == 2:
            self._apart.append((there[0], there[1]))

    def _set(self, values: dict[str, Any]) -> None:
        for id_ in self._there((values["story"],), values["line"]):
            if values.get("title"):
                self._titles[id_] = values["title"]
            if values.get("pin") and id_ not in self._pinned:
                self._pinned.append(id_)

    def _there(self, ids: tuple[str, ...], line: int) -> Iterator[ArticleId]:
        for id_ in ids:
            if id_ in self._known:
                yield ArticleId(id_)
            elif id_ not in self._left_out:
                hint = suggestion(
                    id_, self._known, "an article’s id is OUTLET/SLUG, its slug the file’s name"
                )
                self._report.error(line, f"there is no article “{id_}”{hint}")
