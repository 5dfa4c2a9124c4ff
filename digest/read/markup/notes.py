"""The notes of a text, below it or beside it: they are left out as the numbers are that lead to them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from digest.read.markup.taken import drop_all

_HOLDERS = frozenset({"li", "dd", "tr", "p", "div", "aside", "small"})
_NAMED = re.compile(r"(?<![a-z])(?:foot|end)-?notes?(?![a-z])|fu(?:ß|ss)noten?", re.IGNORECASE)
_NOTE = re.compile(r"\W?(?:[*†‡§]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹]|\d{1,2}[\]).]?(?=\s))\s*\w")
"""How a note begins, where no link tells: `* At prices of 2025`."""
_LINES = ("p", "div", "li", "td")
_MOST = 0.5
"""The share of a page's text that its notes may be; more is the text, whatever its name."""


def drop_notes(root: Any, references: Iterable[Any]) -> None:
    """Take notes out of a tree.

    Args:
        root: Changed in place.
        references: The elements that hold the notes' numbers, in the text or in the notes themselves.
    """
    numbers = list(references)
    found = {one for one in root.iter("small") if _is_small_note(one)}
    found |= {one for one in root.iter(*_HOLDERS, "section", "ol", "ul") if _is_named(one)}
    if numbers:
        places = {element: place for place, element in enumerate(root.iter())}
        by_name = {name: one for one in places for name in (one.get("name"), one.get("id")) if name}
        found |= {note for one in numbers if (note := _note_of(one, by_name, places)) is not None}
    if found:
        most = _MOST * len("".join(root.itertext()))
        drop_all(one for one in root.iter() if one in found and len("".join(one.itertext())) < most)


def _note_of(reference: Any, by_name: dict[str, Any], places: dict[Any, int]) -> Any:
    """Return what holds the note that a number leads to; None where it leads back to the text."""
    links = [*reference.iter("a"), *reference.iterancestors("a")]
    names = [address[1:] for link in links if (address := link.get("href") or "").startswith("#")]
    target = by_name.get(names[0]) if names else None
    if target is None or places[target] <= places[reference]:
        return None
    holder = next((one for one in (target, *target.iterancestors()) if one.tag in _HOLDERS), None)
    return None if holder is None or holder in set(reference.iterancestors()) else holder


def _is_small_note(small: Any) -> bool:
    """Tell whether all of a line is in small letters, and begins as a note does."""
    text = "".join(small.itertext()).strip()
    line = next(small.iterancestors(*_LINES), None)
    return line is not None and bool(_NOTE.match(text)) and "".join(line.itertext()).strip() == text


def _is_named(element: Any) -> bool:
    names = (element.get("class"), element.get("id"))
    return any(
        "ote" in name and _NAMED.search(name) for name in names if name
    )  # letters first, as most have none
