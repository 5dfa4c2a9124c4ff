"""Scripts and styles that plugins and hooks of the owner's put into every finished page, all alike.

A page's policy keeps those that are written into it, or come from other hosts, from doing anything; what a
file of the site itself does cannot be judged, as in a theme. So these are told once; what is in some pages
alone differs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import reduce
from operator import and_
from typing import Any
from urllib.parse import urljoin

from digest.compare.data import plain
from digest.compare.pages import DATA, tag

_KINDS = "script,style,link[rel=stylesheet]"
_POLICY = 'meta[http-equiv="Content-Security-Policy" i]'
_OURS = b'class="page page--'
_APART = "404.html"
"""Made of a template, which what works on pages may leave alone."""


class Added:
    """What is added to pages in our own frame, page by page.

    Args:
        site_url: Where the site stands.
    """

    def __init__(self, site_url: str) -> None:
        self._site_url = site_url
        self._by_path: dict[str, tuple[str, ...]] = {}

    def same(self, path: str, content: bytes) -> None:
        """Note a page to which nothing is added."""
        if _OURS in content:
            self._by_path[path] = ()

    def without(self, path: str, built: Any, seen: Any) -> Any:
        """Return a document as it stands there without what is added to it, and note that."""
        if built.css_first(_POLICY) and built.css_first(".page"):
            ours = Counter(self._said(path, node) for node in built.css(_KINDS))
            added = [node for node in seen.css(_KINDS) if self._is_more(self._said(path, node), ours)]
            added = [node for node in added if self._is_of_site(path, node)]
            self._by_path[path] = tuple(sorted(self._said(path, node) for node in added))
            for node in added:
                node.decompose()
        return seen

    def everywhere(self) -> tuple[str, ...]:
        """Return what is added to every page."""
        pages = [Counter(added) for path, added in self._by_path.items() if path != _APART]
        return tuple(sorted(reduce(and_, pages).elements())) if len(pages) > 1 else ()

    def faults(self) -> Iterator[tuple[str, str]]:
        """Yield the path of each page to which more is added than to all, with the first of that."""
        common = Counter(self.everywhere())
        for path, added in self._by_path.items():
            if more := sorted((Counter(added) - common).elements()):
                yield path, f"shows “{more[0][:90]}”, which the content does not build"

    def _said(self, path: str, node: Any) -> str:
        at = next((node.attributes[name] for name in ("src", "href") if node.attributes.get(name)), "")
        whole = urljoin(f"{self._site_url}{path}", at)
        return f"{tag(node).replace(at, whole) if at else tag(node)}{plain(node.text())}"

    @staticmethod
    def _is_more(said: str, ours: Counter[str]) -> bool:
        ours[said] -= 1
        return ours[said] < 0

    def _is_of_site(self, path: str, node: Any) -> bool:
        """Tell whether it is no data, and what it loads is the site's own."""
        if node.attributes.get("type") == DATA:
            return False
        at = node.attributes.get("src") or node.attributes.get("href") or ""
        whole, top = str(urljoin(f"{self._site_url}{path}", at)), urljoin(self._site_url, "/")
        return whole.startswith(top)
