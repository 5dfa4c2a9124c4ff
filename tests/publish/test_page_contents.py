from __future__ import annotations

from dataclasses import replace

from builders import a_moment, an_article, an_outlet
from digests import (
    IN_ARABIC,
    IN_FRENCH,
    MADURO,
    NEWSWEEK,
    RBC,
    SPOKEN,
    WTOP,
    WTOP_URL,
    a_digest,
    a_translation,
    an_utterance,
    settings,
)
from lxml import html
from markup import said, select
from rendered import STORY, body, document, page

from digest.model import (
    Article,
    ArticleId,
    Link,
    Origin,
    Segment,
    SegmentKind,
    Site,
    Story,
    Translation,
    UtteranceId,
    Wording,
    WordingState,
)
from digest.publish.pages import pages


def test_an_outlet_is_linked_where_its_address_is_known_and_only_then() -> None:
    reports = select(body(a_digest(), f"es/{STORY}"), ".report__outlet")
    by_outlet = {said(report).split()[0]: report for report in reports}
    [link] = select(by_outlet["WTOP"], "a")
    assert (link.get("href"), link.get("rel")) == (WTOP_URL, "noopener external")
    assert not select(by_outlet["Newsweek"], "a")
    assert "sin enlace" in said(by_outlet["Newsweek"])


def test_a_reader_is_told_in_his_language_where_an_outlet_is_from_if_the_site_says_so() -> None:
    reports = select(body(a_digest(), f"es/{STORY}"), ".report__outlet")
    countries = {said(report).split()[0]: [said(c) for c in select(report, ".country")] for report in reports}
    assert countries["WTOP"] == ["Estados Unidos"]
    assert countries["Newsweek"] == []


def headline(site: Site, path: str) -> html.HtmlElement:
    [found] = select(body(site, path), "h1")
    return found


def test_a_storys_headline_is_the_editors_then_a_members_then_translated_then_the_original() -> None:
    assert said(headline(a_digest(), f"en/{STORY}")) == NEWSWEEK.title
    assert said(headline(a_digest(), f"fr/{STORY}")) == "Maduro confirme l’appel"
    edited = Story(articles=(WTOP, NEWSWEEK), title_by_language={"en": "A call is confirmed"})
    assert said(headline(a_digest(stories=(edited,)), f"en/{STORY}")) == "A call is confirmed"
    original = headline(a_digest(translations={}), f"ar/{STORY}")
    assert said(original) == NEWSWEEK.title
    assert select(original, "[lang=en][dir=ltr]")


def test_a_headline_tells_who_translated_it_or_that_nobody_did() -> None:
    assert "Traduit par notre rédaction" in said(select(body(a_digest(), f"fr/{STORY}"), "header")[0])
    untranslated = select(body(a_digest(translations={}), f"fr/{STORY}"), "header")[0]
    assert "Titre pas encore traduit" in said(untranslated)


def test_a_headline_of_one_of_several_outlets_names_it() -> None:
    article = an_article("Maduro spoke in Petare.", slug="own", outlet=an_outlet("Newsweek"))
    site = a_digest(stories=(Story(articles=(article,)),), utterances=())
    assert "Headline" not in said(select(body(site, "en/story/newsweek/own/"), "header")[0])
    other = an_article("Maduro spoke.", slug="other", outlet=an_outlet("Blick"), published=None)
    both = a_digest(stories=(Story(articles=(article, other)),), utterances=())
    assert "Headline: Newsweek" in said(select(body(both, "en/story/newsweek/own/"), "header")[0])
    assert "Headline: Newsweek" in said(body(both, "en/"))


