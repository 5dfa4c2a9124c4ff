"""Names and terms kept from an engine: a token stands for each, and what the target has for it is put back.

Apertium knows *Hall* as a room and *Maduro* as mature, whatever stands before, so it never sees a name.
Neural engines word most names as they should; they are asked again, with tokens, for a text of which a name
or a term of the glossary was lost. That a token comes through once for each time it went in is checked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

TRANSLATES_NAMES = frozenset({"apertium"})
"""Engines, by name."""
UNKNOWN_WORD, LIKE_A_CODE = "ZQ{letter}QZ", "XK{number}"
"""Tokens: for dictionaries, which part digits from letters, and for neural models, which copy codes."""
_BEGINNING = 3
"""Letters by which names are looked up; shorter names, by all that they have."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with tokens in the places of names."""

    text: str
    names: tuple[tuple[str, str], ...] = ()
    """Each token, and what is put in its place."""

    def unmasked(self, output: str) -> str | None:
        """Return an output with the names put back, or None if a token was lost or came twice.

        >>> mask("Hall habló.", by_beginning(["Hall"])).unmasked("ZQAQZ Spoke.")
        'Hall spoke.'
        """
        for token, name in self.names:
            if _count(output, token) != _count(self.text, token):
                return None
            # The capital of the first word goes on to the next where the first is not known.
            if not re.search(rf"{token} \W?[A-Z]", self.text):
                output = re.sub(rf"({token} \W?)([A-Z])(?=[a-z])", lambda at: at[1] + at[2].lower(), output)
            output = re.sub(rf"{token}(?!\d)", lambda _, it=name: it, output)  # type: ignore[misc]
        return output


def _count(text: str, token: str) -> int:
    return len(re.findall(rf"{token}(?!\d)", text))


def by_beginning(names: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Return names by their first letters, so that a text meets those alone that it may have."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        found[name[:_BEGINNING]].append(name)
    return {beginning: tuple(some) for beginning, some in found.items()}


def mask(
    text: str,
    names: Mapping[str, Sequence[str]],
    put: Mapping[str, str] | None = None,
    token: str = UNKNOWN_WORD,
) -> Masked:
    """Return the text with a token in the place of each name in it, longer names first.

    Args:
        text: For an engine.
        names: As `by_beginning` gives them.
        put: What to put back for a name where that is not the name itself.
        token: The form of a token.

    >>> mask("Ana Paola Hall y Hall", by_beginning(["Hall", "Ana Paola Hall"])).text
    'ZQAQZ y ZQBQZ'
    """
    parts = {text[at : at + size] for at in range(len(text)) for size in range(1, _BEGINNING + 1)}
    there = {name for part in parts for name in names.get(part, ()) if name in text}
    held: list[tuple[str, str]] = []
    for name in sorted(there, key=lambda name: (-len(name), name)):
        one = token.format(letter=ascii_uppercase[len(held)], number=len(held) + 1)
        masked, count = re.subn(rf"(?<!\w){re.escape(name)}(?!\w)", one, text)
        if count:
            text = masked
            held.append((one, (put or {}).get(name, name)))
        if len(held) == len(ascii_uppercase):
            break
    return Masked(text, tuple(held))
