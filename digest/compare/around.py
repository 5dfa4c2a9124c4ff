"""What stands around the digest's part of a page in somebody else's frame neither hides nor changes it.

Nor does it stand in for it: nothing is marked as the digest marks words, and beside the part itself stands no
headline and no quotation. What a style sheet or a script of the frame does cannot be judged.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from digest.compare.pages import DATA, tag

_HOLDS = frozenset({"html", "body", "main", "article", "section", "div", "table", "tbody", "tr", "td"})
"""Elements that say nothing of what they hold; a theme's own (`app-page`) have a hyphen."""
_HIDES = ("hidden", "inert", "aria-hidden", "popover", "style")
_SAYS = re.compile("blockquote|q|figure|h[1-6]")
_HEADINGS = frozenset({"h1", "h2"})
_QUOTES = "blockquote,q,figure"
_MARKS = "[data-article],[data-statement],[data-wording],[data-speaker]"
_HIDDEN = re.compile(r"display:none|visibility:(?:hidden|collapse)|opacity:0|font-size:0|content:")
_CLASSES, _SPACE = re.compile(r"\.([a-z][\w-]*)"), re.compile(r"\s+")
_DATA = f'script[type="{DATA}" i]'
_ROBOTS = re.compile(r"robots|.*bot(?:-\w+)?")
_KEPT_OUT = re.compile(r"\b(?:noindex|none|nosnippet|unavailable_after)\b")
_QUOTING = frozenset({"Claim", "ClaimReview", "Quotation"})
"""Kinds of data that say what somebody said; no theme has any of its own."""


def around(part: Any, page: Any) -> Iterator[str]:
    """Yield what around the digest's part may hide it, change it or pass for it."""
    node = part.parent
    while node is not None and node.tag != "-document":
        if may := _may(node, part):
            yield f"shows the digest's part in “{tag(node)}”, which may {may} it"
        node = node.parent
    if leads := page.css_first('base,meta[http-equiv="refresh" i]'):
        yield f"leads elsewhere by “{tag(leads)}”"
    yield from _styles(part, page)
    yield from _like_ours(part, page)


def _may(node: Any, part: Any) -> str:
    """Return what an element may do to what it holds, or nothing."""
    if any(name in node.attributes for name in _HIDES):
        return "hide"
    if node.tag not in _HOLDS and "-" not in node.tag:
        return "hide or change"
    told = [name for name in ("lang", "dir") if node.tag not in {"html", "body"} and name in node.attributes]
    return "change" if any(node.attributes[name] != part.attributes.get(name) for name in told) else ""


def _styles(part: Any, page: Any) -> Iterator[str]:
    classes = {"digest"}.union(*((one.attributes.get("class") or "").split() for one in part.css("[class]")))
    tags = {one.tag for one in part.css("*")}
    for style in page.css("style"):
        text = _SPACE.sub("", style.text())
        selectors = re.findall(r"[^{}]+(?={)", style.text())
        names = {name for one in selectors for name in re.findall(r"(?:^|[\s,>+~])([a-z][a-z0-9]*)", one)}
        if classes & {*_CLASSES.findall(" ".join(selectors))} or (tags & names and _HIDDEN.search(text)):
            yield f"has a style of its own for the digest's part: “{text[:60]}”"


def _like_ours(part: Any, page: Any) -> Iterator[str]:
    inside = {one.mem_id for one in part.css("*")} | {part.mem_id}
    marked = [one for one in page.css(_MARKS) if one.mem_id not in inside]
    others = [one for one in part.parent.iter() if one.mem_id != part.mem_id]
    beside = [one for one in others if _SAYS.fullmatch(one.tag) or one.css_first(_QUOTES)]
    # Many themes write a page's title above what they are given.
    headlines = {_words(one) for one in part.css("h1")}
    beside = [one for one in beside if one.tag not in _HEADINGS or _words(one) not in headlines]
    for node in [*marked, *beside][:1]:
        yield f"shows “{tag(node)}” beside the digest's part, which may pass for it"


def _words(node: Any) -> str:
    return " ".join(node.text().split())


def told_of_ours(built: Any, seen: Any) -> Iterator[str]:
    """Yield what a page tells programs that the digest does not: to leave it out, or what somebody said."""
    for meta in seen.css("meta[name]"):
        name, content = ((meta.attributes.get(key) or "").lower() for key in ("name", "content"))
        if _ROBOTS.fullmatch(name.strip()) and _KEPT_OUT.search(content):
            own = [tag(one) for one in built.css("meta[name]")]
            if tag(meta) not in own:
                yield f"shows “{tag(meta)}”, which the content does not build"
    ours = {_set_out(one.text()) for one in built.css(_DATA)}
    for script in seen.css(_DATA):
        data = _set_out(script.text())
        if data not in ours and _QUOTING & _types(data):
            yield f"shows data of what somebody said, which the content does not build: “{data[:60]}”"
    for node in seen.css("[itemtype],[typeof]"):
        named = f"{node.attributes.get('itemtype') or ''} {node.attributes.get('typeof') or ''}"
        if _QUOTING & {*re.split(r"[\s/#:]+", named)}:
            yield f"shows “{tag(node)}”, which the content does not build"


def _set_out(data: str) -> str:
    try:
        return json.dumps(json.loads(data), ensure_ascii=False, sort_keys=True)
    except ValueError:
        return data  # which some readers mend


def _types(data: str) -> set[str]:
    """Return the last part of the name of each kind of thing that data tells of.

    >>> sorted(_types('{"@type": ["https://schema.org/Quotation", "Thing"], "name": "Claim"}'))
    ['Quotation', 'Thing']
    """
    told = "".join(re.findall(r'"@type"\s*:\s*(\[[^\]]*\]|"[^"]*")', data))
    return {*re.findall(r'(\w+)"', told)}
