"""The frame of every page: what stands around a body, whether we or the site's owner wrote that.

The frame is rendered here, with the edition's own strings and escaping; the theme's template only puts
the finished pieces in their places.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace

from markupsafe import escape

from digest import languages
from digest.cache import Cache
from digest.model import Page, Settings
from digest.publish import addresses
from digest.publish.frame.policy import REFERRER, policy
from digest.publish.frame.shared import around
from digest.publish.frame.templates import NOWHERE, Parts, Renderer, parts

KIND = "frame"
"""Of what is kept of documents."""
_BODY, _HEAD, _DESCRIPTION, _TITLE = "\x05", "\x06", "\x07", "\x08"
"""Where in a kept document stands what is the page's own: no content holds control characters."""
_OF_WORDS = (b"data-article", b"data-statement", b"data-speaker", b"data-wording")
"""What marks somebody's words: they stand in bodies alone, which are verified whatever they come from."""
_FIELDS = tuple(field.name for field in fields(Page))
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
        cache: knows what stood around a page before; None: nothing is kept.
    """

    def __init__(
        self,
        settings: Settings,
        owned: Sequence[Page] = (),
        *,
        served: bool = False,
        cache: Cache | None = None,
    ) -> None:
        self._settings = settings
        self._served = served
        self._owned = owned
        self._known: dict[tuple[str, ...], Parts] = {}
        self._around_by_language: dict[str, _Around] = {}
        self._cache = cache if cache and cache.keeps else None
        self._told_by_language: dict[str, bytes] = {}

    def frame(self, page: Page) -> Frame:
        """Return the frame of a page, `missing` and the owner's among them."""
        settings, language = self._settings, page.language
        shared_by_all = self._around(language)
        renderer = shared_by_all.renderer
        # It is shown at any address: its links start at the host's root.
        place = NOWHERE if page.kind == "missing" else page.path
        editions = tuple(_editions(page, settings))
        # The same page in another edition is a target by a name of its own, so that pages can share the rest.
        targets = {_SAME + edition.language: edition.path for edition in editions}
        kind = page.kind if page.kind in _KINDS else ""
        proofs = _proofs(page)

        def shared(template: str, *key: str, sheets: tuple[str, ...] = (), missing: bool = False) -> str:
            whole = (template, language, *key, *sheets, *(["missing"] if missing else []))
            if whole not in self._known:
                named = tuple(replace(edition, path=_SAME + edition.language) for edition in editions)
                values = {
                    "page": page,
                    "path": place,
                    "editions": named,
                    "owned": shared_by_all.owned,
                    "sheets": sheets,
                    "missing": missing,
                }
                self._known[whole] = parts(renderer.piece(template, proofs=proofs, **values))
            return renderer.placed(self._known[whole], path=place, targets=targets)

        return Frame(
            language=language,
            direction=languages.direction(language),
            kind=page.kind,
            head=renderer.render(
                "head.html",
                path=place,
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
        if self._cache is None:
            return self._document(page)
        key = self._key(self._cache, page)
        known = self._cache.get(KIND, key)
        if known and not any(mark in known for mark in _OF_WORDS):
            return _filled(known.decode("utf-8", "surrogatepass"), page)
        made = self._document(page)
        kept = made
        for mark, text in _own(page):
            kept = kept.replace(text, mark)
        # Whatever a template of the owner's has done with them.
        if _filled(kept, page) == made:
            self._cache.put(KIND, key, kept.encode("utf-8", "surrogatepass"))
        return made

    def _key(self, cache: Cache, page: Page) -> bytes:
        language = page.language
        if language not in self._told_by_language:
            owned = [(other.path, other.title) for other in self._owned]
            told = around(self._settings, language)
            self._told_by_language[language] = cache.key(KIND, told, owned, self._served)
        return _hash_of(page, self._told_by_language[language])

    def _document(self, page: Page) -> str:
        place = NOWHERE if page.kind == "missing" else page.path
        renderer = self._around(page.language).renderer
        made = renderer.render("page.html", path=place, frame=self.frame(page), body=page.body, page=page)
        return made.strip() + "\n"

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


def _hash_of(page: Page, told: bytes) -> bytes:
    """Return a hash of all that a page is; its fields are plain values, or mappings of them."""
    found = hashlib.blake2b(told, digest_size=len(told))
    for name in _FIELDS:
        value = getattr(page, name)
        plain = value if isinstance(value, str) else repr(value)
        data = plain.encode("utf-8", "surrogatepass")
        found.update(b"%d:%b" % (len(data), data))
    return found.digest()


def _own(page: Page) -> list[tuple[str, str]]:
    """Return the texts of a document that are the page's own, in HTML, each behind the mark of its place."""
    texts = (page.body, page.head, str(escape(page.description)), str(escape(page.title)))
    return [
        (mark, text) for mark, text in zip((_BODY, _HEAD, _DESCRIPTION, _TITLE), texts, strict=True) if text
    ]


def _filled(kept: str, page: Page) -> str:
    """Return the document of a page: its words come from the page, never from what was kept."""
    for mark, text in reversed(_own(page)):
        kept = kept.replace(mark, text)
    return kept


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
