"""A long story, chapter by chapter: what is new first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from digest.model import Article, Chapter, Moment, Story, readable, reads
from digest.publish.edition.edition import Edition
from digest.publish.edition.views import Report

LONG = 3
"""Days with reports from which on a story is told day by day; an editor's chapters always are."""
SHOWN = 3
"""Reports of a chapter that are named; the others are counted, and stand below with all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterView:
    """Some days of a story."""

    first: Moment | None
    last: Moment | None
    title: str
    """An editor's; empty where there is none."""
    language: str
    """Of the title."""
    reports: tuple[Report, ...]
    more: int
    """How many reports are not named."""


def chapters(edition: Edition, story: Story) -> tuple[ChapterView, ...]:
    """Return the chapters of a long story, the newest first, without a date last; none of a short one."""
    found = story.chapters
    if len(found) < LONG and not story.titled_chapters:
        return ()
    dated = [chapter for chapter in found if chapter.day]
    undated = [chapter for chapter in found if not chapter.day]
    return tuple(_view(edition, story, chapter) for chapter in (*reversed(dated), *undated))


def _view(edition: Edition, story: Story, chapter: Chapter) -> ChapterView:
    own = [article for article in chapter.articles if article.id not in story.reprints] or chapter.articles
    newest = sorted(own, key=_moment, reverse=True)
    # Whoever reads the page can read these.
    chosen = sorted(newest, key=lambda article: not reads(edition.language, article.language))[:SHOWN]
    moments = [article.moment for article in chapter.articles if article.moment]
    titles = chapter.title_by_language
    code = readable(edition.language, titles) or next((one for one in ("en", *titles) if one in titles), "")
    return ChapterView(
        first=min(moments, key=lambda moment: moment.sort_key, default=None),
        last=max(moments, key=lambda moment: moment.sort_key, default=None),
        title=titles.get(code, ""),
        language=code,
        reports=tuple(map(edition.report, chosen)),
        more=len(chapter.articles) - len(chosen),
    )


def _moment(article: Article) -> tuple[date, float]:
    return article.moment.sort_key if article.moment else (date.min, 0.0)
