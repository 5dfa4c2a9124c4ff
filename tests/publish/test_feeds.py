from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import feedparser
import html5lib
import pytest
from builders import a_moment, a_quote, an_article, an_outlet
from digests import (
    IN_ARABIC,
    IN_ENGLISH,
    IN_FRENCH,
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
from lxml import etree

from digest.model import (
    Moment,
    Notice,
    Segment,
    SegmentKind,
    Story,
    Utterance,
    UtteranceId,
    Wording,
    WordingState,
)
from digest.publish.edition import Edition
from digest.publish.outside import feed

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
EDITIONS = ("en", "es", "fr", "ar")


def tree(language: str = "en", **fields: Any) -> etree._Element:
    options = {key: fields.pop(key) for key in ("title",) if key in fields}
    return etree.fromstring(feed(Edition(a_digest(**fields), language), **options).content)


def summary(entry: etree._Element) -> etree._Element:
    assert entry.find(f"{ATOM}summary").get("type") == "html"
    return html5lib.parseFragment(entry.findtext(f"{ATOM}summary"), namespaceHTMLElements=False)


def quoted(entry: etree._Element) -> list[tuple[str, str, str]]:
    """Return language, text and the label under it of every quotation."""
    return [
        (node.get("lang"), "".join(node.itertext()), " ".join("".join(body[place + 1].itertext()).split()))
        for body in summary(entry).iter("div")
        for place, node in enumerate(body)
        if node.tag == "blockquote"
    ]


def entry_of(article: Any, language: str = "en", **fields: Any) -> etree._Element:
    ids = {entry.findtext(f"{ATOM}id"): entry for entry in tree(language, **fields).iter(f"{ATOM}entry")}
    return ids[f"https://example.org/digest/{language}/story/{article.id}/"]


@pytest.mark.parametrize("language", EDITIONS)
def test_a_feed_parses_without_a_complaint_and_is_in_its_language(language: str) -> None:
    file = feed(Edition(a_digest(), language))
    found = feedparser.parse(
        file.content, response_headers={"content-type": "application/atom+xml; charset=utf-8"}
    )
    assert not found.bozo
    assert (file.path, found.version, found.feed.language) == (f"{language}/feed.xml", "atom10", language)
    assert found.feed.link == f"https://example.org/digest/{language}/"
    assert [entry.link for entry in found.entries] == [
        f"https://example.org/digest/{language}/story/{article.id}/" for article in (WTOP, RBC)
    ]


@pytest.mark.parametrize("language", EDITIONS)
def test_a_feed_has_what_atom_requires_once_each(language: str) -> None:
    root = tree(language)
    for element in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            [child] = element.findall(f"{ATOM}{name}")
            assert (child.text or "").strip()
        instant = datetime.fromisoformat(element.findtext(f"{ATOM}updated"))
        assert instant.tzinfo is not None
        kinds = [
            (link.get("rel"), link.get("type"), link.get("hreflang"))
            for link in element.findall(f"{ATOM}link")
        ]
        alternates = [kind for kind in kinds if kind[0] == "alternate"]
        assert alternates
        assert len(alternates) == len(set(alternates))
        assert all(link.get("href").startswith("https://") for link in element.findall(f"{ATOM}link"))
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "The Digest"
    [own] = [link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own == root.findtext(f"{ATOM}id") == f"https://example.org/digest/{language}/feed.xml"


def test_ids_differ_between_editions() -> None:
    ids = [node.text for language in EDITIONS for node in tree(language).iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids)) == len(EDITIONS) * 3


def test_titles_are_in_the_language_of_the_edition() -> None:
    assert tree("es").findtext(f"{ATOM}title") == "The Digest (Español)"
    assert tree("es", title="Las últimas").findtext(f"{ATOM}title") == "Las últimas"
    assert entry_of(WTOP, "ar").findtext(f"{ATOM}title") == "مادورو يؤكد المكالمة"


def test_a_title_that_nobody_translated_is_marked_with_its_own_language() -> None:
    title = entry_of(RBC, "fr").find(f"{ATOM}title")
    assert (title.text, title.get(LANG)) == (RBC.title, "ru")
    assert LANG not in entry_of(WTOP, "fr").find(f"{ATOM}title").attrib


def test_a_quote_stands_in_the_words_spoken_with_speaker_and_language() -> None:
    [(language, text, label)] = quoted(entry_of(WTOP, "es"))
    assert (language, text[1:-1]) == ("es", SPOKEN)
    assert label.startswith("Nicolás Maduro · español · ")
    assert "WTOP" in label


def test_an_outlets_wording_in_the_readers_language_stands_beside_the_original() -> None:
    [(_, spoken, first), (language, text, second)] = quoted(entry_of(WTOP, "en"))
    assert (spoken[1:-1], language, text[1:-1]) == (SPOKEN, "en", IN_ENGLISH)
    assert first == ("Nicolás Maduro · Spanish · Original as printed by WTOP, according to our summary")
    assert second == "English · Translation printed by Newsweek, according to our summary"


def test_every_translation_is_labelled_with_who_worded_it() -> None:
    machine, desk = quoted(entry_of(WTOP, "fr"))[1], quoted(entry_of(WTOP, "ar"))[1]
    assert (machine[0], machine[1][1:-1]) == ("fr-t-es-t0-und", IN_FRENCH)
    assert "apertium 3.8.3" in machine[2]
    assert (desk[0], desk[1][1:-1]) == ("ar", IN_ARABIC)
    assert desk[2].count(" · ") == 2


def test_a_translated_headline_is_labelled_too() -> None:
    notes = {code: "".join(summary(entry_of(WTOP, code))[-1].itertext()) for code in ("en", "ar")}
    assert notes["en"] == "WTOP and Newsweek"
    assert "هيئة التحرير" in notes["ar"]


def test_a_doubtful_translation_carries_its_notice() -> None:
    quote = Segment(SegmentKind.QUOTE, "es", SPOKEN)
    doubtful = a_translation(IN_FRENCH, of=quote, into="en", notices=(Notice.DOUBTFUL,))
    alone = replace(an_utterance(), wordings=an_utterance().wordings[:1])
    site = a_digest(doubtful, utterances=(alone,))
    text = etree.fromstring(feed(Edition(site, "en")).content).findtext(f".//{ATOM}summary")
    assert "may lack something" in text


def test_no_link_in_a_feed_is_relative() -> None:
    for language in EDITIONS:
        for entry in tree(language).iter(f"{ATOM}entry"):
            assert all(link.get("href").startswith("https://") for link in summary(entry).iter("a"))


def test_the_sources_are_linked_and_an_unsafe_address_is_not() -> None:
    unsafe = replace(RBC, url="javascript:alert(1)")
    root = tree(stories=(Story(articles=(WTOP, unsafe)),))
    related = [link for link in root.iter(f"{ATOM}link") if link.get("rel") == "related"]
    assert [(link.get("href"), link.get("hreflang"), link.get("title")) for link in related] == [
        (WTOP_URL, "es", "WTOP")
    ]


def test_a_topic_is_a_category_with_its_label() -> None:
    assert dict(entry_of(WTOP, "ar").find(f"{ATOM}category").attrib) == {
        "term": "diplomacy",
        "label": "دبلوماسية",
    }


def test_a_topic_of_the_iptc_is_a_category_of_its_scheme_too() -> None:
    topic = replace(TOPIC, iptc="medtop:20000639")
    [_, subject] = entry_of(WTOP, topics=(topic,)).findall(f"{ATOM}category")
    assert subject.get("term") == "medtop:20000639"
    assert subject.get("scheme") == "http://cv.iptc.org/newscodes/mediatopic/"


def test_stories_come_newest_first_and_fifty_at_most() -> None:
    days = [f"2025-{month:02}-{day:02}" for month in (10, 11) for day in range(1, 31)]
    stories = tuple(Story(articles=(an_article(slug=day, published=a_moment(day)),)) for day in days)
    entries = list(tree(stories=stories, utterances=()).iter(f"{ATOM}entry"))
    shown = [entry.findtext(f"{ATOM}updated") for entry in entries]
    assert shown == [f"{day}T00:00:00Z" for day in reversed(days)][:50]


def test_the_feed_is_as_new_as_its_newest_entry() -> None:
    root = tree()
    assert (
        root.findtext(f"{ATOM}updated") == entry_of(WTOP).findtext(f"{ATOM}updated") == "2025-12-04T00:00:00Z"
    )
    assert entry_of(WTOP).findtext(f"{ATOM}published") == "2025-12-03T00:00:00Z"


def test_an_undated_story_counts_from_1970_and_claims_no_publication() -> None:
    entry = entry_of(RBC)
    assert entry.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"
    assert entry.find(f"{ATOM}published") is None
    assert tree(stories=()).findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"


def test_a_day_counts_from_midnight_in_the_sites_time_zone() -> None:
    caracas = settings(timezone="America/Caracas")
    assert entry_of(WTOP, settings=caracas).findtext(f"{ATOM}published") == "2025-12-03T04:00:00Z"


def test_an_instant_is_kept() -> None:
    when = Moment(a_moment().day, datetime(2025, 12, 3, 23, 15, tzinfo=UTC))
    one = replace(WTOP, updated=when)
    assert (
        entry_of(one, stories=(Story(articles=(one,)),)).findtext(f"{ATOM}updated") == "2025-12-03T23:15:00Z"
    )


def test_markup_and_characters_that_xml_cannot_hold_do_no_harm() -> None:
    text = "a <b>tone</b> of & respect\x00\x0b\ufffe"
    printed = an_article(f"“{text}”, Nicolás Maduro said.", title="<i>\x1b Call</i> & \ud800more", slug="odd")
    wording = Wording(quote=a_quote(text, article=printed), state=WordingState.AS_PRINTED)
    said = Utterance(id=UtteranceId("a1"), story=printed.id, person=None, wordings=(wording,))
    entry = entry_of(printed, stories=(Story(articles=(printed,)),), utterances=(said,))
    assert entry.findtext(f"{ATOM}title") == "<i> Call</i> & more"
    [(_, text, _)] = quoted(entry)
    assert text == "“a <b>tone</b> of & respect”"


def test_a_feed_does_not_depend_on_the_order_of_stories() -> None:
    site = a_digest()
    assert feed(Edition(site, "en")) == feed(Edition(replace(site, stories=site.stories[::-1]), "en"))


def test_the_outlets_of_a_story_are_listed() -> None:
    story = Story(articles=(WTOP, an_article(outlet=an_outlet("Blick"), language="fr")))
    assert "".join(summary(entry_of(WTOP, "es", stories=(story,)))[-1].itertext()) == "WTOP y Blick"


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Caracas"])
def test_the_first_and_the_last_day_of_the_calendar_are_moments_in_every_zone(day: str, zone: str) -> None:
    one = replace(WTOP, published=a_moment(day))
    entry = entry_of(one, stories=(Story(articles=(one,)),), settings=settings(timezone=zone))
    assert entry.findtext(f"{ATOM}updated", "").startswith((day[:4], "9999-12-30"))
