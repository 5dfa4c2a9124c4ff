"""Pages about one thing: the front page, a story, an article; the page of corrections."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from digest.model import Article, Page, Story
from digest.publish import addresses, corrections, structured
from digest.publish.edition import chapters, coverage
from digest.publish.outside import picture_of
from digest.publish.pages import described
from digest.publish.pages.maker import Maker, Preview
from digest.publish.search import found_story
from digest.publish.texts import Text

CONTENTS_FROM = 6
"""Statements from which on a story's page has a list of them."""


def single_pages(maker: Maker) -> Iterator[Page]:
    """Yield the front page, every story and article, and the pages of an edition that there is one of."""
    site = maker.site
    yield _front(maker)
    yield from (_story(maker, story) for story in site.stories)
    if site.settings.article_pages:
        yield from (_article(maker, article) for article in site.articles)
    if site.history.corrections:
        yield _corrections(maker)


def _front(maker: Maker) -> Page:
    settings = maker.site.settings
    return maker.page(
        "front",
        addresses.front,
        title=settings.name_in(maker.language),
        preview=Preview(settings.tagline_by_language.get(maker.language, settings.look.description)),
        front=maker.edition.front,
    )


def _story(maker: Maker, story: Story) -> Page:
    view = maker.edition.story(story)
    reports = maker.edition.reports(story)
    return maker.page(
        "story",
        lambda code: addresses.story(code, story.id),
        title=view.headline.text,
        preview=Preview(
            described.of_story(maker, view),
            next(
                (report.article.image.file for report in view.pictured if report.article.image),
                picture_of(maker.edition, story),
            ),
            _robots(maker, view.headline),
        ),
        head=lambda body: structured.for_story(maker.edition, story, body=len(body.encode(errors="ignore"))),
        found=lambda: found_story(maker.edition, maker.renderer, view, reports),
        story=view,
        reports=reports,
        coverage=coverage(maker.edition, story),
        chapters=chapters(maker.edition, story),
        contents=len(view.cards) >= CONTENTS_FROM,
        related=maker.edition.related(story),
        month=maker.closed_month(story),
    )


def _article(maker: Maker, article: Article) -> Page:
    view = maker.edition.article(article)
    return maker.page(
        "article",
        lambda code: addresses.article(code, article.id),
        title=view.headline.text,
        preview=Preview(
            described.of_article(maker, view),
            article.image.file if article.image else "",
            _robots(maker, view.headline),
        ),
        head=lambda _: structured.for_article(maker.edition, article),
        article=view,
        month=maker.closed_month(view.story),
    )


def _robots(maker: Maker, headline: Text) -> str:
    return maker.site.settings.unreviewed if described.unreviewed(headline.translation) else ""


def _corrections(maker: Maker) -> Page:
    title = maker.text("Corrections")
    own, feed = addresses.corrections(maker.language), addresses.corrections_feed(maker.language)
    href = addresses.link(feed, page=own)
    link = f'<link rel="alternate" type="application/atom+xml" title="{escape(title)}" href="{href}">'
    entries = corrections.entries(maker.site, maker.language)
    return maker.page(
        "corrections",
        addresses.corrections,
        title=title,
        preview=Preview(
            maker.text(
                "What we published and had to change. Former words stand here as we published them; they are shown as nobody’s words elsewhere."  # noqa: E501 (a message)
            )
        ),
        head=lambda _: link if maker.feed("corrections", "") else "",
        entries=entries,
    )
