"""What was published and is not so any more, as readers of one edition see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from digest import languages
from digest.model import Article, ArticleId, Correction, Former, Moment, QuoteId, Site, Utterance
from digest.publish import addresses


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
    """None where the site at hand has no such article."""
    words: tuple[FormerWords, ...]
    now: Utterance | None
    """The statement that has the words as they stand now."""
    article_elsewhere: str = ""
    """The address of the article on a site of older years; empty where none has it."""
    now_elsewhere: str = ""
    """The address of the statement there."""

    @property
    def direction(self) -> str:
        """Return the value of the HTML attribute `dir` of the desk's words."""
        return languages.direction(self.correction.language)


def entries(site: Site, language: str) -> tuple[Entry, ...]:
    """Return the corrections of a site, the newest first, as an edition shows them."""
    articles = {article.id: article for article in site.articles}
    utterances = {w.quote.id: utterance for utterance in site.utterances for w in utterance.wordings}

    def entry(one: Correction) -> Entry:
        return Entry(
            correction=one,
            day=moment(one.day),
            article=articles.get(one.article),
            words=tuple(FormerWords(former=former, day=moment(former.day)) for former in one.former),
            now=utterances.get(one.now) if one.now else None,
            article_elsewhere=_article_elsewhere(site, one.article, language),
            now_elsewhere=_now_elsewhere(site, one.now, language) if one.now else "",
        )

    return tuple(map(entry, site.history.corrections))


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


def _article_elsewhere(site: Site, article: ArticleId, language: str) -> str:
    for one in site.earlier:
        if article in one.stories:
            pages = site.settings.article_pages
            way = addresses.way_to(language, article, one.stories[article], pages=pages)
            return _absolute(*way, site_url=one.url)
    return ""


def _now_elsewhere(site: Site, now: QuoteId, language: str) -> str:
    for one in site.earlier:
        if now in one.statements:
            story, statement = one.statements[now]
            path = addresses.story(language, story)
            return _absolute(path, addresses.statement(statement), site_url=one.url)
    return ""


def _absolute(path: str, fragment: str, *, site_url: str) -> str:
    return addresses.absolute(path, site_url=site_url) + (f"#{quote(fragment)}" if fragment else "")


def moment(day: str) -> Moment | None:
    """Return a day of the record as a moment; None where the record knows none."""
    return Moment(date.fromisoformat(day)) if day else None
