"""Speakers' names that mean entries of `people.yml`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from digest.group.people.entries import Entries, is_written, told_apart
from digest.group.people.names import key
from digest.model import ArticleId, Moment, Person, Quote

_NEAR_DAYS = 3
"""Days between two articles that may be about the same people."""

Use = tuple[ArticleId, str]
"""An article, and a speaker's name in it."""


def listed_people(quotes: Iterable[Quote], entries: Sequence[Person]) -> dict[Use, Person]:
    """Return the entry by article and speaker's name, for those that mean one.

    Of several entries of one name, an article means the one whose office stands beside it. A surname alone
    means an entry only if no other entry has it, and nobody else of that surname is quoted within three days:
    `Macron` beside a quotation of Brigitte Macron is left open.
    """
    if not entries:
        return {}
    quotes = [quote for quote in quotes if quote.speaker and quote.speaker_is_name]
    named = Entries(entries)
    among = {name: named.find(name) for name in {quote.speaker or "" for quote in quotes}}
    found: dict[Use, Person] = {}
    for quote in quotes:
        use = quote.article.id, quote.speaker or ""
        if use not in found and (entries_of := among[use[1]]):
            one = entries_of[0] if len(entries_of) == 1 else told_apart(entries_of, use[1], quote.article)
            if one:
                found[use] = one
    for use in set(_open_uses(quotes, found)):
        del found[use]
    return found


def _open_uses(quotes: Sequence[Quote], known: Mapping[Use, Person]) -> Iterator[Use]:
    """Yield the surnames, by article, that somebody else may have who is quoted about the same time."""
    alone = {use: key(use[1])[0] for use, entry in known.items() if _is_alone(use[1], entry)}
    surnames = {*alone.values()}
    days: dict[str, dict[Person | None, _Days]] = defaultdict(lambda: defaultdict(_Days))
    for quote in quotes if surnames else ():
        name = quote.speaker or ""
        if len(parts := key(name)) > 1 and parts[-1] in surnames:
            days[parts[-1]][known.get((quote.article.id, name))].add(quote.article.moment)
    for quote in quotes if surnames else ():
        use = quote.article.id, quote.speaker or ""
        if use in alone:
            others = (near for other, near in days[alone[use]].items() if other is not known[use])
            if any(near.hold(quote.article.moment) for near in others):
                yield use


def _is_alone(name: str, entry: Person) -> bool:
    """Tell whether a name is a surname alone that the entry does not have so."""
    return len(key(name)) == 1 and not any(is_written(name, own) for own in entry.names)


class _Days:
    """The days near which somebody is quoted; without a date it may have been on any."""

    def __init__(self) -> None:
        self._near: set[int] = set()
        self._any = False

    def add(self, moment: Moment | None) -> None:
        if moment is None:
            self._any = True
        else:
            day = moment.day.toordinal()
            self._near.update(range(day - _NEAR_DAYS, day + _NEAR_DAYS + 1))

    def hold(self, moment: Moment | None) -> bool:
        return self._any or moment is None or moment.day.toordinal() in self._near
