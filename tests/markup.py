"""Pages as trees, and their elements by a small part of CSS: `tag.class[name=value]`, and descendants."""

from __future__ import annotations

import re

from lxml import html

_STEP = re.compile(r"\.(?P<cls>[\w-]+)|\[(?P<name>[\w-]+)(?:=(?P<value>[^\]]+))?\]")


def tree(markup: str) -> html.HtmlElement:
    """Return a piece of a page as an element."""
    return html.fragment_fromstring(markup, create_parent="div")


def select(element: html.HtmlElement, css: str) -> list[html.HtmlElement]:
    """Return the descendants that match, in the order of the page."""
    path = "."
    for step in css.split():
        tag = re.match(r"\w*", step)
        path += f"//{tag[0] if tag and tag[0] else '*'}"
        for part in _STEP.finditer(step):
            if part["cls"]:
                path += f"[contains(concat(' ', normalize-space(@class), ' '), ' {part['cls']} ')]"
            else:
                path += f"[@{part['name']}" + (f"='{part['value']}']" if part["value"] else "]")
    return list(element.xpath(path))


def said(element: html.HtmlElement) -> str:
    """Return the text of an element as a reader sees it, white space made single."""
    return re.sub(r"\s+", " ", element.text_content()).strip()
