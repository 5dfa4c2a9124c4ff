"""The first promise, checked on what was really rendered: a quotation stands in the text it is credited to.

Every element that shows words as printed carries the article's id, the offsets of the words in its kept
text and the start of that text's SHA-256. Here its text is read back out of the HTML and compared with
those characters, so that no template, filter or later edit can change somebody's words unseen.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator

from digest.errors import QuotationError
from digest.languages.folding import QUOTATION_MARKS, fold
from digest.model import Article, Former, OutputFile, Page, QuoteId
from digest.publish.verify.quotations import Quotation, former_words, quotations, quotations_in_feed

_MOST = 50
"""Faults named one by one; whoever has more has one cause for them."""
_AROUND = QUOTATION_MARKS + string.whitespace + "\u00a0\u202f"
"""What may stand around the words on a page or in the text: `fold` drops it from both."""
_LONGEST = 100
"""Characters of somebody's words that a message shows."""


class Verifier:
    """Compares quotations with the articles they are credited to; the same one is compared once."""

    def __init__(self, articles: Iterable[Article], former: Iterable[Former] = ()) -> None:
        """Take the articles, and what the record says was published once."""
        self._former = {one.wording: one.text for one in former}
        self._articles = {str(article.id): article for article in articles}
        self._fault_by_quotation: dict[Quotation, str | None] = {}

    def faults(self, found: Iterable[Quotation]) -> Iterator[str]:
        """Yield what is wrong with quotations that a page shows, a sentence each."""
        for quotation in found:
            if quotation not in self._fault_by_quotation:
                self._fault_by_quotation[quotation] = self._fault(quotation)
            if fault := self._fault_by_quotation[quotation]:
                yield fault

    def verify(self, one: Page | OutputFile) -> None:
        """Let a page or feed pass whose quotations all stand in their articles.

        Raises:
            QuotationError: one does not; names each of them.
        """
        name = one.path or "the page of languages"
        try:
            faults = [f"{name}: {fault}" for fault in (*self.faults(_shown(one)), *self._untrue(one))]
        except ValueError as error:
            faults = [f"{name}: its quotations cannot be read: {error}"]
        if faults:
            raise QuotationError(told(faults))

    def _untrue(self, one: Page | OutputFile) -> Iterator[str]:
        """Yield words that a page shows as published once though the record does not have them."""
        for wording, text in former_words(one.body) if isinstance(one, Page) else ():
            if fold(self._former.get(QuoteId(wording), "")).text.strip() != fold(text).text.strip():
                yield f"“{shortened(text)}” was never published as {wording}"

    def _fault(self, quotation: Quotation) -> str | None:
        words = shortened(quotation.text.strip().strip(QUOTATION_MARKS))
        shown = f"“{words}” is credited to {quotation.article}"
        article = self._articles.get(quotation.article)
        if article is None:
            return f"{shown}, an article that there is not"
        if article.digest != quotation.digest:
            return f"{shown}, but that text has changed since"
        there = quotation.span.of(article.text)
        if there and _bare(there) == _bare(quotation.text):
            return None  # letter for letter: typography need not be compared
        if not there or fold(there).text.strip() != fold(quotation.text).text.strip():
            return f"{shown}, where “{shortened(there)}” stands"
        return None


def count_quotations(made: Iterable[Page | OutputFile]) -> int:
    """Return how many different quotations the pages show."""
    return len({quotation for one in made if isinstance(one, Page) for quotation in quotations(one.body)})


def told(faults: list[str]) -> str:
    """Return faults as a message: a line each, the first ones by name and the others as a number."""
    more = len(faults) - _MOST
    return "\n".join(faults[:_MOST] + ([f"… and {more} more like these"] if more > 0 else []))


def shortened(text: str) -> str:
    """Return words on one line and cut, as messages show them."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"


def _bare(text: str) -> str:
    return text.strip(_AROUND)


def _shown(one: Page | OutputFile) -> Iterator[Quotation]:
    return quotations(one.body) if isinstance(one, Page) else quotations_in_feed(one.content)
