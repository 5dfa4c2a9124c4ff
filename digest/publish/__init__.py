"""Site → pages and files, and what is written once the pages stand in their folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from digest.model import OutputFile, Page, Problem, Site
from digest.publish.corrections import former_words
from digest.publish.feeds import corrections_feed, feed
from digest.publish.finished import verify_site
from digest.publish.owned import Written, missing, owned
from digest.publish.pages import pages
from digest.publish.redirects import redirects
from digest.publish.search import write_search
from digest.publish.shell import Frame, document, shell
from digest.publish.sitemap import changes, sitemap
from digest.publish.status import status_page
from digest.publish.strings import catalog_languages
from digest.publish.templates import templates_dir
from digest.publish.verify import Verifier, count_quotations

__all__ = [
    "Frame",
    "Verifier",
    "Written",
    "catalog_languages",
    "count_quotations",
    "document",
    "finish",
    "missing",
    "owned",
    "publish",
    "shell",
    "status_page",
    "templates_dir",
    "verify_site",
]


def publish(site: Site) -> Iterator[Page | OutputFile]:
    """Yield every page, feed and redirect of the site.

    Raises:
        QuotationError: a page or feed shows words as printed that their source does not hold.
    """
    verifier = Verifier(site.articles, former_words(site))
    for page in pages(site):
        verifier.verify(page)
        yield page
    for language in site.settings.languages:
        file = feed(site, language)
        verifier.verify(file)
        yield file
        if site.history.corrections:
            yield corrections_feed(site, language)
    yield from redirects(site)


def finish(
    site: Site, pages: Iterable[Page], files: Iterable[OutputFile], site_dir: Path
) -> tuple[Problem, ...]:
    """Write what needs all pages to be known: files, sitemaps and the search index.

    Args:
        site: what the pages were made of.
        pages: those that are in the site, with the ones its owner wrote.
        files: of `publish`.
        site_dir: where the pages stand.
    """
    known = tuple(pages)
    for file in (*files, *sitemap(known, site.settings.site_url, changed=changes(site))):
        path = site_dir / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    return write_search(known, site.settings.languages, site_dir, jobs=site.settings.jobs)
