"""A page as what it says, token by token: its elements with their attributes, its texts, its data.

Two pages that differ in nothing a reader or a program could notice have the same tokens, whoever wrote them
down: quotes around attributes, their order, tags that may be left out, comments and white space between
elements make none. The parser follows the HTML standard, as browsers do, so both sides are mended alike.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from html import escape
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from digest.compare.data import of_css, of_json, plain
from digest.publish.verify import parsed
from digest.whole import json_of

DATA = "application/ld+json"
_WITHOUT_END = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_NOTHING = frozenset({"class", "id", "style"})
"""Attributes that say nothing where they are empty."""
_DEFAULTS = frozenset(
    {
        ("button", "type", "submit"),
        ("form", "method", "get"),
        ("input", "type", "text"),
        ("style", "media", "all"),
    }
)
"""Elements, attributes and values that say nothing else than if they were not there."""
_LISTS = re.compile(r"\s*([,;])\s*")
"""Of the sizes of a viewport, or what a policy allows."""

_DOCTYPE = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|<!--.*?-->)*<!doctype html\b", re.IGNORECASE | re.DOTALL)
_TEXT, _COMMENT = "-text", "-comment"


def tree_of(page: bytes) -> Any:
    """Return the document of a page.

    Raises:
        ValueError: it is not UTF-8, or nests so deeply that a parser would never come to its end.
    """
    try:
        page.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"it is not UTF-8 (byte {error.start})") from error
    page = page.removeprefix(BOM_UTF8)  # a browser's parser never sees it
    parsed(page)  # whose depth has an end; the other's time grows with its square
    return LexborHTMLParser(page)


def is_standard(page: bytes) -> bool:
    """Tell whether a page begins as browsers need it to lay it out by the standard: `<!doctype html`."""
    return _DOCTYPE.match(page) is not None


def tokens(root: Any) -> Iterator[str]:
    """Yield the tokens of an element; its language, which may be that of what is around it, comes first."""
    open_: list[Any] = []
    if language := _language(root):
        yield f"(lang={language})"
    for node, text in _parts(root):
        while open_ and node.parent.mem_id != open_[-1].mem_id:
            yield f"</{open_.pop().tag}>"
        if node.tag != _TEXT:
            yield tag(node, is_root=not open_)
            if node.tag not in _WITHOUT_END:
                open_.append(node)
        else:
            yield from _inside(open_[-1] if open_ else None, text)
    yield from (f"</{node.tag}>" for node in reversed(open_))


def _parts(root: Any) -> Iterator[tuple[Any, str]]:
    """Yield elements and texts in their order; texts that only a comment parts are one."""
    before: Any = None
    text = ""
    for node in root.traverse(include_text=True):
        if node.tag == _COMMENT:
            continue
        if before is not None and not (node.tag == _TEXT and node.parent.mem_id == before.parent.mem_id):
            yield before, text
            before, text = None, ""
        if node.tag == _TEXT:
            before, text = before or node, text + (node.text_content or "")
        else:
            yield node, ""
    if before is not None:
        yield before, text


def tag(node: Any, *, is_root: bool = False) -> str:
    """Return an element's start, its attributes in the order of their names."""
    given = ((name, _value(node, name, value or "")) for name, value in sorted(node.attributes.items()))
    told = [
        f'{name}="{escape(value)}"'
        for name, value in given
        if not (is_root and name == "lang") and _says_something(node, name, value)
    ]
    return f"<{' '.join([node.tag, *told])}>"


def _value(node: Any, name: str, value: str) -> str:
    if name == "style":
        return " ".join(of_css(value))
    is_list = name == "content" and (
        "http-equiv" in node.attributes or node.attributes.get("name") == "viewport"
    )
    return _LISTS.sub(r"\1", plain(value)) if is_list else plain(value)


def _says_something(node: Any, name: str, value: str) -> bool:
    if (name in _NOTHING and not value) or (node.tag, name, value) in _DEFAULTS:
        return False
    return name != "lang" or value != _language(node.parent)


def _language(node: Any) -> str | None:
    """Return the language of an element, its own or that of those around it."""
    while node is not None:
        if "lang" in node.attributes:
            return plain(node.attributes["lang"] or "")
        node = node.parent
    return None


def _inside(element: Any, text: str) -> list[str]:
    """Return the tokens of an element's own text: words, data or style."""
    if element is not None and element.tag == "style":
        return of_css(text)
    if element is not None and element.tag == "script" and element.attributes.get("type") == DATA:
        try:
            return of_json(json_of(text, once=True))
        except ValueError:
            return [text]
    words = plain(text)
    return [escape(words, quote=False)] if words else []
