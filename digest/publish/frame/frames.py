"""The frame of every page: what stands around a body, whether we or the site's owner wrote that.

The frame is rendered here, with the edition's own strings and escaping; the theme's template only puts
the finished pieces in their places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from digest import languages
from digest.model import Page, Settings
from digest.publish import addresses
from digest.publish.frame.outline import Outline, shape, stand_in
from digest.publish.frame.policy import REFERRER, policy
from digest.publish.frame.templates import NOWHERE, Renderer

_OF_DOCUMENTS = ("page.html", "document.html", "head.html", "policy.html")
"""Templates that are handed a page: an owner's may ask anything of it."""
_WITH_LINKS = ("head", "styles", "header", "footer")
"""Fields of `Frame`."""
_SAME = "\x04"
"""Before a language: this page in that edition, or else its front page."""
_KINDS = frozenset({"front", "languages", "missing", "search"})
"""Kinds of pages that have a header or footer of their own."""
_FEW = frozenset({"corrections", "languages", "missing", "owned", "search"})
"""Kinds of pages with one style sheet more, which pages that readers open first need not wait for."""
_ALONE = frozenset({"article", "missing", "owned", "story"})
"""Kinds of pages that list no stories, and do without the style sheet for those that do."""
_MARKED = ("", "topics/", "people/", "archive/")
"""Pages of an edition that its navigation marks as the one at hand."""


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
class Inside:
    """A page in finished HTML, for a theme to put into its own frame."""

    head: str
    """Instead of what the theme says of a page."""
    styles: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A way to the same page in another edition."""

    language: str
    path: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What all pages of an edition have in common."""

    renderer: Renderer
    owned: list[tuple[str, str]]
    """Path and title of each page in its navigation that the site's owner wrote."""
    marked: frozenset[str]
    """Paths of the pages that its navigation marks as the one at hand."""


