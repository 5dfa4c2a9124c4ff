"""Boxes of other texts in a page: related stories, readers' comments, invitations; cut before extraction.

trafilatura knows them by English class names. Here the headings that readers see decide, in the languages of
`furniture/`, then the same words as names of classes, then the shape of a list of teasers, which needs none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import takewhile
from typing import Any

from digest.read.furniture import box_headings, box_names, comment_headings, unfolding, unfolding_names
from digest.read.markup import drop_all
from digest.read.page.leading import drop_leading, is_paragraph, linked, opens_with_link
from digest.read.page.loose import prose_in

_BOXES = frozenset(
    {
        "div",
        "section",
        "aside",
        "ul",
        "ol",
        "nav",
        "footer",
        "details",
        "figure",
        "article",
        "table",
        "dl",
        "form",
    }
)
_HEADS = frozenset(
    {
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "div",
        "span",
        "strong",
        "b",
        "summary",
        "legend",
        "dt",
        "header",
        "label",
    }
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LONGEST_HEADING = 60
"""Characters of the heading of a box: headlines of articles are longer."""
_NAMING = ("id", "class", "data-component")
_COUNT = re.compile(r"^[\s\d()\[\]:：›»→·•|.,–—-]+|[\s\d()\[\]:：›»→·•|.,–—-]+$")
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_MOST_WORDS = 4
"""Words of a class that name a box: `you-may-also-like`."""
_FEWEST_TEASERS = 3
"""Cards that are a list: two linked headlines may stand in a text."""
_BESIDE = frozenset({"aside", "footer", "nav", "form", "figure"})
"""Elements that trafilatura takes out with all that they hold."""
_A_TEXT = 400
"""Characters of prose that the teasers of a box do not have."""
_MOSTLY = 0.5
"""The share of a list that its cards are; a text may have a few among its paragraphs."""
_LONGEST_TEASER = 320
"""Characters of a card: a headline, a line or two of text, a date."""
_MOST_PARTS = 5
"""Elements inside a heading at most."""
_MOST_LINKED = 0.5
"""The share of a text in links from which it leads to others."""
_LEADS = 0.3
"""The share of a box in links that tells a list of other stories from a text to be unfolded."""


def drop_boxes(tree: Any) -> None:
    """Take the boxes of other texts out of a page's tree."""
    first = _first_paragraph(tree)
    if first is None:
        return
    kept = {first, *first.iterancestors()}
    for element in kept:
        if element.tag in _BESIDE:
            element.tag = "div"  # whatever it is, it holds the text
    root = tree.getroottree().getroot()
    drop_all(
        element
        for element in tree.iter(*_BOXES)
        if element not in kept and (_is_named(element) or _holds_teasers(element))
    )
    above = _above(first)
    drop_all(
        element for element in tree.iter("aside", "footer") if element not in kept and element not in above
    )
    drop_leading(tree, kept)
    after = False
    for element in list(tree.iter(*_HEADS)):
        after = after or element is first or element.getparent() in kept
        if after and element not in kept and _heads_box(element) and _is_in(element, root):
            _drop_headed(element, kept)


def _above(first: Any) -> set[Any]:
    """Return the footers of the text's own article that stand above it: who wrote it, and when."""
    article = next(first.iterancestors("article"), None)
    if article is None:
        return set()
    below = set(first.xpath("following::footer"))
    return {footer for footer in article.iter("footer") if footer not in below}


def _is_in(element: Any, root: Any) -> bool:
    """Tell whether no box around the element was dropped before."""
    return any(above is root for above in element.iterancestors())


def _first_paragraph(tree: Any) -> Any:
    """Return the first element with a paragraph of text, behind the headline if there is one."""
    heading = next(iter(tree.xpath("//article//h1 | //main//h1 | //h1")), None)
    behind = heading is None
    for element in tree.iter():
        behind = behind or element is heading
        if (
            behind
            and element.tag in {"p", "div", "td", "section", "article", "span", "blockquote"}
            and _has_text(element)
            and not _is_linked(element)
        ):
            return element
    return next((element for element in tree.iter("p") if _has_text(element)), None)


def _is_linked(element: Any) -> bool:
    """Tell whether an element stands in a link or is hardly more than one: the teaser of another story."""
    return any(above.tag == "a" for above in element.iterancestors()) or linked(element) > _MOST_LINKED


def _has_text(element: Any) -> bool:
    own = (element.text or "") + "".join(child.tail or "" for child in element)
    if element.tag == "p":
        own = element.text_content()
    return is_paragraph(own)


