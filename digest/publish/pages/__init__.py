"""Every page of the site, in every edition.

In goes a `Site`, or one edition of it; out come `Page`s, whose bodies are finished HTML: what content says
reaches them as escaped values, never as a template. `maker` makes a page of any kind, `single` those about
one thing, `lists` those that list things, sheet by sheet, `archive` those of days and months, and `finding`
those of the search.
"""

from __future__ import annotations

from collections.abc import Iterator

from digest.cache import Cache, no_cache
from digest.model import Page, Site
from digest.publish import addresses, order, texts
from digest.publish.closed import Closed
from digest.publish.edition import Edition
from digest.publish.frame import Renderer
from digest.publish.pages.archive import archive_pages
from digest.publish.pages.finding import finding_pages
from digest.publish.pages.lists import list_pages
from digest.publish.pages.maker import Maker
from digest.publish.pages.single import single_pages

__all__ = ["edition_pages", "languages_page", "pages"]


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of languages, then every page of each edition."""
    yield languages_page(site)
    for language in site.settings.languages:
        yield from edition_pages(Edition(site, language))


def edition_pages(
    edition: Edition, cache: Cache | None = None, closed: Closed | None = None
) -> Iterator[Page]:
    """Yield every page of an edition; `cache` and `closed` know some that would be the same again."""
    maker = Maker(edition, cache or no_cache(), closed)
    yield from single_pages(maker)
    yield from list_pages(maker)
    yield from archive_pages(maker)
    yield from finding_pages(maker)


def languages_page(site: Site) -> Page:
    """Return the page that leads to every edition."""
    settings = site.settings
    renderer = Renderer(settings, settings.languages[0])
    story = next(iter(order.at_front(site.stories, settings)), None)
    leads = {code: texts.headline(site, story, code) if story else None for code in settings.languages}
    # A translated headline is not shown where there is no room to say who translated it.
    newest = {
        code: lead if lead and not (lead.translation or lead.missing) else None
        for code, lead in leads.items()
    }
    return Page(
        path=addresses.ROOT,
        language=settings.languages[0],
        kind="languages",
        title=settings.name_in(settings.languages[0]),
        body=renderer.render("languages.html", path=addresses.ROOT, newest=newest),
        alternates={code: addresses.front(code) for code in settings.languages},
    )
