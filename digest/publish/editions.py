"""The pages of each edition, verified, by one process or several.

Editions share nothing but the site, so each is made on its own. What another process makes comes by way of a
file in a folder that only its user may read: an edition may have a gigabyte of pages, and memory is not to
hold them.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor
from functools import partial
from itertools import repeat
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from digest.cache import Cache, no_cache, opened
from digest.model import OutputFile, Page, Site
from digest.publish.asked import asked
from digest.publish.closed import Closed, Closing, seal, settled
from digest.publish.corrections import former_words
from digest.publish.edition import Edition
from digest.publish.kept import Kept, Parts
from digest.publish.outside import corrections_feeds, embeds, feeds_of, pictures, sources
from digest.publish.pages import edition_pages
from digest.publish.verify import Verifier


def editions(
    site: Site, *, cache: Cache | None = None, executor: Executor | None = None
) -> Iterator[Page | OutputFile]:
    """Yield the pages and feeds of every edition, in their order.

    Args:
        site: What they show.
        cache: Knows pages that would be the same again.
        executor: Makes each edition; None: this process.

    Raises:
        QuotationError: one shows words as printed that their source does not hold.
    """
    site = settled(site)
    languages = site.settings.languages
    if executor is None or len(languages) == 1:
        for language in languages:
            # One edition at a time: what it knows goes before the next one.
            yield from _edition(site, language, cache)
        return
    with TemporaryDirectory(prefix="digest-editions-") as folder:
        # Once, and not once an edition.
        packed = pickle.dumps(site, pickle.HIGHEST_PROTOCOL)
        for path in executor.map(_into_file, repeat(packed), languages, repeat(Path(folder))):
            yield from _out_of(path)
            path.unlink()


def close_years(site: Site, cache: Cache) -> int:
    """Keep the pages of closed years, verified and sealed; return their number.

    Raises:
        QuotationError: one shows words as printed that their source does not hold.
        ArchiveError: they cannot be kept, or what was kept is not as it was sealed.
    """
    sums: dict[str, str] = {}
    pages = 0
    site = settled(site)
    for language in site.settings.languages:
        closing = Closing(site.settings, language)
        verifier = _verifier(site)
        for _ in verifier.verified(edition_pages(Edition(site, language), cache, closing)):
            pass
        sums |= closing.finish()
        pages += closing.pages
    seal(site.settings, sums)
    return pages


def _verifier(site: Site) -> Verifier:
    settings = site.settings
    return Verifier(
        site.articles, site.utterances, settings.languages, former_words(site), settings.content_dir
    )


def _edition(site: Site, language: str, cache: Cache | None) -> Iterator[Page | OutputFile]:
    verifier = _verifier(site)
    edition = Edition(site, language)
    closed = Closed(site.settings, language) if site.settings.archive_before else None
    yield from verifier.verified(edition_pages(edition, cache, closed))
    yield from verifier.verified(_files(edition, cache or no_cache()))
    yield from pictures(edition, cache or no_cache())
    if site.history.corrections:
        yield from corrections_feeds(site, language)


def _files(edition: Edition, cache: Cache) -> Iterator[OutputFile]:
    """Yield an edition's feeds and embeds: those of one source are made again, or none; so are all embeds."""
    kept = Kept(edition, cache)
    own = asked(kept.notes, edition)
    for source in sources(edition):
        yield from _kept(kept, "feed", {"source": source}, partial(feeds_of, own, source))
    if "embeds" in edition.site.settings.outputs:
        yield from _kept(kept, "embed", {}, partial(embeds, own))


def _kept(
    kept: Kept, kind: str, values: Mapping[str, Any], made: Callable[[], Iterable[OutputFile]]
) -> Iterator[OutputFile]:
    def make() -> Parts:
        return Parts(json.dumps({file.path: file.content.decode() for file in made()}))

    for path, content in json.loads(kept.page(make, kind, "", values, ()).body).items():
        yield OutputFile(path, content.encode())


def _into_file(packed: bytes, language: str, folder: Path) -> Path:
    site: Site = pickle.loads(packed)  # noqa: S301 (our own process made it)
    path = folder / language
    with opened(site.settings.cache_dir) as cache, path.open("xb") as file:
        for one in _edition(site, language, cache):
            pickle.dump(one, file, pickle.HIGHEST_PROTOCOL)
    return path


def _out_of(path: Path) -> Iterator[Page | OutputFile]:
    with path.open("rb") as file:
        size = path.stat().st_size
        while file.tell() < size:
            yield pickle.load(file)  # noqa: S301 (our own process made it)
