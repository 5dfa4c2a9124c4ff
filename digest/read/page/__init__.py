"""A saved page → its article: paragraphs and headings, and what the page tells of itself.

Offline and the same on every day: nothing is fetched, and no date is judged by today's.

In goes the page's source; out comes a `PageReading`. trafilatura finds the text; what it does not know is
done before (`markup`, `boxes`), by options (`body`) or after (`furnished`), and what the page says of itself
is read here.

- `translated`: a page that a machine translated is refused
- `told`: what it says of itself
- `boxes`: related stories, comments and teasers are cut from the tree
- `body`: the text
- `furnished`: headline, stamps and invitations that were extracted with it
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from digest.languages import name
from digest.languages.tags import main_language
from digest.languages.visible import clean
from digest.model import BlockKind, Moment
from digest.read.furniture import Cut
from digest.read.markup import make_readable, tree_from_html
from digest.read.page.body import passages_of
from digest.read.page.boxes import drop_boxes
from digest.read.page.furnished import Furnished, signed, without_furniture
from digest.read.page.told.address import address_of
from digest.read.page.told.authors import authors_of
from digest.read.page.told.below import standfirst_of, with_standfirst
from digest.read.page.told.dates import dates_of
from digest.read.page.told.language import declared_language
from digest.read.page.told.linked_data import linked_data
from digest.read.page.told.metas import contents, metas_of
from digest.read.page.told.site import site_of
from digest.read.page.told.title import title_of
from digest.read.page.translated import translated
from digest.read.report import Report
from digest.read.text import Passage, other_language

__all__ = ["PageReading", "drop_boxes", "read_page", "without_furniture"]

_NO_TEXT = "no article text was found in this page; paste the text into a “.txt” file instead"
_WALLED = (
    "the page is cut: it says that the rest is for subscribers; save it as a subscriber sees it, "
    "or keep what is here"
)
_OUTLET = ("og:site_name", "application-name")
_ENOUGH = 20_000
"""Characters of a page, menus among them, by which its language is known."""
_COMMENTS = 8000
"""Characters at a page's beginning in which browsers say where it was saved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReading:
    """What a saved page holds."""

    passages: list[Passage]
    title: str | None = None
    site: str | None = None
    """The name of the outlet."""
    language: str | None = None
    published: Moment | None = None
    updated: Moment | None = None
    written: tuple[str, ...] = ()
    """Moments told in words, in ISO 8601 with their own offsets."""
    authors: tuple[str, ...] = ()
    url: str | None = None
    archive_url: str | None = None
    cuts: tuple[Cut, ...] = ()
    """What was recognised as no part of the text."""


def read_page(source: str, report: Report, *, language: str | None = None) -> PageReading:
    """Return what the page `source` holds; without passages if no article text was found (then noted).

    Args:
        source: The page's HTML.
        report: Takes the problems, and knows the site's time zone.
        language: The article's language where an editor gave it.
    """
    tree = tree_from_html(source)
    if tree is None:
        report.error(1, _NO_TEXT)
        return PageReading(passages=[])
    machine = translated(tree, source)
    if machine:
        report.error(1, machine.message)
        return PageReading(passages=[])
    data, metas = linked_data(tree), metas_of(tree)
    declared = declared_language(tree, metas, data)
    said = language or _shown_language(tree, declared)
    title, address = title_of(tree, metas, data), address_of(tree, metas, data, source[:_COMMENTS])
    site = site_of(tree, metas, data, title, urlsplit(address.url or "").netloc)
    authors = authors_of(tree, metas, data, language=said)
    marking = make_readable(tree, language=said)
    drop_boxes(tree)
    dates = dates_of(
        tree, metas, data, report, language=said
    )  # those of other texts are gone with their boxes
    opening = standfirst_of(tree, metas, data, language=said, marking=marking)
    passages = with_standfirst(opening, passages_of(tree, data, language=said, marking=marking))
    authors = authors or signed(passages, language=said)
    names = (*authors, *contents(metas, _OUTLET), *([site] if site else ()))
    kept = without_furniture(passages, language=said, title=title and clean(title), names=names)
    if not any(passage.kind is not BlockKind.HEADING for passage in kept.passages):
        report.error(1, _NO_TEXT)
        kept = Furnished([], kept.cuts, kept.walled)
    elif kept.walled:
        report.warning(1, _WALLED)
    return PageReading(
        passages=kept.passages,
        title=title,
        site=site,
        language=language or _language(kept.passages, declared, report),
        published=dates.published,
        updated=dates.updated,
        written=dates.written,
        authors=authors,
        url=address.url,
        archive_url=address.archive_url,
        cuts=tuple(kept.cuts),
    )


def _shown_language(tree: Any, declared: str | None) -> str:
    """Return a page's language, by its words where it tells none, or what software tells by itself."""
    if declared and main_language(declared) != "en":
        return declared
    body = tree.find("body")
    text = "" if body is None else body.text_content()[:_ENOUGH]
    return other_language(text, declared or "en") or declared or "en"


def _language(passages: list[Passage], declared: str | None, report: Report) -> str | None:
    """Return the language a page declares, or the one its text is in where that is plainly another."""
    if declared is None:
        return None
    other = other_language("\n\n".join(passage.text for passage in passages), declared)
    if other:
        says, is_in = name(declared, reader="en"), name(other, reader="en")
        report.warning(
            1,
            f"the page says that it is in {says}, but its text is in {is_in}, which is kept; "
            "write “language:” beside it if that is wrong",
        )
    return other or declared
