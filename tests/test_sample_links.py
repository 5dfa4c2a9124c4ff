"""The built sample digest, read by parsers that are not ours: links, editions, sitemap, structured data."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

import feedparser
import pytest
from lxml import etree, html

SITE_URL = "https://example.org/digest/"
EDITIONS = ("en", "es", "fr", "ar", "pt")
XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Document:
    """A built page, at the address it will have."""

    address: str
    root: html.HtmlElement

    def values(self, path: str) -> list[str]:
        """Return what an XPath expression finds."""
        return [str(value) for value in self.root.xpath(path)]

    @property
    def is_redirect(self) -> bool:
        """Tell whether it sends readers on."""
        return bool(self.values("//meta[@http-equiv='refresh']/@content"))

    @property
    def is_indexed(self) -> bool:
        """Tell whether search engines may know it."""
        return not self.values("//meta[@name='robots'][contains(@content, 'noindex')]/@content")

    @property
    def alternates(self) -> dict[str, str]:
        """Return the address in each edition by hreflang, as its head gives it."""
        links = self.root.xpath("//head/link[@rel='alternate'][@hreflang]")
        return {link.get("hreflang"): link.get("href") for link in links}

    @property
    def nodes(self) -> list[dict[str, Any]]:
        """Return its structured data."""
        scripts = self.root.xpath("//script[@type='application/ld+json']")
        return [node for script in scripts for node in json.loads(script.text)["@graph"]]


@pytest.fixture(scope="module")
def documents(sample: Path) -> dict[str, Document]:
    """Return every page of the site by its address."""
    found = {}
    for path in sorted(sample.rglob("index.html")):
        folder = path.parent.relative_to(sample).as_posix()
        address = SITE_URL + ("" if folder == "." else f"{folder}/")
        found[address] = Document(address, html.document_fromstring(path.read_text(encoding="utf-8")))
    return found


@pytest.fixture(scope="module")
def own(documents: dict[str, Document]) -> dict[str, Document]:
    """Return the pages that are no redirects."""
    return {address: page for address, page in documents.items() if not page.is_redirect}


def test_every_link_within_the_site_leads_somewhere(sample: Path, documents: dict[str, Document]) -> None:
    broken = []
    for page in documents.values():
        for value in page.values("//@href | //@src"):
            target, fragment = urldefrag(urljoin(page.address, value))
            if not target.startswith(SITE_URL):
                continue
            place = unquote(target.removeprefix(SITE_URL))
            file = sample / place / "index.html" if place.endswith("/") or not place else sample / place
            ids = (
                documents[unquote(target)].values("//@id")
                if fragment and unquote(target) in documents
                else [fragment]
            )
            if not file.is_file() or (fragment and unquote(fragment) not in ids):
                broken.append((page.address, value))
    assert broken == []


def test_nothing_that_a_page_loads_comes_from_another_host(documents: dict[str, Document]) -> None:
    loads = (
        "//@src | //@srcset | //link[not(@rel='canonical' or @rel='alternate')]/@href | //@action | //@poster"
    )
    foreign = [
        (page.address, value)
        for page in documents.values()
        for value in page.values(loads)
        if not urljoin(page.address, value).startswith(SITE_URL) and not value.startswith("data:")
    ]
    assert foreign == []


def test_editions_name_one_another_in_return(own: dict[str, Document]) -> None:
    named = {address: page.alternates for address, page in own.items() if page.alternates}
    assert len(named) > len(EDITIONS)
    for address, alternates in named.items():
        assert address in alternates.values()
        assert set(EDITIONS) <= set(alternates)
        for other in alternates.values():
            assert named[other] == alternates


def test_every_page_says_its_own_address_and_language(own: dict[str, Document]) -> None:
    for address, page in own.items():
        [canonical] = page.values("//link[@rel='canonical']/@href")
        assert unquote(canonical) == address
        edition = address.removeprefix(SITE_URL).partition("/")[0] or EDITIONS[0]
        assert page.values("/html/@lang") == [edition]


def test_the_sitemap_holds_the_indexed_pages_with_the_alternates_that_they_show(
    sample: Path, own: dict[str, Document]
) -> None:
    urls = etree.fromstring((sample / "sitemap.xml").read_bytes()).findall("{*}url")
    listed = {
        unquote(url.findtext("{*}loc")): {
            link.get("hreflang"): link.get("href") for link in url.iter(f"{XHTML}link")
        }
        for url in urls
    }
    assert listed == {address: page.alternates for address, page in own.items() if page.is_indexed}


def test_redirects_lead_to_canonical_pages_at_once(
    documents: dict[str, Document], own: dict[str, Document]
) -> None:
    redirects = [page for page in documents.values() if page.is_redirect]
    assert redirects
    for page in redirects:
        [refresh] = page.values("//meta[@http-equiv='refresh']/@content")
        [canonical] = page.values("//link[@rel='canonical']/@href")
        target = urljoin(page.address, refresh.partition("url=")[2])
        assert target == canonical
        assert unquote(target) in own
        assert not page.is_indexed


def test_every_feed_is_named_by_its_edition_and_leads_to_its_stories(
    sample: Path, documents: dict[str, Document]
) -> None:
    for code in EDITIONS:
        front = documents[f"{SITE_URL}{code}/"]
        [href] = front.values("//link[@type='application/atom+xml']/@href")
        feed = feedparser.parse((sample / urljoin(front.address, href).removeprefix(SITE_URL)).read_bytes())
        assert not feed.bozo
        assert feed.entries
        for entry in feed.entries:
            assert entry.link.startswith(f"{SITE_URL}{code}/story/")
            assert unquote(entry.link) in documents


def test_structured_data_name_statements_by_addresses_that_lead_to_them(
    own: dict[str, Document], documents: dict[str, Document]
) -> None:
    assert all(page.nodes for address, page in own.items() if "/story/" in address)
    named = [one for page in own.values() for node in page.nodes for one in node.get("hasPart", [])]
    translations = [one["workTranslation"] for one in named if "workTranslation" in one]
    assert translations
    for one in named:
        target, fragment = urldefrag(one["@id"])
        assert fragment in documents[unquote(target)].values("//@id")


def test_structured_data_are_at_most_fifteen_hundredths_of_a_page(sample: Path) -> None:
    for path in sample.rglob("index.html"):
        page = path.read_bytes()
        _, _, rest = page.partition(b'<script type="application/ld+json">')
        assert len(rest.partition(b"</script>")[0]) <= 0.15 * len(page)


def test_structured_data_credits_no_page_of_ours_to_an_outlet(own: dict[str, Document]) -> None:
    for page in own.values():
        ours = [node for node in page.nodes if unquote(node["@id"]) == page.address]
        assert all(node["author"] == node["publisher"] == {"@id": f"{SITE_URL}#site"} for node in ours)
