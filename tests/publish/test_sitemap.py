import gzip
from collections.abc import Iterable
from dataclasses import replace

import pytest
from builders import a_moment
from digests import NEWSWEEK, RBC, WTOP, a_digest
from lxml import etree

from digest.model import OutputFile, Page, Story
from digest.publish import addresses
from digest.publish.outside import Limits, changes, sitemap

ROOT = "https://example.org/digest/"
NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
EDITIONS = ("en", "es", "ar")


def a_page(language: str, rest: str = "", *, kind: str = "story", **fields: object) -> Page:
    alternates = {code: f"{code}/{rest}" for code in EDITIONS}
    fields = {"title": "", "body": "", "alternates": alternates, **fields}
    return Page(path=f"{language}/{rest}", language=language, kind=kind, **fields)


def pages() -> list[Page]:
    fronts = {code: f"{code}/" for code in EDITIONS}
    root = Page(path="", language="en", kind="languages", title="", body="", alternates=fronts)
    found = [root]
    for code in EDITIONS:
        found += [
            a_page(code, kind="front"),
            a_page(code, "story/rbc/звонок/"),
            a_page(code, "search/", indexed=False),
        ]
    return found


def graph(content: bytes) -> dict[str, dict[str, str]]:
    """Return the alternates of each address, by hreflang."""
    return {
        url.findtext("s:loc", namespaces=NS): {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link[@rel='alternate']", NS)
        }
        for url in etree.fromstring(content).findall("s:url", NS)
    }


def by_path(files: Iterable[OutputFile]) -> dict[str, bytes]:
    return {file.path: file.content for file in files}


def test_every_indexed_page_is_in_the_sitemap_once() -> None:
    [content, _] = by_path(sitemap(pages(), ROOT)).values()
    found = [node.text for node in etree.fromstring(content).iter("{*}loc")]
    stories = [f"{ROOT}{code}/story/rbc/%D0%B7%D0%B2%D0%BE%D0%BD%D0%BE%D0%BA/" for code in EDITIONS]
    assert sorted(found) == sorted([ROOT, *(f"{ROOT}{code}/" for code in EDITIONS), *stories])


def test_editions_name_one_another_and_themselves() -> None:
    found = graph(by_path(sitemap(pages(), ROOT))["sitemap.xml"])
    for address, links in found.items():
        assert address in links.values()
        for other in links.values():
            assert found[other] == links


def test_the_page_of_languages_is_for_readers_of_all_others() -> None:
    found = graph(by_path(sitemap(pages(), ROOT))["sitemap.xml"])
    assert {address for address, links in found.items() if links["x-default"] == ROOT} == {
        ROOT,
        *(f"{ROOT}{code}/" for code in EDITIONS),
    }
    stories = {links["x-default"] for address, links in found.items() if "story" in address}
    assert stories == {f"{ROOT}en/story/rbc/%D0%B7%D0%B2%D0%BE%D0%BD%D0%BE%D0%BA/"}


def test_a_page_that_is_not_indexed_or_missing_is_nobodys_alternate() -> None:
    one = a_page("en", "topic/diplomacy/")
    other = a_page("ar", "topic/diplomacy/", indexed=False)
    assert graph(by_path(sitemap([one, other], ROOT))["sitemap.xml"]) == {f"{ROOT}en/topic/diplomacy/": {}}


def test_an_alternate_that_does_not_answer_is_left_out() -> None:
    silent = a_page("es", "people/", alternates={"es": "es/people/"})
    found = graph(
        by_path(sitemap([a_page("en", "people/"), silent, a_page("ar", "people/")], ROOT))["sitemap.xml"]
    )
    assert set(found[f"{ROOT}en/people/"]) == {"en", "ar", "x-default"}
    assert found[f"{ROOT}es/people/"] == {}


def test_dates_come_from_the_content_or_are_left_out() -> None:
    site = a_digest(
        stories=(
            Story(articles=(WTOP, replace(NEWSWEEK, updated=a_moment("2025-12-05")))),
            Story(articles=(RBC,)),
        )
    )
    shown = [a_page("es", addresses.story("es", article.id)[3:]) for article in (WTOP, RBC)]
    shown.append(a_page("es", addresses.article("es", WTOP.id)[3:], kind="article"))
    content = by_path(sitemap(shown, ROOT, changed=changes(site)))["sitemap.xml"]
    urls = etree.fromstring(content).findall("s:url", NS)
    dates = {
        url.findtext("s:loc", namespaces=NS)[len(ROOT) :]: url.findtext("s:lastmod", namespaces=NS)
        for url in urls
    }
    assert dates == {
        "es/article/wtop/llamada/": "2025-12-03",
        "es/story/wtop/llamada/": "2025-12-05",
        "es/story/rbc/zvonok/": None,
    }


@pytest.mark.parametrize("limits", [Limits(urls=3), Limits(size=1600)])
def test_a_large_site_gets_an_index_of_parts(limits: Limits) -> None:
    files = by_path(sitemap(pages(), ROOT, limits=limits))
    index = etree.fromstring(files["sitemap.xml"])
    assert index.tag == f"{{{NS['s']}}}sitemapindex"
    parts = [node.text.removeprefix(ROOT) for node in index.iter("{*}loc")]
    assert len(parts) > 1
    assert set(files) == {"sitemap.xml", "sitemap.xml.gz", *parts}
    assert all(len(graph(files[part])) <= limits.urls and len(files[part]) <= limits.size for part in parts)
    whole = graph(by_path(sitemap(pages(), ROOT))["sitemap.xml"])
    assert {address: links for part in parts for address, links in graph(files[part]).items()} == whole


def test_the_limits_are_those_of_the_protocol() -> None:
    assert (Limits().urls, Limits().size) == (50_000, 52_428_800)


def test_the_compressed_twin_holds_the_same_and_no_time() -> None:
    files = by_path(sitemap(pages(), ROOT))
    assert gzip.decompress(files["sitemap.xml.gz"]) == files["sitemap.xml"]
    assert files["sitemap.xml.gz"][4:8] == b"\0\0\0\0"


def test_the_order_of_pages_does_not_matter() -> None:
    assert sitemap(pages(), ROOT) == sitemap(pages()[::-1], ROOT)


def test_a_site_without_pages_has_an_empty_sitemap() -> None:
    assert graph(by_path(sitemap([], ROOT))["sitemap.xml"]) == {}
