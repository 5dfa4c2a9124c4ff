"""Words that stand beside the digest's part of single pages in a theme's frame: the host's, and told.

What a theme says there on every page alike (a disclaimer, an appeal) is its own affair; words on some pages
alone may be read as the digest's, and yet be a hook's that tells how long reading takes. So none is a fault.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from digest.compare.data import plain

_APART = frozenset({"aside", "footer", "form", "header", "nav", "noscript", "script", "style", "template"})
"""Elements of which readers know that they are around a text, or that they do not see."""
_WHOLE = frozenset({"article", "main"})
"""What holds a text and nothing else; further out is the theme's own."""


class Beside:
    """Takes note of such words, page by page."""

    def __init__(self) -> None:
        self._words_by_path: dict[str, tuple[str, ...]] = {}

    def note(self, path: str, part: Any) -> None:
        """Take note of what stands beside the digest's part of a page."""
        self._words_by_path[path] = tuple(_words_beside(part))

    def told(self) -> str:
        """Return a sentence about words that not every page has, or nothing."""
        pages = Counter(words for found in self._words_by_path.values() for words in {*found})
        single = [
            (path, words)
            for path, found in sorted(self._words_by_path.items())
            for words in found
            if pages[words] < len(self._words_by_path)
        ]
        if not single:
            return ""
        path, words = single[0]
        count = len({one for one, _ in single})
        where = path if count == 1 else f"{path} and {count - 1} more pages"
        return f"{where} beside the digest's part: “{words[:90]}”, which not every page has"


def _words_beside(part: Any) -> Iterator[str]:
    inner, outer = part, part.parent
    while outer is not None and outer.tag not in {"body", "html", "-document"}:
        for one in outer.iter(include_text=True):
            is_other = one.mem_id != inner.mem_id and one.tag not in _APART
            words = plain(one.text()) if is_other and one.tag != "-comment" else ""
            if words:
                yield words
        if _is_whole(outer):
            return
        inner, outer = outer, outer.parent
        if not any(_is_whole(one) for one in _above(inner)):
            return


def _is_whole(node: Any) -> bool:
    return node.tag in _WHOLE or node.attributes.get("role") == "main"


def _above(node: Any) -> Iterator[Any]:
    while node is not None and node.tag != "-document":
        yield node
        node = node.parent
