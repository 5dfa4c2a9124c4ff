"""One page: its body from a template, its addresses in every edition, what a search finds in it."""

from __future__ import annotations

from collections.abc import Callable

from digest.model import Page
from digest.publish.edition import Edition
from digest.publish.frame import Renderer
from digest.publish.pieces import Pieces


class Maker:
    """Makes the pages of one edition."""

    def __init__(self, edition: Edition) -> None:
        self.site = edition.site
        self.language = edition.language
        self.edition = edition
        self.renderer = Renderer(edition.site.settings, edition.language)
        self.pieces = Pieces(self.renderer, edition)

    def text(self, message: str, **values: object) -> str:
        """Return an interface string of the edition as plain text."""
        return self.renderer.text(message, **values)

    def sources(self, outlets: tuple[str, ...]) -> str:
        """Return who reported something, as the description of a page."""
        return self.text("Reported by %(outlets)s", outlets=self.edition.listed(outlets))

    def page(
        self,
        kind: str,
        address: Callable[[str], str],
        *,
        title: str,
        description: str = "",
        head: Callable[[str], str] = lambda _: "",
        found: bool = False,
        **values: object,
    ) -> Page:
        """Return a page.

        Args:
            kind: of `Page`; its template has the same name.
            address: gives the page's path in an edition.
            title: plain text.
            description: plain text for search engines.
            head: makes more HTML for the head, out of the finished body.
            found: whether the site's own search finds it, by `found/KIND.html`.
            **values: variables of the template.
        """
        path = address(self.language)
        values |= {"title": title, "edition": self.edition, "pieces": self.pieces}
        body = self.renderer.render(f"{kind}.html", path=path, **values)
        return Page(
            path=path,
            language=self.language,
            kind=kind,
            title=title,
            description=description,
            head=head(body),
            body=body,
            alternates={code: address(code) for code in self.site.settings.languages},
            indexed=kind != "search",
            search_text=self.renderer.render(f"found/{kind}.html", path=path, **values) if found else "",
        )
