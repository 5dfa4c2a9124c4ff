"""Which texts need which language."""

from __future__ import annotations

import random

from builders import a_moment, a_person, a_quote, an_article, an_outlet

from digest.model import (
    Article,
    Person,
    Quote,
    Segment,
    SegmentKind,
    SegmentUse,
    Utterance,
    UtteranceId,
    Wording,
    WordingState,
    WrittenBy,
)
from digest.translate import segments

TITLE, EXCERPT, QUOTE, LABEL = SegmentKind


def an_utterance(*quotes: Quote) -> Utterance:
    wordings = tuple(Wording(quote=quote, state=WordingState.AS_PRINTED) for quote in quotes)
    story = quotes[0].article.id
    return Utterance(id=UtteranceId(quotes[0].text), story=story, person=None, wordings=wordings)


def needed(
    *articles: Article,
    utterances: tuple[Utterance, ...] = (),
    people: tuple[Person, ...] = (),
    languages: tuple[str, ...] = ("en", "es", "ar"),
) -> tuple[SegmentUse, ...]:
    return segments(articles, utterances, people, languages)


def texts(uses: tuple[SegmentUse, ...], kind: SegmentKind) -> list[tuple[str, str]]:
    return [(use.segment.text, use.target) for use in uses if use.segment.kind is kind]


def test_a_title_is_needed_in_every_edition_of_another_language() -> None:
    uses = needed(an_article(title="Maduro confirms call"))
    assert texts(uses, TITLE) == [("Maduro confirms call", "es"), ("Maduro confirms call", "ar")]


def test_readers_of_a_region_need_no_translation_of_their_language() -> None:
    spanish = an_article(language="es-VE", title="Hola")
    assert {use.target for use in needed(spanish, languages=("es-MX", "es", "pt"))} == {"pt"}
    chinese = an_article(language="zh", title="你好")
    assert {use.target for use in needed(chinese, languages=("zh-TW", "zh-Hans", "zh-Hant"))} == {
        "zh-TW",
        "zh-Hant",
    }


def test_a_segment_tells_its_place_and_month() -> None:
    use = needed(an_article(slug="maduro-call", published=a_moment("2025-11-21")))[0]
    assert (use.place, use.month) == ("articles/maduro-call.md#title", "2025-11")


def test_a_text_without_a_date_is_undated() -> None:
    assert needed(an_article(published=None))[0].month == "undated"


def test_a_place_has_no_white_space() -> None:
    use = needed(an_article(path="articles/a call.md"))[0]
    assert use.place == "articles/a%20call.md#title"


def test_nothing_is_shown_of_an_outlets_text_without_permission() -> None:
    uses = needed(an_article("Maduro confirmed a call.", "It was cordial."))
    assert texts(uses, EXCERPT) == []


def test_as_many_words_are_shown_as_the_outlet_allows() -> None:
    outlet = an_outlet(excerpt_words=6)
    article = an_article("Maduro confirmed a call.", "It was cordial. It was short.", outlet=outlet)
    assert [span.of(article.text) for span in article.excerpt] == ["Maduro confirmed a call.", "It was"]


def test_a_cut_text_ends_with_a_whole_sentence_where_it_can() -> None:
    outlet = an_outlet(excerpt_words=8)
    article = an_article("Maduro confirmed a call.", "It was cordial. It was short.", outlet=outlet)
    assert [span.of(article.text) for span in article.excerpt][-1] == "It was cordial."


def test_a_chinese_character_counts_as_a_word() -> None:
    article = an_article("他说是。他说不。", outlet=an_outlet(excerpt_words=6), language="zh")
    assert [span.of(article.text) for span in article.excerpt] == ["他说是。"]


def test_a_summary_is_shown_whole_with_its_headings() -> None:
    summary = an_article(
        "One paragraph.", "A heading", "Another one.", headings=(1,), written_by=WrittenBy.DESK
    )
    uses = needed(summary, languages=("fr",))
    assert texts(uses, EXCERPT) == [("One paragraph.", "fr"), ("A heading", "fr"), ("Another one.", "fr")]


def test_a_quote_is_not_needed_where_an_outlet_worded_it_itself() -> None:
    spanish = a_quote("Queremos paz", language="es", article=an_article("«Queremos paz»", language="es"))
    english = a_quote("We want peace", article=an_article("“We want peace”"))
    uses = needed(utterances=(an_utterance(spanish, english),))
    assert texts(uses, QUOTE) == [("Queremos paz", "ar")]


def test_the_place_of_a_quote_is_a_label_in_its_articles_language() -> None:
    quote = a_quote("Queremos paz", article=an_article("«Queremos paz»", language="es"), place="Caracas")
    uses = needed(utterances=(an_utterance(quote),))
    labels = [use.segment for use in uses if use.segment.kind is LABEL]
    assert labels == [Segment(LABEL, "es", "Caracas")] * 2


def test_a_role_is_a_label_and_a_name_is_not() -> None:
    uses = needed(people=(a_person(id="nicolas-maduro", role="President of Venezuela"),))
    assert [(use.segment.text, use.target, use.place) for use in uses] == [
        ("President of Venezuela", "es", "people.yml#nicolas-maduro"),
        ("President of Venezuela", "ar", "people.yml#nicolas-maduro"),
    ]


def test_the_order_of_what_was_read_does_not_matter() -> None:
    articles = [
        an_article(slug=f"a{number}", title=f"Title {number}", published=a_moment(f"2025-12-0{number}"))
        for number in (1, 2, 3)
    ]
    utterances = [an_utterance(a_quote(article.text, article=article, language="en")) for article in articles]
    first = needed(*articles, utterances=tuple(utterances))
    random.shuffle(articles)
    random.shuffle(utterances)
    assert needed(*articles, utterances=tuple(utterances)) == first
