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


def translated(tree: Any) -> Translated | None:
    """Return who translated a page before it was saved, or None if nobody did."""
    root = tree.getroottree().getroot()
    for by, found in _signs(root):
        if found:
            return Translated(by, _source(root))
    return None


def _signs(root: Any) -> Iterator[tuple[str, Any]]:
    classes = set((root.get("class") or "").split())
    by_google = {"translated-ltr", "translated-rtl"} & classes
    metas = [(meta.get("http-equiv") or meta.get("name") or "").lower() for meta in root.iter("meta")]
    yield (
        "a translating proxy",
        "x-translated-by" in metas or any(_PROXY.match(one) for one in _addresses(root)),
    )
    yield "a machine", _FROM.search(root.get("lang") or "")
    yield "the browser (Chrome)", by_google
    yield (
        "the browser (Edge)",
        len(root.xpath("//*[@_msttexthash or @_msthash]")) >= _FEWEST or root.get("_msttexthash"),
    )
    yield "the browser (Firefox)", len(root.xpath("//*[@data-moz-translations-id]")) >= _FEWEST
    yield "the browser (Yandex)", len(list(root.iter("ya-tr-span"))) >= _FEWEST
    yield "the browser (Chrome)", _fonts_in_fonts(root) >= _FEWEST
    yield (
        "an extension of the browser",
        len(root.xpath("//*[@data-immersive-translate-paragraph or @data-dl-uid]")) >= _FEWEST,
    )


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


def _source(root: Any) -> str | None:
    told = _FROM.search(root.get("lang") or "")
    for address in () if told else _addresses(root):
        told = told or _PROXY_FROM.search(address)
    return tag_from_text(told[1]) if told else None
