from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
from builders import a_quote, an_article, an_outlet
from digests import APERTIUM, MADURO, TOPIC, WTOP, WTOP_URL, a_digest, a_translation, an_utterance, settings
from lxml import html
from markup import said, select
from rendered import STORY, document

from digest.model import (
    Link,
    Origin,
    Segment,
    SegmentKind,
    Site,
    Story,
    Utterance,
    UtteranceId,
    Wording,
    WordingState,
    WrittenBy,
)
from digest.publish import publish
from digest.publish.pages import pages

HOSTILE = "</script><script>alert(1)</script>{{ 7777*7777 }}{% raw %}<img src=x onerror=alert(1)>\"'"


def test_every_edition_has_the_same_pages_and_each_knows_the_others() -> None:
    found = {page.path: page for page in pages(a_digest())}
    english = {path.removeprefix("en/") for path in found if path.startswith("en/")}
    assert english >= {"", STORY, f"article/{WTOP.id}/", "people/", "topics/", "search/", "topic/diplomacy/"}
    for code in ("es", "fr", "ar"):
        assert {path.removeprefix(f"{code}/") for path in found if path.startswith(f"{code}/")} == english
    for path, one in found.items():
        if path:
            rest = path.partition("/")[2]
            assert one.alternates == {code: f"{code}/{rest}" for code in ("en", "es", "fr", "ar")}


def test_every_page_is_well_formed_html() -> None:
    parser = html5lib.HTMLParser(strict=True, tree=html5lib.getTreeBuilder("etree"))
    site = a_digest()
    for one in pages(site):
        parser.parse(document(site, one))


def test_every_internal_link_leads_to_a_page_a_feed_or_an_asset() -> None:
    site = a_digest()
    made = tuple(pages(site))
    known = {one.path for one in publish(site)}
    for one in made:
        for link in html.document_fromstring(document(site, one)).iterlinks():
            target = urlsplit(urljoin(f"https://example.org/digest/{one.path}", link[2]))
            if target.netloc == "example.org" and link[0].tag != "blockquote":
                path = unquote(target.path).removeprefix("/digest/")
                assert path in known or path.startswith("assets/digest/") or "/search/index/" in path, (
                    one.path,
                    link[2],
                )


def test_no_page_asks_another_host_for_anything() -> None:
    site = a_digest()
    for one in pages(site):
        for element, attribute, url, _ in html.document_fromstring(document(site, one)).iterlinks():
            loads = element.tag in {"script", "img", "iframe"} or element.get("rel") in {"stylesheet", "icon"}
            assert not loads or not urlsplit(url).netloc, (one.path, attribute, url)


def test_no_id_stands_twice_on_a_page() -> None:
    site = a_digest()
    for one in pages(site):
        ids = html.document_fromstring(document(site, one)).xpath("//@id")
        assert len(ids) == len(set(ids)), one.path


def hostile_site() -> Site:
    outlet = an_outlet("WTOP", language="es", url=WTOP_URL)
    outlet = replace(outlet, name=HOSTILE)
    article = an_article(
        f"«{HOSTILE}»",
        title=HOSTILE,
        outlet=outlet,
        authors=(HOSTILE,),
        slug="hostile",
        written_by=WrittenBy.DESK,
        topics=(TOPIC.id,),
    )
    person = replace(MADURO, name=HOSTILE, name_by_language={"ar": HOSTILE}, role=HOSTILE)
    quote = a_quote(HOSTILE, article=article, place=HOSTILE)
    utterance = Utterance(
        id=UtteranceId("1"),
        story=article.id,
        person=person,
        wordings=(Wording(quote=quote, state=WordingState.ORIGINAL),),
    )
    segment = Segment(SegmentKind.QUOTE, "en", HOSTILE)
    engine = replace(APERTIUM, name=HOSTILE, model=HOSTILE)
    by_machine = a_translation(HOSTILE, of=segment, into="es", origin=Origin.MACHINE, engine=engine)
    by_person = a_translation(HOSTILE, of=segment, into="fr", origin=Origin.PERSON, by=HOSTILE)
    topic = replace(TOPIC, label_by_language={"en": HOSTILE})
    tie = Link(first=article.id, second=article.id, score=1.0, shared=(HOSTILE,))
    return a_digest(
        by_machine,
        by_person,
        settings=settings(site_name=HOSTILE),
        stories=(Story(articles=(article,), topics=(TOPIC.id,), links=(tie,)),),
        topics=(topic,),
        people=(person,),
        utterances=(utterance,),
    )


def scripts(elements: Iterable[html.HtmlElement]) -> list[str]:
    return [element.get("type") or element.get("src") or said(element) for element in elements]


def test_content_reaches_no_page_as_markup_or_template() -> None:
    site = hostile_site()
    for one in pages(site):
        for markup in (document(site, one),):
            tree = html.document_fromstring(markup)
            assert not select(tree, "img"), one.path
            assert not [s for s in scripts(select(tree, "script")) if "alert" in s], one.path
            assert not tree.xpath("//@onerror"), one.path
            assert "60481729" not in markup, one.path


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    article = replace(WTOP, url="javascript:alert(1)", archive_url="data:text/html,x")
    quote = replace(an_utterance().lead.quote, article=article)
    wording = Wording(quote=quote, state=WordingState.ORIGINAL)
    site = a_digest(
        stories=(Story(articles=(article,)),), utterances=(replace(an_utterance(), wordings=(wording,)),)
    )
    for one in pages(site):
        assert "javascript:" not in one.body
        assert "data:text" not in one.body