def test_the_front_page_tells_in_its_language_what_the_site_is() -> None:
    lines = {"en": "What was said", "ar": "ما قيل"}
    site = a_digest(settings=settings(tagline_by_language=lines))
    for path, line in (("en/", "What was said"), ("ar/", "ما قيل"), ("", "ما قيل")):
        assert line in document(site, page(site, path)), path
    assert "What was said" not in document(site, page(site, "en/people/"))


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
    assert "WTOP and Newsweek: names and numbers in common: Petare and <b>" in said(reasons)
    assert "put together by our editors" in said(reasons)


def test_a_summary_names_the_outlet_as_its_source_and_our_desk_as_its_author() -> None:
    shown = body(a_digest(), f"en/article/{WTOP.id}/")
    assert "Summary by our desk of a report by WTOP" in said(shown)
    assert SPOKEN in said(select(shown, ".prose")[0])


def test_a_translated_paragraph_is_labelled_and_its_original_is_at_hand() -> None:
    text = WTOP.text
    segment = Segment(SegmentKind.EXCERPT, "es", text)
    translation = a_translation(
        "Maduro l’a dit à Petare.", of=segment, into="fr", origin=Origin.PERSON, by="Blick"
    )
    shown = body(a_digest(translation), f"fr/article/{WTOP.id}/")
    prose = select(shown, ".prose")[0]
    assert said(select(shown, ".byline__note")[0]).startswith("Titre : Traduit par notre rédaction")
    assert said(select(prose, ".prose__credit")[0]) == "Traduit par Blick"
    [original] = select(prose, "details p")
    assert (original.get("lang"), said(original)) == ("es", text)


def translated_by_desk(*articles: Article) -> list[Translation]:
    texts = [(kind, a.language, text) for a in articles for kind, text in both_texts(a)]
    return [a_translation("Maduro l’a dit.", of=Segment(*one), into="fr") for one in texts]


def both_texts(article: Article) -> tuple[tuple[SegmentKind, str], tuple[SegmentKind, str]]:
    return (SegmentKind.TITLE, article.title), (SegmentKind.EXCERPT, article.text)


def test_an_article_whose_headline_and_text_the_same_desk_translated_says_so_once() -> None:
    shown = body(a_digest(*translated_by_desk(WTOP)), f"fr/article/{WTOP.id}/")
    [credit] = [said(one) for one in select(shown, ".credit") if "Traduit par notre rédaction" in said(one)]
    assert credit == "Traduit par notre rédaction non relu par un locuteur natif"


def credits_of_reports(site: Site) -> tuple[list[str], list[str]]:
    shown = body(site, f"fr/{STORY}")
    of_language = [said(credit) for group in select(shown, ".reports") for credit in group.findall("p")]
    return of_language, [said(facts) for facts in select(shown, ".report__facts")]


def test_who_translated_all_reports_of_a_language_is_said_once_beside_its_name() -> None:
    desk = "Traduit par notre rédaction non relu par un locuteur natif"
    sister = replace(WTOP, id=ArticleId("wtop/sister"), title="Otro titular")
    story = Story(articles=(WTOP, sister))
    of_language, facts = credits_of_reports(
        a_digest(*translated_by_desk(WTOP, sister), stories=(story,), utterances=())
    )
    assert of_language == [desk]
    assert not [one for one in facts if "Traduit" in one]
    of_language, facts = credits_of_reports(
        a_digest(*translated_by_desk(WTOP), stories=(story,), utterances=())
    )
    assert of_language == []
    assert [one.endswith(desk) for one in facts] == [True, False]


def notices_of_newsweek(text: str, into: str = "es") -> list[str]:
    segment = Segment(SegmentKind.EXCERPT, "en", NEWSWEEK.text)
    site = a_digest(a_translation(text, of=segment, into=into))
    return [said(notice) for notice in select(body(site, f"{into}/article/{NEWSWEEK.id}/"), ".prose .notice")]


def test_a_quotation_translated_back_into_the_language_spoken_says_so_and_leads_to_the_words_spoken() -> None:
    [notice] = notices_of_newsweek("«Puedo decir que la charla fue respetuosa», dijo Nicolás Maduro.")
    assert notice == "La cita de esta traducción está retraducida. Las palabras exactas"


