"""Names in elements whose class says that an author stands there: `article__author`, `writer`, `fn`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from digest.read.furniture import Furniture, names_in
from digest.read.page.told.below import lines_above_headline, lines_below_headline
from digest.read.page.told.title import headed

_AUTHOR = re.compile(
    r"(?:^|[\s_-])(?:authors?|writers?|by-?line|reporters?|autor(?:es|in)?|auteur|redattore|yazar|tac-?gia|signature"
    r"|assinatura|firma)(?:[_-]{1,2}(?:name|mail|info|fn))?(?=\s|$)",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"comment|reply|related|teaser|(?<!v)card|widget|sidebar|user|photo|image|caption|credit|bio|box",
    re.IGNORECASE,
)
_FEWEST_PARAGRAPHS = 2


def classed_lines(tree: Any, known: Furniture) -> Iterator[list[str]]:
    """Yield what may be the line of an author, the likeliest place first: around the headline, then below.

    Below the text stand authors of others, too: there a line counts that says “By”, has its place among the
    paragraphs or is the name of a card (hCard), and only if no other line says somebody else.
    """
    if not any(map(_AUTHOR.search, set(tree.xpath("//@class")))):
        return  # as on most pages that tell no author elsewhere
    found = headed(tree)
    page = frozenset(found[0].iterancestors() if found else ())
    around = (*lines_below_headline(tree), *lines_above_headline(tree))
    yield list(dict.fromkeys(name for one, _ in around for name in _named(one, page, known)))
    below = dict.fromkeys(
        name
        for element in tree.iter("p", "div", "span", "address", "a")
        for name in _named(element, page, known)
        if known.bylines.match(_text(element)) or _stands_in_text(element) or _is_of_card(element)
    )
    yield list(below) if len(below) == 1 else []


def _named(element: Any, page: frozenset[Any], known: Furniture) -> tuple[str, ...]:
    """Return the names that an element holds and nothing else, if its class says whose they are."""
    # Classes first: most elements have none of these.
    if not _says(element) or _is_of_others(element, page):
        return ()
    text = _text(element)
    word = known.bylines.match(text)
    return names_in(text[word.end() :] if word else text, known)


def _says(element: Any) -> bool:
    if _AUTHOR.search(element.get("class") or ""):
        return True
    above = element.getparent()
    if above is None or not _AUTHOR.search(above.get("class") or ""):
        return False
    return _is_of_card(element) or _text(above) == _text(element)


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _is_of_others(element: Any, page: frozenset[Any]) -> bool:
    return any(
        _OTHERS.search(f"{one.get('class') or ''} {one.get('id') or ''}")
        for one in (element, *element.iterancestors())
        if one not in page
    )


def _is_of_card(element: Any) -> bool:
    return "fn" in (element.get("class") or "").split()


def _stands_in_text(element: Any) -> bool:
    beside = element.itersiblings("p", preceding=True)
    return len(list(islice(beside, _FEWEST_PARAGRAPHS))) == _FEWEST_PARAGRAPHS
