from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
import pytest
from builders import a_moment, a_quote, an_article, an_outlet
from digests import (
    APERTIUM,
    IN_ARABIC,
    IN_ENGLISH,
    IN_FRENCH,
    MADURO,
    NEWSWEEK,
    RBC,
    SPOKEN,
    TOPIC,
    WTOP,
    WTOP_URL,
    a_digest,
    a_translation,
    an_utterance,
    settings,
)
from lxml import html
from markup import said, select

from digest.model import (
    Link,
    Notice,
    Origin,
    Page,
    Segment,
    SegmentKind,
    Site,
    Story,
    Translation,
    Utterance,
    UtteranceId,
    Wording,
    WordingState,
    WrittenBy,
)
from digest.publish import addresses, shell
from digest.publish.pages import pages

HOSTILE = "</script><script>alert(1)</script>{{ 7*7 }}{% raw %}<img src=x onerror=alert(1)>\"'"
STORY = f"story/{WTOP.id}/"


def page(site: Site, path: str) -> Page:
    return next(page for page in pages(site) if page.path == path)


def body(site: Site, path: str) -> html.HtmlElement:
    return html.fragment_fromstring(page(site, path).body, create_parent="body")


def card(site: Site, language: str) -> html.HtmlElement:
    [figure] = select(body(site, f"{language}/{STORY}"), "figure.card")
    return figure


def quote_into(language: str, text: str, **fields: object) -> Translation:
    return a_translation(text, of=Segment(SegmentKind.QUOTE, "es", SPOKEN), into=language, **fields)


def credit(site: Site, language: str, place: str = "second") -> str:
    [found] = select(card(site, language), f".credit--{place}")
    return said(found)


def document(site: Site, one: Page) -> str:
    frame = shell(site.settings, path=one.path, page=one)
    return (
        f'<!doctype html><html lang="{frame.language}" dir="{frame.direction}">'
        f"<head>{frame.head}{frame.styles}</head>"
        f'<body>{frame.header}<main id="content">{one.body}</main>{frame.footer}</body></html>'
    )


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
    known = {one.path for one in made} | {addresses.feed(code) for code in site.settings.languages}
    for one in made:
        for link in html.document_fromstring(document(site, one)).iterlinks():
            target = urlsplit(urljoin(f"https://example.org/digest/{one.path}", link[2]))
            if target.netloc == "example.org" and link[0].tag != "blockquote":
                path = unquote(target.path).removeprefix("/digest/")
                assert path in known or path.startswith("assets/digest/") or "pagefind" in path, (
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


def test_a_card_is_one_figure_with_both_passages_marked_by_language_and_direction() -> None:
    figure = card(a_digest(), "ar")
    first, second = select(figure, "blockquote")
    assert (first.get("lang"), first.get("dir"), first.get("translate")) == ("es", "ltr", "no")
    assert first.get("cite") == WTOP_URL
    assert (second.get("lang"), second.get("dir"), second.get("translate")) == ("ar", "rtl", None)
    assert SPOKEN in first.text_content()
    assert IN_ARABIC in second.text_content()
    [caption] = select(figure, "figcaption")
    assert caption in (figure[0], figure[-1])
    assert not select(caption, "blockquote")
    assert figure.get("id") == "u-c0ffee01"


def test_a_card_says_who_spoke_when_where_and_in_which_language() -> None:
    caption = said(select(card(a_digest(), "fr"), "figcaption")[0])
    for part in ("Nicolás Maduro", "3 décembre 2025", "Petare, Caracas", "dit en espagnol"):
        assert part in caption
    [link] = select(card(a_digest(), "ar"), "a.speaker")
    assert (link.get("href"), said(link)) == (
        "../../../person/nicolás-maduro/".replace("á", "%C3%A1"),
        "نيكولاس مادورو",
    )


def test_an_outlets_wording_from_a_summary_is_credited_to_the_outlet_by_way_of_the_summary() -> None:
    assert credit(a_digest(), "en", "first") == "Original as printed by WTOP, according to our summary"
    assert (
        credit(a_digest(), "en")
        == "Translation printed by Newsweek, according to our summary address not known"
    )


def test_an_outlets_own_article_is_credited_without_a_summary() -> None:
    article = replace(WTOP, written_by=WrittenBy.OUTLET)
    wording = Wording(
        quote=replace(an_utterance().lead.quote, article=article), state=WordingState.AS_PRINTED
    )
    utterance = replace(an_utterance(), wordings=(wording,))
    site = a_digest(stories=(Story(articles=(article,)),), utterances=(utterance,))
    assert credit(site, "es", "first") == "Tal como lo publicó WTOP"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"origin": Origin.DESK}, "Translated by our desk not reviewed by a native speaker"),
        ({"origin": Origin.DESK, "reviewed_by": "RBC"}, "Translated by our desk reviewed by RBC"),
        ({"origin": Origin.PERSON, "by": "Newsweek"}, "Translated by Newsweek"),
        ({"origin": Origin.OUTLET, "by": "Blick"}, "Translation by Blick"),
        (
            {"origin": Origin.MACHINE, "engine": APERTIUM},
            "Machine translation: apertium 3.8.3, model spa-fra not reviewed",
        ),
        (
            {"origin": Origin.MACHINE, "engine": replace(APERTIUM, pivot="fr"), "reviewed": True},
            "Machine translation: apertium 3.8.3, model spa-fra by way of French reviewed",
        ),
    ],
)
def test_a_translation_says_who_made_it_and_whether_it_was_reviewed(
    fields: dict[str, object], expected: str
) -> None:
    utterance = replace(an_utterance(), wordings=an_utterance().wordings[:1])
    site = a_digest(quote_into("en", "A respectful talk", **fields), utterances=(utterance,))
    assert credit(site, "en") == expected


