"""What is there for crawlers alone: `robots.txt`, and a sitemap of the last days' news."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from urllib.parse import urlsplit

from digest.languages.tags import main_language
from digest.model import Moment, Origin, OutputFile, Settings, Site, Story, script
from digest.publish import addresses, order
from digest.publish.edition import Edition
from digest.publish.outside.feeds import legal
from digest.publish.texts import Text

ROBOTS, NEWS = "robots.txt", "news-sitemap.xml"
DAYS = 2
"""How old news may be, and `URLS` how many of them a file may hold, by Google's rules for news sitemaps."""
URLS = 1000
_CODES = {"Hans": "zh-cn", "Hant": "zh-tw"}
"""How the protocol of news names languages, by script, where it wants more than a language of ISO 639."""
_OPEN = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n'
)


def for_crawlers(site: Site) -> Iterator[OutputFile]:
    """Yield the files that only crawlers read."""
    if _has_robots(site.settings):
        sitemaps = ["sitemap.xml", *([NEWS] if "news" in site.settings.outputs else [])]
        lines = ["User-agent: *", "Allow: /", ""]
        lines += [f"Sitemap: {addresses.absolute(one, site_url=site.settings.site_url)}" for one in sitemaps]
        lines += [f"Sitemap: {one.url}sitemap.xml" for one in site.earlier]
        yield OutputFile(ROBOTS, "\n".join([*lines, ""]).encode())
    if "news" in site.settings.outputs:
        yield OutputFile(NEWS, (_OPEN + "".join(_news(site)) + "</urlset>\n").encode())


def _has_robots(settings: Settings) -> bool:
    """Tell whether a crawler would find the file, at the root of a host, and its owner has none."""
    own = settings.pages_dir and (settings.pages_dir / ROBOTS).exists()
    return urlsplit(settings.site_url).path == "/" and not settings.is_guest and not own


def _news(site: Site) -> Iterator[str]:
    today = order.counted_from(site.articles, site.settings.as_of)
    left = URLS
    editions = [Edition(site, language) for language in site.settings.languages]
    for story in order.newest_first(site.stories):
        for edition in editions:
            published = edition.published(story)
            headline = edition.headline_by_story[story.id]
            if left and published and _is_new(published.day, today) and _is_ours(headline):
                left -= 1
                yield _url(edition, story, published, headline.text)


def _is_new(day: date, today: date | None) -> bool:
    return today is not None and 0 <= (today - day).days < DAYS


def _is_ours(headline: Text) -> bool:
    """Tell whether a headline is in the edition's language, and is no machine's that nobody reviewed."""
    made = headline.translation
    return not headline.missing and not (made and made.origin is Origin.MACHINE and not made.reviewed)


def _url(edition: Edition, story: Story, published: Moment, title: str) -> str:
    settings, language = edition.site.settings, edition.language
    code = _CODES.get(script(language), main_language(language))
    moment = published.instant or published.day
    address = addresses.absolute(addresses.story(language, story.id), site_url=settings.site_url)
    lines = (
        f"<url>\n<loc>{escape(address)}</loc>\n<news:news>",
        f"<news:publication>\n<news:name>{escape(settings.name_in(language))}</news:name>",
        f"<news:language>{code}</news:language>\n</news:publication>",
        f"<news:publication_date>{moment.isoformat()}</news:publication_date>",
        f"<news:title>{escape(legal(title))}</news:title>\n</news:news>\n</url>\n",
    )
    return "\n".join(lines)
