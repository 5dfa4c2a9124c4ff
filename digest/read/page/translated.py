"""Pages that a machine had translated when they were saved: their words are nobody's but the machine's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from digest.languages import name
from digest.languages.tags import tag_from_text

_FROM = re.compile(r"-x-mtfrom-([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?)", re.IGNORECASE)
_PROXY = re.compile(
    r"https?://[^/\s\"']+\.translate\.goog\b|//translate\.google(?:usercontent)?\.[a-z.]+/", re.IGNORECASE
)
_PROXY_FROM = re.compile(r"[?&]_x_tr_sl=([A-Za-z-]{2,7})")
_WORDS = (
    "translated-", "mtfrom-", "ranslated-By", "ranslated-by", "_mst", "moz-translations", "ya-tr-span",
    "vertical-align: inherit", "vertical-align:inherit",
    "translate.goog", "immersive-translate", "data-dl-uid",
)  # fmt: skip
"""One of which each translator leaves in a page."""
_BY_PROXY = "a translating proxy"
_HEAD = 8000
"""Characters at a page's beginning that tell where it was saved."""
_FEWEST = 3
"""Elements of a translator's kind from which it was at work, where a single one might be anything."""
_INHERITED = re.compile(r"vertical-align:\s*inherit")


@dataclass(frozen=True, slots=True)
class Translated:
    """Who translated a page, and from which language where that is told."""

    by: str
    source: str | None = None

    @property
    def message(self) -> str:
        """Return what is wrong, and what right looks like."""
        whence = f" from {name(self.source, reader='en')}" if self.source else ""
        return (
            f"this page was saved while {self.by} was translating it{whence}: its words are a machine's, "
            "not the outlet's; open it, choose “Show original” (no translation), and save the page itself"
        )


def translated(tree: Any, source: str) -> Translated | None:
    """Return who translated a page before it was saved, or None if nobody did.

    Args:
        tree: The page's.
        source: What it was made of: most pages hold none of the words to look for.
    """
    if not any(word in source for word in _WORDS):
        return None
    root = tree.getroottree().getroot()
    head = source[:_HEAD].partition("<body")[0]  # what an article links to is not where it comes from
    saved_from = _PROXY.search(head)
    for by, found in _signs(root):
        if found or (saved_from and by == _BY_PROXY):
            return Translated(by, _source(root, head))
    return None


def _signs(root: Any) -> Iterator[tuple[str, Any]]:
    metas = [(meta.get("http-equiv") or meta.get("name") or "").lower() for meta in root.iter("meta")]
    yield _BY_PROXY, "x-translated-by" in metas or any(_PROXY.match(one) for one in _addresses(root))
    yield "a machine", _FROM.search(root.get("lang") or "")
    yield (
        "the browser (Chrome)",
        {"translated-ltr", "translated-rtl"} & set((root.get("class") or "").split()),
    )
    yield "the browser (Edge)", _many(root, "//*[@_msttexthash or @_msthash]") or root.get("_msttexthash")
    yield "the browser (Firefox)", _many(root, "//*[@data-moz-translations-id]")
    yield "the browser (Yandex)", _many(root, "//ya-tr-span")
    yield "the browser (Chrome)", _fonts_in_fonts(root) >= _FEWEST
    yield (
        "an extension of the browser",
        # Beside each of the outlet's paragraphs one of the machine's: a single one is enough.
        root.xpath("boolean(//*[contains(@class, 'immersive-translate-target')])")
        or _many(root, "//*[@data-immersive-translate-paragraph or @data-dl-uid]"),
    )


def _many(root: Any, path: str) -> bool:
    return len(root.xpath(path)) >= _FEWEST


def _fonts_in_fonts(root: Any) -> int:
    """Count the pairs of `<font>` that Google's script wraps around each text; no page has its own."""
    return sum(
        1
        for font in root.iter("font")
        if _INHERITED.search(font.get("style") or "") and font.getparent().tag == "font"
    )


def _addresses(root: Any) -> Iterable[str]:
    for element in root.iter("base", "link"):
        if element.tag == "base" or (element.get("rel") or "").lower() == "canonical":
            yield (element.get("href") or "").strip()


def _source(root: Any, head: str) -> str | None:
    told = _FROM.search(root.get("lang") or "") or _PROXY_FROM.search(head)
    return tag_from_text(told[1]) if told else None
