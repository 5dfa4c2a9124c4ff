"""A feed as RSS 2.0 (with Atom's link to itself) and as JSON Feed 1.1."""

from __future__ import annotations

import json
from email.utils import format_datetime
from html import escape
from typing import Any
from xml.etree import ElementTree as ET

from digest.publish import addresses
from digest.publish.outside.feeds.atom import ATOM, legal, stamp
from digest.publish.outside.feeds.entries import UNDATED, Entry, Feed

DC = "http://purl.org/dc/elements/1.1/"
ET.register_namespace("dc", DC)


def rss(feed: Feed, path: str) -> bytes:
    """Return the file that stands at `path`."""
    root = ET.Element("rss", {"version": "2.0"})
    channel = ET.SubElement(root, "channel")
    _add(channel, "title", feed.title)
    _add(channel, "link", feed.home)
    _add(channel, "description", feed.title)
    _add(channel, "language", feed.language)
    if feed.updated != UNDATED:
        _add(channel, "lastBuildDate", format_datetime(feed.updated))
    own = addresses.absolute(path, site_url=feed.site_url)
    ET.SubElement(channel, f"{{{ATOM}}}link", {"rel": "self", "type": "application/rss+xml", "href": own})
    for entry in feed.entries:
        item = ET.SubElement(channel, "item")
        _add(item, "title", entry.title)
        _add(item, "link", entry.address)
        _add(item, "guid", entry.address).set("isPermaLink", "true")
        if entry.updated != UNDATED:
            _add(item, "pubDate", format_datetime(entry.published or entry.updated))
        _add(item, f"{{{DC}}}creator", feed.site)
        for term, scheme, label in entry.categories:
            _add(item, "category", term if scheme else label).attrib.update(
                {"domain": scheme} if scheme else {}
            )
        _add(item, "description", entry.html or escape(entry.text))
    # ElementTree writes Atom's namespace as the default one, which would take in RSS's own elements.
    written = (
        ET.tostring(root, encoding="unicode")
        .replace("xmlns=", "xmlns:atom=", 1)
        .replace("<link rel=", "<atom:link rel=")
    )
    return f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n'.encode("utf-8", "replace")


def json_feed(feed: Feed, path: str) -> bytes:
    """Return the file that stands at `path`."""
    whole: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": addresses.absolute(path, site_url=feed.site_url),
        "language": feed.language,
        "authors": [{"name": feed.site, "url": feed.site_url}],
        "items": [_item(entry, feed) for entry in feed.entries],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


def _item(entry: Entry, feed: Feed) -> dict[str, Any]:
    item: dict[str, Any] = {"id": entry.address, "url": entry.address, "title": entry.title}
    item |= {"content_html": entry.html} if entry.html else {"content_text": entry.text}
    if entry.published:
        item["date_published"] = stamp(entry.published)
    if entry.updated != UNDATED:
        item["date_modified"] = stamp(entry.updated)
    tags = list(dict.fromkeys(label for _, _, label in entry.categories))
    return item | ({"tags": tags} if tags else {}) | {"language": entry.language or feed.language}


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = legal(text)
    return element