def test_a_doubtful_or_stale_translation_carries_a_notice() -> None:
    notices = (Notice.STALE, Notice.DOUBTFUL)
    doubtful = quote_into("fr", IN_FRENCH, origin=Origin.MACHINE, engine=APERTIUM, notices=notices)
    assert len(select(card(a_digest(doubtful), "fr"), ".notice")) == len(notices)
    assert not select(card(a_digest(), "fr"), ".notice")


def test_what_nobody_translated_is_shown_as_it_was_said_and_says_so() -> None:
    figure = card(a_digest(translations={}), "ar")
    assert len(select(figure, "blockquote")) == 1
    assert said(select(figure, ".notice")[0]) == "لم يُترجم بعد."


def test_a_card_without_an_original_says_that_it_was_not_found() -> None:
    utterance = replace(an_utterance(), wordings=an_utterance().wordings[1:])
    figure = card(a_digest(utterances=(utterance,)), "en")
    assert "Original wording not found" in said(figure)
    assert said(select(figure, ".wording__state")[0]) == "translation"


def test_other_wordings_stand_under_their_language() -> None:
    [others] = select(card(a_digest(), "ar"), "details.others")
    assert said(select(others, ".others__language")[0]) == "الإنجليزية"
    [words] = select(others, ".others__words")
    assert (words.get("lang"), words.get("dir")) == ("en", "ltr")
    assert IN_ENGLISH in words.text_content()


def test_a_speaker_whom_we_do_not_know_is_said_to_be_unknown() -> None:
    wording = Wording(quote=a_quote(SPOKEN, speaker=None, article=WTOP), state=WordingState.AS_PRINTED)
    utterance = Utterance(id=UtteranceId("1"), story=WTOP.id, person=None, wordings=(wording,))
    assert "Speaker not known" in said(card(a_digest(utterances=(utterance,)), "en"))


