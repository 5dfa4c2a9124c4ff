"""People of whom each wording names another: those the site knows, in any script, and others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from digest.languages.latin import is_cased, skeleton, spelling, without_clitics, words
from digest.match.changes.names import named_alone
from digest.model import Person, Quote

_NAME = 4
"""Letters that make a surname more than a coincidence."""
_CONSONANTS = 3
"""The same for what scripts without vowels keep of it."""


@dataclass(frozen=True, slots=True, eq=False)
class KnownPeople:
    """Everybody whose name may be in a wording, found by spelling: a site knows many, a wording names few."""

    people: Sequence[Person]
    spellings: frozenset[str]
    """Of each word of each name."""
    by_surname: Mapping[str, Sequence[int]]
    """Places of people by spelling of a surname."""

    @classmethod
    def of(cls, people: Sequence[Person]) -> KnownPeople:
        """Look names up once for all statements."""
        by_surname: dict[str, list[int]] = {}
        for at, person in enumerate(people):
            for form in _spellings(_surnames(person)):
                by_surname.setdefault(form, []).append(at)
        written = {spelling(word) for person in people for name in person.names for word in name.split()}
        return cls(people, frozenset(written), by_surname)


def only_in(here: Quote, there: Quote, people: KnownPeople) -> str | None:
    """Return a name that the first wording alone has, or None."""
    return next(_known_alone(here, there, people), None) or _unknown_alone(here, there, people)


def _unknown_alone(here: Quote, there: Quote, people: KnownPeople) -> str | None:
    return next((name for name in named_alone(here, there) if spelling(name) not in people.spellings), None)


def _known_alone(here: Quote, there: Quote, people: KnownPeople) -> Iterator[str]:
    spelt = (form for form in _spellings(here.text) if len(form) >= _NAME)
    named = {at for form in spelt for at in people.by_surname.get(form, ())}
    for at in sorted(named):
        person = people.people[at]
        sounds = _sounds(_surnames(person))
        if sounds and not sounds & _sounds(there.text):
            yield person.name


def _surnames(person: Person) -> str:
    return " ".join(name.split()[-1] for name in person.names if name.split())


def _spellings(text: str) -> frozenset[str]:
    """Return the words that are surely written like a name."""
    names = (word for word in words(text) if word[0].isupper() or not is_cased(word))
    return frozenset(spelling(form) for word in names for form in without_clitics(word))


def _sounds(text: str) -> frozenset[str]:
    """Return the consonants of words that have enough: all that any script keeps of a name."""
    sounds = (skeleton(form) for word in words(text) for form in without_clitics(word))
    return frozenset(sound for sound in sounds if len(sound) >= _CONSONANTS)
