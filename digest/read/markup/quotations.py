"""`<q>` → the quotation marks that browsers print around it; whose a block quotation is → a line of its own.

Pages say that in `<cite>`, in a `<footer>` or in the caption of a `<figure>`; here a dash opens the line.
"""

from __future__ import annotations

from typing import Any

from digest.languages import row
from digest.read.markup.parts import language_of
from digest.read.markup.taken import drop_all

_OPENING = "\"'“„«‹‘「『"
_DASHES = ("—", "–", "―", "--")
_PICTURES = ("img", "picture", "video", "iframe", "table", "amp-img")
_BLOCKS = frozenset({"p", "div", "ul", "ol", "blockquote"})
_LONGEST_NAME = 120
"""Characters of whose a quotation is, with an office; what is longer is more than that."""


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


def say_whose(root: Any) -> None:
    """Let a line below each block quotation say whose it is, where an element of the page says so."""
    for figure in list(root.iter("figure")):
        quoted = next(figure.iter("blockquote"), None)
        if quoted is None or next(figure.iter(*_PICTURES), None) is not None:
            continue
        captions = list(figure.iter("figcaption"))
        if _is_repeated(quoted, root):
            drop_all([figure])
            continue
        figure.tag = "div"  # else it is taken for a picture with a caption
        for caption in captions:
            _make_line(caption)
    for quoted in root.iter("blockquote"):
        for element in list(quoted.iter("cite", "footer")):
            if _ends(element, quoted):
                _make_line(element)


def _is_repeated(quoted: Any, root: Any) -> bool:
    """Tell whether the text itself holds the words that a box shows in large letters once more."""
    whose = {one for cite in quoted.iter("cite", "footer") for one in cite.iter()}
    pieces = [
        (one.text or "") * (one not in whose) + (one.tail or "") * (one.getparent() not in whose)
        for one in quoted.iterdescendants()
    ]
    words = _letters((quoted.text or "") + "".join(pieces))
    if not words:
        return True
    within = {quoted, *quoted.iterdescendants()}
    return any(
        words in _letters("".join(one.itertext())) for one in root.iter("p", "li") if one not in within
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _ends(element: Any, quoted: Any) -> bool:
    """Tell whether nothing of a block quotation stands behind an element, and some of it before."""
    above = element
    while above is not quoted:
        if (above.tail or "").strip() or any("".join(one.itertext()).strip() for one in above.itersiblings()):
            return False
        above = above.getparent()
    return len("".join(quoted.itertext()).strip()) > len("".join(element.itertext()).strip())


def _make_line(element: Any) -> None:
    """Make a paragraph that a dash opens of what says whose a quotation is."""
    text = " ".join("".join(element.itertext()).split())
    if not text or len(text) > _LONGEST_NAME or any(child.tag in _BLOCKS for child in element):
        return
    for child in list(element):
        element.remove(child)
    element.tag, element.text = "p", text if text.startswith(_DASHES) else f"— {text}"
    above = element.getparent()
    if above.tag == "p" and element.getnext() is None:
        above.addnext(element)