class Frames:
    """The frames of a site's pages; what pages of an edition share is rendered once.

    Args:
        settings: of the site.
        owned: pages that the site's owner wrote; those of an edition stand in its navigation.
        served: whether a server for editing shows them, which writes a script into each page: no policy.
    """

    def __init__(
        self,
        settings: Settings,
        owned: Sequence[Page] = (),
        *,
        served: bool = False,
    ) -> None:
        self._settings = settings
        self._served = served
        self._owned = owned
        self._known: dict[tuple[str, ...], str] = {}
        self._around_by_language: dict[str, _Around] = {}
        self._outlines: dict[tuple[object, ...], Outline] = {}
        self._has_outlines = not any(
            (folder / "digest" / name).is_file()
            for folder in settings.template_dirs
            for name in _OF_DOCUMENTS
        )

    def frame(self, page: Page) -> Frame:
        """Return the frame of a page, `missing` and the owner's among them."""
        made = self._frame(page)
        place, targets = _place(page), self._targets(page)
        placed = self._around(page.language).renderer.placed
        return replace(
            made,
            **{name: placed(getattr(made, name), path=place, targets=targets) for name in _WITH_LINKS},
        )

    def _frame(self, page: Page, proofs: str | None = None) -> Frame:
        """Return the frame of a page, its links as marks."""
        settings, language = self._settings, page.language
        shared_by_all = self._around(language)
        renderer = shared_by_all.renderer
        place = _place(page)
        editions = tuple(_editions(page, settings))
        kind = page.kind if page.kind in _KINDS else ""
        proofs = _proofs(page) if proofs is None else proofs

        def shared(template: str, *key: str, sheets: tuple[str, ...] = (), missing: bool = False) -> str:
            whole = (template, language, *key, *sheets, *(["missing"] if missing else []))
            if whole not in self._known:
                # The same page in another edition is a target by a name of its own: pages share the rest.
                named = tuple(replace(edition, path=_SAME + edition.language) for edition in editions)
                values = {
                    "page": page,
                    "path": place,
                    "editions": named,
                    "owned": shared_by_all.owned,
                    "sheets": sheets,
                    "missing": missing,
                }
                self._known[whole] = renderer.piece(template, proofs=proofs, **values)
            return self._known[whole]

        return Frame(
            language=language,
            direction=languages.direction(language),
            kind=page.kind,
            head=renderer.piece(
                "head.html",
                page=page,
                editions=editions,
                policy="" if self._served else policy(page.kind, settings),
                referrer=REFERRER,
                inside=False,
            ),
            styles=shared("styles.html", sheets=_sheets(page.kind), missing=page.kind == "missing"),
            header=shared("header.html", kind, page.path if page.path in shared_by_all.marked else ""),
            footer=shared("footer.html", kind, proofs),
        )

    def _targets(self, page: Page) -> dict[str, str]:
        """Return the paths of the same page in each edition, by what stands for them."""
        return {_SAME + edition.language: edition.path for edition in _editions(page, self._settings)}

    def inside(self, page: Page, *, alone: bool = True) -> Inside:
        """Return a page for a theme's frame, whose header and navigation stand around it.

        Args:
            page: One of ours.
            alone: Whether search and scripts of ours are there; if not, another generator makes a site of it.
        """
        place = NOWHERE if page.kind == "missing" else page.path
        renderer = self._around(page.language).renderer
        values = {"page": page, "editions": tuple(_editions(page, self._settings))}
        about = {"policy": "", "referrer": REFERRER, "inside": True}
        return Inside(
            head=renderer.render("head.html", path=place, **values, **about),
            styles=renderer.render(
                "inside_styles.html", path=place, alone=alone, missing=page.kind == "missing"
            ),
            body=renderer.render("inside.html", path=place, body=page.body, alone=alone, **values),
        )

    def document(self, page: Page) -> str:
        """Return the whole HTML of a page in our own frame."""
        if page.kind == "missing" or not self._has_outlines:
            renderer = self._around(page.language).renderer
            return renderer.placed(self._piece(page), path=_place(page), targets=self._targets(page))
        around = self._around(page.language)
        site_name, is_marked = self._settings.name_in(page.language), page.path in around.marked
        proofs = _proofs(page)
        key = (proofs, *shape(page, site_name, is_marked=is_marked))
        if key not in self._outlines:
            any_of_them = stand_in(page, site_name, is_marked=is_marked)
            self._outlines[key] = Outline(
                self._piece(any_of_them, proofs), around.renderer.link, self._targets(any_of_them)
            )
        return self._outlines[key].filled(page)

    def _piece(self, page: Page, proofs: str | None = None) -> str:
        renderer, frame = self._around(page.language).renderer, self._frame(page, proofs)
        return str(renderer.piece("page.html", frame=frame, body=page.body, page=page)).strip() + "\n"

    def _around(self, language: str) -> _Around:
        if language not in self._around_by_language:
            owned = [(other.path, other.title) for other in self._owned if _is_in_navigation(other, language)]
            own = (addresses.front(language) + path for path in _MARKED)
            self._around_by_language[language] = _Around(
                renderer=Renderer(self._settings, language),
                owned=owned,
                marked=frozenset((*own, *(path for path, _ in owned))),
            )
        return self._around_by_language[language]


def _sheets(kind: str) -> tuple[str, ...]:
    """Return the paths of the style sheets that a kind of page needs beside the one for all."""
    return (
        *(() if kind in _ALONE else (addresses.lists_stylesheet(),)),
        *((addresses.few_stylesheet(),) if kind in _FEW else ()),
    )


def _proofs(page: Page) -> str:
    """Return the marks of proof that a page shows, which its footer explains."""
    _, _, shown = page.body.partition('class="proof"')
    return "".join(mark for mark in "✓†" if f">{mark}<" in shown)


def _place(page: Page) -> str:
    # It is shown at any address: its links start at the host's root.
    return NOWHERE if page.kind == "missing" else page.path


def shell(settings: Settings, page: Page, *, owned: Sequence[Page] = ()) -> Frame:
    """Return the frame of one page; see `Frames`."""
    return Frames(settings, owned).frame(page)


def document(settings: Settings, page: Page, *, owned: Sequence[Page] = ()) -> str:
    """Return the whole HTML of one page in our own frame; see `Frames`."""
    return Frames(settings, owned).document(page)


def _is_in_navigation(owned: Page, language: str) -> bool:
    return owned.path.startswith(f"{language}/") and owned.path != addresses.front(language)


def _editions(page: Page, settings: Settings) -> Iterator[Edition]:
    nowhere = page.kind in {"languages", "missing"}
    for code in settings.languages:
        yield Edition(
            language=code,
            path=page.alternates.get(code, addresses.front(code)),
            current=code == page.language and not nowhere,
        )
