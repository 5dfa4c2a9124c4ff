"""Words as printed, read back out of finished pages and feeds: of their elements, never of text like them.

An element that shows such words carries the article's id, the offsets of the words in its kept text and the
start of that text's SHA-256. A parser of HTML finds it, so that quotes around attributes, their order and
closing tags left out make no difference, and a headline that holds our markup as text is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree, html

from digest.model import Span

MARK = "data-article"
"""The attribute that every element with words as printed has."""

ATOM = "http://www.w3.org/2005/Atom"

_ELEMENTS = etree.XPath(f"//*[@{MARK} and (@data-span or @data-sha256)]")
_FORMER = etree.XPath("//*[@data-wording]")
_TEXT = etree.XPath("string()")
_HTML_CONTENT = etree.XPath("//a:*[@type='html']", namespaces={"a": ATOM})
_OFFSETS = re.compile(r"([0-9]{1,12})-([0-9]{1,12})")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words as a page shows them, and where it says that they stand."""

    text: str
    article: str
    """Its id."""
    span: Span
    """Empty where the element does not say where."""
    digest: str
    """`Article.digest` of the text that the span refers to."""


def quotations(page: str | bytes) -> Iterator[Quotation]:
    """Yield the words as printed that the HTML of a page, or of a part of one, shows; bytes are UTF-8.

    Raises:
        ValueError: the parser cannot get to the end of it.
    """
    data = page.encode("utf-8", "replace") if isinstance(page, str) else page
    if MARK.encode() not in data.lower():
        return
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    tree = html.document_fromstring(data, parser=parser)
    # Markup that is merely wrong is mended as browsers do it; this is nesting beyond what the parser follows.
    if broken := [error.message for error in parser.error_log if error.level == etree.ErrorLevels.FATAL]:
        raise ValueError(broken[0])
    for element in _ELEMENTS(tree):
        yield _quotation(element)


def former_words(page: str) -> Iterator[tuple[str, str]]:
    """Yield the words that a page shows as published once, each behind the id of the wording they were."""
    if "data-wording" in page:
        for element in _FORMER(html.document_fromstring(page)):
            yield element.get("data-wording"), str(_TEXT(element))


def quotations_in_feed(feed: bytes) -> Iterator[Quotation]:
    """Yield the words as printed that the HTML in an Atom feed shows.

    Raises:
        ValueError: it is no XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(feed, parser=parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    for content in _HTML_CONTENT(root):
        yield from quotations(content.text or "")


def _quotation(element: Any) -> Quotation:
    offsets = _OFFSETS.fullmatch(element.get("data-span", ""))
    return Quotation(
        text=str(_TEXT(element)),
        article=element.get(MARK),
        span=Span(int(offsets[1]), int(offsets[2])) if offsets else Span(0, 0),
        digest=element.get("data-sha256", ""),
    )
