"""Articles without pages of their own: parts of their stories' pages, which every link leads to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urldefrag, urljoin

from builders import an_article, an_outlet
from digests import NEWSWEEK, WTOP, a_digest, an_utterance, settings
from lxml import html
from markup import said, select

from digest.model import (
    ArticleId,
    Correction,
    CorrectionKind,
    History,
    Image,
    OutputFile,
    Page,
    Site,
    Story,
    WrittenBy,
)
from digest.publish import addresses, publish
from digest.publish.outside import redirects
from digest.publish.verify import shown_on

SHORT = settings(article_pages=False)
FORMER = ArticleId("newsweek/former")
NOTED = Correction(
    id="a-newsweek/call",
    kind=CorrectionKind.NOTE,
    day="2025-12-06",
    article=NEWSWEEK.id,
    title=NEWSWEEK.title,
    language="en",
    note="It was on Monday.",
)


def parts(**fields: object) -> Site:
    return a_digest(**{"settings": SHORT, **fields})


def pages(site: Site) -> dict[str, Page]:
    return {page.path: page for page in publish(site) if isinstance(page, Page)}


def part(
    site: Site, article: ArticleId = NEWSWEEK.id, story: str = "en/story/wtop/llamada/"
) -> html.HtmlElement:
    (found,) = html.fromstring(pages(site)[story].body).xpath(f"//*[@id='article-{article}']")
    return found


def fragments(site: Site) -> Iterator[tuple[str, str, str]]:
    """Yield every link with a fragment: the page, the page that it leads to, the fragment."""
    root = site.settings.site_url
    for path, page in pages(site).items():
        for href in html.fromstring(page.body).xpath("//a/@href"):
            target, fragment = urldefrag(urljoin(root + path, href))
            if fragment and target.startswith(root):
                yield path, target.removeprefix(root), fragment


def test_no_article_has_a_page_and_no_link_leads_to_one() -> None:
    made = pages(parts(history=History(corrections=(NOTED,))))
    assert not [path for path in made if "/article/" in path]
    assert not [path for path, page in made.items() if "/article/" in page.body + page.head]
    assert [path for path in pages(a_digest()) if "/article/" in path]


def test_every_link_with_a_fragment_arrives_at_an_element() -> None:
    site = parts(history=History(corrections=(NOTED,)))
    made = pages(site)
    ids = {path: set(html.fromstring(page.body).xpath("//@id")) for path, page in made.items()}
    found = list(fragments(site))
    assert ("en/outlet/newsweek/", "en/story/wtop/llamada/", "article-newsweek/call") in found
    assert ("en/corrections/", "en/story/wtop/llamada/", "article-newsweek/call") in found
    assert [one for one in found if one[2] not in ids[one[1]]] == []


def test_a_part_has_the_whole_text_and_what_was_corrected() -> None:
    texts = (NEWSWEEK.text, "A second paragraph.")
    own = an_article(*texts, slug="call", title="A call", written_by=WrittenBy.DESK)
    story = Story(articles=(WTOP, own))
    shown = part(parts(stories=(story,), utterances=(), history=History(corrections=(NOTED,))))
    assert "A second paragraph." in said(shown)
    assert "It was on Monday." in said(shown)


def test_a_part_leads_to_the_statements_that_its_article_quotes() -> None:
    (link,) = select(part(parts()), "details li a")
    assert link.get("href") == f"#{addresses.statement(an_utterance().id)}"
    assert said(link).startswith("Nicolás Maduro:")


def test_a_picture_that_the_story_does_not_show_stands_with_its_article() -> None:
    pictured = [
        replace(one, image=Image(file=f"{one.id}.jpg", alt="A pier", credit="Us", license="CC0"))
        for one in (WTOP, NEWSWEEK)
    ]
    site = parts(stories=(Story(articles=tuple(pictured)),))
    body = html.fromstring(pages(site)["en/story/wtop/llamada/"].body)
    assert len(body.xpath("//img")) == 2
    assert len(part(site, WTOP.id).xpath(".//img")) == 1
    assert not part(site).xpath(".//img")


def test_a_reprint_is_led_to_as_well() -> None:
    other = an_article(NEWSWEEK.text, slug="again", outlet=an_outlet("Second"))
    site = parts(stories=(Story(articles=(WTOP, NEWSWEEK, other), reprints={other.id: NEWSWEEK.id}),))
    assert "Second" in said(part(site, other.id))


def test_quotations_are_those_of_a_site_with_article_pages_and_stay_verified() -> None:
    def shown(site: Site) -> set[object]:
        return {one for page in pages(site).values() for one in shown_on(page.body).all_quotations()}

    assert shown(parts()) == shown(a_digest()) != set()


def test_structured_data_describe_the_parts() -> None:
    head = pages(parts(utterances=()))["en/story/wtop/llamada/"].head
    graph = json.loads(head[head.index("{") : head.rindex("}") + 1])["@graph"]
    (page,) = (node for node in graph if node["@type"] == "CollectionPage")
    root = "https://example.org/digest/en/story/wtop/llamada/"
    assert page["hasPart"][0]["@id"].startswith(f"{root}#article-")
    assert page["hasPart"][0]["@type"] == "NewsArticle"


def lines(site: Site) -> list[str]:
    (file,) = (one for one in redirects(site) if one.path == "_redirects")
    return file.content.decode().splitlines()


def test_pages_that_articles_had_lead_on_by_one_line_with_a_pattern_in_each_edition() -> None:
    cloud = settings(article_pages=False, host="cloudflare-pages", languages=("en", "es"))
    assert lines(parts(settings=cloud))[-2:] == [
        f"/digest/{code}/article/:outlet/:slug/ /digest/{code}/story/:outlet/:slug/#article-:outlet/:slug 301"
        for code in ("en", "es")
    ]
    lab = settings(article_pages=False, host="gitlab-pages", languages=("en",))
    assert lines(parts(settings=lab))[-1] == (
        "/digest/en/article/:outlet/:slug/ /digest/en/story/:outlet/:slug/ 301"
    )


def files(site: Site) -> dict[str, str]:
    return {one.path: one.content.decode() for one in redirects(site)}


def test_a_member_that_never_named_its_story_is_looked_up_and_has_no_page() -> None:
    assert files(parts()) == {"assets/digest/moved/newsweek.json": '{"call":"wtop/llamada"}'}
    known = files(parts(history=History(since={NEWSWEEK.id: "2025-12-04"})))
    assert sorted(known) == [f"{code}/story/newsweek/call/index.html" for code in ("ar", "en", "es", "fr")]


def test_a_guest_has_no_page_for_missing_addresses_and_keeps_those_that_lead_on() -> None:
    guest = settings(article_pages=False, prefix="news/", languages=("en",))
    assert list(files(parts(settings=guest))) == ["en/story/newsweek/call/index.html"]


def test_a_renamed_article_leads_to_its_part_before_the_pattern_does() -> None:
    history = History(articles={FORMER: NEWSWEEK.id})
    cloud = settings(article_pages=False, host="cloudflare-pages", languages=("en",))
    own = "/digest/en/article/newsweek/former/ /digest/en/story/wtop/llamada/#article-newsweek/call 301"
    assert own in lines(parts(settings=cloud, history=history))[:-1]
    (stub,) = (
        one
        for one in redirects(
            parts(settings=settings(article_pages=False, languages=("en",)), history=history)
        )
        if isinstance(one, OutputFile) and "/article/" in one.path
    )
    assert b"../../../story/wtop/llamada/#article-newsweek/call" in stub.content
