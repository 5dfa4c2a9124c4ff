"""What outlets may have changed of a meaning: for editors, who decide whether readers are told.

Each wording is compared with the one that leads its statement, and with the first in its own language.
A machine cannot tell a change from a free translation, so what it finds is a guess: it needs evidence on
both sides, or something missing from a wording that is about as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from digest.cache import Codec, remembered
from digest.languages import row
from digest.languages.latin import is_cased, skeleton, spelling, without_clitics, words
from digest.languages.lengths import in_english
from digest.languages.numbers import compared
from digest.languages.senses import Modality, denials, may_deny, modalities, opposed
from digest.match.alike import SAME_START, Text, prepared
from digest.match.changes.names import named_alone, other_country, swapped
from digest.match.changes.negation import denied
from digest.match.changes.replaced import replaced
from digest.match.changes.states import main
from digest.model import Change, ChangeKind, ConfirmedChange, Person, Problem, Quote, Severity, Utterance

_ALIKE = 0.7
"""A wording with this share of the other one's length, both ways, has room for all that the other says."""
_SLACK = 15
"""Characters by which a short text may be shorter in another language."""
_NOTHING_LEFT_OUT = 0.7
"""The same where a whole sentence that denies may be what one left out."""
_NAME = 4
"""Letters that make a surname more than a coincidence."""
_CONSONANTS = 3
"""The same for what scripts without vowels keep of it."""
_KEPT: Codec[Mapping[ChangeKind, str | None]] = Codec(Mapping[ChangeKind, str | None])
_KEPT_WORD: Codec[str | None] = Codec(str | None)


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


def with_changes(
    utterance: Utterance, people: KnownPeople, confirmed: Iterable[ConfirmedChange] = ()
) -> Utterance:
    """Return the statement with what its wordings may have differently.

    What an editor confirmed is there whether it was found or not; what one found wrong is not.

    Args:
        utterance: Its wordings in order.
        people: Everybody whose name may be in a wording.
        confirmed: Of `stories.yml`.
    """
    quotes = [wording.quote for wording in utterance.wordings]
    found = {
        (change.kind, frozenset((change.first, change.second))): change
        for first, second in _pairs(quotes)
        for change in _changes(first, second, people)
    }
    ids = {quote.id: place for place, quote in enumerate(quotes)}
    for entry in confirmed:
        if entry.parts or not entry.wordings <= ids.keys():
            continue
        if entry.kind is None:
            found = {key: change for key, change in found.items() if key[1] != entry.wordings}
            continue
        first, second = sorted(entry.wordings, key=lambda name: ids[name])
        guess = found.get((entry.kind, entry.wordings), Change(kind=entry.kind, first=first, second=second))
        found[entry.kind, entry.wordings] = replace(guess, confirmed=True)
    return replace(utterance, changes=tuple(found.values())) if found else utterance


def unknown(confirmed: Iterable[ConfirmedChange], utterances: Iterable[Utterance]) -> tuple[Problem, ...]:
    """Return a problem for each entry whose wordings there are not, or that an editor cannot have joined."""
    together = [frozenset(wording.quote.id for wording in said.wordings) for said in utterances]
    known = frozenset(name for names in together for name in names)
    problems = []
    for entry in confirmed:
        if any(entry.wordings <= names for names in together) or (entry.parts and entry.wordings <= known):
            continue
        lost = ", ".join(f"“{name}”" for name in sorted(entry.wordings - known))
        wrong = f"there is no wording {lost}" if lost else "these two wordings are of different statements"
        message = f"{wrong}; copy both ids from `digest check` or `digest quotes --utterances`"
        problems.append(Problem("stories.yml", entry.line, Severity.ERROR, message))
    return tuple(problems)


def _pairs(quotes: Sequence[Quote]) -> Iterator[tuple[Quote, Quote]]:
    """Yield each wording with the leading one, and with the first in its own language."""
    first_by_language: dict[str, Quote] = {}
    for quote in quotes:
        first_by_language.setdefault(main(quote.language), quote)
        references = (quotes[0], first_by_language[main(quote.language)])
        yield from ((other, quote) for other in dict.fromkeys(references) if other is not quote)


def _changes(first: Quote, second: Quote, people: KnownPeople) -> Iterator[Change]:
    found = {**_by_texts(first, second), ChangeKind.NAME: _name(first, second, people)}
    # In the order of their kinds, as editors read them.
    found = {kind: found[kind] for kind in ChangeKind if kind in found}
    if all(told is None for told in found.values()):
        # What is one of those is another word as well.
        found[ChangeKind.WORD] = _word(first, second)
    for kind, told in found.items():
        if told is not None:
            yield Change(kind=kind, first=first.id, second=second.id, told=told)


