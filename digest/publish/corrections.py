"""What was published and is not so any more, as readers of one edition see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from digest import languages
from digest.model import Article, ArticleId, Correction, Former, Moment, QuoteId, Site, Utterance


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerWords:
    """Words as they were published once; they are nobody's now."""

    former: Former
    day: Moment | None

    @property
    def direction(self) -> str:
        """Return the value of the HTML attribute `dir`."""
        return languages.direction(self.former.language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A correction, with what a page can link to."""

    correction: Correction
    day: Moment | None
    article: Article | None
    """None where there is no such article any more."""
    words: tuple[FormerWords, ...]
    now: Utterance | None
    """The statement that has the words as they stand now."""

    @property
    def direction(self) -> str:
        """Return the value of the HTML attribute `dir` of the desk's words."""
        return languages.direction(self.correction.language)


def entries(site: Site) -> tuple[Entry, ...]:
    """Return the corrections of a site, the newest first."""
    articles = {article.id: article for article in site.articles}
    utterances = {w.quote.id: utterance for utterance in site.utterances for w in utterance.wordings}
    return tuple(_entry(one, articles, utterances) for one in site.history.corrections)


def of_article(site: Site, article: ArticleId) -> tuple[Correction, ...]:
    """Return the corrections of an article, the newest first."""
    return tuple(one for one in site.history.corrections if one.article == article)


def corrected_on(site: Site) -> dict[ArticleId, Moment]:
    """Return when each article was last corrected or retracted, where that is known."""
    days: dict[ArticleId, str] = {}
    for one in site.history.corrections:
        days[one.article] = max(one.day, days.get(one.article, ""))
    return {article: found for article, day in days.items() if (found := moment(day))}


def former_words(site: Site) -> Iterator[Former]:
    """Yield all words that a page may show as published once."""
    return (former for correction in site.history.corrections for former in correction.former)


def _entry(
    one: Correction, articles: Mapping[ArticleId, Article], utterances: Mapping[QuoteId, Utterance]
) -> Entry:
    return Entry(
        correction=one,
        day=moment(one.day),
        article=articles.get(one.article),
        words=tuple(FormerWords(former=former, day=moment(former.day)) for former in one.former),
        now=utterances.get(one.now) if one.now else None,
    )


def moment(day: str) -> Moment | None:
    """Return a day of the record as a moment; None where the record knows none."""
    return Moment(date.fromisoformat(day)) if day else None