def test_an_outlet_is_linked_where_its_address_is_known_and_only_then() -> None:
    reports = select(body(a_digest(), f"es/{STORY}"), ".report__outlet")
    by_outlet = {said(report).split()[0]: report for report in reports}
    [link] = select(by_outlet["WTOP"], "a")
    assert (link.get("href"), link.get("rel")) == (WTOP_URL, "noopener external")
    assert not select(by_outlet["Newsweek"], "a")
    assert "dirección desconocida" in said(by_outlet["Newsweek"])


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


def headline(site: Site, path: str) -> html.HtmlElement:
    [found] = select(body(site, path), "h1")
    return found


def test_a_storys_headline_is_the_editors_then_a_members_then_translated_then_the_original() -> None:
    assert said(headline(a_digest(), f"en/{STORY}")) == NEWSWEEK.title
    assert said(headline(a_digest(), f"fr/{STORY}")) == "Maduro confirme l’appel"
    edited = Story(articles=(WTOP, NEWSWEEK), title_by_language={"en": "A call is confirmed"})
    assert said(headline(a_digest(stories=(edited,)), f"en/{STORY}")) == "A call is confirmed"
    original = headline(a_digest(translations={}), f"ar/{STORY}")
    assert said(original) == WTOP.title
    assert select(original, "[lang=es][dir=ltr]")


def test_a_headline_tells_who_translated_it_or_that_nobody_did() -> None:
    assert "Traduit par notre rédaction" in said(select(body(a_digest(), f"fr/{STORY}"), "header")[0])
    untranslated = select(body(a_digest(translations={}), f"fr/{STORY}"), "header")[0]
    assert "Titre pas encore traduit" in said(untranslated)


def test_a_story_lists_its_reports_by_language_the_editions_own_first() -> None:
    named = [said(name) for name in select(body(a_digest(), f"es/{STORY}"), ".reports__language")]
    assert named == ["español", "inglés"]


def test_a_story_says_why_its_reports_are_together() -> None:
    ties = (
        Link(first=WTOP.id, second=NEWSWEEK.id, score=0.8, shared=("Petare", "<b>")),
        Link(first=WTOP.id, second=NEWSWEEK.id, score=1.0, by_editor=True),
    )
    story = Story(articles=(WTOP, NEWSWEEK), links=ties)
    [reasons] = select(body(a_digest(stories=(story,)), f"en/{STORY}"), ".reasons")
    assert "WTOP and Newsweek: both name Petare and <b>" in said(reasons)
    assert "put together by our editors" in said(reasons)


def test_a_summary_names_the_outlet_as_its_source_and_our_desk_as_its_author() -> None:
    shown = body(a_digest(), f"en/article/{WTOP.id}/")
    assert "Summary by our desk of a report by WTOP" in said(shown)
    assert SPOKEN in said(select(shown, ".prose")[0])


def test_a_translated_paragraph_is_labelled_and_its_original_is_at_hand() -> None:
    text = WTOP.text
    segment = Segment(SegmentKind.EXCERPT, "es", text)
    site = a_digest(a_translation("Maduro l’a dit à Petare.", of=segment, into="fr"))
    prose = select(body(site, f"fr/article/{WTOP.id}/"), ".prose")[0]
    assert said(select(prose, ".prose__credit")[0]).startswith("Traduit par notre rédaction")
    [original] = select(prose, "details p")
    assert (original.get("lang"), said(original)) == ("es", text)


def an_outlets_article(words: int) -> Site:
    paragraphs = ("Maduro spoke in Petare. He named the call.", "A second paragraph follows here.")
    article = an_article(*paragraphs, slug="own", outlet=an_outlet("Newsweek", excerpt_words=words))
    return a_digest(stories=(Story(articles=(article,)),), utterances=())


def test_of_an_outlets_article_no_more_is_shown_than_its_outlet_permits() -> None:
    for words, shown in (
        (0, ""),
        (4, "Maduro spoke in Petare."),
        (8, "Maduro spoke in Petare. He named the call."),
    ):
        site = an_outlets_article(words)
        prose = select(body(site, "en/article/newsweek/own/"), ".prose")
        assert " ".join(said(p) for part in prose for p in select(part, "p")) == shown
        everything = " ".join(one.body + one.search_text for one in pages(site))
        assert "second paragraph" not in everything


