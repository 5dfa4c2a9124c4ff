"""A page's headline, as printed: from its data, its heading or its title, without the outlet's name.

What stands between it and the text, names and dates, is found from here as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from digest.languages.visible import clean, shows
from digest.read.markup import INLINE
from digest.read.page.leading import is_paragraph
from digest.read.page.linked_data import LinkedData, line_of
from digest.read.page.metas import Metas, contents

# Two may share a space: `« Oui » – Le Phare`.
_SEPARATOR = re.compile(r"\s+(?:[|·•:»«‹›~]|::|[-–—―]|\\)(?=\s)|\s*[|｜_＿]\s*")
_HEADINGS = ("h2", "h3", "h4")
_STANDFIRST = re.compile(
    r"lead|lede|summary|excerpt|standfirst|\bdek\b|sub-?(?:title|head)|intro|ingress|chap[oe]|spot|sapo|entradilla"
    r"|bajada|copete|teaser|description|abstract|vorspann|anleser|manchet|perex|occhiello|sommario|catenaccio",
    re.IGNORECASE,
)
"""Names of classes of what stands between a headline and its text, and may be long."""
_LONGEST_LINE = 120
"""Characters of a line with names and a date."""
_NAMED = 0.6
"""The share of the title that a heading must be for the rest to be the outlet's name."""


def title_of(tree: Any, metas: Metas, data: LinkedData) -> str | None:
    """Return the headline, or None."""
    found = _headed(tree)
    heading = found[1] if found else None
    # A smaller heading may be half of a headline: what stands behind it in the title need not be the outlet.
    whole = heading if found and found[0].tag == "h1" else None
    site = {name.casefold() for name in _site_names(metas, data)}
    for candidate in (*_candidates(tree, metas, data, whole), heading or ""):
        title = _without_site(candidate, site, whole or _most_of(candidate, heading))
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


def lines_below_headline(tree: Any) -> Iterator[tuple[Any, str]]:
    """Yield elements and their texts between a page's headline and the text: short lines, in their order.

    Above the headline stands the day on which the page was read; below the text are names and days of others.
    """
    found = _headed(tree)
    for element in found[0].xpath("following::*") if found else ():
        if element.tag in INLINE or not isinstance(element.tag, str):
            own = "".join(element.itertext())
        else:
            own = "".join((element.text or "", *map(_loose, element)))
        if is_paragraph(own) and not _is_standfirst(element) and not _is_row(element, own):
            return
        if all(child.tag in INLINE for child in element):
            text = " ".join(" ".join(element.itertext()).split())
            if 0 < len(text) <= _LONGEST_LINE:
                yield element, text


def _is_row(element: Any, text: str) -> bool:
    """Tell whether an element holds several things side by side and nothing between them: a day, a source."""
    loose = (element.text, *(child.tail for child in element))
    return len(element) > 1 and len(text) <= _LONGEST_LINE and not any(one and one.strip() for one in loose)


def _loose(child: Any) -> str:
    inside = "".join(child.itertext()) if child.tag in INLINE else ""
    return inside + (child.tail or "")


def _is_standfirst(element: Any) -> bool:
    return element.tag in _HEADINGS or any(
        _STANDFIRST.search(one.get("class") or "") for one in (element, *islice(element.iterancestors(), 1))
    )


def _most_of(title: str, heading: str | None) -> str | None:
    return heading if heading and len(heading) >= _NAMED * len(title) else None


def _headed(tree: Any) -> tuple[Any, str] | None:
    """Return the page's headline and its text; without any `<h1>`, the heading that its title repeats."""
    told = list(_worded(tree, "h1"))
    for box in ("article", "main"):
        for element, text in told:
            if next(element.iterancestors(box), None) is not None:
                return element, text
    if told:
        return told[0]
    titles = [text.casefold() for _, text in _worded(tree, "title")]
    return next(
        (
            (element, text)
            for element, text in _worded(tree, *_HEADINGS)
            if any(title.startswith(text.casefold()) for title in titles)
        ),
        None,
    )


def _worded(tree: Any, *tags: str) -> Iterator[tuple[Any, str]]:
    for element in tree.iter(*tags):
        text = _line("".join(element.itertext()))
        if text:
            yield element, text


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
