"""A page's headline, as printed: from its data, its heading or its title, without the outlet's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from digest.languages.visible import clean, shows
from digest.read.page.linked_data import LinkedData, line_of
from digest.read.page.metas import Metas, contents

# Two may share a space: `« Oui » – Le Phare`.
_SEPARATOR = re.compile(r"\s+(?:[|·•:»«‹›~]|::|[-–—―]|\\)(?=\s)|\s*[|｜_＿]\s*")
_NAMED = 0.6
"""The share of the title that a heading must be for the rest to be the outlet's name."""


def title_of(tree: Any, metas: Metas, data: LinkedData) -> str | None:
    """Return the headline, or None."""
    heading = _heading(tree)
    site = {name.casefold() for name in _site_names(metas, data)}
    for candidate in _candidates(tree, metas, data, heading):
        title = _without_site(candidate, site, heading)
        if title and title.casefold() not in site:
            return title
    return None


def _candidates(tree: Any, metas: Metas, data: LinkedData, heading: str | None) -> Iterator[str]:
    texts = [
        data.article.get("headline"),
        *contents(metas, ("og:title", "twitter:title", "dc.title", "headline")),
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
    headings = [(element, _line("".join(element.itertext()))) for element in tree.iter("h1")]
    told = [(element, text) for element, text in headings if text]
    for box in ("article", "main"):
        for element, text in told:
            if next(element.iterancestors(box), None) is not None:
                return text
    return told[0][1] if told else None


def _site_names(metas: Metas, data: LinkedData) -> Iterator[str]:
    for name in (*contents(metas, ("og:site_name", "application-name")), data.text("publisher")):
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
