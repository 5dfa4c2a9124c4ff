"""`outlets.yml`, `people.yml`, `topics.yml` and `glossary.yml`; a file that is missing says nothing."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from digest.languages import locale
from digest.model import (
    Office,
    Outlet,
    OutletId,
    Person,
    PersonId,
    Problem,
    Term,
    TermId,
    Topic,
)
from digest.read.data.topics import topics_of
from digest.read.folder import is_inside
from digest.read.keys import (
    OUTLET,
    PERSON,
    TERM,
    TOPIC,
    Id,
    Keys,
    Node,
    Record,
    Scalar,
    described,
    tree_from_yaml,
)
from digest.read.report import Report
from digest.read.text import text_from_bytes


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
    unread: frozenset[str]
    """Names of the files that are there and cannot be read as a whole."""
    problems: tuple[Problem, ...]

    @property
    def known_outlets(self) -> frozenset[str] | None:
        """Return the ids of all outlets, also of those with an error; None where the file cannot be read."""
        return None if "outlets.yml" in self.unread else frozenset(map(str, self.outlets)) | self.broken


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
                outlets.lines[id_],
                f"“{values['country']}” is no country code of ISO 3166-1; write one as “VE”",
            )
            del outlets.values[id_]
    for id_, values in list(people.values.items()):
        for office in filter(_ends_early, values.get("offices", ())):
            people.report.error(
                office["line"],
                f"“{id_}” was “{office['role']}” until a day before “since”; exchange the two days",
            )
            people.values.pop(id_, None)
    persons = tuple(_person(id_, values) for id_, values in people.values.items())
    # An entry with an error is there all the same: who names it made no mistake.
    named = None if people.unread or len(people.lines) > len(people.values) else persons
    return Registries(
        outlets={id_: Outlet(id=OutletId(id_), **values) for id_, values in outlets.values.items()},
        people=persons,
        topics=topics_of(topics.values, topics.lines, named, topics.report),
        glossary=tuple(_term(id_, values) for id_, values in terms.values.items()),
        broken=frozenset({*outlets.lines} - {*outlets.values} | {*topics.lines} - {*topics.values}),
        has_outlets=outlets.exists,
        unread=frozenset(one.report.path for one in (outlets, topics) if one.unread),
        problems=(
            *outlets.report.problems,
            *people.report.problems,
            *topics.report.problems,
            *terms.report.problems,
        ),
    )


@dataclass(slots=True)
class _Entries:
    """A file that maps ids to records."""

    report: Report
    exists: bool
    unread: bool
    lines: dict[str, int] = field(default_factory=dict)
    """Of every id, also of those with errors."""
    values: dict[str, dict[str, Any]] = field(default_factory=dict)

    @classmethod
    def read(cls, name: str, record: Record, content_dir: Path, zone: ZoneInfo) -> _Entries:
        report = Report(name, zone)
        node = tree_of(content_dir / name, report)
        unread = bool(report.problems) or (node is not None and not isinstance(node, Keys))
        entries = cls(report, exists=os.path.lexists(content_dir / name), unread=unread)
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


def tree_of(file: Path, report: Report) -> Node | None:
    """Return the tree of a data file, or None if it is missing, empty or broken (then noted)."""
    if not os.path.lexists(file):
        return None
    if not is_inside(file, file.parent.resolve()):
        report.error(None, "a link that leaves the content folder is not followed; copy the file here")
        return None
    if not file.is_file():
        report.error(None, "this is no ordinary file, so it is not read; put a file here")
        return None
    try:
        data = file.read_bytes()
    except OSError as error:
        report.error(None, f"this cannot be read: {error.strerror}")
        return None
    text = text_from_bytes(data, report)
    return None if text is None else tree_from_yaml(text, report)


def _person(id_: str, values: dict[str, Any]) -> Person:
    names = values.pop("names", {})
    offices = sorted(map(_office, values.pop("offices", ())), key=_begun, reverse=True)
    return Person(id=PersonId(id_), name_by_language=names, offices=tuple(offices), **values)


def _office(values: dict[str, Any]) -> Office:
    since, until = values.get("since"), values.get("until")
    return Office(role=values["role"], since=since and since.day, until=until and until.day)


def _ends_early(values: dict[str, Any]) -> bool:
    since, until = values.get("since"), values.get("until")
    return bool(since and until and until.day < since.day)


def _begun(office: Office) -> date:
    return office.since or date.min


def _term(id_: str, values: dict[str, Any]) -> Term:
    return Term(id=TermId(id_), keep=values.get("keep"), wording_by_language=values.get("words") or {})
