"""The digest's own part of a page in somebody else's frame: all of it, and nothing of what stands around it.

What the host's theme, templates or scripts put beside it is theirs to answer for. Around it, though, stands
nothing that would hide it; and of what a page tells programs in its head, our part is as we wrote it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from digest.compare.data import plain
from digest.compare.pages import DATA, tag, tokens, tree_of
from digest.compare.words import differing
from digest.publish import Inside

PART = "div.digest"
_HIDES = ("hidden", "inert", "aria-hidden", "popover", "style")
_CLOSED = frozenset({"details", "dialog", "noscript", "object", "template"})
"""Elements that need not show what is in them."""
_KEYS = ("name", "property", "rel")
_COMMON = frozenset({"Organization", "WebSite", "WebPage", "BreadcrumbList", "ListItem", "ImageObject"})
"""What a theme may well tell of itself."""
_HIDDEN = re.compile(r"display:none|visibility:(?:hidden|collapse)|opacity:0|font-size:0|content:")
_CLASSES, _SPACE = re.compile(r"\.([a-z][\w-]*)"), re.compile(r"\s+")
_TYPES = re.compile(r'"@type":\s*"(\w+)"')


def document(inside: Inside) -> str:
    """Return a page for somebody else's frame as a document of its own."""
    head = f"{inside.head}{inside.styles}"
    return f"<!doctype html><html><head>{head}</head><body>{inside.body}</body></html>"


def differing_inside(built: bytes, seen: bytes, *, with_head: bool) -> str | None:
    """Return what differs first in the digest's part of a page, None where nothing does.

    Args:
        built: As `document` returns it.
        seen: The page.
        with_head: Whether what we write stands in its head, too.
    """
    ours, theirs = tree_of(built), tree_of(seen)
    parts = theirs.css(PART)
    if len(parts) != 1:
        return f"has the digest's part (div.digest) {len(parts)} times, not once"
    own = ours.css_first(PART)
    return (
        differing([*tokens(own)], [*tokens(parts[0])])
        or next(_around(parts[0], theirs), None)
        or (next(_head(ours.head, theirs.head), None) if with_head else None)
    )


def _around(part: Any, page: Any) -> Iterator[str]:
    """Yield what around the digest's part may hide it."""
    node = part.parent
    while node is not None and node.tag != "-document":
        if node.tag in _CLOSED or any(name in node.attributes for name in _HIDES):
            yield f"shows the digest's part in “{tag(node)}”, which may hide it"
        node = node.parent
    if leads := page.css_first('base,meta[http-equiv="refresh" i]'):
        yield f"leads elsewhere by “{tag(leads)}”"
    classes = {"digest"}.union(*((one.attributes.get("class") or "").split() for one in part.css("[class]")))
    tags = {one.tag for one in part.css("*")}
    for style in page.css("style"):
        text = _SPACE.sub("", style.text())
        selectors = re.findall(r"[^{}]+(?={)", style.text())
        names = {name for one in selectors for name in re.findall(r"(?:^|[\s,>+~])([a-z][a-z0-9]*)", one)}
        if classes & {*_CLASSES.findall(" ".join(selectors))} or (tags & names and _HIDDEN.search(text)):
            yield f"has a style of its own for the digest's part: “{text[:60]}”"


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