def test_a_persons_page_holds_every_statement_the_newest_first_and_links_its_story() -> None:
    later = replace(an_utterance().lead.quote, said_at=a_moment("2025-12-04"))
    second = replace(
        an_utterance(), id=UtteranceId("2"), wordings=(Wording(quote=later, state=WordingState.ORIGINAL),)
    )
    site = a_digest(utterances=(an_utterance(), second))
    shown = body(site, f"es/person/{MADURO.id}/")
    assert [figure.get("id") for figure in select(shown, "figure.card")] == ["u-2", "u-c0ffee01"]
    [link, _] = select(shown, ".card__story a")
    assert link.get("href") == f"../../{STORY}#u-2"
    assert "نيكولاس مادورو" in said(select(shown, ".person__names")[0])


def test_a_person_who_said_nothing_has_no_page() -> None:
    assert not [one for one in pages(a_digest(utterances=())) if one.kind == "person"]


def front(site: Site, language: str = "en") -> tuple[str, list[str]]:
    shown = body(site, f"{language}/")
    [lead] = select(shown, ".lead__headline")
    return said(lead), [said(title) for title in select(shown, ".teaser__headline")]


def test_the_front_page_leads_with_the_newest_story_and_shows_each_once() -> None:
    assert front(a_digest()) == (NEWSWEEK.title, [RBC.title])


def test_a_pinned_story_leads_the_front_page() -> None:
    site = a_digest(stories=(Story(articles=(WTOP, NEWSWEEK)), Story(articles=(RBC,), pinned=0)))
    assert front(site) == (RBC.title, [NEWSWEEK.title])


def test_stories_on_the_front_page_stand_under_their_topic() -> None:
    stories = (Story(articles=(WTOP, NEWSWEEK)), Story(articles=(RBC,), topics=(TOPIC.id,)))
    names = [said(name) for name in select(body(a_digest(stories=stories), "ar/"), ".section__name")]
    assert names == ["دبلوماسية", "أشخاص"]


def test_a_site_without_stories_says_so() -> None:
    site = a_digest(stories=(), utterances=(), people=(), topics=(), translations={})
    assert "No stories yet." in said(body(site, "en/"))


def test_many_sources_are_counted_and_few_are_named() -> None:
    names = ("Newsweek", "Blick", "GZH", "WTOP", "RBC", "MENAFN")
    articles = tuple(an_article(slug=name.lower(), outlet=an_outlet(name)) for name in names)
    site = a_digest(stories=(Story(articles=articles),), utterances=())
    sources = said(select(body(site, "en/"), ".lead .sources")[0])
    assert "Newsweek, Blick, GZH, and 3 more" in sources
    assert "in 1 language" in sources


def test_the_page_of_languages_names_each_edition_in_its_own_script_and_redirects_nobody() -> None:
    links = select(body(a_digest(), ""), ".languages a")
    assert [said(link) for link in links] == ["English", "Español", "Français", "العربية"]
    assert [link.get("lang") for link in links] == ["en", "es", "fr", "ar"]
    assert "refresh" not in document(a_digest(), page(a_digest(), ""))


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
        for markup in (document(site, one), one.search_text or "<p>"):
            tree = html.document_fromstring(markup)
            assert not select(tree, "img"), one.path
            assert not [s for s in scripts(select(tree, "script")) if "alert" in s], one.path
            assert not tree.xpath("//@onerror"), one.path
            assert "49" not in markup, one.path


def test_what_a_search_finds_holds_the_words_spoken_and_the_readers() -> None:
    story = page(a_digest(), f"ar/{STORY}").search_text
    for words in (SPOKEN, IN_ARABIC, "نيكولاس مادورو", "Николас Мадуро"):
        assert words in story
    assert not page(a_digest(), "ar/").search_text
