"""Who said it: the speakers' names of all quotes, and the people behind them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from digest.group.names import contains_name, key, same_full_name, slug
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
    known = {name: entry for name in names if (entry := find_entry(name, entries))}
    open_uses = set(_open_uses(quotes, known))
    unknown = [use for use in uses if use[1] not in known or use[:2] in open_uses]
    made = _made([(name, language) for _, name, language in unknown], entries)
    return {
        (article, name): made[name] if name not in known or (article, name) in open_uses else known[name]
        for article, name, _ in uses
    }


def _open_uses(quotes: Sequence[Quote], known: Mapping[str, Person]) -> Iterator[tuple[ArticleId, str]]:
    """Yield the surnames, by article, that somebody else may have who is quoted about the same time."""
    others = defaultdict(list)
    for quote in quotes:
        name = quote.speaker or ""
        if len(parts := key(name)) > 1:
            others[parts[-1]].append((known.get(name), quote.article.moment))
    for quote in quotes:
        name = quote.speaker or ""
        parts, entry = key(name), known.get(name)
        if entry is None or len(parts) != 1 or any(_is_written(name, own) for own in entry.names):
            continue
        for other, moment in others[parts[0]]:
            if other is not entry and _is_near(moment, quote.article.moment):
                yield quote.article.id, name
                break


def _is_near(one: Moment | None, other: Moment | None) -> bool:
    return not one or not other or abs((one.day - other.day).days) <= _NEAR_DAYS


def find_entry(name: str, entries: Sequence[Person]) -> Person | None:
    """Return the entry a name means, or None where there is none or more than one."""
    for fits in (_is_written, _is_close, _is_fuller, _is_surname):
        found = [entry for entry in entries if any(fits(name, own) for own in entry.names)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _is_written(name: str, own: str) -> bool:
    return name == own or (bool(key(name)) and key(name) == key(own))


def _is_close(name: str, own: str) -> bool:
    return same_full_name(name, own)


def _is_fuller(name: str, own: str) -> bool:
    return contains_name(name, own) or contains_name(own, name)


def _is_surname(name: str, own: str) -> bool:
    parts, whole = key(name), key(own)
    if len(parts) == 1:
        return len(whole) > 1 and parts[0] == whole[-1]
    return _is_initial(parts, whole)


def _is_initial(parts: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return len(parts) == 2 and len(whole) > 1 and parts[1] == whole[-1] and parts[0] == whole[0][:1]


def _made(uses: Sequence[tuple[str, str]], entries: Sequence[Person]) -> dict[str, Person]:
    """Make people of names; the one most often written gathers those that are closely the same."""
    written = Counter(key(name) for name, _ in uses)
    names = sorted({name for name, _ in uses}, key=lambda n: (-written[key(n)], not n.isascii(), n))
    groups: list[list[str]] = []
    for name in names:
        fitting = [group for group in groups if key(group[0]) == key(name)]
        fitting = fitting or [group for group in groups if same_full_name(group[0], name)]
        if len(fitting) == 1:
            fitting[0].append(name)
        else:
            groups.append([name])
    taken = Counter(entry.id for entry in entries)
    person_by_name: dict[str, Person] = {}
    for group in groups:
        person = _person(group, uses, taken)
        person_by_name.update(dict.fromkeys(group, person))
    return person_by_name


def _person(group: Sequence[str], uses: Sequence[tuple[str, str]], taken: Counter[PersonId]) -> Person:
    stem = PersonId(slug(group[0]) or "person")
    taken[stem] += 1
    number = taken[stem]
    return Person(
        id=stem if number == 1 else PersonId(f"{stem}-{number}"),
        name=group[0],
        name_by_language=_usual_names(group, uses),
        aliases=tuple(group[1:]),
    )


def _usual_names(group: Sequence[str], uses: Sequence[tuple[str, str]]) -> Mapping[str, str]:
    count = Counter((language, name) for name, language in uses if name in group)
    best: dict[str, str] = {}
    for (language, name), _ in sorted(count.items(), key=lambda item: (-item[1], item[0])):
        best.setdefault(language, name)
    return dict(sorted(best.items()))
