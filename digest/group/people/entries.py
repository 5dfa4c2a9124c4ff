"""Who in `people.yml` a name means: looked up by its parts, never by going through all entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from digest.group.people.names import contains_name, heard, key, same_full_name
from digest.group.people.parts import parts
from digest.languages.lexicon import PIVOT, english, rarity, stems
from digest.model import Article, Person

_AROUND = 120
"""Characters on either side of a name that may tell an office."""
_BEGINNING = 300
_TELLING = 3.0
"""From which rarity on a word of an office tells it: `of` does not."""


class Entries:
    """The entries, found by what names that may mean them have in common with theirs."""

    def __init__(self, entries: Sequence[Person]) -> None:
        self._entries = entries
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._by_key: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._by_sound: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._by_first: dict[str, list[int]] = defaultdict(list)
        self._by_last: dict[str, list[int]] = defaultdict(list)
        for at, entry in enumerate(entries):
            for name in entry.names:
                own = key(name)
                self._by_name[name].append(at)
                for sound in heard(name):
                    self._by_sound[sound].append(at)
                if own:
                    self._by_key[own].append(at)
                    self._by_first[own[0]].append(at)
                    self._by_last[own[-1]].append(at)

    def find(self, name: str) -> Sequence[Person]:
        """Return the entries that a name may mean: one where it is clear, none where there is none."""
        own = key(name)
        first, last = (self._by_first.get(own[0]), self._by_last.get(own[-1])) if own else (None, None)
        sounds = [at for sound in sorted(heard(name)) for at in self._by_sound.get(sound, ())]
        for fits, places in (
            (is_written, [*self._by_name.get(name, ()), *self._by_key.get(own, ())]),
            (same_full_name, sounds),
            (_is_fuller, first),
            (_is_surname, last),
        ):
            if places and (found := self._fitting(name, fits, places)):
                return found
        return ()

    def _fitting(self, name: str, fits: Callable[[str, str], bool], places: Sequence[int]) -> list[Person]:
        entries = (self._entries[at] for at in sorted(set(places)))
        return [entry for entry in entries if any(fits(name, own) for own in entry.names)]


def told_apart(entries: Sequence[Person], name: str, article: Article) -> Person | None:
    """Return which of several entries an article means by a name: the one whose office stands beside it.

    An office with days counts on these alone. None where no office is there, or those of two.
    """
    there = _meanings(_beside(name, article), article.language)
    day = article.moment.day if article.moment else None
    found = [entry for entry in entries if any(_is_told(o, entry, there) for o in _offices(entry, day))]
    return found[0] if len(found) == 1 else None


def _offices(entry: Person, day: date | None) -> Iterable[str]:
    yield from (entry.role,) if entry.role else ()
    for office in entry.offices:
        if day is None or office.is_held_on(day):
            yield office.role


def _is_told(office: str, entry: Person, there: set[str]) -> bool:
    words = [
        set(_meant(stem, entry.role_language))
        for stem in stems(office, entry.role_language)
        if rarity(stem, entry.role_language) >= _TELLING
    ]
    return bool(words) and all(word & there for word in words)


def _beside(name: str, article: Article) -> str:
    at = article.text.find(name)
    around = article.text[max(0, at - _AROUND) : at + len(name) + _AROUND] if at >= 0 else ""
    return f"{article.title}\n{article.text[:_BEGINNING]}\n{around}"


def _meanings(text: str, language: str) -> set[str]:
    return {meaning for stem in stems(text, language) for meaning in _meant(stem, language)}


def _meant(stem: str, language: str) -> Iterable[str]:
    return (
        (stem, *english(stem, language)) if language.partition("-")[0] == PIVOT else english(stem, language)
    )


def is_written(name: str, own: str) -> bool:
    """Tell whether two names are the same but for accents, hyphens and scripts."""
    return name == own or (bool(key(name)) and key(name) == key(own))


def _is_fuller(name: str, own: str) -> bool:
    return contains_name(name, own) or contains_name(own, name)


def _is_surname(name: str, own: str) -> bool:
    one, whole = key(name), key(own)
    if parts(name).generation != parts(own).generation and parts(name).generation:
        return False
    if len(one) == 1:
        return len(whole) > 1 and one[0] == whole[-1]
    return len(one) == 2 and len(whole) > 1 and one[1] == whole[-1] and one[0] == whole[0][:1]
