"""What stands between a page's headline and its text: the standfirst, names and days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import islice
from typing import Any

from digest.languages.visible import clean
from digest.read.furniture import ends_sentence
from digest.read.markup import INLINE, Marking
from digest.read.page.leading import is_paragraph, linked
from digest.read.page.loose import prose_in
from digest.read.page.told.linked_data import LinkedData
from digest.read.page.told.metas import Metas, contents
from digest.read.page.told.title import HEADINGS, headed
from digest.read.text import Passage, passages_from_tree

_STANDFIRST = re.compile(
    r"lead|lede|preview|entrada|short-?desc|summary|excerpt|standfirst|(?<![a-z])dek(?![a-z])|sub-?(?:title|head)|intro|ingress|chap[oe]|spot|sapo|entradilla"
    r"|bajada|copete|teaser|description|abstract|vorspann|anleser|manchet|perex|occhiello|sommario|catenaccio",
    re.IGNORECASE,
)
"""Names of classes of what stands between a headline and its text, and may be long."""
_BESIDE = re.compile(
    r"caption|legend|credit|photo|image|bild|promo|newsletter|share|related|comment|author|cookie|consent|crumb"
    r"|site-?desc|tagline|disclaimer|widget|leaderboard|loading",
    re.IGNORECASE,
)
"""Names of classes of what stands there and is no standfirst."""
_LONGEST_LINE = 120
"""Characters of a line with names and a date."""
_LONGEST_STANDFIRST = 600
_CUT_OFF = re.compile(r"(?:\[?…\]?|\[?\.{3}\]?)\s*$")
_DESCRIPTIONS = ("og:description", "description", "twitter:description")
_SURELY = 40
"""Characters that a page's description and its standfirst share by no chance."""
_MOST_LINKED = 0.5
_OF_PAGE = frozenset({"header", "nav", "aside", "footer", "form"})
_HEAD = re.compile(
    r"(?:^|\s)(?:top|head|(?:site-|main-|page-)?header|top-?bar|masthead|menu|now|today)(?=$|\s)",
    re.IGNORECASE,
)
_MOST_LINKS = 5
_LONGEST_HEAD = 240
"""Characters above a headline that may tell of the text: a section, a kicker, a day."""
_FACTS = re.compile(r"\d{1,4}\s?[年./-]\s?\d{1,2}.*\s[^\W\d]{1,12}\s?[:：]\s?\S")
"""A day in figures, and behind it what has a label: “2026-03-06 09:15 来源：…”."""
_A_TEXT = 80
"""Characters of prose in the box that holds a headline and its text."""


def standfirst_of(
    tree: Any, metas: Metas, data: LinkedData, *, language: str, marking: Marking
) -> list[Passage]:
    """Return the paragraph between headline and text by which the page opens it, none if there is none.

    Pages set it outside the text's box, where an extractor passes it over. It is known by its class, as a
    smaller heading, as what the page calls its description, or by its place right below the headline.

    Args:
        tree: The page's, without boxes of other texts.
        metas: What its `<meta>` elements say.
        data: What it says in JSON-LD.
        language: Tells how lines are joined.
        marking: What the marks of language in the tree mean.
    """
    told = {_folded(text) for text in (*contents(metas, _DESCRIPTIONS), data.text("description")) if text}
    found = headed(tree)
    if found is None:
        return []
    for element in found[0].xpath("following::*"):
        text = _own(element)
        if not is_paragraph(text) or _is_row(element, text):
            continue
        if not _opens(element, text, found[0], told):
            return []
        box = tree.makeelement("div")
        box.append(deepcopy(element))
        box[0].tag, box[0].tail = "p", None
        return passages_from_tree(box, language=language, marking=marking)
    return []


def with_standfirst(standfirst: list[Passage], passages: list[Passage]) -> list[Passage]:
    """Return a text's passages with its standfirst, unless they begin with it or say the same."""
    said = "".join(_folded(passage.text) for passage in passages)
    passages = [one for one in passages if not _is_excerpt(one.text, said)]
    lacking = [one for one in standfirst if _folded(one.text) not in said]
    return [*lacking, *passages] if passages else passages


def _is_excerpt(text: str, said: str) -> bool:
    """Tell whether a paragraph is the beginning of another, cut off by a system: “The council ap…”."""
    folded = _folded(text)
    return bool(_CUT_OFF.search(text)) and len(folded) >= _SURELY and said.count(folded) > 1


