"""What outlets may have changed of statements, person by person, looked up where nothing changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from itertools import chain

from digest.cache import Cache, Codec, Stage, each
from digest.match.alike import forget
from digest.match.changes import KnownPeople, of_quotes, with_changes
from digest.model import Change, ConfirmedChange, Person, Utterance

_CHUNK = 400
"""Wordings of statements that a process is handed at a time, with the names of everybody."""


@dataclass(frozen=True, slots=True)
class _Case:
    """Statements of one person that have several wordings."""

    statements: tuple[Utterance, ...]
    confirmed: tuple[ConfirmedChange, ...]
    people: KnownPeople
    names: bytes
    """A hash of all names: somebody else who is known may be named in a wording."""

    @property
    def inputs(self) -> tuple[object, ...]:
        """All that changes depend on; of somebody's record, the name."""
        said = tuple(tuple(wording.quote for wording in one.wordings) for one in self.statements)
        return said, self.confirmed, self.names


def each_changed(
    statements: Sequence[Sequence[Utterance]],
    people: Sequence[Person],
    confirmed: Sequence[ConfirmedChange],
    cache: Cache,
    executor: Executor | None = None,
) -> Iterator[Utterance]:
    """Yield the statements with what their wordings may have differently.

    Args:
        statements: Of each person.
        people: Everybody on the site.
        confirmed: What editors found.
        cache: Knows what was found before, as long as nobody else comes to the site.
        executor: Compares the others; None: this process.
    """
    known = KnownPeople.of(people)
    names = cache.key("names", [person.names for person in people])
    cases = [case for own in statements if (case := _case(own, confirmed, known, names)).statements]
    results: Iterator[tuple[tuple[Change, ...], ...]] = each(_CHANGES, cases, cache=cache, executor=executor)
    made = chain.from_iterable(results)
    for one in chain.from_iterable(statements):
        changes = next(made) if _is_told_again(one) else ()
        yield replace(one, changes=changes) if changes else one


def _is_told_again(statement: Utterance) -> bool:
    return len(statement.wordings) > 1


def _case(
    own: Sequence[Utterance], confirmed: Sequence[ConfirmedChange], people: KnownPeople, names: bytes
) -> _Case:
    several = tuple(one for one in own if _is_told_again(one))
    concerned = of_quotes(confirmed, (wording.quote for one in several for wording in one.wordings))
    return _Case(several, concerned, people, names)


def _made(case: _Case) -> tuple[tuple[Change, ...], ...]:
    found = tuple(with_changes(one, case.people, case.confirmed).changes for one in case.statements)
    forget()
    return found


_CHANGES: Stage[_Case, tuple[tuple[Change, ...], ...]] = Stage(
    kind="differences",
    make=_made,
    codec=Codec(tuple[tuple[Change, ...], ...]),
    inputs=lambda case: case.inputs,
    weight=lambda case: sum(len(one.wordings) for one in case.statements),
    chunk=_CHUNK,
)
