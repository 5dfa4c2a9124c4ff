"""Who in `people.yml` a name means: looked up by its parts, never by going through all entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from digest.group.people.names import contains_name, key, same_full_name, sound
from digest.model import Person


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
                parts = key(name)
                self._by_name[name].append(at)
                self._by_sound[sound(name)].append(at)
                if parts:
                    self._by_key[parts].append(at)
                    self._by_first[parts[0]].append(at)
                    self._by_last[parts[-1]].append(at)

    def find(self, name: str) -> Person | None:
        """Return the entry a name means, or None where there is none or more than one."""
        parts = key(name)
        first, last = (self._by_first.get(parts[0]), self._by_last.get(parts[-1])) if parts else (None, None)
        for fits, places in (
            (is_written, [*self._by_name.get(name, ()), *self._by_key.get(parts, ())]),
            (same_full_name, self._by_sound.get(sound(name))),
            (_is_fuller, first),
            (_is_surname, last),
        ):
            if places and (found := self._fitting(name, fits, places)):
                return found[0] if len(found) == 1 else None
        return None

    def _fitting(self, name: str, fits: Callable[[str, str], bool], places: Sequence[int]) -> list[Person]:
        entries = (self._entries[at] for at in sorted(set(places)))
        return [entry for entry in entries if any(fits(name, own) for own in entry.names)]


def is_written(name: str, own: str) -> bool:
    """Tell whether two names are the same but for accents, hyphens and scripts."""
    return name == own or (bool(key(name)) and key(name) == key(own))


def _is_fuller(name: str, own: str) -> bool:
    return contains_name(name, own) or contains_name(own, name)


def _is_surname(name: str, own: str) -> bool:
    parts, whole = key(name), key(own)
    if len(parts) == 1:
        return len(whole) > 1 and parts[0] == whole[-1]
    return len(parts) == 2 and len(whole) > 1 and parts[1] == whole[-1] and parts[0] == whole[0][:1]
