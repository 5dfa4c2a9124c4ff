"""Which wordings belong together."""

from __future__ import annotations

import pytest
from builders import a_moment
from memories import Memory
from wordings import (
    DIALOGUE,
    ENGLISH,
    MADURO,
    NOBODY,
    PUTIN,
    READY,
    TONE,
    dialogue,
    full_memory,
    grouped,
    printed,
    texts,
    utterances,
)

from digest.model import (
    WordingState,
)


def test_two_transcriptions_of_one_sentence_are_one_utterance() -> None:
    quotes = dialogue(but=["Newsweek", "GZH", "Lebanon 24"])

    (utterance,) = utterances(grouped(quotes), quotes, Memory())

    assert [w.quote.article.outlet.name for w in utterance.wordings] == ["Ciudad MCY", "SDP Noticias"]
    assert {w.state for w in utterance.wordings} == {WordingState.ORIGINAL}
    assert utterance.spoken_language == "es"


def test_a_portuguese_translation_finds_its_spanish_original_without_any_memory() -> None:
    quotes = [*dialogue(but=["Newsweek", "Lebanon 24"]), printed("Ciudad MCY", "es", TONE)]

    found = utterances(grouped(quotes), quotes, Memory())

    assert texts(found) == {frozenset(q.text for q in quotes[:-1]), frozenset({TONE})}
    joined = max(found, key=lambda utterance: len(utterance.wordings))
    assert [w.state.value for w in joined.wordings] == ["original", "original", "translation"]


def test_the_memory_joins_wordings_in_scripts_that_share_no_letters() -> None:
    quotes = [*dialogue(), printed("Ciudad MCY", "es", TONE)]

    found = utterances(grouped(quotes), quotes, full_memory())

    assert texts(found) == {frozenset(q.text for q in quotes[:-1]), frozenset({TONE})}


def test_two_wordings_meet_through_a_third_language_of_the_memory() -> None:
    arabic, russian = (
        printed("Lebanon 24", *DIALOGUE["Lebanon 24"]),
        printed("RBC", "ru", "Добро пожаловать, диалог, добро пожаловать, дипломатия"),
    )
    english = DIALOGUE["Newsweek"][1]
    memory = Memory({(arabic.text, "en"): english, (russian.text, "en"): english})

    assert len(utterances(grouped([arabic, russian]), [arabic, russian], memory)) == 1
    assert len(utterances(grouped([arabic, russian]), [arabic, russian], Memory())) == 2


def test_two_originals_in_different_languages_are_never_one_utterance() -> None:
    text = "Paz, paz, paz y paz"
    quotes = [
        printed("WTOP", "es", text, spoken_language="es"),
        printed("GZH", "pt", text, spoken_language="pt"),
    ]
    memory = Memory({(text, "pt"): text, (text, "es"): text})

    assert len(utterances(grouped(quotes), quotes, memory)) == 2


def test_a_part_of_a_sentence_belongs_to_the_sentence_that_holds_it() -> None:
    part = "steps are being taken toward a respectful dialogue"
    quotes = [
        printed("Newsweek", *DIALOGUE["Newsweek"]),
        printed("News.Az", "en", part),
        printed("WTOP", "en", ENGLISH),
    ]

    assert frozenset({part, DIALOGUE["Newsweek"][1]}) in texts(utterances(grouped(quotes), quotes, Memory()))


def test_a_number_in_words_agrees_with_the_same_in_digits() -> None:
    whole = (
        "About ten days ago, the White House called the Miraflores Palace."
        " I had a phone conversation with President Donald Trump"
    )
    quotes = [printed("CubaHeadlines", "en", whole), printed("Newsweek", "en", "about 10 days ago")]

    assert len(utterances(grouped(quotes), quotes, Memory())) == 1


def test_statements_of_one_speaker_on_one_subject_stay_apart() -> None:
    quotes = [
        printed("Square News", *READY["Square News"], "Путин"),
        printed("Пятый канал", "ru", NOBODY, "Путин"),
    ]

    assert len(utterances(grouped(quotes, PUTIN), quotes, Memory())) == 2


def test_a_number_that_differs_on_both_sides_keeps_wordings_apart() -> None:
    quotes = [
        printed("Caracol Radio", "es", "con el 57 por ciento de las actas tenemos un empate técnico"),
        printed("La Razón", "es", "con el 58 por ciento de las actas tenemos un empate técnico"),
    ]

    assert len(utterances(grouped(quotes), quotes, Memory())) == 2


def test_the_same_words_on_two_days_are_two_utterances() -> None:
    text = "Siempre buscaremos la paz y el diálogo"
    quotes = [
        printed("WTOP", "es", text, said_at=a_moment("2025-12-02")),
        printed("SDP Noticias", "es", text, said_at=a_moment("2025-12-03")),
    ]

    assert len(utterances(grouped(quotes), quotes, Memory())) == 2


def test_the_same_words_in_two_stories_are_an_utterance_of_each() -> None:
    first, second = dialogue(but=["Newsweek", "GZH", "Lebanon 24"])

    found = utterances(grouped([first, second], MADURO, [first], [second]), [first, second], Memory())

    assert [u.story for u in found] == [first.article.id, second.article.id]


@pytest.mark.parametrize(("day", "apart"), [("2025-12-06", 1), ("2025-12-07", 2)])
def test_the_wordings_of_another_story_are_compared_within_three_days(day: str, apart: int) -> None:
    first, second = TONE.split(", ", maxsplit=1)
    parts = [printed("WTOP", "es", first), printed("GZH", "es", second)]
    whole = printed("Ciudad MCY", "es", TONE, published=a_moment(day))

    found = utterances(grouped([*parts, whole], MADURO, parts, [whole]), [*parts, whole], Memory())

    assert len([utterance for utterance in found if utterance.story != whole.article.id]) == apart


def test_wordings_of_one_story_meet_whenever_they_were_published() -> None:
    quotes = [
        printed("WTOP", "es", TONE, published=a_moment("2025-12-03")),
        printed("GZH", "es", f"{TONE}.", published=a_moment("2026-01-03")),
    ]

    assert len(utterances(grouped(quotes), quotes, Memory())) == 1
