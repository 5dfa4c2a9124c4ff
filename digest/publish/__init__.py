"""Site → pages and files, and what is written once the pages stand in their folder.

In goes a `Site`; out come `Page`s and `OutputFile`s, each verified (`publish`). `editions` makes those of one
language, in `pages`, out of what `edition` gathers; `frame` has what stands around a page, the interface's
words among it (`catalogs/CODE.po`); `search` cuts texts into what readers of any script find; `outside` makes
feeds, sitemaps and addresses that lead on, `structured` what programs read, `cards` and `order` what several
of them need. `verify` reads every finished page again: a quotation stands in its article, or nothing does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from itertools import chain

from digest.cache import Cache
from digest.model import OutputFile, Page, Problem, Site
from digest.publish import cards
from digest.publish.closed import ArchiveError
from digest.publish.corrections import former_words
from digest.publish.editions import close_years, editions
from digest.publish.folder import SiteFolder, Target, hash_of
from digest.publish.frame import (
    Frame,
    Frames,
    Inside,
    Renderer,
    catalog_languages,
    document,
    headers,
    interface_problems,
    shell,
    style_sheets,
    templates_dir,
)
from digest.publish.order import late
from digest.publish.outside import api, changes, for_crawlers, fullness, fullness_lines, redirects, sitemap
from digest.publish.owned import Written, missing, one_text, owned
from digest.publish.pages import languages_page
from digest.publish.parted import parted
from digest.publish.search import write_search
from digest.publish.spool import Spool
from digest.publish.status import status_page
from digest.publish.verify import Verifier, count_quotations

__all__ = [
    "ArchiveError",
    "Frame",
    "Frames",
    "Inside",
    "SiteFolder",
    "Spool",
    "Target",
    "Verifier",
    "Written",
    "catalog_languages",
    "close_years",
    "count_quotations",
    "document",
    "finish",
    "former_words",
    "fullness",
    "fullness_lines",
    "hash_of",
    "headers",
    "interface_problems",
    "late",
    "missing",
    "one_text",
    "owned",
    "parted",
    "publish",
    "shell",
    "status_page",
    "templates_dir",
]


def publish(
    site: Site, cache: Cache | None = None, *, executor: Executor | None = None
) -> Iterator[Page | OutputFile]:
    """Yield every page, feed and redirect of the site.

    Args:
        site: What they show.
        cache: Knows pages that would be the same again; they are verified like the others.
        executor: Makes the editions; None: this process.

    Raises:
        QuotationError: a page or feed shows words as printed that their source does not hold.
    """
    yield languages_page(site)
    yield from editions(site, cache=cache, executor=executor)
    yield from redirects(site)
    yield from _for_programs(site)
    yield from for_crawlers(site)
    cards.forget()
    yield from style_sheets(site.settings)


def _for_programs(site: Site) -> Iterator[OutputFile]:
    verifier = Verifier(
        site.articles, site.utterances, site.settings.languages, content=site.settings.content_dir
    )
    yield from verifier.verified(api(site))


def finish(site: Site, pages: Iterable[Page], spool: Spool, folder: Target) -> tuple[Problem, ...]:
    """Write what is no page, and what needs all pages to be known: sitemaps and the search index.

    Args:
        site: what the pages were made of.
        pages: those that are in the site, with the ones its owner wrote.
        spool: where they, and the files of `publish`, were put away.
        folder: where the pages stand.
    """
    known = tuple(pages)
    for file in chain(spool.files(), sitemap(known, site.settings.site_url, changed=changes(site))):
        folder.write(file.path, file.content)
    speaks = {code: Renderer(site.settings, code).reader for code in site.settings.languages}
    write_search(known, site.settings.languages, folder, whole=spool.whole, reader=speaks.__getitem__)
    return ()
