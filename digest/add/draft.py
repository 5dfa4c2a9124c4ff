"""What was received → what its file would hold, and what is doubtful about it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from digest.languages.tags import main_language
from digest.model import Article, ArticleId, BlockKind, Moment, Outlet
from digest.quote import find_quotes
from digest.quote.language import language_of
from digest.read import (
    MAX_TEXT_BYTES,
    Handed,
    KeptText,
    Passage,
    Told,
    front_matter,
    kept_text,
    language_code,
    markdown_from_passages,
    moment_from_iso,
    names_of_byline,
    other_language,
    read_fragment,
    read_page_bytes,
    read_pasted_bytes,
    read_plain,
)
from digest.receive import Body, Received, canonical, host_of

from digest.add.outcome import Said  # isort: skip

_ASSUMED = "en"
"""The language by whose words a text is read before it has told its own."""
_SHORT = 60
"""Characters of a text that is hardly an article: a headline, a caption, a line about cookies."""
# From behind the year: a pattern that begins with a sign is found sixteen times as fast.
_WITH_OFFSET = re.compile(rb"(-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})? ?([+-]\d\d:?\d\d)\b")
_AGENCY = r"(?:\s*\([^()]{1,40}\))?(?:\s*[,،]\s*[^–—-]{1,30})?\s*[–—-]+\s*"


@dataclass(frozen=True, kw_only=True)
class Draft:
    """An article before it has an outlet, a name and a place."""

    received: Received
    passages: tuple[Passage, ...]
    title: str
    outlet: str | None
    """Who published it, by the name that its source or its page gives."""
    language: str
    url: str | None
    authors: tuple[str, ...]
    published: str | None
    updated: str | None
    archive_url: str | None
    doubts: tuple[str, ...]

    @cached_property
    def kept(self) -> KeptText:
        """The text as it is kept; asked for several times for each article."""
        return kept_text(self.passages, language=self.language)

    @property
    def text(self) -> str:
        """The kept text."""
        return self.kept.text

    @property
    def text_sha256(self) -> str:
        """Of the kept text: tells whether an editor has changed it since."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def sha256(self) -> str:
        """Of what was read."""
        return hashlib.sha256(self.received.source).hexdigest()


def draft_of(
    received: Received, *, zone: ZoneInfo, language: str | None = None, most: int = MAX_TEXT_BYTES
) -> Draft | str:
    """Return the article in what was received, or why there is none.

    Args:
        received: With its text.
        zone: The site's time zone.
        language: The article's, where the user gave it.
        most: Bytes that its text may have.
    """
    known = Told(
        path="",
        zone=zone,
        charset=received.charset,
        language=language or code_of(received.language),
        most=most,
    )
    handed, code, told = _read(received, known, language)
    errors = [problem.message for problem in handed.problems]
    if not handed.passages:
        return "; ".join(errors) or "there is no text in it"
    title = received.title or _headline(handed.title, received.listed)
    if not title:
        return "there is no headline; write one in the first line, and a blank line below it"
    doubts = [*received.doubts, *errors]
    passages = _without_dateline(handed.passages, received.dateline)
    authors = received.authors or handed.authors
    if not authors and received.byline:
        authors = names_of_byline(received.byline, code)
    told_at = _moments(received.source, handed.written) if handed.published or handed.updated else {}
    published = received.published or _iso(handed.published, told_at)
    updated = received.updated or _iso(handed.updated, told_at)
    archived = received.url if handed.url and _is_archive(received.url) else None
    return Draft(
        received=received,
        passages=passages,
        title=title,
        outlet=received.outlet or handed.site,
        language=code,
        url=canonical(handed.url or "") if archived else _address(received.url, handed.url),
        authors=tuple(authors),
        published=published,
        updated=updated if updated != published else None,
        archive_url=archived or handed.archive_url,
        doubts=(*doubts, *told, *_missing(published or updated, passages)),
    )


def _headline(page: str | None, listed: str | None) -> str | None:
    """Return the headline as its page prints it, unless that is the one of a list with more around it."""
    if page and listed and listed.casefold() in page.casefold():
        return listed
    return page or listed


def _read(received: Received, known: Told, given: str | None) -> tuple[Handed, str, list[str]]:
    """Return what was received, read by the words of its own language; that; and what is doubtful about it.

    Buttons, bylines and boxes are known by the words of a language, which often the text alone tells: then
    it is read again.
    """
    handed = _handed(received, known)
    code, told = _language(given, known.language or handed.language, handed.text)
    if main_language(code) != main_language(known.language or handed.language or _ASSUMED):
        again = _handed(received, replace(known, language=code))
        handed = again if again.passages else handed
    return handed, code, told


def _handed(received: Received, known: Told) -> Handed:
    if received.body is Body.FRAGMENT:
        return read_fragment(received.source, language=known.language, title=received.title, most=known.most)
    if received.body is Body.TEXT:
        return read_plain(received.source, most=known.most)
    if received.body is Body.PASTED:
        return read_pasted_bytes(received.source, known, title=received.title)
    return read_page_bytes(received.source, known)


