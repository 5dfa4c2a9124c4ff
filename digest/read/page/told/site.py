"""The name of the outlet whose page it is: what its data say, or what its title says beside the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from digest.read.page.told.linked_data import LinkedData
from digest.read.page.told.metas import Metas, contents
from digest.read.page.told.title import beside_headline, line_shown

_NAMES = ("og:site_name", "application-name", "apple-mobile-web-app-title")
_SIGN = re.compile(r"logo|brand|masthead|foot|copyright|site-?(?:name|title)", re.IGNORECASE)
_LONGEST = 60
"""Characters of an outlet's name."""


def site_of(tree: Any, metas: Metas, data: LinkedData, title: str | None, host: str = "") -> str | None:
    """Return the outlet's name, or None.

    Args:
        tree: The page's.
        metas: What its `<meta>` elements say.
        data: What it says in JSON-LD.
        title: Its headline, beside which the title of many pages names the outlet.
        host: Of its address, empty if that is not known.
    """
    told = (*contents(metas, _NAMES), data.text("publisher"))
    name = next(filter(None, map(line_shown, told)), None)
    if name or not title:
        return name
    # What stands beside a headline may be the rest of it; an outlet's name stands somewhere else, too.
    signs = {*_signs(tree), _folded(host.removeprefix("www."))}
    return next(
        (part for part in _beside(tree, metas, title) if any(_folded(part) in sign for sign in signs)), None
    )


def _beside(tree: Any, metas: Metas, title: str) -> Iterator[str]:
    titles = [one.text_content() for one in tree.iter("title") if one.getparent().tag == "head"]
    for text in (*titles, *contents(metas, ("og:title", "twitter:title"))):
        for part in beside_headline(line_shown(text) or "", title)[:1]:
            if len(part) <= _LONGEST and len(_folded(part)) > 1:
                yield part


def _signs(tree: Any) -> Iterator[str]:
    """Yield what the page's signs say: names of pictures, links, feeds, and what stands at its foot."""
    for element in tree.iter("img", "amp-img", "a", "link"):
        yield from (_folded(element.get(key) or "") for key in ("alt", "title", "aria-label"))
        text = element.text_content()
        yield _folded(text) if len(text) <= 2 * _LONGEST else ""
    yield from (_folded(footer.text_content()) for footer in tree.iter("footer"))
    yield from (_folded(one.text_content()) for one in tree.iter() if _SIGN.search(one.get("class") or ""))


def _folded(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
