"""Pages as the room of publishing makes them, for tests that read their HTML."""

from __future__ import annotations

from digests import WTOP
from lxml import html

from digest.model import Page, Site
from digest.publish import shell
from digest.publish.pages import pages

STORY = f"story/{WTOP.id}/"
"""The path, within an edition, of the story of `digests`."""


def page(site: Site, path: str) -> Page:
    """Return the page at a path."""
    return next(page for page in pages(site) if page.path == path)


def body(site: Site, path: str) -> html.HtmlElement:
    """Return the body of the page at a path, as a tree."""
    return html.fragment_fromstring(page(site, path).body, create_parent="body")


def document(site: Site, one: Page) -> str:
    """Return a whole document: the page inside its frame, without what the theme adds."""
    frame = shell(site.settings, one)
    return (
        f'<!doctype html><html lang="{frame.language}" dir="{frame.direction}">'
        f"<head>{frame.head}{frame.styles}</head>"
        f'<body>{frame.header}<main id="content">{one.body}</main>{frame.footer}</body></html>'
    )