def _opens(element: Any, text: str, heading: Any, told: set[str]) -> bool:
    """Tell whether a paragraph below the headline is the standfirst, and not the text itself."""
    classes = " ".join(one.get("class") or "" for one in (element, *islice(element.iterancestors(), 1)))
    around = {one.tag for one in (element, *element.iterancestors())}
    if (
        len(text) > _LONGEST_STANDFIRST
        or _BESIDE.search(classes)
        or not around.isdisjoint({"a", "figure", "figcaption", "aside", "footer", "form", "li", "table"})
        or linked(element) > _MOST_LINKED
    ):
        return False
    folded = _folded(text)
    described = any(
        len(one) >= _SURELY and (folded.startswith(one) or one.startswith(folded)) for one in told
    )
    return _is_standfirst(element) or described or _is_right_below(element, text, heading)


def _is_right_below(element: Any, text: str, heading: Any) -> bool:
    """Tell whether a paragraph stands beside the headline."""
    return element.getparent() is heading.getparent() and ends_sentence(text.strip())


def _is_alone_below(element: Any, text: str, heading: Any) -> bool:
    """Tell whether no other paragraph stands beside the headline: the text has a box of its own."""
    beside = (one for one in heading.itersiblings() if isinstance(one.tag, str))
    return _is_right_below(element, text, heading) and sum(is_paragraph(_own(one)) for one in beside) == 1


def _folded(text: str) -> str:
    return "".join(char for char in clean(text).casefold() if char.isalnum())


def _own(element: Any) -> str:
    """Return what an element says itself, in lines of its own left aside."""
    if element.tag in INLINE or not isinstance(element.tag, str):
        return "".join(element.itertext())
    return "".join((element.text or "", *map(_loose, element)))


def lines_below_headline(tree: Any) -> Iterator[tuple[Any, str]]:
    """Yield elements and their texts between a page's headline and the text: short lines, in their order.

    Above the headline stands the day on which the page was read; below the text are names and days of others.
    """
    found = headed(tree)
    if found is None:
        return
    for element in found[0].xpath("following::*"):
        own = _own(element)
        if is_paragraph(own) and not _is_standfirst(element) and not _is_row(element, own):
            if not _is_alone_below(element, own, found[0]):
                return
            continue
        if line := _line_of(element):
            yield element, line


def lines_above_headline(tree: Any) -> Iterator[tuple[Any, str]]:
    """Yield elements and their short lines above a page's headline, within the box that holds its text.

    Beyond that box stands the day on which the page was read.
    """
    found = headed(tree)
    for inner in (found[0], *found[0].iterancestors()) if found else ():
        box = inner.getparent()
        if box is None or box.tag in {"body", "html"}:
            return
        for beside in inner.itersiblings(preceding=True):
            if isinstance(beside.tag, str):
                if beside.tag in _OF_PAGE or _is_of_page(beside):
                    return
                yield from _lines_in(beside)
        if prose_in(box) >= _A_TEXT:
            return


def _is_of_page(beside: Any) -> bool:
    """Tell whether an element above a headline is the head of the whole page, with its menu and its day."""
    links = sum(1 for link in beside.iter("a") if link.get("href"))
    names = f"{beside.get('class') or ''} {beside.get('id') or ''}"
    return links > _MOST_LINKS or len(beside.text_content()) > _LONGEST_HEAD or bool(_HEAD.search(names))


def _lines_in(box: Any) -> Iterator[tuple[Any, str]]:
    for element in box.iter():
        if isinstance(element.tag, str) and (line := _line_of(element)):
            yield element, line


def _line_of(element: Any) -> str:
    """Return what an element says if that is a short line and nothing else, else nothing."""
    if not all(child.tag in INLINE for child in element):
        return ""
    text = " ".join(" ".join(element.itertext()).split())
    return text if len(text) <= _LONGEST_LINE else ""


def _is_row(element: Any, text: str) -> bool:
    """Tell whether an element holds several things side by side: a day, a source, with labels or apart."""
    if len(text) <= _LONGEST_LINE and _FACTS.match(text.strip()) and not ends_sentence(text.strip()):
        return True
    loose = (element.text, *(child.tail for child in element))
    return len(element) > 1 and len(text) <= _LONGEST_LINE and not any(one and one.strip() for one in loose)


def _loose(child: Any) -> str:
    inside = "".join(child.itertext()) if child.tag in INLINE else ""
    return inside + (child.tail or "")


def _is_standfirst(element: Any) -> bool:
    return element.tag in HEADINGS or any(
        _STANDFIRST.search(one.get("class") or "") for one in (element, *islice(element.iterancestors(), 1))
    )
