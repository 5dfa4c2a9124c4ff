"""The digest's own part of a page in somebody else's frame: all of it, and nothing of what stands around it.

What the host's theme, templates or scripts put beside it is theirs to answer for, within limits (`around`);
of what a page tells programs in its head, our part is as we wrote it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from digest.compare.around import around, told_of_ours
from digest.compare.data import plain
from digest.compare.pages import DATA, tag, tokens, tree_of
from digest.compare.words import differing
from digest.publish import Inside

PART = "div.digest"
_KEYS = ("name", "property", "rel")
_COMMON = frozenset({"Organization", "WebSite", "WebPage", "BreadcrumbList", "ListItem", "ImageObject"})
"""What a theme may well tell of itself."""
_TYPES = re.compile(r'"@type":\s*"(\w+)"')


def document(inside: Inside) -> str:
    """Return a page for somebody else's frame as a document of its own."""
    head = f"{inside.head}{inside.styles}"
    return f"<!doctype html><html><head>{head}</head><body>{inside.body}</body></html>"


def language_of(page: bytes) -> str | None:
    """Return the language that a document says it is in.

    Raises:
        ValueError: it cannot be read.
    """
    value: str | None = tree_of(page).root.attributes.get("lang")
    return value


def differing_inside(
    built: bytes, seen: bytes, *, with_head: bool, note: Callable[[Any], None]
) -> str | None:
    """Return what differs first in the digest's part of a page, None where nothing does.

    Args:
        built: As `document` returns it.
        seen: The page.
        with_head: Whether what we write stands in its head, too.
        note: Is handed that part as it stands in the page.
    """
    ours, theirs = tree_of(built), tree_of(seen)
    parts = theirs.css(PART)
    if len(parts) != 1:
        return f"has the digest's part (div.digest) {len(parts)} times, not once"
    own = ours.css_first(PART)
    note(parts[0])
    return (
        differing([*tokens(own)], [*tokens(parts[0])])
        or next(around(parts[0], theirs), None)
        or (next(_in_head(ours, theirs), None) if with_head else None)
    )


def _in_head(ours: Any, theirs: Any) -> Iterator[str]:
    yield from _head(ours.head, theirs.head)
    yield from told_of_ours(ours, theirs)


def _head(ours: Any, theirs: Any) -> Iterator[str]:
    """Yield what differs of that which we write into a head."""
    built, seen = _told(ours), _told(theirs)
    for key, wanted in built.items():
        found = seen.get(key, [])
        if key[0] == "script":
            types = {one for text in wanted for one in _TYPES.findall(text)} - _COMMON
            found = [text for text in found if text in wanted or types & {*_TYPES.findall(text)}]
        if difference := differing(wanted, found):
            yield f"{difference} (in its head)"


def _told(head: Any) -> dict[tuple[str, str], list[str]]:
    """Return what a head tells, by the kind of thing that is told, each in its order."""
    found: dict[tuple[str, str], list[str]] = {}
    for node in head.iter():
        kept = node.attributes
        key = next((kept[name] or "" for name in _KEYS if name in kept), "")
        if node.tag in {"meta", "link"} and not (key and key != "stylesheet"):
            continue
        if node.tag == "script" and kept.get("type") != DATA:
            continue
        if node.tag in {"meta", "link", "title", "script"}:
            found.setdefault((node.tag, key), []).append(_whole(node))
    return found


def _whole(node: Any) -> str:
    if node.tag == "script":
        try:
            return json.dumps(json.loads(node.text()), ensure_ascii=False, sort_keys=True)
        except ValueError:
            return str(node.text())
    return f"{tag(node, is_root=True)}{plain(node.text())}"
