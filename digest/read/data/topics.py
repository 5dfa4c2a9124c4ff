"""Topics as records: those that a site describes, and the seventeen that every site has."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from importlib.resources import files
from typing import Any

from digest.model import Person, PersonId, Topic, TopicId
from digest.read.report import Report, suggestion


def topics_of(
    values: Mapping[str, dict[str, Any]],
    lines: Mapping[str, int],
    people: Collection[Person] | None,
    report: Report,
) -> dict[str, Topic]:
    """Return the topics by id, and note what leads nowhere.

    Args:
        values: Of the entries without errors.
        lines: Where each entry stands, also one with an error: none of these is ready-made.
        people: Who may be named; None: `people.yml` cannot be read, so nobody is looked for.
        report: Of `topics.yml`.
    """
    ready = _ready()
    found = {id_: _topic(id_, _labelled(value, ready.get(id_))) for id_, value in values.items()}
    found |= {id_: _topic(id_, value) for id_, value in ready.items() if id_ not in lines}
    known = None if people is None else {str(person.id) for person in people}
    for id_ in values:
        for message in _faults(found[id_], found, lines, known):
            report.error(lines[id_], message)
    return found


def _faults(
    topic: Topic, topics: Mapping[str, Topic], lines: Collection[str], people: Collection[str] | None
) -> Iterator[str]:
    under = topic.under
    if under is not None and under not in topics:
        if under not in lines:
            hint = suggestion(under, topics, "add it, or use an id that stands here")
            yield f"“{topic.id}” is under an unknown topic “{under}”{hint}"
    elif under is not None and (under == topic.id or topics[under].under):
        yield (
            f"“{topic.id}” is under “{under}”, which is under a topic itself; there are two levels: "
            "put it under a topic that is under none"
        )
    for person in topic.people:
        if people is not None and person not in people:
            hint = suggestion(person, people, "add it to people.yml, or use an id that stands there")
            yield f"“{topic.id}” names an unknown person “{person}”{hint}"


def _ready() -> dict[str, dict[str, Any]]:
    """Return what is told of the topics that every site has."""
    return tomllib.loads(files(__name__.rpartition(".")[0]).joinpath("topics.toml").read_text("utf-8"))


def _labelled(own: dict[str, Any], ready: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return what a site tells of a topic; one that it calls as the ready one is called so everywhere."""
    known, labels = (ready or {}).get("labels", {}), own["labels"]
    shared = [code for code in labels if code in known]
    same = all(labels[code].casefold() == known[code].casefold() for code in shared)
    return {**own, "labels": {**known, **labels}} if shared and same else own


def _topic(id_: str, values: Mapping[str, Any]) -> Topic:
    under = values.get("under")
    return Topic(
        id=TopicId(id_),
        label_by_language=values["labels"],
        iptc=values.get("iptc"),
        under=TopicId(under) if under else None,
        words=values.get("words") or {},
        people=tuple(map(PersonId, values.get("people") or ())),
        sections=tuple(values.get("sections") or ()),
    )
