"""Words as printed, read back out of finished pages and feeds: of their elements, never of text like them.

An element that shows such words carries the article's id, the offsets of the words in its kept text and the
start of that text's SHA-256. It stands in an element that carries the statement's id, beside those that name
its speaker, its outlets and its day. A parser of HTML finds them, so that quotes around attributes, their
order and closing tags left out make no difference, and a headline that holds our markup as text is text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from digest.languages.folding import QUOTATION_MARKS
from digest.model import Span
from digest.whole import json_of

MARK = "data-article"
"""The attribute that every element with words as printed has."""

API = "digest/1"
"""What a file for programs says that it is; see `outside.records_api`."""

ATOM = "http://www.w3.org/2005/Atom"
FEEDS = (".xml", ".atom", ".json")
_OF_FEEDS = (ATOM.encode(), b"https://jsonfeed.org/version/", f'"{API}"'.encode())
"""What only a feed or a file for programs holds; other files may have the same endings."""

_MARKED = etree.XPath(
    f"//*[(@{MARK} and (@data-span or @data-sha256))"
    " or @data-statement or @data-speaker or @data-outlet or @data-said]"
    # What browsers show of a template is nothing.
    "[not(ancestor::template)]"
)
_FORMER = etree.XPath("//*[@data-wording]")
_TEXT = etree.XPath("string()")
_HTML_CONTENT = etree.XPath("//a:*[@type='html']", namespaces={"a": ATOM})
_ANY = re.compile(rb"data-(?:article|statement|speaker)", re.IGNORECASE)
_OFFSETS = re.compile(r"([0-9]{1,12})-([0-9]{1,12})")


# Made and compared by the ten thousand: tuples are, in a third of a record's time.
class Quotation(NamedTuple):
    """Words as a page shows them, and where it says that they stand."""

    text: str
    article: str
    """Its id."""
    start: int
    end: int
    """The same as `start` where the element does not say where."""
    digest: str
    """`Article.digest` of the text that the span refers to."""

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.start, self.end)

    @property
    def bare(self) -> str:
        """The words without the quotation marks around them."""
        return self.text.strip().strip(QUOTATION_MARKS)


class Speaker(NamedTuple):
    """Who a page says spoke."""

    person: str
    """The person's id; empty for somebody who has no page."""
    name: str
    page: str
    """The last folder of the address that the name leads to; empty where it leads nowhere, or to its page."""


