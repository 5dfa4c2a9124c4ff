"""What a reviewer does with a text: accept it as it stands, or put another in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from digest.errors import ConfigError
from digest.languages.visible import clean, shows
from digest.model import Origin, Settings, Standing
from digest.translate.memory import Change, Files, PoMemory, accepted, load_memory, locked, reworded

_LONGEST_NAME = 100
"""Characters of a reviewer's name: a whole sentence is a slip of the keyboard."""


def unreviewed(standings: Iterable[Standing]) -> list[Standing]:
    """Return what a machine or the desk worded and nobody has reviewed: what seems wrong first."""
    found = [
        one
        for one in standings
        if (made := one.translation)
        and (one.is_stale or (made.origin in {Origin.MACHINE, Origin.DESK} and not made.reviewed))
    ]
    return sorted(found, key=lambda one: (not one.is_stale, not one.is_doubtful))


def name_of(given: str | None) -> str | None:
    """Return a reviewer's name as it can stand in a file, None where none was given.

    Raises:
        ConfigError: it cannot.
    """
    if given is None:
        return None
    name = clean(given).strip()
    if not name or len(name) > _LONGEST_NAME or name != " ".join(given.split()) or name.endswith("\\"):
        raise ConfigError(f"“{name}” is no name that can be signed with; write one line of letters")
    return name


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Writes what one person decides, text by text."""

    name: str | None
    """With which it is signed; None: a person not named."""
    memory: PoMemory
    files: Files

    def accept(self, standing: Standing) -> bool:
        """Say that a text was read; tell whether it still stood there as it was shown."""
        return self._apply(standing, lambda text: accepted(text, self.name))

    def reword(self, standing: Standing, text: str) -> bool:
        """Put a text in the place of the one that was shown; tell whether that still stood there.

        Nothing is no text, and the same text is accepted.
        """
        text = clean(text).strip()
        made = standing.translation
        if not made or not shows(text):
            return False
        if text == made.text:
            return self.accept(standing)
        return self._apply(standing, lambda before: reworded(before, text, self.name))

    def _apply(self, standing: Standing, change: Callable[[str], Change]) -> bool:
        segment, target = standing.use.segment, standing.use.target
        found, made = self.memory.entry(segment, target), standing.translation
        if found is None or made is None:
            return False
        held = change(made.text)
        done: list[bool] = []

        def noted(entry: object) -> object:
            new = held(entry)  # type: ignore[arg-type]
            done.append(new is not None)
            return new

        self.files.apply({found.file.path: {found.row.key: noted}})  # type: ignore[dict-item]
        return any(done)


@contextmanager
def reviewing(memory: PoMemory, settings: Settings, name: str | None) -> Iterator[Reviewer]:
    """Hold the memory while somebody reviews; each decision is written when it is made.

    Args:
        memory: The committed translations, as the standings were made of.
        settings: Of the site.
        name: Of the reviewer, as `name_of` gives it.

    Raises:
        MemoryFileError: another process is at work here, or a file cannot be written.
    """
    with locked(memory.folder) as demand:
        held = load_memory(memory.folder, settings.cache_dir)
        known = {file.path: file for file in held.files}
        yield Reviewer(name, held, Files(memory.folder, settings.cache_dir, known, demand))
