"""The first promise, checked on what was really rendered: a quotation stands in the text it is credited to.

Every element that shows words as printed carries the article's id, the offsets of the words in its kept
text and the start of that text's SHA-256. Here its text is read back out of the HTML and compared with
those characters, so that no template, filter or later edit can change somebody's words unseen.
"""

from __future__ import annotations

import hashlib
import string
from collections.abc import Iterable, Iterator, Sequence

from digest.errors import QuotationError
from digest.languages.folding import QUOTATION_MARKS, fold
from digest.model import Article, Former, OutputFile, Page, QuoteId, Utterance
from digest.publish.verify.made import shown_on_made
from digest.publish.verify.pieces import pieces
from digest.publish.verify.quotations import Quotation, Shown, former_words, is_feed, shown_in_feed
from digest.publish.verify.statements import Statements
from digest.publish.verify.wording import shortened, told

_AROUND = QUOTATION_MARKS + string.whitespace + "\u00a0\u202f"
"""What may stand around the words on a page or in the text: `fold` drops it from both."""


class Verifier:
    """Compares quotations with the articles they are credited to; the same one is compared once."""

    def __init__(
        self,
        articles: Iterable[Article],
        utterances: Iterable[Utterance],
        editions: Sequence[str],
        former: Iterable[Former] = (),
    ) -> None:
        """Take the articles, what was said, the languages, and what the record says was published once."""
        self._former = {one.wording: one.text for one in former}
        self._articles = {str(article.id): article for article in articles}
        self._editions = tuple(editions)
        self._statements = Statements(utterances, self._articles, self._editions)
        self._fault_by_quotation: dict[Quotation, str | None] = {}
        self._people_by_card: dict[tuple[str | None, bytes], frozenset[str]] = {}

    def faults(self, shown: Shown, path: str) -> Iterator[str]:
        """Yield what is wrong with what the page or feed at a path shows, a sentence each."""
        faults = map(self._fault_of, dict.fromkeys(shown.all_quotations()))
        yield from (fault for fault in faults if fault)
        yield from self._statements.faults(shown, self.edition(path))

    def edition(self, path: str) -> str | None:
        """Return the language of the edition that a path is in."""
        return next((part for part in path.split("/")[:-1] if part in self._editions), None)

    def _fault_of(self, quotation: Quotation) -> str | None:
        if quotation not in self._fault_by_quotation:
            self._fault_by_quotation[quotation] = self._fault(quotation)
        return self._fault_by_quotation[quotation]

    def verify(self, one: Page | OutputFile) -> None:
        """Let a page or feed pass whose quotations all stand in their articles.

        Raises:
            QuotationError: one does not; names each of them.
        """
        if isinstance(one, Page) and self.passes(one.body.encode("utf-8", "replace"), one.path):
            return
        name = one.path or "the page of languages"
        try:
            faults = [
                f"{name}: {fault}" for fault in (*self.faults(_shown(one), one.path), *self._untrue(one))
            ]
        except ValueError as error:
            faults = [f"{name}: its quotations cannot be read: {error}"]
        if faults:
            raise QuotationError(told(faults))

    def verify_file(self, path: str, content: bytes) -> None:
        """Let a file of a finished site pass: as `verify`, whatever it is."""
        if not path.endswith(".html"):
            if is_feed(path, content):
                self.verify(OutputFile(path, content))
        elif not self.passes(content, path):
            text = content.decode("utf-8", "replace")
            self.verify(Page(path=path, language="", kind="", title="", body=text))

    def passes(self, page: bytes, path: str) -> bool:
        """Tell whether nothing is wrong with a page, as far as its cards can be told apart.

        What does not pass is read as a whole, and its faults are told.
        """
        parted = pieces(page)
        if parted is None:
            return False
        edition = self.edition(path)
        people = [self._people(card, path, edition) for card in parted.cards]
        if None in people:
            return False
        if not parted.rest:
            return True
        around = shown_on_made(parted.rest.decode("utf-8", "replace"))
        heads = [frozenset([speaker.person]) for speaker in around.speakers]
        return all(own == head for own in people for head in heads) and not any(self.faults(around, path))

    def _people(self, card: bytes, path: str, edition: str | None) -> frozenset[str] | None:
        """Return whom the statement of a card is of, by id, None where something is wrong with it."""
        key = edition, hashlib.blake2b(card, digest_size=16).digest()
        if key not in self._people_by_card:
            shown = shown_on_made(card.decode("utf-8", "replace"))
            if len(shown.statements) != 1 or shown.quotations or any(self.faults(shown, path)):
                return None
            self._people_by_card[key] = frozenset(one.person for one in shown.statements[0].speakers)
        return self._people_by_card[key]

    def _untrue(self, one: Page | OutputFile) -> Iterator[str]:
        """Yield words that a page shows as published once though the record does not have them."""
        for wording, text in former_words(one.body) if isinstance(one, Page) else ():
            if fold(self._former.get(QuoteId(wording), "")).text.strip() != fold(text).text.strip():
                yield f"“{shortened(text)}” was never published as {wording}"

    def _fault(self, quotation: Quotation) -> str | None:
        words = shortened(quotation.bare)
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
    pages = (one for one in made if isinstance(one, Page))
    return len({quotation for page in pages for quotation in shown_on_made(page.body).all_quotations()})


def _bare(text: str) -> str:
    return text.strip(_AROUND)


def _shown(one: Page | OutputFile) -> Shown:
    if isinstance(one, Page):
        return shown_on_made(one.body)
    return shown_on_made(one.content.decode()) if one.path.endswith(".html") else shown_in_feed(one.content)
