"""`<q>` → the quotation marks that browsers print around it, by the language it stands in."""

from __future__ import annotations

from typing import Any

from digest.languages import row
from digest.read.markup.parts import language_of

_OPENING = "\"'“„«‹‘「『"


def print_marks(root: Any, *, language: str) -> None:
    """Put marks into the text where `<q>` stands, those of a quotation inside another for one inside another.

    Args:
        root: An lxml element; changed in place.
        language: Of what does not tell its own.
    """
    for element in reversed(list(root.iter("q"))):
        depth = sum(1 for _ in element.iterancestors("q"))
        outside = element.getparent()
        known = row((language_of(outside) if outside is not None else None) or language)
        pairs = (known.marks, known.inner_marks or known.marks)[depth % 2]
        opening, closing = pairs[0]
        if not _is_marked(element):
            space = known.mark_space if depth % 2 == 0 else ""
            element.text = opening + space + (element.text or "").lstrip()
            _append(element, space + closing)
        element.tag = "span"


def _is_marked(element: Any) -> bool:
    """Tell whether the page prints marks of its own around the element or in it."""
    if (element.text or "").lstrip()[:1] in set(_OPENING):
        return True
    before = element.getprevious()
    outside = element.getparent()
    text = before.tail if before is not None else outside.text if outside is not None else ""
    return (text or "").rstrip()[-1:] in set(_OPENING)


def _append(element: Any, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "").rstrip() + text
    else:
        element.text = (element.text or "").rstrip() + text
