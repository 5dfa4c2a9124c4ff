"""A document that lacks only what is one page's own, so that pages of one shape are rendered once.

What is a page's own stands in it as marks: control characters, which no content holds, around a name. Links
are marks too, as in every piece; those that lead to the same place from all pages of a folder are put in once
for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import chain
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import escape

from digest.model import Page

BODY = "\x05body\x05"
HEAD = "\x05head\x05"
TITLE = "\x05title\x05"
DESCRIPTION = "\x05description\x05"
_OWN = re.compile("\x05([a-z]+)\x05|%05([^%]+)%05|\x02([^\x02\x03]*)\x03([^\x02\x03]*)\x02")
"""A text, a path in an absolute address, a link: by name, by name, by target and fragment."""
_PAGE, _IMAGE, _FEED = "page", "image", "feed"


def _path(name: str) -> str:
    return f"\x05{name}\x05"


def stand_in(page: Page, site_name: str, *, is_marked: bool) -> Page:
    """Return a page of the same shape whose own texts and paths are marks.

    Args:
        page: Any of its shape.
        site_name: A title that is the same is not repeated beside it.
        is_marked: Whether the navigation marks the page, and so has its path.
    """
    return replace(
        page,
        path=page.path if is_marked else _path(_PAGE),
        title=page.title if page.title in ("", site_name) else TITLE,
        description=page.description and DESCRIPTION,
        body=BODY,
        head=HEAD,
        alternates={code: _path(code) for code in page.alternates},
        image=page.image and _path(_IMAGE),
        feed=page.feed and _path(_FEED),
    )


def shape(page: Page, site_name: str, *, is_marked: bool) -> tuple[object, ...]:
    """Return what a document depends on, beside what `stand_in` has marks for."""
    return (
        *(page.language, page.kind, page.robots, page.indexed, tuple(page.alternates)),
        page.path if is_marked else None,
        page.title if page.title in ("", site_name) else None,
        *(bool(one) for one in (page.description, page.image, page.feed)),
    )


class Outline:
    """The document of all pages of one shape.

    Args:
        piece: It, of a stand-in.
        link: Gives the link to a target and a fragment from a page.
        targets: What links lead to, by what stands for it in the piece.
    """

    def __init__(self, piece: str, link: Callable[[str, str, str], str], targets: Mapping[str, str]) -> None:
        found = _OWN.split(piece)
        self._link = link
        self._texts = found[::5]
        self._slots = [
            _Slot(text or path or "", None if target is None else targets.get(target, target), fragment or "")
            for text, path, target, fragment in zip(*(found[at::5] for at in range(1, 5)), strict=True)
        ]
        fixed = (slot.target for slot in self._slots if slot.target is not None and not slot.is_own)
        # From two pages whose paths differ only below this depth, these links are the same.
        self._depth = max((target.count("/") for target in fixed), default=0)
        self._known: dict[tuple[int, tuple[str, ...]], tuple[list[str], list[_Slot]]] = {}

    def filled(self, page: Page) -> str:
        """Return the document of a page of this shape."""
        folders = page.path.split("/")[:-1]
        where = (len(folders), tuple(folders[: self._depth]))
        if where not in self._known:
            self._known[where] = self._placed(page.path)
        texts, slots = self._known[where]
        value_of = {slot: self._value(slot, page) for slot in set(slots)}
        return "".join(chain.from_iterable(zip(texts, (*map(value_of.__getitem__, slots), ""), strict=True)))

    def _placed(self, path: str) -> tuple[list[str], list[_Slot]]:
        """Return the texts, with the links that all pages here have, and what is between them."""
        texts, slots = [self._texts[0]], []
        for slot, text in zip(self._slots, self._texts[1:], strict=True):
            if slot.target is None or slot.is_own:
                slots.append(slot)
                texts.append(text)
            else:
                texts[-1] += self._link(slot.target, slot.fragment, path) + text
        return texts, slots

    def _value(self, slot: _Slot, page: Page) -> str:
        if slot.is_own:
            return self._link(_path_of(page, slot.target or ""), slot.fragment, page.path)
        if slot.name in _TEXTS:
            return _TEXTS[slot.name](page)
        return quote(_path_of(page, f"\x05{slot.name}\x05"))


class _Slot(NamedTuple):
    """Where something of a page's own stands, or a link."""

    name: str
    """Of a text or a path; empty: a link."""
    target: str | None
    fragment: str

    @property
    def is_own(self) -> bool:
        """Tell whether it is a link to a path of the page's own."""
        return (self.target or "").startswith("\x05")


_TEXTS: Mapping[str, Callable[[Page], str]] = {
    BODY.strip("\x05"): lambda page: page.body,
    HEAD.strip("\x05"): lambda page: page.head,
    TITLE.strip("\x05"): lambda page: str(escape(page.title)),
    DESCRIPTION.strip("\x05"): lambda page: str(escape(page.description)),
}


def _path_of(page: Page, mark: str) -> str:
    name = mark.strip("\x05")
    own = {_PAGE: page.path, _IMAGE: page.image, _FEED: page.feed}
    return own[name] if name in own else page.alternates[name]