@remembered("changes", _KEPT)
def _by_texts(first: Quote, second: Quote) -> Mapping[ChangeKind, str | None]:
    """Return what the two wordings alone tell, whoever is known to the site."""
    texts = prepared(first.text, main(first.language)), prepared(second.text, main(second.language))
    return {
        ChangeKind.NEGATION: _negation(first, second),
        ChangeKind.NUMBER: _number(first, second),
        ChangeKind.MODALITY: _modality(first, second, *texts),
    }


@remembered("changed word", _KEPT_WORD)
def _word(first: Quote, second: Quote) -> str | None:
    """Tell of the most surprising word in the place of another, where all else is the same.

    Between two languages, and where wordings are otherwise free, tell of words of which one says the contrary
    of the other, unless one is denied.
    """
    languages = main(first.language), main(second.language)
    other = replaced(first.text, second.text, languages[0]) if len(set(languages)) == 1 else ()
    if other:
        return f"{other[0].first} / {other[0].second}"
    if not _as_long(first, second) or any(denials(quote.text, quote.language) for quote in (first, second)):
        return None
    contrary = opposed(first.text, second.text, languages)
    return " / ".join(contrary[0]) if contrary else None


def _negation(first: Quote, second: Quote) -> str | None:
    same = main(first.language) == main(second.language)
    if same and denied(first.text, second.text, main(first.language)):
        return ""
    pair = (first, second), (second, first)
    lost = any(denials(a.text, a.language) and may_deny(b.text, b.language) == 0 for a, b in pair)
    if same:
        texts = (prepared(quote.text, main(quote.language)) for quote in (first, second))
        return "" if lost and _lengths_alike(first, second) and _worded_alike(*texts) else None
    return "" if lost and _as_long(first, second, share=_NOTHING_LEFT_OUT) else None


def _worded_alike(first: Text, second: Text) -> bool:
    """Tell whether half of the words of one are in the other: else a denial may be worded quite otherwise."""
    fewer, more = sorted(
        ({word[:SAME_START] for word in text.all_words} for text in (first, second)), key=len
    )
    return len(fewer & more) * 2 >= len(fewer)


def _number(first: Quote, second: Quote) -> str | None:
    """Tell of numbers that contradict each other: what one has alone may have been left out by the other."""
    found = compared(first.text, second.text, main(first.language), main(second.language))
    if not found.contradicts and not found.signs:
        return None
    return ", ".join(found.changed)


def _name(first: Quote, second: Quote, people: KnownPeople) -> str | None:
    """Tell of two people of whom each is named in one wording alone; one name more is no change.

    Those whom the site knows are compared in any script, other names where capital letters show them.
    """
    if not _as_long(first, second):
        return _told(swapped(first, second))
    pairs = (first, second), (second, first)
    only = [next(_known_alone(*pair, people), None) or _unknown_alone(*pair, people) for pair in pairs]
    return _told(only) if all(only) else _told(swapped(first, second) or other_country(first, second))


def _told(names: Sequence[str | None] | None) -> str | None:
    return " / ".join(map(str, names)) if names else None


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


def _modality(first: Quote, second: Quote, own: Text, other: Text) -> str | None:
    """Tell of a class that one has and the other has not, if that one has another class instead."""
    here, there = _classes(first, own), _classes(second, other)
    if main(first.language) != main(second.language):
        # Other languages say what is to come by their tenses.
        here.pop(Modality.COMING, None)
        there.pop(Modality.COMING, None)
    if here and there and not here.keys() & there.keys():
        return f"{next(iter(here.values()))} / {next(iter(there.values()))}"
    return None


def _classes(quote: Quote, text: Text) -> dict[Modality, str]:
    spoken = f" {' '.join(text.all_words)} "

    def holds(word: str) -> bool:
        if word.startswith("-"):
            return re.search(rf"{re.escape(word[1:])}(?!\w)", quote.text.casefold()) is not None
        if not row(quote.language).spaced:
            return re.search(rf"(?<![不没沒无無]){re.escape(word)}", quote.text) is not None
        return f" {' '.join(prepared(word, main(quote.language)).all_words)} " in spoken

    found = modalities(quote.language).items()
    return {kind: word for kind, words in found for word in words if holds(word)}


def _as_long(first: Quote, second: Quote, *, share: float = _ALIKE) -> bool:
    """Tell whether neither wording is a part of the other, by what their languages take for one thing."""
    sizes = sorted(in_english(quote.text, main(quote.language)) + _SLACK for quote in (first, second))
    return sizes[0] >= share * sizes[1]


def _lengths_alike(first: Quote, second: Quote) -> bool:
    shorter, longer = sorted((len(first.text), len(second.text)))
    return shorter >= _ALIKE * longer
