"""One page: its body from a template, its addresses in every edition, what a search finds in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from digest.cache import Cache
from digest.model import Page, Story
from digest.publish import order
from digest.publish.asked import asked
from digest.publish.closed import Closed
from digest.publish.edition import Edition
from digest.publish.frame import Renderer
from digest.publish.kept import Kept, Parts
from digest.publish.pieces import Pieces


@dataclass(frozen=True, slots=True)
class Preview:
    """What a page is to search engines, and where it is linked to."""

    description: str = ""
    """Plain text."""
    image: str = ""
    robots: str = ""
    feed: str = ""
    """Of `Page`, all three."""


_NO_PREVIEW = Preview()


class Maker:
    """Makes the pages of one edition."""

    def __init__(self, edition: Edition, cache: Cache, closed: Closed | None = None) -> None:
        self.kept = Kept(edition, cache, closed)
        # Whatever makes a page asks these, so that it is known what it was told.
        self.edition = asked(self.kept.notes, edition)
        self.site = self.edition.site
        self.language = edition.language
        self.renderer = Renderer(edition.site.settings, edition.language)
        self.pieces = Pieces(self.renderer, self.edition, self.kept.notes)

    def closed_month(self, story: Story) -> str:
        """Return the month of the last report of a story that is closed; nothing while it may go on."""
        is_closed = order.is_closed(story, self.site.settings.archive_before)
        return f"{story.latest.day:%Y-%m}" if is_closed and story.latest else ""

    def text(self, message: str, **values: object) -> str:
        """Return an interface string of the edition as plain text."""
        return self.renderer.text(message, **values)

    def feed(self, kind: str, path: str) -> str:
        """Return the path of the Atom feed of a page, if there is one."""
        feeds = self.site.settings.feeds
        return f"{path}feed.xml" if kind in feeds.of and "atom" in feeds.formats else ""

    def ngettext(self, one: str, many: str, number: int, **values: object) -> str:
        """Return an interface string of the edition that counts, as plain text."""
        return self.renderer.ngettext(one, many, number, **values)

    def page(  # noqa: PLR0913 - whatever a page is besides its values
        self,
        kind: str,
        address: Callable[[str], str],
        *,
        title: str,
        preview: Preview = _NO_PREVIEW,
        head: Callable[[str], str] = lambda _: "",
        found: Callable[[], str] = lambda: "",
        month: str = "",
        **values: object,
    ) -> Page:
        """Return a page.

        Args:
            kind: of `Page`; its template has the same name.
            address: gives the page's path in an edition.
            title: plain text.
            preview: what it is to those who list it, or show a link to it.
            head: makes more HTML for the head, out of the finished body.
            found: says what the site's own search finds in it; see `digest.publish.search`.
            month: under which it is kept, if what it shows is closed; see `closed_month`.
            **values: variables of the template.
        """
        path = address(self.language)
        values |= {"title": title}

        def make() -> Parts:
            shown = values | {"edition": self.edition, "pieces": self.pieces}
            body = self.renderer.render(f"{kind}.html", path=path, **shown)
            return Parts(body, head(body), found())

        parts = self.kept.page(make, kind, path, values, (head, found), month)
        return Page(
            path=path,
            language=self.language,
            kind=kind,
            title=title,
            description=preview.description,
            image=preview.image,
            robots=preview.robots,
            feed=preview.feed,
            head=parts.head,
            body=parts.body,
            alternates={code: address(code) for code in self.site.settings.languages},
            indexed=kind != "search",
            search_text=parts.search_text,
        )
