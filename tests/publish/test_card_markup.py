from __future__ import annotations

from dataclasses import replace

import pytest
from builders import a_quote
from digests import (
    APERTIUM,
    IN_ARABIC,
    IN_ENGLISH,
    IN_FRENCH,
    SPOKEN,
    WTOP,
    WTOP_URL,
    a_digest,
    a_translation,
    an_utterance,
)
from lxml import html
from markup import said, select, tree
from rendered import STORY, body, document
from rendered import page as rendered

from digest.model import (
    Engine,
    Notice,
    Origin,
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


def card(site: Site, language: str) -> html.HtmlElement:
    [figure] = select(body(site, f"{language}/{STORY}"), "figure.card")
    return figure


def quote_into(language: str, text: str, **fields: object) -> Translation:
    return a_translation(text, of=Segment(SegmentKind.QUOTE, "es", SPOKEN), into=language, **fields)


def credit(site: Site, language: str, place: str = "second") -> str:
    [found] = select(card(site, language), f".credit--{place}")
    return said(found)


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
    for part in ("Nicolás Maduro", "3 décembre 2025", "Petare, Caracas", "en espagnol"):
        assert part in caption
    [link] = select(card(a_digest(), "ar"), "a.speaker")
    assert (link.get("href"), said(link)) == (
        "../../../person/nicolás-maduro/".replace("á", "%C3%A1"),
        "نيكولاس مادورو",
    )


def test_an_outlets_wording_from_a_summary_is_credited_to_the_outlet_by_way_of_the_summary() -> None:
    assert credit(a_digest(), "en", "first") == "WTOP†"
    assert credit(a_digest(), "en") == "Newsweek†"
    [state, _] = select(card(a_digest(), "en"), ".wording__state")
    assert said(state) == "original"


def test_an_outlets_own_article_is_credited_as_verified_a_summary_never() -> None:
    article = replace(WTOP, written_by=WrittenBy.OUTLET)
    wording = Wording(
        quote=replace(an_utterance().lead.quote, article=article), state=WordingState.AS_PRINTED
    )
    utterance = replace(an_utterance(), wordings=(wording,))
    site = a_digest(stories=(Story(articles=(article,)),), utterances=(utterance,))
    assert credit(site, "es", "first") == "WTOP✓"
    assert marks(site, "es") == ["comprobado en el artículo"]
    assert set(marks(a_digest(), "es")) == {"según nuestro resumen"}


def marks(site: Site, language: str) -> list[str]:
    return [mark.get("aria-label") for mark in select(body(site, f"{language}/{STORY}"), ".proof")]


def test_what_a_mark_means_is_told_once_in_the_foot_of_the_page() -> None:
    site = a_digest()
    page = tree(document(site, rendered(site, f"en/{STORY}")))
    assert [said(legend) for legend in select(page, ".legend")] == ["† according to our summary"]
    # On a front page, which has no room to tell more, and where no mark stands, nothing is explained.
    front = tree(document(site, rendered(site, "en/")))
    assert [said(one) for one in select(front, ".colophon__stance")] == ["† according to our summary"]
    assert not select(tree(document(site, rendered(site, "en/topics/"))), ".legend")


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
            "Machine translation: apertium 3.8.3, model spa-fra by way of French es → fr → en reviewed",
        ),
    ],
)
def test_a_translation_says_who_made_it_and_whether_it_was_reviewed(
    fields: dict[str, object], expected: str
) -> None:
    utterance = replace(an_utterance(), wordings=an_utterance().wordings[:1])
    site = a_digest(quote_into("en", "A respectful talk", **fields), utterances=(utterance,))
    assert credit(site, "en") == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Machine translation: argos, models es_pt 1.9, pt_en 1.0 by way of Portuguese es → pt → en"),
        (
            "fr",
            "Traduction automatique : argos, modèles es_pt 1.9, pt_fr 1.0 langue intermédiaire : portugais es → pt → fr",
        ),
        ("ar", "ترجمة آلية: argos، النموذجان es_pt 1.9, pt_ar 1.0 عبر لغة وسيطة: البرتغالية es → pt → ar"),
    ],
)
def test_a_translation_by_way_of_another_language_names_both_models_and_the_route(
    language: str, expected: str
) -> None:
    engine = Engine(name="argos", model=f"es_pt+pt_{language}", version="1.9+1.0", pivot="pt")
    utterance = replace(an_utterance(), wordings=an_utterance().wordings[:1])
    made = quote_into(language, "…", origin=Origin.MACHINE, engine=engine)
    assert credit(a_digest(made, utterances=(utterance,)), language).startswith(expected)


def test_a_doubtful_or_stale_translation_carries_a_notice() -> None:
    notices = (Notice.STALE, Notice.DOUBTFUL)
    doubtful = quote_into("fr", IN_FRENCH, origin=Origin.MACHINE, engine=APERTIUM, notices=notices)
    assert len(select(card(a_digest(doubtful), "fr"), ".notice")) == len(notices)
    assert not select(card(a_digest(), "fr"), ".notice")


def test_what_nobody_translated_is_shown_as_it_was_said_and_says_so() -> None:
    figure = card(a_digest(translations={}), "ar")
    assert len(select(figure, "blockquote")) == 1
    assert said(select(figure, ".notice")[0]) == "لم يُترجم بعد."


def test_where_a_machines_translation_was_refused_the_card_says_so() -> None:
    quote = Segment(SegmentKind.QUOTE, "es", SPOKEN)
    site = a_digest(refused={(quote, "fr")})
    site = replace(site, translations={key: t for key, t in site.translations.items() if key[0] != quote})
    assert "Pas encore traduit : une traduction automatique a été refusée." in said(card(site, "fr"))
    assert "refus" not in said(card(replace(site, refused=()), "fr"))


def test_a_card_without_an_original_says_that_it_was_not_found() -> None:
    utterance = replace(an_utterance(), wordings=an_utterance().wordings[1:])
    figure = card(a_digest(utterances=(utterance,)), "en")
    assert "Published only in translation so far; we have not found the words that were spoken." in said(
        figure
    )
    assert said(select(figure, ".wording__state")[0]) == "translation"


def test_other_wordings_stand_under_their_language() -> None:
    [others] = select(card(a_digest(), "ar"), "details.others")
    assert said(select(others, ".others__language")[0]) == "الإنجليزية"
    [words] = select(others, ".others__words")
    assert (words.get("lang"), words.get("dir")) == ("en", "ltr")
    assert IN_ENGLISH in words.text_content()


def test_where_a_speaker_goes_on_every_card_still_names_speaker_and_day() -> None:
    second = replace(an_utterance(), id=UtteranceId("2"))
    shown = select(body(a_digest(utterances=(an_utterance(), second)), f"en/{STORY}"), "figure.card")
    assert ["card--again" in figure.get("class") for figure in shown] == [False, True]
    for figure in shown:
        assert said(select(figure, ".card__speaker")[0]) == "Nicolás Maduro"
        assert "December 3, 2025" in said(select(figure, ".card__facts")[0])


def test_a_speaker_whom_we_do_not_know_is_said_to_be_unknown() -> None:
    wording = Wording(quote=a_quote(SPOKEN, speaker=None, article=WTOP), state=WordingState.AS_PRINTED)
    utterance = Utterance(id=UtteranceId("1"), story=WTOP.id, person=None, wordings=(wording,))
    assert "Speaker not known" in said(card(a_digest(utterances=(utterance,)), "en"))
