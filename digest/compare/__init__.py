"""A finished site, compared with what its content builds now.

Nothing is asked of the site that it could answer wrongly: every page and file is made again, in memory, one
by one and through the caches, as a build makes it, and laid beside the one that stands there (`folder`).
Where bytes differ, what they say is compared, as tokens (`pages`, `data`), and what differs first is told
(`words`). In somebody else's frame that is our part alone (`inside`); what is the owner's own is left to him
(`owners`, `lists`). In goes a `Site` and a folder; out comes the number of its quotations, or a `SiteError`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import Executor
from enum import Enum, auto
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from digest.alone import Ordinary, is_exported, ordinary, write_digest
from digest.compare.folder import Finished
from digest.compare.inside import PART, document
from digest.compare.leaked import leaked
from digest.compare.owners import REDIRECTS, strangers, whole
from digest.compare.pages import tree_of
from digest.config import Surroundings
from digest.errors import SiteError
from digest.messages import printable
from digest.model import FrameOf, Page, Problem, Settings, Severity, Site
from digest.publish import Frames, addresses, former_words
from digest.publish.verify import Verifier, told

__all__ = ["compare_site"]


log = logging.getLogger(__name__)


class _Around(Enum):
    """What stands around the digest's pages."""

    OWN = auto()
    THEME = auto()
    """The host's theme: `frame: theme`."""
    EXPORT = auto()
    """Whatever another generator puts there (`digest export`), heads included."""


def compare_site(
    digest: Site,
    site: Surroundings,
    folder: Path,
    *,
    under: str = "",
    tell: Callable[[str], None] = log.info,
    executor: Executor | None = None,
) -> tuple[int, bool]:
    """Compare every page and file of a finished site; return its quotations, and whether all was compared.

    Args:
        digest: What the pages show, as a build shows it.
        site: What else the configuration says.
        folder: Of the digest in the finished site.
        under: What paths in messages begin with: where that folder stands in the site.
        tell: Told, in a sentence, what is in every page and was not compared.
        executor: Makes the editions; None: this process.

    Raises:
        SiteError: something differs, is missing or cannot be read; a line and a problem each.
    """
    settings = digest.settings
    around = _around(settings, folder)
    pages = Ordinary() if settings.is_guest else ordinary(settings, site)
    theirs = {_file(page.path) for page in pages.written} | {path for _, path in pages.files}
    finished = Finished(folder, settings.site_url, theirs)
    framed = None if around is _Around.OWN else _framed(settings, around, finished)
    if around is _Around.EXPORT:
        finished.only = partial(_is_wanted, folder, finished)
    write_digest(digest, finished, pages, framed=framed, executor=executor)
    faults = [*_differing(settings, folder, finished), *_strange(digest, folder, finished, around, theirs)]
    if faults:
        problems = [Problem(f"{under}{path}", None, Severity.ERROR, fault) for path, fault in sorted(faults)]
        raise SiteError(told([f"{printable(one.path)}: {one.message}" for one in problems]), problems)
    if added := finished.added.everywhere():
        more = f" and {len(added) - 1} more" if len(added) > 1 else ""
        tell(
            f"notice: every page of the digest's also has “{added[0][:90]}”{more}, of a plugin or hook;"
            " what that does was not compared"
        )
    if words := finished.beside.told():
        tell(f"notice: {under}{printable(words)}; what it says was not compared")
    return _quotations(digest), around is _Around.OWN


def _around(settings: Settings, folder: Path) -> _Around:
    """Return what stands around the pages in a folder.

    Raises:
        SiteError: there are none, or they stand at another address.
    """
    fronts = [
        file
        for code in settings.languages
        if (file := folder / addresses.front(code) / "index.html").is_file()
    ]
    if not fronts:
        raise SiteError(
            f"{printable(str(folder))}: there is no page of any edition; is this the finished site?"
        )
    try:
        page = tree_of(whole(fronts[0]))
    except (OSError, ValueError):
        return _Around.OWN  # which is told with the others
    inside = page.css_first(PART) is not None
    if inside and settings.frame is FrameOf.OWN:
        return _Around.EXPORT
    link = page.css_first('link[rel="canonical"]')
    _stands_at(settings, folder, (link.attributes.get("href") or "") if link else "")
    return _Around.THEME if inside else _Around.OWN


def _stands_at(settings: Settings, folder: Path, address: str) -> None:
    """Tell one thing of a site of another address, each page of which would differ.

    Raises:
        SiteError: it is one.
    """
    known = {
        url: f"of what was closed before {day}: check it with --before {day}"
        for day, url in settings.archive_sites
    }
    if settings.newer_url:
        known[settings.newer_url] = "of what is open: check it without --before"
    known[settings.site_url] = ""
    at = max((url for url in known if address.startswith(url)), key=len, default=None)
    if address and at != settings.site_url:
        why = (
            f"the site {known[at]}"
            if at
            else f"site_url is {settings.site_url}: name their configuration with -f"
        )
        raise SiteError(f"{printable(str(folder))}: its pages stand at {printable(address)}; {why}")


def _framed(settings: Settings, around: _Around, finished: Finished) -> Callable[[Page], str]:
    """Return what makes a page for another frame, and notes how it is to be compared."""
    frames = Frames(settings)
    is_export = around is _Around.EXPORT

    def framed(page: Page) -> str:
        if not (is_export and not is_exported(page)):
            finished.with_head[_file(page.path)] = not is_export
        return document(frames.inside(page, alone=not is_export))

    return framed


def _is_wanted(folder: Path, finished: Finished, path: str) -> bool:
    """Tell whether another generator was given a file; what else it makes is its own."""
    is_feed = path.endswith((".xml", ".json")) and not ("sitemap" in path or "/search/" in path)
    return path in finished.with_head or (is_feed and (folder / path).is_file())


def _differing(settings: Settings, folder: Path, finished: Finished) -> Iterator[tuple[str, str]]:
    """Yield the path of each file that differs, and what does; of an edition that is gone, its folder."""
    gone = [addresses.front(code) for code in settings.languages if not (folder / code).is_dir()]
    yield from ((path, "there is no page of this edition") for path in gone)
    yield from (one for one in finished.faults() if not one[0].startswith(tuple(gone)))


def _strange(
    digest: Site, folder: Path, finished: Finished, around: _Around, theirs: Collection[str]
) -> Iterator[tuple[str, str]]:
    settings = digest.settings
    verifier = Verifier(
        digest.articles, digest.utterances, settings.languages, former_words(digest), settings.content_dir
    )
    areas: set[tuple[str, ...]] = set()
    if settings.is_guest and around is not _Around.EXPORT:
        areas = {()}
    elif around is _Around.OWN:
        areas = {(code, part) for code in settings.languages for part in (*addresses.OF_STORIES, "search")}
        areas -= {tuple(path.split("/")[:2]) for path in theirs}
    known = {*finished.ours, *finished.parts()}
    if around is _Around.EXPORT or REDIRECTS in theirs:
        known.add(REDIRECTS)
    yield from strangers(folder, known, areas, verifier, urlsplit(settings.site_url).path)
    yield from leaked(folder, settings.content_dir, known)


def _quotations(digest: Site) -> int:
    """Return how many quotations the pages show: what a reprint repeats is shown as its origin's."""
    return len({w.quote.id for said in digest.utterances for w in said.wordings if not w.repeats})


def _file(path: str) -> str:
    return f"{path}index.html" if path.endswith("/") or not path else path
