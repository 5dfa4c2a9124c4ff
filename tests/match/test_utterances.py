"""What an utterance says of its wordings, and what changes nothing in it."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from builders import a_moment, a_person, a_quote, an_article, an_outlet
from memories import Memory
from wordings import (
    AT_ONCE,
    DIALOGUE,
    ENGLISH,
    ITS_SPANISH,
    MADURO,
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


def test_a_quote_without_a_speaker_is_an_utterance_of_nobody() -> None:
    text = DIALOGUE["SDP Noticias"][1]
    quotes = [
        printed("SDP Noticias", "es", text, None),  # type: ignore[arg-type]
        printed("WTOP", "es", text, None),  # type: ignore[arg-type]
    ]

    found = utterances(grouped(quotes), quotes, Memory())

    assert [u.person for u in found] == [None, None]


@pytest.mark.parametrize(
    ("language", "spoken", "languages", "state"),
    [
        ("es", "es", (), WordingState.ORIGINAL),
        ("en", "es", ("en",), WordingState.TRANSLATION),
        ("es", None, ("es",), WordingState.ORIGINAL),
        ("pt-BR", None, ("pt",), WordingState.ORIGINAL),
        ("en", None, ("es",), WordingState.TRANSLATION),
        ("fr", None, ("es", "en"), WordingState.TRANSLATION),
        ("es", None, ("es", "en"), WordingState.AS_PRINTED),
        ("es", None, (), WordingState.AS_PRINTED),
    ],
)
def test_a_wording_is_an_original_only_if_something_says_so(
    language: str, spoken: str | None, languages: tuple[str, ...], state: WordingState
) -> None:
    quote = printed("WTOP", language, ENGLISH, spoken_language=spoken)

    (utterance,) = utterances(grouped([quote], a_person(languages=languages)), [quote], Memory())

    assert utterance.wordings[0].state is state


def test_a_translation_into_the_language_that_was_spoken_is_shown_as_printed() -> None:
    quotes = [
        printed("WTOP", "en", ENGLISH, spoken_language="en"),
        printed("Newsweek", "en", ENGLISH.removesuffix(" in your life")),
    ]

    (utterance,) = utterances(grouped(quotes), quotes, Memory())

    assert [w.state.value for w in utterance.wordings] == ["original", "as-printed"]


def test_without_the_memory_there_are_the_same_sure_matches_or_fewer() -> None:
    quotes = [
        *dialogue(),
        printed("WTOP", "en", ENGLISH),
        printed("WTOP", "es", ITS_SPANISH),
        printed("Ciudad MCY", "es", TONE),
        printed("RBC", "ru", AT_ONCE[0]),
        printed("WION", "en", AT_ONCE[1]),
    ]

    bare = texts(utterances(grouped(quotes), quotes, Memory()))
    full = texts(utterances(grouped(quotes), quotes, full_memory()))

    assert all(any(few <= many for many in full) for few in bare)
    assert len(full) < len(bare)


def test_a_wrong_translation_in_the_memory_breaks_no_match_of_the_texts() -> None:
    quotes = [*dialogue(but=["Newsweek", "Lebanon 24"]), printed("Ciudad MCY", "es", TONE)]
    memory = Memory({(DIALOGUE["GZH"][1], "es"): TONE})

    bare = texts(utterances(grouped(quotes), quotes, Memory()))
    misled = texts(utterances(grouped(quotes), quotes, memory))

    assert all(any(few <= many for many in misled) for few in bare)


def test_the_order_of_the_input_changes_nothing() -> None:
    quotes = [
        *dialogue(),
        printed("WTOP", "en", ENGLISH),
        printed("WTOP", "es", ITS_SPANISH),
        printed("Ciudad MCY", "es", TONE),
    ]
    shuffled = random.Random(7).sample(quotes, len(quotes))  # noqa: S311

    assert utterances(grouped(quotes), quotes, full_memory()) == utterances(
        grouped(shuffled), shuffled, full_memory()
    )


def test_an_utterance_is_named_by_its_earliest_wording() -> None:
    early = printed("SDP Noticias", *DIALOGUE["SDP Noticias"], published=a_moment("2025-12-03"))
    late = printed("Ciudad MCY", *DIALOGUE["Ciudad MCY"], published=a_moment("2025-12-04"))

    (one,) = utterances(grouped([early]), [early], Memory())
    (both,) = utterances(grouped([early, late]), [late, early], Memory())

    assert one.id == both.id
    assert len(one.id) == 12


def test_utterances_come_in_the_order_of_the_earliest_article() -> None:
    article = an_article(
        f"“{TONE}”, dijo. “{ITS_SPANISH}”, dijo también.", language="es", outlet=an_outlet("Ciudad MCY")
    )
    quotes = [a_quote(ITS_SPANISH, article=article), a_quote(TONE, article=article)]

    assert [u.wordings[0].quote.text for u in utterances(grouped(quotes), quotes, Memory())] == [
        TONE,
        ITS_SPANISH,
    ]


def test_every_quote_is_in_exactly_one_utterance() -> None:
    quotes = [*dialogue(), printed("WTOP", "en", ENGLISH), printed("Ciudad MCY", "es", TONE)]

    found = utterances(grouped(quotes), quotes, full_memory())

    assert sorted(w.quote.text for u in found for w in u.wordings) == sorted(q.text for q in quotes)


def test_letters_that_have_no_latin_form_are_no_hindrance() -> None:
    quotes = [printed("Lebanon 24", "ar", "ع ع ع"), printed("WTOP", "en", "…")]

    assert len(utterances(grouped(quotes), quotes, Memory())) == 2


def test_a_paraphrase_is_a_statement_of_its_own_and_never_an_original() -> None:
    spoken = printed("SDP Noticias", "es", TONE)
    told = replace(printed("Ciudad MCY", "es", TONE), is_paraphrase=True)
    found = utterances(grouped([spoken, told]), [spoken, told], Memory())
    assert sorted(w.state for u in found for w in u.wordings) == [
        WordingState.ORIGINAL,
        WordingState.PARAPHRASE,
    ]
    assert {utterance.person for utterance in found} == {MADURO}
    assert len(found) == 2
