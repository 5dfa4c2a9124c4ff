"""The `<meta>` elements of a page, read once: what each name, in any of its attributes, is given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Metas = Mapping[str, list[str]]
"""Contents by `property`, `name`, `itemprop` or `http-equiv` in small letters."""


def metas_of(tree: Any) -> Metas:
    """Return the contents of a page's `<meta>` elements by their names."""
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = meta.get("content")
        if content:
            for key in ("property", "name", "itemprop", "http-equiv"):
                name = meta.get(key)
                if name:
                    found.setdefault(name.strip().lower(), []).append(content)
    return found


def contents(metas: Metas, names: Iterable[str]) -> Iterator[str]:
    """Yield what the names are given, in their order; names are in small letters."""
    for name in names:
        yield from metas.get(name, ())
