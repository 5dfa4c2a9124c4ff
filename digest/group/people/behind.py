"""People of the names that mean no entry: one for each name that differs, whatever the script."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from digest.cache import Cache, no_cache
from digest.group.people.compared import same_names
from digest.group.people.listed import Use
from digest.group.people.names import is_chinese, is_short, key, may_be, told_by
from digest.group.people.slugs import slug
from digest.group.people.united import united
from digest.languages.scripts import simplified
from digest.model import ArticleId, Person, PersonId, Quote

Group = list[str]
"""Names of one person, the most frequent one first."""


def people_behind(
    quotes: Iterable[Quote],
    entries: Sequence[Person],
    listed: Mapping[Use, Person],
    story_of: Mapping[ArticleId, ArticleId],
    cache: Cache | None = None,
) -> dict[Use, Person]:
    """Return the person by article and speaker's name, for every credited quote.

    A surname alone, or a name in Chinese characters, means who alone may be meant in the same story.

    Args:
        quotes: All quotes.
        entries: Of `people.yml`, whose ids are taken.
        listed: What names mean entries.
        story_of: By article; without it nothing is known but names.
        cache: Knows which names were compared before.
    """
    quotes = [quote for quote in quotes if quote.speaker and quote.speaker_is_name]
    uses = sorted({(quote.article.id, quote.speaker or "", quote.article.language) for quote in quotes})
    unknown = [(article, name) for article, name, _ in uses if (article, name) not in listed]
    groups = _grouped([name for _, name in unknown], cache or no_cache())
    group_of = {name: group for group in groups for name in group}
    meant = dict(_meant(unknown, group_of, listed, story_of))
    joined = _joined(groups, meant)
    usual = _usual_names([(name, language) for _, name, language in uses])
    taken = Counter(entry.id for entry in entries)
    person_by_group: dict[int, Person] = {}
    taken_in: dict[int, list[str]] = defaultdict(list)
    for group in groups:
        if target := joined.get(id(group)):
            taken_in[id(target)] += group
    for group in groups:
        if id(group) not in joined:
            gathered = [*group, *taken_in[id(group)]]
            person_by_group[id(group)] = _person(gathered, usual, taken)
    found = dict(listed)
    for use in unknown:
        group = group_of[use[1]]
        target = joined.get(id(group)) or _end(meant.get(use, group), joined)
        found[use] = target if isinstance(target, Person) else person_by_group[id(target)]
    return found


def _grouped(uses: Sequence[str], cache: Cache) -> list[Group]:
    """Group names that are closely the same; the one most often written gathers the others."""
    written: Counter[tuple[str, ...]] = Counter()
    for name, times in Counter(uses).items():
        written[key(name)] += times

    def rank(name: str) -> tuple[object, ...]:
        return -written[key(name)], not name.isascii(), name

    names = sorted(set(uses), key=rank)
    same = same_names(names, cache)
    groups: list[Group] = []
    by_key: dict[tuple[str, ...], list[Group]] = defaultdict(list)
    by_first: dict[str, Group] = {}
    for name in names:
        # Characters that sound alike are other names.
        own = (simplified(name, name=True).replace(" ", ""),) if is_chinese(name) else key(name)
        fitting = by_key[own] or [by_first[one] for one in same.get(name, ()) if one in by_first]
        if len(fitting) == 1:
            fitting[0].append(name)
        else:
            groups.append([name])
            by_key[own].append(groups[-1])
            by_first[name] = groups[-1]
    return united(groups, rank)


def _meant(
    unknown: Sequence[Use],
    group_of: Mapping[str, Group],
    listed: Mapping[Use, Person],
    story_of: Mapping[ArticleId, ArticleId],
) -> Iterator[tuple[Use, Person | Group]]:
    """Yield whom else a name means, where its story quotes one such person and no second one."""
    quoted: dict[ArticleId, dict[int, Person | Group]] = defaultdict(dict)
    for article, name in (*listed, *unknown):
        if article in story_of:
            one = listed.get((article, name)) or group_of[name]
            quoted[story_of[article]][id(one)] = one
    forms = {place: _forms(one) for known in quoted.values() for place, one in known.items()}
    for article, name in unknown:
        if article in story_of:
            own, known = group_of[name], quoted[story_of[article]]
            others = [one for place, one in _may_fit(name, known, forms) if place != id(own)]
            fitting = [one for one in others if any(may_be(name, other) for other in _told(one, name))]
            if len(fitting) == 1 and _rank(fitting[0]) > _rank(own):
                yield (article, name), fitting[0]


def _may_fit(
    name: str, known: Mapping[int, Person | Group], forms: Mapping[int, frozenset[str]]
) -> Iterable[tuple[int, Person | Group]]:
    """Return those of a story's people whom a name may fit: of most it is told at once that it does not."""
    if is_chinese(name):
        return known.items()
    own = told_by(name)
    return [two for two in known.items() if not forms[two[0]] or not forms[two[0]].isdisjoint(own)]


def _forms(one: Person | Group) -> frozenset[str]:
    """Return what names are told by; nothing of those in characters, of which nothing is told at once."""
    names = one.names if isinstance(one, Person) else one
    return frozenset().union(*(told_by(name) for name in names if not is_chinese(name)))


def _rank(one: Person | Group) -> tuple[object, ...]:
    """Order who may take whom in: an entry, a full name, one in Latin letters, a longer one."""
    if isinstance(one, Person):
        return (2,)
    return not _is_vague(one[0]), one[0].isascii(), len(one[0]), one[0]


def _joined(groups: Sequence[Group], meant: Mapping[Use, Person | Group]) -> dict[int, Person | Group]:
    """Return of which other person a whole group is: whoever it means in every story that tells.

    A surname is that one's everywhere only if nobody else on the site has it.
    """
    targets: dict[str, dict[int, Person | Group]] = defaultdict(dict)
    for (_, name), target in meant.items():
        targets[name][id(target)] = target
    bearers = Counter(key(group[0])[-1:] for group in groups if not _is_vague(group[0]))
    found: dict[int, Person | Group] = {}
    for group in groups:
        told = {place: one for name in group for place, one in targets.get(name, {}).items()}
        if len(told) != 1:
            continue
        [target] = told.values()
        alone = is_chinese(group[0]) or bearers[key(group[0])[-1:]] <= isinstance(target, list)
        if alone or not _is_vague(group[0]):
            found[id(group)] = target
    return {place: _end(target, found) for place, target in found.items()}


def _end(target: Person | Group, found: Mapping[int, Person | Group]) -> Person | Group:
    # Whom a group goes to may go on itself, always to one of a higher rank.
    while id(target) in found:
        target = found[id(target)]
    return target


def _is_vague(name: str) -> bool:
    return is_chinese(name) or is_short(name)


def _told(one: Person | Group, name: str) -> Sequence[str]:
    """Return the names to compare another one with: Chinese ones say least."""
    names = one.names if isinstance(one, Person) else one
    spelled = [own for own in names if not is_chinese(own)]
    return names if is_chinese(name) or not spelled else spelled


def _person(group: Sequence[str], usual: Mapping[str, Counter[str]], taken: Counter[PersonId]) -> Person:
    stem = PersonId(slug(group) or "person")
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
