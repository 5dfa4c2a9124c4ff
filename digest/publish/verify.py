"""The first promise, checked on what was really rendered: a quotation stands in the text it is credited to.

Every element that shows words as printed carries the article's id, the offsets of the words in its kept
text and the start of that text's SHA-256. Here its text is read back out of the HTML and compared with
those characters, so that no template, filter or later edit can change somebody's words unseen.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from digest.errors import QuotationError
from digest.languages.folding import QUOTATION_MARKS, fold
from digest.model import Article, OutputFile, Page, Span

_ELEMENT = re.compile(
    r'<(?P<tag>\w+)\b[^>]*?\sdata-article="(?P<article>[^"]*)"\s+data-span="(?P<start>\d+)-(?P<end>\d+)"'
    r'\s+data-sha256="(?P<digest>[0-9a-f]*)"[^>]*>'
)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words as a page shows them, and where it says that they stand."""

    text: str
    article: str
    """Its id."""
    span: Span
    digest: str
    """`Article.digest` of the text that the span refers to."""


def quotations(page: str) -> Iterator[Quotation]:
    """Yield the words as printed that the HTML of a page shows."""
    for found in _ELEMENT.finditer(page):
        yield Quotation(
            text=html.unescape(_TAG.sub("", page[found.end() : _end(page, found["tag"], found.end())])),
            article=html.unescape(found["article"]),
            span=Span(int(found["start"]), int(found["end"])),
            digest=found["digest"],
        )


def _end(page: str, tag: str, start: int) -> int:
    """Return where the element ends that is open at `start`; elements of its name may lie inside."""
    depth = 1
    for found in re.compile(rf"<(/?){tag}\b[^>]*>").finditer(page, start):
        depth += -1 if found[1] else 1
        if not depth:
            return found.start()
    return len(page)


class Verifier:
    """Compares quotations with the articles they are credited to; the same one is compared once."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = {str(article.id): article for article in articles}
        self._fault_by_quotation: dict[Quotation, str | None] = {}

    def faults(self, page: str) -> Iterator[str]:
        """Yield what is wrong with quotations in the HTML of a page, a sentence each."""
        for quotation in quotations(page):
            if quotation not in self._fault_by_quotation:
                self._fault_by_quotation[quotation] = self._fault(quotation)
            if fault := self._fault_by_quotation[quotation]:
                yield fault

    def verify(self, page: str, name: str) -> None:
        """Let a page pass whose quotations all stand in their articles.

        Args:
            page: HTML.
            name: What the page is called in messages.

        Raises:
            QuotationError: one does not; names each of them.
        """
        if faults := [f"{name}: {fault}" for fault in self.faults(page)]:
            raise QuotationError("\n".join(faults))

    def _fault(self, quotation: Quotation) -> str | None:
        words = quotation.text.strip().strip(QUOTATION_MARKS)
        shown = f"“{words}” is credited to {quotation.article}"
        article = self._articles.get(quotation.article)
        if article is None:
            return f"{shown}, an article that there is not"
        if article.digest != quotation.digest:
            return f"{shown}, but that text has changed since"
        there = quotation.span.of(article.text)
        if not there or fold(there).text.strip() != fold(quotation.text).text.strip():
            return f"{shown}, where “{there}” stands"
        return None


def count_quotations(made: Iterable[Page | OutputFile]) -> int:
    """Return how many different quotations the pages show."""
    pages = (one.body for one in made if isinstance(one, Page))
    return len({quotation for page in pages for quotation in quotations(page)})


def verify_site(articles: Iterable[Article], folder: Path) -> int:
    """Compare the quotations of every page under a folder with the articles, and return their number.

    Raises:
        QuotationError: some differ; names each of them.
    """
    verifier = Verifier(articles)
    found: set[Quotation] = set()
    faults: list[str] = []
    for path in sorted(folder.rglob("*.html")):
        page = path.read_text(encoding="utf-8", errors="replace")
        found.update(quotations(page))
        faults += [f"{path.relative_to(folder).as_posix()}: {fault}" for fault in verifier.faults(page)]
    if faults:
        raise QuotationError("\n".join(faults))
    return len(found)