class Statement(NamedTuple):
    """What a page shows as one statement."""

    id: str
    quotations: tuple[Quotation, ...]
    speakers: tuple[Speaker, ...]
    outlets: tuple[str, ...]
    """Names of those that printed it, in the order of the quotations."""
    days: tuple[tuple[str, str], ...]
    """When it was said: for machines, and for readers."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything of a page that is verified."""

    statements: tuple[Statement, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    """Those that stand in no statement."""
    speakers: tuple[Speaker, ...] = ()
    """Who all statements of the page are said to be of."""

    def all_quotations(self) -> Iterator[Quotation]:
        """Yield the quotations of the page, those of statements first."""
        for statement in self.statements:
            yield from statement.quotations
        yield from self.quotations


def shown_on(page: str | bytes) -> Shown:
    """Return what the HTML of a page, or of a part of one, shows of statements; bytes are UTF-8.

    Raises:
        ValueError: the parser cannot get to the end of it.
    """
    data = page.encode("utf-8", "replace") if isinstance(page, str) else page
    return _Reading().of(parsed(data)) if _ANY.search(data) else Shown()


def parsed(page: bytes) -> Any:
    """Return the tree of a page in UTF-8.

    Raises:
        ValueError: the parser cannot get to the end of it.
    """
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    tree = html.document_fromstring(page, parser=parser)
    # Markup that is merely wrong is mended as browsers do it; this is nesting beyond what the parser follows.
    if broken := [error.message for error in parser.error_log if error.level == etree.ErrorLevels.FATAL]:
        raise ValueError(broken[0])
    return tree


class Noted:
    """What was seen of a page so far: what is marked, by the statement that it stands in."""

    NOWHERE = 0
    """Where what stands in no statement is put."""

    def __init__(self) -> None:
        self.ids: dict[Any, str] = {}
        self.quotations: dict[Any, list[Quotation]] = defaultdict(list)
        self.speakers: dict[Any, list[Speaker]] = defaultdict(list)
        self.outlets: dict[Any, list[str]] = defaultdict(list)
        self.days: dict[Any, list[tuple[str, str]]] = defaultdict(list)

    def shown(self) -> Shown:
        """Return what all of it shows."""
        return Shown(
            statements=tuple(
                Statement(
                    id_,
                    tuple(self.quotations[at]),
                    tuple(self.speakers[at]),
                    tuple(self.outlets[at]),
                    tuple(self.days[at]),
                )
                for at, id_ in self.ids.items()
            ),
            quotations=tuple(self.quotations[self.NOWHERE]),
            speakers=tuple(self.speakers[self.NOWHERE]),
        )


class _Reading(Noted):
    """One page being read."""

    def of(self, tree: Any) -> Shown:
        # In the order of the document: a statement comes before what stands in it.
        for element in _MARKED(tree):
            if "data-statement" in element.attrib:
                self.ids[element] = element.get("data-statement")
            self._note(element, self._statement(element))
        return self.shown()

    def _statement(self, element: Any) -> Any:
        if element in self.ids:
            return element
        return next((one for one in element.iterancestors() if one in self.ids), self.NOWHERE)

    def _note(self, element: Any, statement: Any) -> None:
        marks = element.attrib
        if MARK in marks:
            self.quotations[statement].append(_quotation(element))
        if "data-speaker" in marks:
            self.speakers[statement].append(_speaker(element))
        if "data-outlet" in marks:
            self.outlets[statement].append(_line(element))
        if "data-said" in marks:
            self.days[statement].append((element.get("datetime", ""), _line(element)))


def _line(element: Any) -> str:
    return " ".join(str(_TEXT(element)).split())


def _speaker(element: Any) -> Speaker:
    return Speaker(element.get("data-speaker"), _line(element), page_led_to(element.get("href", "")))


def page_led_to(href: str) -> str:
    """Return the last folder of the address that a name leads to; see `Speaker`."""
    path = urlsplit(href).path.removesuffix("index.html").rstrip("/")
    page = unquote(path.rpartition("/")[2])
    # A name on the second page of its own list leads upwards, and cannot lead to somebody else's.
    return "" if page in {".", ".."} else page


def former_words(page: str) -> Iterator[tuple[str, str]]:
    """Yield the words that a page shows as published once, each behind the id of the wording they were."""
    if "data-wording" in page:
        for element in _FORMER(html.document_fromstring(page)):
            yield element.get("data-wording"), str(_TEXT(element))


def is_feed(name: str, data: bytes) -> bool:
    """Tell whether a file is a feed, or one for programs, by its name and by what only these hold."""
    return name.lower().endswith(FEEDS) and any(mark in data for mark in _OF_FEEDS)


def shown_in_feed(feed: bytes) -> Shown:
    """Return what a feed shows of statements, Atom, RSS or JSON Feed, or a file for programs.

    Raises:
        ValueError: it is neither XML nor JSON, or lacks what such a file has.
    """
    if feed.startswith(b"{"):
        try:
            made = json_of(feed)
            if made.get("api") == API:
                return _of_programs(made)
            return _of_entries([item.get("content_html", "") for item in made.get("items", ())])
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"it is no feed and no file for programs: {error!r}") from error
    root = xml_of(feed)
    return _of_entries(
        [content.text or "" for content in (*_HTML_CONTENT(root), *root.iterfind("channel/item/description"))]
    )


def xml_of(data: bytes) -> Any:
    """Return the root of XML.

    Raises:
        ValueError: it is none.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True)
    try:
        return etree.fromstring(data, parser=parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error


def _of_programs(made: dict[str, Any]) -> Shown:
    """Return what a list of statements for programs shows; lists of anything else show none."""
    return Shown(
        statements=tuple(
            Statement(
                id=one["id"],
                quotations=tuple(
                    Quotation(
                        wording["text"],
                        wording["article"],
                        wording["start"],
                        wording["end"],
                        wording["sha256"],
                    )
                    for wording in one["wordings"]
                ),
                speakers=tuple(
                    Speaker(speaker.get("person", ""), speaker["name"], "")
                    for speaker in ([one["speaker"]] if "speaker" in one else [])
                ),
                outlets=tuple(wording["outlet"] for wording in one["wordings"]),
                days=(),
            )
            for one in made.get("statements", ())
        )
    )


def _of_entries(texts: list[str]) -> Shown:
    entries = [shown_on(text) for text in texts if text]
    return Shown(
        statements=tuple(one for entry in entries for one in entry.statements),
        quotations=tuple(one for entry in entries for one in entry.quotations),
    )


def offsets(written: str) -> tuple[int, int]:
    """Return where words begin and end as an element says it, nought and nought where it does not."""
    found = _OFFSETS.fullmatch(written)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _quotation(element: Any) -> Quotation:
    start, end = offsets(element.get("data-span", ""))
    return Quotation(str(_TEXT(element)), element.get(MARK), start, end, element.get("data-sha256", ""))
