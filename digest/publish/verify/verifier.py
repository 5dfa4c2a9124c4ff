"""The first promise, checked on what was really rendered: a quotation stands in the text it is credited to.

Every element that shows words as printed carries the article's id, the offsets of the words in its kept
text and the start of that text's SHA-256. Here its text is read back out of the HTML and compared with
those characters, so that no template, filter or later edit can change somebody's words unseen.
"""

from __future__ import annotations

import hashlib
import string
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeVar

from digest.errors import QuotationError
from digest.languages.folding import QUOTATION_MARKS, fold
from digest.model import Article, Former, OutputFile, Page, QuoteId, Utterance
from digest.publish.verify.made import shown_on_cards, shown_on_made
from digest.publish.verify.pieces import pieces
from digest.publish.verify.quotations import Quotation, Shown, former_words, is_feed, shown_in_feed
from digest.publish.verify.statements import Statements
from digest.publish.verify.wording import shortened, told

_AROUND = QUOTATION_MARKS + string.whitespace + "\u00a0\u202f"
"""What may stand around the words on a page or in the text: `fold` drops it from both."""
_AT_ONCE = 16
"""Pages whose cards are read together."""
_Key = tuple[str | None, bytes]
"""Of a card: its edition and its hash."""
Made = TypeVar("Made", Page, OutputFile, Page | OutputFile)


class _Parted(NamedTuple):
    """A page in pieces; see `pieces`."""

    cards: dict[_Key, bytes]
    rest: bytes


class Verifier:
    """Compares quotations with the articles they are credited to; the same one is compared once."""

    def __init__(
        self,
        articles: Iterable[Article],
        utterances: Iterable[Utterance],
        editions: Sequence[str],
        former: Iterable[Former] = (),
        content: Path | None = None,
    ) -> None:
        """Take the articles, what was said, the languages, and what the record says was published once.

        `content` is the folder of the content, which may have catalogs of its own.
        """
        self._former = {one.wording: one.text for one in former}
        self._articles = {str(article.id): article for article in articles}
        self._editions = tuple(editions)
        self._statements = Statements(utterances, self._articles, self._editions, content)
        self._fault_by_quotation: dict[Quotation, str | None] = {}
        self._people_by_card: dict[_Key, frozenset[str]] = {}

    def faults(self, shown: Shown, path: str) -> Iterator[str]:
        """Yield what is wrong with what the page or feed at a path shows, a sentence each."""
        yield from self._faults(shown, self.edition(path))

    def _faults(self, shown: Shown, edition: str | None) -> Iterator[str]:
        faults = map(self._fault_of, dict.fromkeys(shown.all_quotations()))
        yield from (fault for fault in faults if fault)
        yield from self._statements.faults(shown, edition)

    def edition(self, path: str) -> str | None:
        """Return the language of the edition that a path is in."""
        return next((part for part in path.split("/")[:-1] if part in self._editions), None)

    def _fault_of(self, quotation: Quotation) -> str | None:
        if quotation not in self._fault_by_quotation:
            self._fault_by_quotation[quotation] = self._fault(quotation)
        return self._fault_by_quotation[quotation]

    def verified(self, made: Iterable[Made]) -> Iterator[Made]:
        """Yield pages and feeds whose quotations all stand in their articles, some at a time.

        Raises:
            QuotationError: one does not; names each of them.
        """
        rest = iter(made)
        while some := list(islice(rest, _AT_ONCE)):
            self._let_pass([(one.path, _body(one), partial(_same, one)) for one in some])
            yield from some

    def verify(self, one: Page | OutputFile) -> None:
        """Let a page or feed pass: as `verified`.

        Raises:
            QuotationError: one of its quotations does not stand in its article.
        """
        self._let_pass([(one.path, _body(one), partial(_same, one))])

    def verify_files(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Let files of a finished site pass, whatever they are: as `verified`.

        Raises:
            QuotationError: as there.
        """
        rest = ((path, data) for path, data in files if path.endswith(".html") or is_feed(path, data))
        while some := list(islice(rest, _AT_ONCE)):
            self._let_pass(
                [
                    (path, data if path.endswith(".html") else None, partial(_as_made, path, data))
                    for path, data in some
                ]
            )

    def _let_pass(self, some: Sequence[tuple[str, bytes | None, Callable[[], Page | OutputFile]]]) -> None:
        """Compare what stands at some paths: pages as they are written, and what makes each one of ours."""
        parted = [None if page is None else self._parted(page, path) for path, page, _ in some]
        self._read_ahead(own for own in parted if own)
        for own, (path, _, made) in zip(parted, some, strict=True):
            if not own or not self._passes(own, path):
                self._read_whole(made())

    def _parted(self, page: bytes, path: str) -> _Parted | None:
        own, edition = pieces(page), self.edition(path)
        return _Parted({_key(card, edition): card for card in own.cards}, own.rest) if own else None

    def _read_whole(self, one: Page | OutputFile) -> None:
        name = one.path or "the page of languages"
        try:
            faults = [
                f"{name}: {fault}" for fault in (*self.faults(_shown(one), one.path), *self._untrue(one))
            ]
        except ValueError as error:
            faults = [f"{name}: its quotations cannot be read: {error}"]
        if faults:
            raise QuotationError(told(faults))

    def _passes(self, parted: _Parted, path: str) -> bool:
        """Tell whether nothing is wrong with a page, as far as its cards can be told apart.

        What does not pass is read as a whole, and its faults are told.
        """
        people = [self._people(key, card) for key, card in parted.cards.items()]
        if None in people:
            return False
        if not parted.rest:
            return True
        around = shown_on_made(parted.rest.decode("utf-8", "replace"))
        heads = [frozenset([speaker.person]) for speaker in around.speakers]
        return all(own == head for own in people for head in heads) and not any(self.faults(around, path))

    def _read_ahead(self, parted: Iterable[_Parted]) -> None:
        """Take note of cards with which nothing is wrong, all at once."""
        every = (entry for own in parted for entry in own.cards.items())
        new = {key: card for key, card in every if key not in self._people_by_card}
        for key, shown in zip(new, shown_on_cards([*new.values()]) or (), strict=False):
            self._note(key, shown)

    def _people(self, key: _Key, card: bytes) -> frozenset[str] | None:
        """Return whom the statement of a card is of, by id, None where something is wrong with it."""
        if key not in self._people_by_card:
            self._note(key, shown_on_made(card.decode("utf-8", "replace")))
        return self._people_by_card.get(key)

    def _note(self, key: _Key, shown: Shown) -> None:
        if len(shown.statements) == 1 and not shown.quotations and not any(self._faults(shown, key[0])):
            self._people_by_card[key] = frozenset(one.person for one in shown.statements[0].speakers)

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
        there = article.text[quotation.start : quotation.end]
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


def _as_made(path: str, content: bytes) -> Page | OutputFile:
    if path.endswith(".html"):
        return Page(path=path, language="", kind="", title="", body=content.decode("utf-8", "replace"))
    return OutputFile(path, content)


def _same(one: Page | OutputFile) -> Page | OutputFile:
    return one


def _body(one: Page | OutputFile) -> bytes | None:
    return one.body.encode("utf-8", "replace") if isinstance(one, Page) else None


def _key(card: bytes, edition: str | None) -> _Key:
    return edition, hashlib.blake2b(card, digest_size=16).digest()
