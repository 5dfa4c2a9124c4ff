"""NewsML-G2: the news items of an agency, alone or in a message or package."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from digest.languages.dates import dated
from digest.receive.addresses import canonical
from digest.receive.markup import inner_html, language_of, line_of, name_of
from digest.receive.records import Body, Item, NotTaken, Received


def newsml(root: Any) -> Iterator[Item]:
    """Yield the items of a NewsML-G2 document."""
    for item in root.iter():
        if name_of(item) != "newsItem":
            continue
        kind = _first(item, "itemMeta", "itemClass")
        code = _code(kind)
        if code not in {"", "text", "composite"}:
            yield NotTaken(item.get("guid") or "an item", f"it is no text ({code})")
        else:
            yield _item(item)


def _item(item: Any) -> Received:
    about = _first(item, "contentMeta")
    tags = [one.get("tag") for one in _all(about, "language")]
    language = next((tag for tag in tags if tag), None) or language_of(item)
    created = _first(item, "itemMeta", "firstCreated")
    published = dated(line_of(created if created is not None else _first(about, "contentCreated")), language)
    updated = dated(line_of(_first(item, "itemMeta", "versionCreated")), language)
    body, source = _content(item)
    names = [line_of(_first(one, "name")) for one in _all(about, "creator")]
    terms = line_of(_first(item, "rightsInfo", "usageTerms"))
    code = _code(_first(item, "itemMeta", "pubStatus")) or "usable"
    doubts = [one.doubt for one in (published, updated) if one.doubt]
    doubts += [f"its agency's terms: “{terms}”"] if terms else []
    doubts += [f"its agency calls it “{code}”; do not publish it"] if code != "usable" else []
    remote = _first(item, "itemMeta", "link")
    return Received(
        source=source.encode(),
        body=body,
        charset="utf-8",
        url=canonical((remote.get("href") or "") if remote is not None else "")
        or canonical(item.get("guid") or ""),
        id=item.get("guid"),
        title=_headline(about, language),
        language=language,
        authors=tuple(name for name in names if name),
        byline=line_of(_first(about, "by")),
        dateline=line_of(_first(about, "dateline")),
        published=published.iso,
        updated=None if updated.iso == published.iso else updated.iso,
        summary=line_of(_first(about, "description")),
        outlet=line_of(_first(item, "itemMeta", "provider", "name")),
        doubts=tuple(doubts),
    )


def _code(element: Any) -> str:
    """Return which term of a controlled vocabulary an element names, by `qcode` (`stat:usable`) or `uri`."""
    if element is None:
        return ""
    return re.split("[:/#]", (element.get("qcode") or element.get("uri") or "").rstrip("/"))[-1]


def _headline(about: Any, language: str | None) -> str | None:
    """Return the headline in the item's language; without one, the first."""
    headlines = _all(about, "headline")
    own = [one for one in headlines if _main(language_of(one) or language) == _main(language)]
    return line_of(next(iter(own or headlines), None))


def _main(language: str | None) -> str:
    return (language or "").lower().partition("-")[0]


def _content(item: Any) -> tuple[Body, str]:
    content = _first(item, "contentSet")
    for inline in _all(content, "inlineXML"):
        # The body of NITF holds its headline and byline beside its content.
        by_name = {name_of(one): one for one in reversed([*inline.iter()])}
        page = next((by_name[name] for name in ("body.content", "body", "div") if name in by_name), inline)
        return Body.FRAGMENT, inner_html(page)
    for inline in _all(content, "inlineData"):
        text = "".join(inline.itertext()).strip()
        return (Body.FRAGMENT if "html" in inline.get("contenttype", "") else Body.TEXT), text
    return Body.TEXT, ""


def _first(element: Any, *path: str) -> Any:
    for name in path:
        element = next(iter(_all(element, name)), None)
    return element


def _all(element: Any, name: str) -> list[Any]:
    return [] if element is None else [one for one in element if name_of(one) == name]
