"""A page's headline, as printed: from its data, its heading or its title, without the outlet's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from digest.languages.visible import clean, shows
from digest.read.page.told.linked_data import LinkedData, line_of
from digest.read.page.told.metas import Metas, contents

# Two may share a space: `« Oui » – Le Phare`.
_SEPARATOR = re.compile(r"\s+(?:[|·•:»«‹›~]|::|[-–—―]|\\)(?=\s)|\s*[|｜_＿]\s*")
HEADINGS = ("h2", "h3", "h4")
_NAMED = 0.6
"""The share of the title that a heading must be for the rest to be the outlet's name."""


def title_of(tree: Any, metas: Metas, data: LinkedData) -> str | None:
    """Return the headline, or None."""
    found = headed(tree)
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
        line = line_shown(text)
        if line:
            yield line


def line_shown(text: Any) -> str | None:
    """Return a text as one line without what nobody sees, None where nothing is left."""
    line = line_of(text)
    line = " ".join(clean(line).split()) if line else ""
    return line if shows(line) else None


def _most_of(title: str, heading: str | None) -> str | None:
    return heading if heading and len(heading) >= _NAMED * len(title) else None


def headed(tree: Any) -> tuple[Any, str] | None:
    """Return the page's headline and its text; without any `<h1>`, the heading that its title repeats."""
    told = [(element, text) for element, text in _worded(tree, "h1") if not _leads_home(element)]
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
            for element, text in _worded(tree, *HEADINGS)
            if any(title.startswith(text.casefold()) or title.endswith(text.casefold()) for title in titles)
            and not _leads_home(element)
        ),
        None,
    )


def _leads_home(heading: Any) -> bool:
    """Tell whether a heading is the sign of the whole site: a link to its front page, as blogs have it."""
    link = next(heading.iter("a"), None)
    address = urlsplit((link.get("href") or "").strip()) if link is not None else None
    return address is not None and bool(address.netloc or address.path) and address.path in {"", "/"}


def _worded(tree: Any, *tags: str) -> Iterator[tuple[Any, str]]:
    for element in tree.iter(*tags):
        text = line_shown("".join(element.itertext()))
        if text:
            yield element, text


def _site_names(metas: Metas, data: LinkedData) -> Iterator[str]:
    for name in (*contents(metas, ("og:site_name", "application-name")), data.text("publisher")):
        line = line_shown(name)
        if line:
            yield line


def beside_headline(text: str, title: str) -> list[str]:
    """Return what a page's title says behind the headline, the last part first, or before it.

    >>> beside_headline("The port opens | News | The Herald", "The port opens")
    ['The Herald', 'News']
    >>> beside_headline("The Herald: The port opens", "The port opens")
    ['The Herald']
    """
    if len(text) <= len(title):
        return []
    folded, wanted = text.casefold(), title.casefold()
    if folded.startswith(wanted):
        gap = _SEPARATOR.match(f"{text} ", len(title))
        return list(reversed(_parts(text[gap.end() :]))) if gap else []
    if not folded.endswith(wanted):
        return []
    before = text[: -len(title)].rstrip()
    parts = _parts(before.rstrip("|·•:»«‹›~–—―-｜_＿：\\"))
    return parts if len(parts) == 1 and not before[-1:].isalnum() else []


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _SEPARATOR.split(text) if part.strip()]


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