def _is_named(element: Any) -> bool:
    names = [name for key in _NAMING if (told := element.get(key)) for name in _names_in(told)]
    if names and unfolding_names().issuperset(names):
        return linked(element) >= _LEADS
    return bool(names)


@lru_cache(maxsize=20_000)
def _names_in(classes: str) -> tuple[str, ...]:
    """Return what words in names of classes say of a box: “lees-ook”, “verwandteArtikel”."""
    known = box_names()
    found: list[str] = []
    for name in classes.split():
        words = [word.lower() for word in _WORDS.findall(name)]
        if "live" in words:  # “live-match-comments” are what was told of a match
            continue
        found += (
            joined
            for start in range(len(words))
            for length in range(1, _MOST_WORDS + 1)
            if (joined := "".join(words[start : start + length])) in known
        )
    return tuple(found)


def _heads_box(element: Any) -> bool:
    if len(element) > _MOST_PARTS or len(element.text or "") > _LONGEST_HEADING:
        return False
    if element.tag not in _HEADINGS and any(child.tag in _BOXES for child in element):
        return False
    if not len(element) and not element.text:
        return False
    text = " ".join((element.text_content() if len(element) else element.text).split())
    return 0 < len(text) <= _LONGEST_HEADING and _COUNT.sub("", text).casefold() in box_headings()


def _drop_headed(heading: Any, kept: set[Any]) -> None:
    """Drop the box that a heading opens, or what follows it until the next heading or the text again."""
    box, inner = None, heading
    for above in heading.iterancestors():
        if above in kept or not _opens(above, inner) or _is_the_text(above, heading):
            break
        inner = above
        if above.tag in _BOXES:
            box = above
    if box is not None and _unfolds(heading, box):
        heading.drop_tree()
        return
    if box is not None:
        box.drop_tree()
        return
    level = inner.tag
    headed = takewhile(
        lambda element: (
            not (
                element in kept or element.tag == level or element.tag in _HEADINGS or _is_text_again(element)
            )
        ),
        inner.itersiblings(),
    )
    drop_all([inner, *headed])


def _is_the_text(box: Any, heading: Any) -> bool:
    """Tell whether a box holds most of a page's prose, below a heading that is none of comments: “Topics”."""
    said = _COUNT.sub("", " ".join(heading.text_content().split())).casefold()
    if said in comment_headings():
        return False
    prose = prose_in(box)
    return prose > _A_TEXT and prose > _MOSTLY * prose_in(box.getroottree().getroot())


def _unfolds(button: Any, box: Any) -> bool:
    """Tell whether “Read more” stands above more of the same text, and not above links to others."""
    said = _COUNT.sub("", " ".join(button.text_content().split())).casefold()
    return said in unfolding() and linked(box) < _LEADS and any(map(_has_text, box.iter("p")))


def _opens(above: Any, inner: Any) -> bool:
    """Tell whether nothing is read in `above` before `inner`."""
    if (above.text or "").strip():
        return False
    return not any(
        (before.text_content() if isinstance(before.tag, str) else "").strip() or (before.tail or "").strip()
        for before in inner.itersiblings(preceding=True)
    )


def _is_text_again(element: Any) -> bool:
    """Tell whether an element behind such a heading is prose, and not a link with a teaser."""
    return element.tag in {"p", "blockquote"} and _has_text(element) and linked(element) < 0.5


def _holds_teasers(element: Any) -> bool:
    """Tell whether an element is a list of cards, each a linked headline with a line or two of text."""
    if len(element) < _FEWEST_TEASERS:
        return False
    by_kind: dict[tuple[str, str], list[int]] = defaultdict(list)
    for child in element:
        if isinstance(child.tag, str) and _is_teaser(child):
            by_kind[child.tag, child.get("class") or ""].append(len(child.text_content()))
    cards = max(by_kind.values(), key=len, default=[])
    return len(cards) >= _FEWEST_TEASERS and sum(cards) >= _MOSTLY * len(element.text_content())


def _is_teaser(card: Any) -> bool:
    if card.tag not in {"div", "article", "li", "section", "a"}:
        return False
    heading = next(card.iter(*_HEADINGS), None)
    if heading is None:
        return opens_with_link(card)
    leads = (
        card.tag == "a"
        or next(heading.iter("a"), None) is not None
        or any(True for _ in heading.iterancestors("a"))
    )
    return leads and len(" ".join(card.text_content().split())) <= _LONGEST_TEASER
