"""The frame of every page: what stands around a body, whether we or the site's owner wrote that.

The frame is rendered here, with the edition's own strings and escaping; the theme's template only puts
the finished pieces in their places.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digest import languages
from digest.model import Page, Settings
from digest.publish import addresses
from digest.publish.templates import NOWHERE, Renderer

Others = Sequence[tuple[str, str]]
"""Path and title of pages that the site's owner wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Finished HTML around a page's body, and what the document says of itself."""

    language: str
    direction: str
    kind: str
    """Of `Page`, or `ordinary`, or `missing`."""
    head: str
    styles: str
    header: str
    footer: str
    missing: str = ""
    """The body of the page for addresses that do not exist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A way to the same page in another edition."""

    language: str
    path: str
    current: bool
    same_page: bool
    """Whether it is the same page, and not just the other edition's front page."""


def shell(settings: Settings, *, path: str, page: Page | None, others: Others = ()) -> Frame:
    """Return the frame of the page at `path`.

    Args:
        settings: of the site.
        path: of the page, as `addresses` writes it; one that ends in `.html` is shown at any address, so
            that its links start at the host's root.
        page: one of ours, or None for one that the site's owner wrote.
        others: pages that the site's owner wrote; those of the edition stand in its navigation.
    """
    language = page.language if page else language_of(path, settings)
    anywhere = path.endswith(".html")
    kind = page.kind if page else "missing" if anywhere else "ordinary"
    renderer = Renderer(settings, language)
    place = NOWHERE if anywhere else path
    alternates = page.alternates if page else _alternates(path, others, settings)
    values = {
        "kind": kind,
        "page": page,
        "title": page.title if page else next((title for at, title in others if at == path), ""),
        "alternates": alternates,
        "editions": tuple(_editions(alternates, language, settings, kind)),
        "others": [
            (at, title) for at, title in others if at.startswith(f"{language}/") and at != f"{language}/"
        ],
    }
    return Frame(
        language=language,
        direction=languages.direction(language),
        kind=kind,
        head=renderer.render("head.html", path=place, **values),
        styles=renderer.render("styles.html", path=place),
        header=renderer.render("header.html", path=place, **values),
        footer=renderer.render("footer.html", path=place, **values),
        missing=_missing(settings, place) if kind == "missing" else "",
    )


def language_of(path: str, settings: Settings) -> str:
    """Return the edition that a path belongs to; the default one for a path outside of all."""
    first = path.partition("/")[0]
    return first if first in settings.languages else settings.languages[0]


def _alternates(path: str, others: Others, settings: Settings) -> Mapping[str, str]:
    language, _, rest = path.partition("/")
    if language not in settings.languages:
        return {}
    known = {at for at, _ in others}
    return {code: f"{code}/{rest}" for code in settings.languages if f"{code}/{rest}" in known}


def _editions(
    alternates: Mapping[str, str], language: str, settings: Settings, kind: str
) -> Sequence[Edition]:
    return [
        Edition(
            language=code,
            path=alternates.get(code, addresses.front(code)),
            current=code == language and kind not in {"languages", "missing"},
            same_page=code in alternates,
        )
        for code in settings.languages
    ]


def _missing(settings: Settings, path: str) -> str:
    """Say in every edition that there is nothing at this address, the default one first."""
    said = (Renderer(settings, code).render("missing.html", path=path) for code in settings.languages)
    return "\n".join(said)
