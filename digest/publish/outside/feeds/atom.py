"""A feed as Atom (RFC 4287)."""

from __future__ import annotations

import re
from datetime import datetime
from xml.etree import ElementTree as ET

from digest.publish import addresses
from digest.publish.outside.feeds.entries import Entry, Feed

ATOM = "http://www.w3.org/2005/Atom"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

ILLEGAL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold."""

ET.register_namespace("", ATOM)


def atom(feed: Feed) -> bytes:
    """Return the file."""
    own = addresses.absolute(feed.path, site_url=feed.site_url)
    root = ET.Element(f"{{{ATOM}}}feed", {XML_LANG: feed.language})
    _add(root, "id", own)
    _add(root, "title", feed.title)
    _add(root, "updated", stamp(feed.updated))
    author = _add(root, "author")
    _add(author, "name", feed.site)
    _add(author, "uri", feed.site_url)
    _link(root, "self", own, type="application/atom+xml")
    _link(root, "alternate", feed.home, type="text/html", hreflang=feed.language)
    for language, path in feed.others:
        href = addresses.absolute(path, site_url=feed.site_url)
        _link(root, "alternate", href, type="application/atom+xml", hreflang=language)
    root.extend(_entry(entry, feed.language) for entry in feed.entries)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _entry(entry: Entry, language: str) -> ET.Element:
    element = ET.Element(f"{{{ATOM}}}entry")
    _add(element, "id", entry.address)
    title = _add(element, "title", entry.title)
    if entry.title_language != language:
        title.set(XML_LANG, entry.title_language)
    _add(element, "updated", stamp(entry.updated))
    if entry.published:
        _add(element, "published", stamp(entry.published))
    _link(element, "alternate", entry.address, type="text/html", hreflang=language)
    for url, code, outlet in entry.sources:
        _link(element, "related", url, hreflang=code, title=outlet)
    for term, scheme, label in entry.categories:
        _add(element, "category", term=term, **({"scheme": scheme} if scheme else {}), label=label)
    if entry.html:
        _add(element, "summary", entry.html, type="html")
    else:
        summary = _add(element, "summary", entry.text)
        summary.set(XML_LANG, entry.language)
    return element


def stamp(moment: datetime) -> str:
    """Return an instant as RFC 3339 has it."""
    return moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")


def legal(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return ILLEGAL.sub("", text)


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    written = {key: legal(value) for key, value in attributes.items()}
    element = ET.SubElement(parent, f"{{{ATOM}}}{name}", written)
    element.text = None if text is None else legal(text)
    return element


def _link(parent: ET.Element, rel: str, href: str, **attributes: str) -> None:
    _add(parent, "link", rel=rel, href=href, **attributes)
