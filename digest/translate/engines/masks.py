"""Names kept from an engine that translates them: a token stands for each, and the name is put back after.

Apertium knows *Hall* as a room and *Maduro* as mature, whatever stands before. A word of capitals that it
does not know comes through; that it comes through once for each time it went in is checked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

TRANSLATES_NAMES = frozenset({"apertium"})
"""Engines, by name."""
_BEGINNING = 3


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with tokens in the places of names."""

    text: str
    names: tuple[tuple[str, str], ...] = ()
    """Each token, and the name as the text writes it."""

    def unmasked(self, output: str) -> str | None:
        """Return an output with the names put back, or None if a token was lost or came twice.

        >>> mask("Hall habló.", by_beginning(["Hall"])).unmasked("ZQAQZ Spoke.")
        'Hall spoke.'
        """
        for token, name in self.names:
            if output.count(token) != self.text.count(token):
                return None
            # The capital of the first word goes on to the next where the first is not known.
            if not re.search(rf"{token} \W?[A-Z]", self.text):
                output = re.sub(rf"({token} \W?)([A-Z])(?=[a-z])", lambda at: at[1] + at[2].lower(), output)
            output = output.replace(token, name)
        return output


def by_beginning(names: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Return names by their first letters, so that a text meets those alone that it may have."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        found[name[:_BEGINNING]].append(name)
    return {beginning: tuple(some) for beginning, some in found.items()}


def mask(text: str, names: Mapping[str, Sequence[str]]) -> Masked:
    """Return the text with a token in the place of each name in it, longer names first.

    Args:
        text: For an engine.
        names: As `by_beginning` gives them.

    >>> mask("Ana Paola Hall y Hall", by_beginning(["Hall", "Ana Paola Hall"])).text
    'ZQAQZ y ZQBQZ'
    """
    parts = {text[at : at + size] for at in range(len(text)) for size in range(1, _BEGINNING + 1)}
    there = {name for part in parts for name in names.get(part, ()) if name in text}
    held: list[tuple[str, str]] = []
    for name in sorted(there, key=lambda name: (-len(name), name)):
        token = f"ZQ{ascii_uppercase[len(held)]}QZ"
        masked, count = re.subn(rf"(?<!\w){re.escape(name)}(?!\w)", token, text)
        if count:
            text = masked
            held.append((token, name))
        if len(held) == len(ascii_uppercase):
            break
    return Masked(text, tuple(held))
