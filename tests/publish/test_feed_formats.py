"""Every feed that a site can have, by the rules that the W3C's validator checks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import quote

import html5lib
import pytest
from digests import IN_FRENCH, SPOKEN, WTOP, a_digest, settings
from lxml import etree

from digest.model import Feeds, OutputFile, Story
from digest.publish import publish

ATOM = "{http://www.w3.org/2005/Atom}"
EVERYTHING = Feeds(
    formats=("atom", "rss", "json"),
    of=("edition", "topic", "person", "outlet", "corrections"),
    variants=("originals", "reviewed"),
)
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def all_feeds(feeds: Feeds = EVERYTHING) -> dict[str, bytes]:
    """Return the feeds of a site by path; its quotations are verified on the way."""
    made = publish(a_digest(settings=settings(feeds=feeds)))
    return {
        one.path: one.content
        for one in made
        if isinstance(one, OutputFile) and re.search(r"(feed|rss)[\w-]*\.(xml|json)$", one.path)
    }


@pytest.fixture(scope="module")
def feeds() -> dict[str, bytes]:
    return all_feeds()


def links_of(html: str) -> Iterator[str]:
    for element in html5lib.parseFragment(html, namespaceHTMLElements=False).iter():
        if element.tag in {"a", "img"}:
            yield element.get("href") or element.get("src") or ""


def atom_faults(content: bytes, path: str) -> Iterator[str]:  # noqa: C901 (a rule a line)
    """Yield what the validator would say of an Atom feed."""
    root = etree.fromstring(content)
    if root.tag != f"{ATOM}feed":
        yield "no feed"
    own = [link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    if own != [f"https://example.org/digest/{quote(path)}"]:
        yield f"self is {own}"
    if root.find(f"{ATOM}author/{ATOM}name") is None:
        yield "no author"
    entries = root.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    if len(ids) != len(set(ids)):
        yield "an id twice"
    for element in (root, *entries):
        for name in ("id", "title", "updated"):
            if (
                len(element.findall(f"{ATOM}{name}")) != 1
                or not element.findtext(f"{ATOM}{name}", "").strip()
            ):
                yield f"{name} is not there once"
        if datetime.fromisoformat(element.findtext(f"{ATOM}updated", "")).tzinfo is None:
            yield "a date without a zone"
        alternates = [
            (link.get("type"), link.get("hreflang"))
            for link in element.findall(f"{ATOM}link")
            if link.get("rel") == "alternate"
        ]
        if len(alternates) != len(set(alternates)):
            yield "two alternates of a type and language"
        if not re.match(r"https?://", element.findtext(f"{ATOM}id", "")):
            yield "an id that is no address"
    for entry in entries:
        summary = entry.find(f"{ATOM}summary")
        if summary is not None and summary.get("type") == "html":
            yield from (f"a relative link {href}" for href in links_of(summary.text or "") if ":" not in href)


def rss_faults(content: bytes, path: str) -> Iterator[str]:  # noqa: C901 (a rule a line)
    """Yield what the validator would say of an RSS feed."""
    root = etree.fromstring(content)
    [channel] = root.findall("channel")
    if (root.tag, root.get("version")) != ("rss", "2.0"):
        yield "no RSS 2.0"
    for name in ("title", "link", "description", "language"):
        if len(channel.findall(name)) != 1 or not channel.findtext(name, "").strip():
            yield f"{name} is not there once"
    if not LANGUAGE.fullmatch(channel.findtext("language", "")):
        yield "no language"
    own = [(link.get("rel"), link.get("href")) for link in channel.findall(f"{ATOM}link")]
    if own != [("self", f"https://example.org/digest/{quote(path)}")]:
        yield f"self is {own}"
    ids = [item.findtext("guid") for item in channel.findall("item")]
    if len(ids) != len(set(ids)):
        yield "a guid twice"
    for item in channel.findall("item"):
        if not (item.findtext("title") and item.findtext("description")):
            yield "an item without title or description"
        if (
            not item.findtext("guid", "").startswith("https://")
            or item.find("guid").get("isPermaLink") != "true"
        ):
            yield "a guid that is no address"
        stamp = item.findtext("pubDate")
        if stamp and parsedate_to_datetime(stamp).tzinfo is None:
            yield "a date that is not of RFC 822"
        yield from (
            f"a relative link {href}"
            for href in links_of(item.findtext("description", ""))
            if ":" not in href
        )


def json_faults(content: bytes, path: str) -> Iterator[str]:
    """Yield what a validator of JSON Feed would say."""
    feed = json.loads(content)
    if feed["version"] != "https://jsonfeed.org/version/1.1" or not feed["title"]:
        yield "no version or title"
    if feed["feed_url"] != f"https://example.org/digest/{quote(path)}":
        yield f"feed_url is {feed['feed_url']}"
    ids = [item["id"] for item in feed["items"]]
    if len(ids) != len(set(ids)):
        yield "an id twice"
    for item in feed["items"]:
        if not isinstance(item["id"], str) or ("content_html" in item) == ("content_text" in item):
            yield "an item without id or content"
        for name in ("date_published", "date_modified"):
            if name in item and datetime.fromisoformat(item[name]).tzinfo is None:
                yield "a date without a zone"
        if not LANGUAGE.fullmatch(item["language"]):
            yield "no language"


def test_every_feed_is_valid_in_every_format(feeds: dict[str, bytes]) -> None:
    for path, content in feeds.items():
        name = path.rpartition("/")[2]
        check = (
            json_faults if name.endswith(".json") else rss_faults if name.startswith("rss") else atom_faults
        )
        assert list(check(content, path)) == [], path


def test_an_edition_a_topic_a_person_and_an_outlet_have_feeds_in_all_formats_and_variants(
    feeds: dict[str, bytes],
) -> None:
    for folder in ("es/", "es/topic/diplomacy/", "es/person/nicolás-maduro/", f"es/outlet/{WTOP.outlet.id}/"):
        for variant in ("", "-originals", "-reviewed"):
            names = {f"{folder}feed{variant}.xml", f"{folder}rss{variant}.xml", f"{folder}feed{variant}.json"}
            assert names <= feeds.keys()


def test_few_feeds_are_made_unless_somebody_asks_for_more() -> None:
    names = {path for path in all_feeds(Feeds()) if path.startswith("fr/")}
    assert names == {"fr/feed.xml", "fr/topic/diplomacy/feed.xml", "fr/topic/other/feed.xml"}


def test_a_feed_of_originals_holds_no_translation_and_one_that_is_reviewed_no_unreviewed_machine(
    feeds: dict[str, bytes],
) -> None:
    whole, originals, reviewed = (
        feeds[f"fr/feed{variant}.xml"].decode() for variant in ("", "-originals", "-reviewed")
    )
    assert all(SPOKEN in one for one in (whole, originals, reviewed))
    assert IN_FRENCH in whole
    assert IN_FRENCH not in originals + reviewed


def test_a_feed_of_a_person_holds_what_that_person_said(feeds: dict[str, bytes]) -> None:
    items = json.loads(feeds["en/person/nicolás-maduro/feed.json"])["items"]
    assert [item["url"] for item in items] == [f"https://example.org/digest/en/story/{WTOP.id}/"]
    assert SPOKEN in items[0]["content_html"]


def test_words_that_look_like_markup_are_the_same_in_every_format() -> None:
    title = "What xmlns= means, <link rel= and ]]> & &amp;"
    story = Story(articles=(replace(WTOP, title=title, language="en"),))
    site = a_digest(settings=settings(feeds=EVERYTHING), stories=(story,), utterances=())
    made = {one.path: one.content for one in publish(site) if isinstance(one, OutputFile)}
    atom, rss = (etree.fromstring(made[f"en/{name}"]) for name in ("feed.xml", "rss.xml"))
    assert atom.findtext(f"{ATOM}entry/{ATOM}title") == title
    assert rss.findtext("channel/item/title") == title
    assert [item["title"] for item in json.loads(made["en/feed.json"])["items"]] == [title]
