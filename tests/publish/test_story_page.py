"""A story's page: what happened, what was said, who covered it and who did not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from builders import a_moment, a_quote, an_article, an_outlet
from digests import NEWSWEEK, RBC, WTOP, a_digest, an_utterance, settings
from lxml import html
from markup import said, select
from rendered import STORY, body

from digest.model import (
    Article,
    Image,
    Related,
    Site,
    Story,
    Utterance,
    UtteranceId,
    Wording,
    WordingState,
    WrittenBy,
)

BLICK = an_outlet("Blick", country="CH", excerpt_words=40)


def story_page(*articles: Article, language: str = "en", **fields: object) -> html.HtmlElement:
    site = a_digest(stories=(Story(articles=articles),), utterances=(), **fields)
    return body(site, f"{language}/story/{articles[0].id}/")


def lede(*articles: Article) -> list[str]:
    return [said(one) for one in select(story_page(*articles), ".story__lede")]


def test_the_newest_summary_of_the_desk_says_what_happened_before_any_outlets_words() -> None:
    old = an_article("The ferry was late.", slug="old", written_by=WrittenBy.DESK)
    new = an_article(
        "The ferry sails.", slug="new", written_by=WrittenBy.DESK, published=a_moment("2025-12-05")
    )
    own = an_article("It sails at noon.", slug="own", outlet=BLICK, published=a_moment("2025-12-06"))
    assert lede(old, new, own) == ["The ferry sails."]
    assert lede(own) == ["It sails at noon."]
    assert lede(an_article("It sails at noon.", slug="own")) == []


def test_what_happened_ends_with_a_sentence_and_never_within_a_quotation() -> None:
    words = "one two three four five six seven eight nine ten"
    text = f"The ferry sails. The captain said: “{words}. {words}. {words}. {words}.” Nobody came."
    assert lede(an_article(text, written_by=WrittenBy.DESK)) == ["The ferry sails."]


def test_what_happened_is_told_in_as_few_words_as_a_long_headline_leaves_room_for() -> None:
    text = " ".join(f"It was the {number} time that the ferry sailed." for number in range(9))

    def words(headline: str) -> int:
        report = an_article(
            text, slug="note", title=headline, written_by=WrittenBy.DESK, published=a_moment("2025-12-06")
        )
        site = a_digest(stories=(Story(articles=(WTOP, NEWSWEEK, report)),))
        return sum(len(said(one).split()) for one in select(body(site, f"en/{STORY}"), ".story__lede"))

    assert words("Ferry") > words("Ferry sails " * 8) > words("Ferry sails " * 20) == 0


def test_a_headline_is_the_newest_reports_in_the_readers_language() -> None:
    old = an_article(slug="old", title="Ferry is ready")
    new = an_article(slug="new", title="Ferry sails", published=a_moment("2025-12-04"))
    newest = an_article(slug="es", title="El ferri zarpa", language="es", published=a_moment("2025-12-05"))
    assert [said(one) for one in select(story_page(old, new, newest), "h1")] == ["Ferry sails"]
    only = story_page(replace(old, language="es"), newest)
    assert [said(one) for one in select(only, "h1")] == ["El ferri zarpa"]
    assert "Headline not translated yet." in said(select(only, "header")[0])


def statement(number: int) -> Utterance:
    text = f"This is what was said as number {number} of all the many statements there"
    article = an_article(f"“{text}”, Nicolás Maduro said.", slug="many")
    wording = Wording(quote=a_quote(text, article=article), state=WordingState.AS_PRINTED)
    return Utterance(id=UtteranceId(str(number)), story=article.id, person=None, wordings=(wording,))


def with_statements(number: int) -> html.HtmlElement:
    made = tuple(map(statement, range(number)))
    article = made[0].lead.quote.article
    site = a_digest(stories=(Story(articles=(article,)),), utterances=made)
    return body(site, f"en/story/{article.id}/")


def test_more_than_five_statements_have_a_list_that_leads_to_each() -> None:
    assert not select(with_statements(5), ".contents")
    links = select(with_statements(6), ".contents a")
    assert [link.get("href") for link in links] == [f"#u-{number}" for number in range(6)]
    assert said(links[0]) == "Nicolás Maduro: This is what was said as number 0 of…"


def test_a_statement_without_a_day_says_when_it_was_reported() -> None:
    site = a_digest(utterances=(undated(),))
    assert "reported December 3, 2025" in said(select(body(site, f"en/{STORY}"), ".card__facts")[0])
    assert "reported" not in said(select(body(a_digest(), f"en/{STORY}"), ".card__facts")[0])


def undated() -> Utterance:
    first, *others = an_utterance().wordings
    quote = replace(first.quote, said_at=None)
    return replace(an_utterance(), wordings=(replace(first, quote=quote), *others))


def test_times_of_day_are_shown_in_the_sites_zone_where_they_are_known() -> None:
    instant = a_moment("2025-12-03")
    instant = replace(instant, instant=datetime(2025, 12, 3, 13, 5, tzinfo=UTC))
    article = an_article(published=instant)
    facts = said(select(story_page(article, settings=settings(timezone="Europe/Paris")), ".report__facts")[0])
    assert facts.startswith("December 3, 2025, 2:05")
    assert "," not in said(select(story_page(an_article()), ".report__facts time")[0]).replace("3, 2025", "")


def covered(language: str) -> tuple[Site, html.HtmlElement]:
    site = a_digest(stories=(Story(articles=(WTOP, NEWSWEEK)), Story(articles=(RBC,))))
    return site, select(body(site, f"{language}/{STORY}"), ".coverage")[0]


def test_a_story_shows_which_outlet_reported_on_which_day_in_words_and_on_a_line() -> None:
    _, shown = covered("en")
    rows = [said(row) for row in select(shown, ".coverage__row")]
    assert rows == ["Newsweek Dec 4", "WTOP United States Dec 3"]
    places = [float(circle.get("cx").rstrip("%")) for circle in select(shown, "circle")]
    assert places == [96.0, 4.0]
    assert all(drawing.get("aria-hidden") == "true" for drawing in select(shown, "svg"))


def test_time_runs_to_the_left_where_writing_does() -> None:
    _, shown = covered("ar")
    by_row = {
        said(select(row, ".coverage__outlet a")[0]): select(row, "circle")[0].get("cx")
        for row in select(shown, ".coverage__row")
    }
    assert by_row == {"Newsweek": "4.0%", "WTOP": "96.0%"}


def test_a_story_says_in_which_language_and_by_which_outlet_there_is_no_report() -> None:
    _, shown = covered("en")
    assert [said(none) for none in select(shown, ".coverage__none")] == [
        "No report here in Russian.",
        "No report here by RBC.",
    ]
    [link] = select(select(shown, ".coverage__none")[1], "a")
    assert link.get("href") == "../../../outlet/rbc/"


def test_a_language_without_a_report_is_named_once_whatever_countries_its_reports_are_of() -> None:
    others = (an_article(slug=f"in-{code.lower()}", language=code) for code in ("en-GB", "pt-BR", "pt"))
    site = a_digest(stories=(Story(articles=(WTOP, NEWSWEEK)), *(Story(articles=(one,)) for one in others)))
    [languages] = select(body(site, f"en/{STORY}"), ".coverage__none")[:1]
    assert said(languages) == "No report here in Portuguese."


def test_a_storys_picture_is_its_newest_reports_with_words_and_credit() -> None:
    picture = Image(file="quay.jpg", alt="Boats at the quay", credit="A. Example", license="CC BY 4.0")
    older = an_article(slug="older", image=replace(picture, file="old.jpg"))
    newer = an_article(slug="newer", image=picture, published=a_moment("2025-12-05"))
    [figure] = select(story_page(older, newer), "figure.picture")
    [image] = select(figure, "img")
    assert (image.get("src"), image.get("alt")) == ("../../../../quay.jpg", "Boats at the quay")
    assert said(figure) == "A. Example CC BY 4.0"


def test_reports_in_languages_that_have_one_stand_together_behind_the_others() -> None:
    codes = ("ar", "es", "es", "fr", "de")
    articles = [an_article(slug=f"a{at}", language=code) for at, code in enumerate(codes)]
    names = [said(one) for one in select(story_page(*articles), ".reports__language")]
    assert names == ["Spanish", "Arabic", "French", "German"]


def test_stories_that_are_close_are_linked_as_related_and_one_that_is_gone_is_not() -> None:
    close = Related(article=RBC.id, score=0.6), Related(article=an_article(slug="gone").id, score=0.5)
    site = a_digest(stories=(Story(articles=(WTOP, NEWSWEEK), related=close), Story(articles=(RBC,))))
    [section] = select(body(site, f"en/{STORY}"), "section[aria-labelledby=related]")
    links = [link.get("href") for link in select(section, "a")]
    assert links == [f"../../{RBC.id}/"]
    assert not select(body(site, f"en/story/{RBC.id}/"), "section[aria-labelledby=related]")
