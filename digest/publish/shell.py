"""The frame of every page: what stands around a body, whether we or the site's owner wrote that.

The frame is rendered here, with the edition's own strings and escaping; the theme's template only puts
the finished pieces in their places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest import languages
from digest.model import Page, Settings
from digest.publish import addresses
from digest.publish.templates import NOWHERE, Renderer


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Finished HTML around a page's body, and what the document says of itself."""

    language: str
    direction: str
    kind: str
    """Of `Page`."""
    head: str
    styles: str
    header: str
    footer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A way to the same page in another edition."""

    language: str
    path: str
    current: bool
    same_page: bool
    """Whether it is the same page, and not just the other edition's front page."""


def shell(settings: Settings, page: Page, *, owned: Sequence[Page] = ()) -> Frame:
    """Return the frame of a page.

    Args:
        settings: of the site.
        page: any of the site's, `missing` among them.
        owned: pages that the site's owner wrote; those of the edition stand in its navigation.
    """
    language = page.language
    renderer = Renderer(settings, language)
    # It is shown at any address: its links start at the host's root.
    place = NOWHERE if page.kind == "missing" else page.path
    values = {
        "page": page,
        "editions": tuple(_editions(page, settings)),
        "owned": [(other.path, other.title) for other in owned if _is_in_navigation(other, language)],
    }
    return Frame(
        language=language,
        direction=languages.direction(language),
        kind=page.kind,
        head=renderer.render("head.html", path=place, **values),
        styles=renderer.render("styles.html", path=place),
        header=renderer.render("header.html", path=place, **values),
        footer=renderer.render("footer.html", path=place, **values),
    )


def document(settings: Settings, page: Page, *, owned: Sequence[Page] = ()) -> str:
    """Return the whole HTML of a page in our own frame; the arguments are those of `shell`."""
    frame = shell(settings, page, owned=owned)
    place = NOWHERE if page.kind == "missing" else page.path
    renderer = Renderer(settings, page.language)
    return renderer.render("page.html", path=place, frame=frame, body=page.body, page=page).strip() + "\n"


def _is_in_navigation(owned: Page, language: str) -> bool:
    return owned.path.startswith(f"{language}/") and owned.path != addresses.front(language)


def _editions(page: Page, settings: Settings) -> Iterator[Edition]:
    nowhere = page.kind in {"languages", "missing"}
    for code in settings.languages:
        yield Edition(
            language=code,
            path=page.alternates.get(code, addresses.front(code)),
            current=code == page.language and not nowhere,
            same_page=code in page.alternates,
        )
