"""Whom a page shows as a statement's speaker and as its printers, and its day: as the content has them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from digest.model import Article, Utterance
from digest.publish import addresses
from digest.publish.frame import day, spoken_in
from digest.publish.verify.quotations import Quotation, Shown, Speaker, Statement
from digest.publish.verify.wording import shortened


class Statements:
    """Compares statements as pages show them with those of the content; the same one is compared once.

    Args:
        utterances: What was said.
        articles: Where quotations stand, by id.
        editions: Their languages.
        content: The folder of the content, which may have catalogs of its own.
    """

    def __init__(
        self,
        utterances: Iterable[Utterance],
        articles: Mapping[str, Article],
        editions: Sequence[str],
        content: Path | None = None,
    ) -> None:
        self._by_id = {str(utterance.id): utterance for utterance in utterances}
        self._by_person = {str(one.person.id): one for one in self._by_id.values() if one.person}
        self._articles = articles
        self._editions = tuple(editions)
        self._spoken = {code: spoken_in(code, content) for code in self._editions}
        self._faults: dict[tuple[Statement, str | None], tuple[str, ...]] = {}

    def faults(self, shown: Shown, edition: str | None) -> Iterator[str]:
        """Yield what is wrong with the statements of a page, a sentence each.

        Args:
            shown: What the page shows.
            edition: Its language; None where that is not known.
        """
        for quotation in shown.quotations:
            yield f"{_words([quotation])} stands in no statement (data-statement), so nobody is its speaker"
        for statement in shown.statements:
            key = (statement, edition)
            if key not in self._faults:
                self._faults[key] = tuple(self._compared(statement, edition))
            yield from self._faults[key]
        for speaker in shown.speakers:
            yield from self._heading(speaker, shown.statements, edition)

    def _compared(self, statement: Statement, edition: str | None) -> Iterator[str]:
        words = _words(statement.quotations)
        utterance = self._by_id.get(statement.id)
        if utterance is None:
            yield f"{words} is shown as a statement that there is not ({statement.id})"
            return
        places = {(w.quote.article.id, w.quote.span.start, w.quote.span.end) for w in utterance.wordings}
        for one in statement.quotations:
            if (one.article, one.start, one.end) not in places:
                yield f"{_words([one])} is shown as a wording of another statement ({statement.id})"
        yield from self._speakers(statement, utterance, edition)
        yield from self._outlets(statement)
        yield from self._days(statement, utterance, edition)

    def _speakers(self, statement: Statement, utterance: Utterance, edition: str | None) -> Iterator[str]:
        words = _words(statement.quotations)
        names = self._names(utterance, edition)
        for speaker in statement.speakers:
            if _bare(speaker.name) not in set(map(_bare, names)):
                right = " or ".join(f"“{name}”" for name in names)
                yield f"{words} is shown as said by “{shortened(speaker.name)}”; the content has {right}"
            elif speaker.person != _id(utterance) or speaker.page not in {"", _page(utterance)}:
                yield f"{words} leads from “{shortened(speaker.name)}” to somebody else"
        if len(statement.speakers) != 1 and (
            utterance.speaker_in(self._in(edition)[0]) or statement.speakers
        ):
            yield f"{words} has {len(statement.speakers)} speakers (data-speaker); one is right"

    def _names(self, utterance: Utterance, edition: str | None) -> tuple[str, ...]:
        """Return what may be shown as the speaker's name, in words where nobody knows who it was."""
        return tuple(
            dict.fromkeys(
                utterance.speaker_in(code) or self._spoken[code].unknown for code in self._in(edition)
            )
        )

    def _outlets(self, statement: Statement) -> Iterator[str]:
        articles = [self._articles.get(one.article) for one in statement.quotations]
        right = [article.outlet.name for article in articles if article]
        # An article that there is not is told of the quotation itself.
        if len(right) == len(articles) and list(map(_bare, statement.outlets)) != list(map(_bare, right)):
            shown = ", ".join(map(shortened, statement.outlets)) or "nobody"
            words = _words(statement.quotations)
            yield f"{words} is shown as printed by {shown} (data-outlet); the content has {', '.join(right)}"

    def _days(self, statement: Statement, utterance: Utterance, edition: str | None) -> Iterator[str]:
        said = utterance.said_at
        told = said.day.isoformat() if said else "no day"
        readers_of = (self._spoken[code].reader for code in self._in(edition))
        right = {_bare(day(said, reader=code)) for code in readers_of} if said else set()
        for machines, readers in statement.days:
            if machines != told or _bare(readers) not in right:
                words = _words(statement.quotations)
                yield f"{words} is shown as said on {shortened(readers or machines)}; the content has {told}"

    def _heading(
        self, speaker: Speaker, statements: Iterable[Statement], edition: str | None
    ) -> Iterator[str]:
        """Yield what is wrong with the name that heads a page of one person's statements."""
        utterance, name = self._by_person.get(speaker.person), shortened(speaker.name)
        if not utterance or _bare(speaker.name) not in map(_bare, self._names(utterance, edition)):
            yield f"“{name}” heads a page of statements and is no name of theirs who said them"
        for statement in statements:
            found = self._by_id.get(statement.id)
            if found and _id(found) != speaker.person:
                yield f"{_words(statement.quotations)} stands under “{name}”, who did not say it"

    def _in(self, edition: str | None) -> tuple[str, ...]:
        return (edition,) if edition else self._editions


def _id(utterance: Utterance) -> str:
    return str(utterance.person.id) if utterance.person else ""


def _page(utterance: Utterance) -> str:
    return addresses.named(_id(utterance)).rpartition("/")[2]


def _words(quotations: Sequence[Quotation]) -> str:
    return f"“{shortened(quotations[0].bare)}”" if quotations else "a statement"


def _bare(name: str) -> str:
    """Return a name without what cannot be seen: XML cannot hold all of it."""
    if name.isprintable():
        return " ".join(name.split())
    seen = (" " if unicodedata.category(letter) == "Cc" else letter for letter in name)
    return " ".join("".join(letter for letter in seen if unicodedata.category(letter) != "Cf").split())