def code_of(declared: str | None) -> str | None:
    """Return a language that a source declares, in its usual letter case; None if there is none."""
    return language_code(declared.strip().replace("_", "-")) if declared else None


def _language(given: str | None, declared: str | None, text: str) -> tuple[str, list[str]]:
    """Return the language of a text, and what is doubtful about it: what the text shows wins over labels."""
    if given:
        return given, []
    if declared is None:
        found = language_of(text[:4000], article_language=_ASSUMED)
        return found, [f"its language is not told; by its words it is “{found}”"]
    other = other_language(text, declared)
    if other is None:
        return declared, []
    return other, [f"it says that it is in “{declared}”, but by its words it is “{other}”"]


def _is_archive(url: str | None) -> bool:
    """Tell whether an address is a copy of another, in whose path that stands."""
    return bool(url and re.search(r"/https?(?::|%3A)/", url.partition("://")[2]))


def _address(received: str | None, page: str | None) -> str | None:
    """Return the address that the page itself gives, where that can be one of this article."""
    own = canonical(page) if page else None
    if own is None or received is None:
        return own or received
    if not urlsplit(own).path.strip("/") and urlsplit(received).path.strip("/"):
        return received  # every page of a site that calls its front page the canonical one
    return own if host_of(own) == host_of(received) else received


def _moments(source: bytes, in_words: Iterable[str]) -> dict[datetime, datetime]:
    """Return the moments that a page writes with their offsets, each to the second, as first written."""
    read = (datetime.fromisoformat(text) for text in in_words if "T" in text)
    found = {moment: moment for moment in read if moment.tzinfo}
    for match in _WITH_OFFSET.finditer(source):
        year = source[max(match.start() - 4, 0) : match.start()]
        with suppress(ValueError):
            day, time, offset = (part.decode() for part in match.groups())
            written = datetime.fromisoformat(f"{year.decode('ascii', 'replace')}{day}T{time}{offset}")
            found.setdefault(written, written)
    return found


def _iso(moment: Moment | None, told: Mapping[datetime, datetime]) -> str | None:
    """Return a moment with the offset that its page writes it with: the day of its outlet."""
    if moment is None:
        return None
    if moment.instant is None:
        return moment.day.isoformat()
    instant = moment.instant.replace(microsecond=0)
    return told.get(instant, instant).isoformat().replace("+00:00", "Z")


def _without_dateline(passages: tuple[Passage, ...], dateline: str | None) -> tuple[Passage, ...]:
    """Take the place off the first paragraph where an agency says it beside the text."""
    place = re.split(r"[,،]", dateline or "")[0].strip()
    if not place or passages[0].kind is not BlockKind.PARAGRAPH:
        return passages
    match = re.match(re.escape(place) + _AGENCY, passages[0].text, re.IGNORECASE)
    if not match or match.end() == len(passages[0].text):
        return passages
    return (passages[0].without_start(match.end()), *passages[1:])


def _missing(when: str | None, passages: tuple[Passage, ...]) -> list[str]:
    doubts = [] if when else ["its date is not told"]
    if sum(len(passage.text) for passage in passages) < _SHORT:
        doubts.append("its text is very short")
    return doubts


def rendered(draft: Draft, outlet: Outlet, *, fetched: str | None, evidence: str | None = None) -> bytes:
    """Return the bytes of the article's file."""
    values = {
        "title": draft.title,
        "outlet": str(outlet.id),
        "language": draft.language,
        "url": draft.url,
        "published": draft.published,
        "updated": draft.updated,
        "authors": draft.authors,
        "archive_url": draft.archive_url,
        "source_id": draft.received.id if not draft.url else None,
        "evidence": evidence,
        "fetched": fetched,
        "sha256": draft.sha256,
        "text_sha256": draft.text_sha256,
    }
    return (front_matter(values) + markdown_from_passages(draft.passages, language=draft.language)).encode()


def article_of(draft: Draft, outlet: Outlet, *, path: str, slug: str, zone: ZoneInfo) -> Article:
    """Return the article as a build would read it."""
    kept = draft.kept
    return Article(
        id=ArticleId(f"{outlet.id}/{slug}"),
        path=path,
        outlet=outlet,
        language=draft.language,
        title=draft.title,
        text=kept.text,
        blocks=kept.blocks,
        language_parts=kept.parts,
        url=draft.url,
        published=moment_from_iso(draft.published, zone),
        updated=moment_from_iso(draft.updated, zone),
        authors=draft.authors,
        keys_path=path,
    )


def said_in(article: Article) -> tuple[Said, ...]:
    """Return the quotations that a build would find in an article."""
    return tuple(Said(quote.text, quote.speaker, quote.language) for quote in find_quotes(article).quotes)


def day_of(draft: Draft, now: datetime) -> str:
    """Return the year and month that an article belongs to, as `2026/03`."""
    when = draft.published or draft.updated or draft.received.captured or now.isoformat()
    return f"{when[:4]}/{when[5:7]}"
