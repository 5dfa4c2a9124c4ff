"""Listings of people: who is quoted, and who may be one person under two names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from digest.cli.output.rows import Row
from digest.model import Person, PersonId

if TYPE_CHECKING:
    from digest.build import Gathered


def person_rows(found: Gathered) -> Iterator[Row]:
    """Yield who is quoted, under which names, by how many outlets."""
    outlets = _outlets(found)
    entries = {entry.id for entry in found.content.people}
    for person in found.grouping.people:
        known = person.id in entries
        count = len(outlets[person.id])
        fields = {
            "person": person.id,
            "names": list(person.names),
            "outlets": count,
            "in_people_yml": known,
        }
        by = f"{count} {'outlet' if count == 1 else 'outlets'}"
        names = ", ".join(person.names)
        yield f"{person.id}  {names}  ({by}{'' if known else '; not in people.yml'})", fields


def doubtful_person_rows(found: Gathered) -> Iterator[Row]:
    """Yield two who may be one person, with what to write if they are."""
    from digest.group import doubtful_people  # noqa: PLC0415 - other commands need no stories

    entries = {entry.id for entry in found.content.people}
    for first, second in doubtful_people(found.grouping.people):
        if {first.id, second.id} <= entries:
            continue
        one, other = (second, first) if second.id in entries else (first, second)
        names = ", ".join(other.names)
        text = (
            f"{one.name} ({one.id}) and {other.name} ({other.id}) may be one person\n"
            f"  if so, in people.yml, under {one.id}: aliases: [{names}]"
        )
        yield text, {"first": one.id, "second": other.id, "names": [list(one.names), list(other.names)]}


def _outlets(found: Gathered) -> dict[PersonId, set[str]]:
    outlets: dict[PersonId, set[str]] = defaultdict(set)
    for quote in found.quotes:
        person: Person | None = found.grouping.person_by_speaker.get((quote.article.id, quote.speaker or ""))
        if person:
            outlets[person.id].add(quote.article.outlet.id)
    return outlets
