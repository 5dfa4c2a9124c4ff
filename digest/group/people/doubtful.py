"""Two people of a site who may be one, for editors: nothing is joined by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from digest.group.people.names import contains_name, is_chinese, key, may_be, nearly
from digest.group.people.parts import parts
from digest.group.people.sounded import coarse
from digest.model import Person


def doubtful_people(people: Sequence[Person]) -> Iterator[tuple[Person, Person]]:
    """Yield two people whose names may be one person's, in the order of the first.

    Those are a surname and a whole name, two whole names of two scripts that sound alike, names of one script
    that differ in one letter of a surname, or a whole name and a fuller one: another may have that, too.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for at, person in enumerate(people):
        for form in {form for name in person.names for form in _forms(name)}:
            places[form].append(at)
    chinese = [at for at, person in enumerate(people) if any(map(is_chinese, person.names))]
    near = {pair for held in places.values() for pair in combinations(held, 2)}
    near |= {(min(a, b), max(a, b)) for a in chinese for b in range(len(people)) if a != b}
    for a, b in sorted(near):
        if any(_is_alike(one, other) for one in people[a].names for other in people[b].names):
            yield people[a], people[b]


def _forms(name: str) -> Iterator[str]:
    own = parts(name).own
    if own:
        yield from coarse(own[-1])
    for part in own[1:]:
        yield f"{key(own[0])} {key(part)[0][:1] if key(part) else ''}"


def _is_alike(one: str, other: str) -> bool:
    if not parts(one).own or not parts(other).own:
        return False
    fuller = contains_name(one, other) or contains_name(other, one)
    return fuller or may_be(one, other) or nearly(one, other)
