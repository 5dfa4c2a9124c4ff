"""Pages not made out of articles: those that the site's owner wrote, and the one for missing addresses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from digest.languages.visible import clean
from digest.model import Page, Settings
from digest.publish.frame import NOWHERE, Renderer
from digest.publish.search import found_page


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A page of the owner's: finished HTML, made from a Markdown file."""

    path: str
    title: str
    body: str
    description: str = ""


def one_text(value: object) -> str:
    """Return a value of front matter as one text; a list or a mapping, which may be without end, says none.

    >>> one_text("About"), one_text(2026), one_text(["About"]), one_text(None)
    ('About', '2026', '', '')
    """
    return str(value) if value and isinstance(value, str | int | float | date) else ""


def owned(settings: Settings, written: Iterable[Written]) -> tuple[Page, ...]:
    """Return the owner's pages as pages of the site; one belongs to the edition in whose folder it stands.

    `es/about/` is the same page as `en/about/` in another edition.
    """
    known = {page.path: page for page in written}
    return tuple(_page(settings, page, known.keys()) for page in known.values())


def _page(settings: Settings, written: Written, paths: Iterable[str]) -> Page:
    first, _, rest = written.path.partition("/")
    inside = first in settings.languages
    # What turns words around in a page of theirs would do so in our lists and in what is found, too.
    title = clean(written.title)
    sisters = {code: f"{code}/{rest}" for code in settings.languages} if inside else {}
    return Page(
        path=written.path,
        language=first if inside else settings.languages[0],
        kind="owned",
        title=title,
        description=clean(written.description),
        body=written.body,
        alternates={code: path for code, path in sisters.items() if path in paths},
        search_text=found_page(title, first if inside else settings.languages[0], written.body),
    )


def missing(settings: Settings) -> Page:
    """Return the page for addresses that do not exist: it speaks every edition, the default one first."""
    said = [Renderer(settings, code).render("missing.html", path=NOWHERE) for code in settings.languages]
    return Page(
        path="404.html",
        language=settings.languages[0],
        kind="missing",
        title=Renderer(settings, settings.languages[0]).text("Page not found"),
        body="\n".join(said),
        indexed=False,
    )
