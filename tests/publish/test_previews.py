"""What pages say of themselves to search engines, and where they are linked to."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import quote, unquote

import pytest
from digests import IN_ENGLISH, RBC, WTOP, a_digest, settings
from lxml import html

from digest.languages.tags import with_region
from digest.model import Image, Page, Story
from digest.publish import document
from digest.publish.outside import sitemap
from digest.publish.pages import pages


def heads(**fields: object) -> dict[str, html.HtmlElement]:
    site = a_digest(**fields)
    return {one.path: html.document_fromstring(document(site.settings, one)) for one in pages(site)}


def meta(tree: html.HtmlElement, name: str) -> list[str]:
    return [one.get("content") for one in tree.xpath(f"//meta[@property='{name}' or @name='{name}']")]


def test_every_page_of_an_edition_has_a_preview_in_its_language() -> None:
    for path, tree in heads().items():
        assert meta(tree, "og:title"), path
        assert meta(tree, "og:url") == [f"https://example.org/digest/{quote(path)}"]
        [code] = tree.xpath("//html/@lang")
        assert meta(tree, "og:locale") == [with_region(code)]
        assert with_region(code) not in meta(tree, "og:locale:alternate")


def test_a_story_is_described_by_what_was_said_and_by_whom_that_is_reported() -> None:
    [described] = meta(heads()[f"en/story/{WTOP.id}/"], "description")
    assert described.startswith(f"“{IN_ENGLISH[:20]}")
    assert described.endswith(".")


def test_words_that_a_machine_translated_describe_nothing() -> None:
    [described] = meta(heads()[f"fr/story/{WTOP.id}/"], "description")
    assert "«" not in described


@pytest.mark.parametrize(
    "path",
    [
        "people/",
        "topics/",
        "search/",
        "search/all/",
        "outlets/",
        "archive/",
        "archive/2025-12/",
        "archive/2025-12-04/",
        "outlet/wtop/",
        "person/nicolás-maduro/",
        "topic/diplomacy/",
    ],
)
def test_lists_are_described_in_a_sentence(path: str) -> None:
    known = heads()
    for code in ("en", "es", "ar"):
        [described] = meta(known[f"{code}/{path}"], "description")
        assert len(described) > 15


def test_a_picture_of_a_report_stands_for_its_story() -> None:
    image = Image(file="pictures/call.png", alt="A telephone", credit="Somebody", license="CC0")
    one = replace(WTOP, image=image)
    known = heads(stories=(Story(articles=(one,)), Story(articles=(RBC,))), utterances=())
    assert meta(known[f"en/story/{WTOP.id}/"], "og:image") == ["https://example.org/digest/pictures/call.png"]
    assert meta(known[f"en/story/{WTOP.id}/"], "twitter:card") == ["summary_large_image"]
    assert meta(known["en/people/"], "og:image") == []


def test_search_engines_may_be_asked_to_leave_out_what_nobody_reviewed() -> None:
    site = a_digest(settings=settings(unreviewed="noindex"))
    made = tuple(one for one in pages(site) if isinstance(one, Page))
    kept_out = {one.path for one in made if one.robots}
    asked = {
        one.path
        for one in made
        if meta(html.document_fromstring(document(site.settings, one)), "robots") == ["noindex"]
    }
    assert kept_out <= asked
    assert all(one.search_text for one in made if one.robots and one.kind == "story")
    written = sitemap(made, site.settings.site_url)[0].content.decode()
    assert not [path for path in kept_out if f"/{path}<" in written]


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_every_passage_that_structured_data_name_stands_on_its_page(language: str) -> None:
    known = heads()
    tree = known[f"{language}/story/{WTOP.id}/"]
    graph = json.loads(tree.xpath("string(//script[@type='application/ld+json'])"))["@graph"]
    [page] = [node for node in graph if node["@type"] == "CollectionPage"]
    named = [q["@id"] for q in page["hasPart"]] + [
        q["workTranslation"]["@id"] for q in page["hasPart"] if "workTranslation" in q
    ]
    assert named
    for address in named:
        path, _, fragment = address.removeprefix("https://example.org/digest/").partition("#")
        assert known[unquote(path)].xpath(f"//*[@id='{unquote(fragment)}']"), address