def test_a_translation_that_holds_the_words_spoken_or_is_in_another_language_needs_no_such_notice() -> None:
    assert notices_of_newsweek(f"«{SPOKEN}», dijo Nicolás Maduro.") == []
    assert notices_of_newsweek("La charla fue «en un tono de respeto», según Nicolás Maduro.") == []
    assert notices_of_newsweek(f"« {IN_FRENCH} », a dit Nicolás Maduro.", into="fr") == []


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
    [link] = select(shown, ".card__story a")
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


def test_stories_on_the_front_page_stand_under_the_day_of_their_newest_report() -> None:
    days = ("2025-12-05", "2025-12-05", "2025-12-04", "2025-12-01")
    stories = (*(one_story(at, day) for at, day in enumerate(days)), Story(articles=(RBC,)))
    names = [said(name) for name in select(body(a_digest(stories=stories), "en/"), ".section__name")]
    assert names == [
        *("Friday, December 5, 2025", "Thursday, December 4, 2025", "Monday, December 1, 2025"),
        "Without a date",
    ]


def one_story(number: int, day: str) -> Story:
    article = an_article(slug=f"a{number}", title=f"Story {number}", published=a_moment(day))
    return Story(articles=(article,))


def test_a_site_without_stories_says_so() -> None:
    site = a_digest(stories=(), utterances=(), people=(), topics=(), translations={})
    assert "No stories yet." in said(body(site, "en/"))


def test_many_sources_are_counted_and_few_are_named_and_languages_where_there_are_some() -> None:
    names = ("Newsweek", "Blick", "GZH", "WTOP", "RBC", "MENAFN")

    def sources(languages: tuple[str, ...]) -> str:
        articles = tuple(
            an_article(slug=name.lower(), outlet=an_outlet(name), language=language)
            for name, language in zip(names, languages, strict=True)
        )
        site = a_digest(stories=(Story(articles=articles),), utterances=())
        return said(select(body(site, "en/"), ".lead .sources")[0])

    assert "Newsweek, Blick, GZH, and 3 more" in sources(("en",) * 6)
    assert "language" not in sources(("en",) * 6)
    assert "in 3 languages" in sources(("en", "en", "es", "es", "ar", "en"))


def test_the_page_of_languages_names_each_edition_in_its_own_script_and_redirects_nobody() -> None:
    links = select(body(a_digest(), ""), ".languages a")
    assert [said(link) for link in links] == ["English", "Español", "Français", "العربية"]
    assert [link.getparent().get("lang") for link in links] == ["en", "es", "fr", "ar"]
    assert "refresh" not in document(a_digest(), page(a_digest(), ""))


def test_what_a_search_finds_holds_the_words_spoken_and_the_readers() -> None:
    story = page(a_digest(), f"ar/{STORY}").search_text
    for words in (SPOKEN, IN_ARABIC, "نيكولاس مادورو", "Николас Мадуро"):
        assert words in story
    assert not page(a_digest(), "ar/").search_text


def test_every_text_on_the_front_page_says_whose_it_is() -> None:
    call, other = a_digest().stories
    shown = body(a_digest(stories=(call, replace(other, pinned=0))), "fr/")
    [teaser] = select(shown, "article.teaser")
    assert "traduction automatique" in said(select(teaser, "figcaption")[0])
    assert "Titre : traduction" in said(select(teaser, ".sources")[0]).replace("\u00a0", " ")
    assert "Resumen de la redacción" in said(select(body(a_digest(), "es/"), ".lead .credit")[0])


def test_a_translated_headline_is_not_on_the_page_of_languages_where_nothing_says_who_translated_it() -> None:
    lines = {line.get("lang"): said(line) for line in select(body(a_digest(), ""), ".languages p")}
    assert set(lines) == {"en", "es"}
