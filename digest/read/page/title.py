"""A page's headline, as printed: from its data, its heading or its title, without the outlet's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from digest.languages.visible import clean, shows
from digest.read.page.linked_data import LinkedData, line_of

_SEPARATOR = re.compile(r"\s+(?:[|·•:»«‹›~]|::|[-–—―]|\\)\s+|\s*[|｜_＿]\s*")
_NAMED = 0.6
"""The share of the title that a heading must be for the rest to be the outlet's name."""


def title_of(tree: Any, data: LinkedData) -> str | None:
    """Return the headline, or None."""
    heading = _heading(tree)
    site = {name.casefold() for name in _site_names(tree, data)}
    for candidate in _candidates(tree, data, heading):
        title = _without_site(candidate, site, heading)
        if title and title.casefold() not in site:
            return title
    return None


def _candidates(tree: Any, data: LinkedData, heading: str | None) -> Iterator[str]:
    texts = [
        data.article.get("headline"),
        *tree.xpath("//meta[@property='og:title' or @name='og:title']/@content"),
        *tree.xpath(
            "//meta[@name='twitter:title' or @property='twitter:title' or @name='dc.title']/@content"
        ),
        *tree.xpath("//*[@itemprop='headline']/@content"),
        heading,
        *(element.text_content() for element in tree.iter("title") if element.getparent().tag == "head"),
        data.article.get("name"),
    ]
    for text in texts:
        line = _line(text)
        if line:
            yield line


def _line(text: Any) -> str | None:
    line = line_of(text)
    line = " ".join(clean(line).split()) if line else ""
    return line if shows(line) else None


def _heading(tree: Any) -> str | None:
    """Return the page's first heading, that of its article if there are several."""
    paths = ("//*[@itemprop='headline'][self::h1 or self::h2]", "//article//h1", "//main//h1", "//h1")
    for path in paths:
        for element in tree.xpath(path):
            text = _line("".join(element.itertext()))
            if text:
                return text
    return None


def _site_names(tree: Any, data: LinkedData) -> Iterator[str]:
    names = [
        *tree.xpath(
            "//meta[@property='og:site_name' or @name='application-name' or @name='og:site_name']/@content"
        ),
        data.text("publisher"),
    ]
    for name in names:
        line = _line(name)
        if line:
            yield line


def _without_site(title: str, site: set[str], heading: str | None) -> str:
    """Return a title without the outlet's name behind or before it."""
    gaps = list(_SEPARATOR.finditer(title))
    for gap in gaps:
        before, after = title[: gap.start()].strip(), title[gap.end() :].strip()
        if after.casefold() in site or (heading and before.casefold() == heading.casefold()):
            return before
        if before.casefold() in site:
            return after
        if heading and after.casefold() == heading.casefold() and len(after) >= _NAMED * len(title):
            return after
    return title
