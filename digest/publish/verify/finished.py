"""A finished site, compared with the content as it is now: nothing changed, nothing missing, nothing unread.

A site that shows no quotation at all is the worst of all, however green it looks: minified by a tool that
lost them, half copied, or empty. So every edition is held against the quotations that the content has.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from stat import S_ISREG

from digest.errors import QuotationError
from digest.model import Article, Quote, Utterance
from digest.publish.verify.quotations import (
    FEEDS,
    Quotation,
    Shown,
    is_feed,
    shown_in_feed,
    shown_on,
    xml_of,
)
from digest.publish.verify.verifier import Verifier
from digest.publish.verify.wording import shortened, told
from digest.whole import json_of

_PAGES = (".html", ".htm", ".xhtml")
_SEALED = re.compile(r"search/index/[a-z]+-[0-9]+-([0-9a-f]{8})\.json$")
"""A part of a search's index: its name ends in the start of its hash (`search.index`)."""


def verify_site(
    articles: Iterable[Article], utterances: Iterable[Utterance], editions: Sequence[str], folder: Path
) -> int:
    """Compare the quotations of every page and feed under a folder with the content; return their number.

    Args:
        articles: that quotations may be credited to.
        utterances: what every edition has to show.
        editions: their languages.
        folder: the finished site.

    Raises:
        QuotationError: some differ or are not there, or a file could not be read; names each of them.
    """
    utterances = tuple(utterances)
    verifier = Verifier(articles, utterances, editions)
    found: set[Quotation] = set()
    by_edition: dict[str, set[tuple[str, int, int]]] = {}
    faults: list[str] = []
    for path in _files(folder, faults):
        name = path.relative_to(folder).as_posix()
        try:
            shown = _read(path)
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else error
            faults.append(f"{_printable(name)}: cannot be read: {reason}")
            continue
        found.update(shown.all_quotations())
        faults += [f"{_printable(name)}: {fault}" for fault in verifier.faults(shown, name)]
        if edition := verifier.edition(name):
            places = by_edition.setdefault(edition, set())
            places.update((one.article, one.start, one.end) for one in shown.all_quotations())
    faults += _missing(utterances, editions, by_edition, folder)
    if faults:
        raise QuotationError(told(faults))
    return len(found)


def _files(folder: Path, faults: list[str]) -> Iterator[Path]:
    """Yield pages and feeds in the order of their paths; folders that cannot be entered become faults."""

    def note(error: OSError) -> None:
        at = Path(os.fsdecode(error.filename)).relative_to(folder).as_posix()
        faults.append(f"{_printable(at)}: cannot be read: {error.strerror}")

    for parent, folders, names in os.walk(folder, onerror=note):
        folders.sort()
        yield from (Path(parent, name) for name in sorted(names) if name.lower().endswith(_PAGES + FEEDS))


def _read(path: Path) -> Shown:
    if not S_ISREG(path.stat().st_mode):
        raise ValueError("it is no regular file")
    data = path.read_bytes()
    if not data.strip():
        raise ValueError("it is empty")
    if path.suffix.lower() in FEEDS:
        # Of a feed that was cut, the mark may be what is missing.
        return shown_in_feed(data) if is_feed(path.name, data) else _whole(data, path)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"it is not UTF-8 (byte {error.start})") from error
    return shown_on(data)


def _whole(data: bytes, path: Path) -> Shown:
    """Return that a file for machines shows no quotation, if it can be read to its end."""
    if path.suffix.lower() == ".json":
        json_of(data)
        # What the search shows of statements is in them.
        sealed = _SEALED.search(path.as_posix())
        if sealed and hashlib.sha256(data).hexdigest()[:8] != sealed[1]:
            raise ValueError("it does not hold what its name says; build the site again")
    else:
        xml_of(data)
    return Shown()


def _missing(
    utterances: Iterable[Utterance],
    editions: Sequence[str],
    by_edition: dict[str, set[tuple[str, int, int]]],
    folder: Path,
) -> Iterator[str]:
    """Yield what the content has and the site does not show: editions first, then quotations."""
    if not by_edition:
        yield f"{_printable(folder.as_posix())}: there is no page of any edition; is this the finished site?"
        return
    there = [code for code in editions if code in by_edition]
    yield from (f"{code}/: there is no page of this edition" for code in editions if code not in by_edition)
    lacking: dict[Quote, list[str]] = defaultdict(list)
    # What a reprint only repeats is shown as its origin's, which names it.
    wordings = (wording for utterance in utterances for wording in utterance.wordings if not wording.repeats)
    for quote in (wording.quote for wording in wordings):
        for code in there:
            if (quote.article.id, quote.span.start, quote.span.end) not in by_edition[code]:
                lacking[quote].append(code)
    for quote, codes in lacking.items():
        yield f"{quote.article.path}: “{shortened(quote.text)}” is not shown in {', '.join(codes)}"


def _printable(name: str) -> str:
    # File names need not be UTF-8.
    return name.encode("utf-8", "replace").decode("utf-8")
