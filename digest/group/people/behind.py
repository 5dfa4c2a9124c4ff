"""Who said it: the speakers' names of all quotes, and the people behind them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from digest.group.people.entries import Entries, is_written
from digest.group.people.names import key, same_full_name, slug, sound
from digest.model import ArticleId, Moment, Person, PersonId, Quote

_NEAR_DAYS = 3
"""Days between two articles that may be about the same people."""


def people_behind(quotes: Iterable[Quote], entries: Sequence[Person]) -> dict[tuple[ArticleId, str], Person]:
    """Return the person by article and speaker's name, for every credited quote.

    An entry of `people.yml` comes first; names that fit none make new people, one for each name that
    differs. A surname alone means an entry only if no other entry has it, and nobody else of that surname is
    quoted within three days: `Macron` beside a quotation of Brigitte Macron is left open.
    """
    quotes = [quote for quote in quotes if quote.speaker and quote.speaker_is_name]
    uses = sorted({(quote.article.id, quote.speaker or "", quote.article.language) for quote in quotes})
    names = sorted({name for _, name, _ in uses})
    listed = Entries(entries)
    known = {name: entry for name in names if (entry := listed.find(name))}
    open_uses = set(_open_uses(quotes, known))
    unknown = [use for use in uses if use[1] not in known or use[:2] in open_uses]
    made = _made([(name, language) for _, name, language in unknown], entries)
    return {
        (article, name): made[name] if name not in known or (article, name) in open_uses else known[name]
        for article, name, _ in uses
    }


def _open_uses(quotes: Sequence[Quote], known: Mapping[str, Person]) -> Iterator[tuple[ArticleId, str]]:
    """Yield the surnames, by article, that somebody else may have who is quoted about the same time."""
    days: dict[str, dict[Person | None, _Days]] = defaultdict(lambda: defaultdict(_Days))
    for quote in quotes:
        name = quote.speaker or ""
        if len(parts := key(name)) > 1:
            days[parts[-1]][known.get(name)].add(quote.article.moment)
    for quote in quotes:
        name = quote.speaker or ""
        parts, entry = key(name), known.get(name)
        if entry is None or len(parts) != 1 or any(is_written(name, own) for own in entry.names):
            continue
        others = (near for other, near in days[parts[0]].items() if other is not entry)
        if any(near.hold(quote.article.moment) for near in others):
            yield quote.article.id, name


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


def _made(uses: Sequence[tuple[str, str]], entries: Sequence[Person]) -> dict[str, Person]:
    """Make people of names; the one most often written gathers those that are closely the same."""
    written = Counter(key(name) for name, _ in uses)
    names = sorted({name for name, _ in uses}, key=lambda n: (-written[key(n)], not n.isascii(), n))
    groups: list[list[str]] = []
    by_key: dict[tuple[str, ...], list[list[str]]] = defaultdict(list)
    by_sound: dict[tuple[str, ...], list[list[str]]] = defaultdict(list)
    for name in names:
        fitting = by_key[key(name)] or [own for own in by_sound[sound(name)] if same_full_name(own[0], name)]
        if len(fitting) == 1:
            fitting[0].append(name)
        else:
            groups.append([name])
            by_key[key(name)].append(groups[-1])
            by_sound[sound(name)].append(groups[-1])
    usual = _usual_names(uses)
    taken = Counter(entry.id for entry in entries)
    person_by_name: dict[str, Person] = {}
    for group in groups:
        person = _person(group, usual, taken)
        person_by_name.update(dict.fromkeys(group, person))
    return person_by_name


def _person(group: Sequence[str], usual: Mapping[str, Counter[str]], taken: Counter[PersonId]) -> Person:
    stem = PersonId(slug(group[0]) or "person")
    taken[stem] += 1
    number = taken[stem]
    count = {(language, name): times for name in group for language, times in usual[name].items()}
    best: dict[str, str] = {}
    for (language, name), _ in sorted(count.items(), key=lambda item: (-item[1], item[0])):
        best.setdefault(language, name)
    return Person(
        id=stem if number == 1 else PersonId(f"{stem}-{number}"),
        name=group[0],
        name_by_language=dict(sorted(best.items())),
        aliases=tuple(group[1:]),
    )


def _usual_names(uses: Sequence[tuple[str, str]]) -> dict[str, Counter[str]]:
    """Return how often each name is written in each language."""
    usual: dict[str, Counter[str]] = defaultdict(Counter)
    for name, language in uses:
        usual[name][language] += 1
    return usual
