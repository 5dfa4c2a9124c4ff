"""What Maduro said in English looks like what he said in Spanish, and is something else."""

from __future__ import annotations

import pytest
from builders import a_person
from memories import Memory
from wordings import (
    DIALOGUE,
    ENGLISH,
    ITS_SPANISH,
    MADURO,
    full_memory,
    grouped,
    printed,
    texts,
    utterances,
)

from digest.model import (
    Person,
)

STATES = {
    "the English is marked as spoken in English": ({"spoken_language": "en"}, {}, MADURO),
    "nothing is marked and he speaks Spanish": ({}, {}, MADURO),
    "nothing is known of him": ({}, {}, a_person()),
    "he speaks both": ({}, {}, a_person(languages=("es", "en"))),
    "both are marked": ({"spoken_language": "en"}, {"spoken_language": "es"}, MADURO),
}


@pytest.mark.parametrize("known", STATES.values(), ids=STATES)
@pytest.mark.parametrize("filled", [False, True], ids=["memory empty", "memory full"])
def test_what_he_said_in_english_is_never_taken_for_what_he_said_in_spanish(
    known: tuple[dict[str, str], dict[str, str], Person], *, filled: bool
) -> None:
    english, spanish, person = known
    quotes = [
        *(printed(name, *wording, **spanish) for name, wording in DIALOGUE.items()),
        printed("WTOP", "en", ENGLISH, **english),
    ]
    memory = full_memory() if filled else Memory()

    found = utterances(grouped(quotes, person), quotes, memory)

    assert frozenset({ENGLISH}) in texts(found)


@pytest.mark.parametrize("filled", [False, True], ids=["memory empty", "memory full"])
@pytest.mark.parametrize(
    ("language", "part"),
    [
        ("es", "bienvenido el diálogo, bienvenida la diplomacia"),
        ("es", "bienvenido el diálogo, bienvenida la diplomacia, porque siempre buscaremos la paz"),
        ("en", "welcome dialogue, welcome diplomacy. Because we will always seek peace!"),
        ("en", "dialogue is welcome, diplomacy is welcome, because we will always seek peace"),
        ("fr", "bienvenue au dialogue, bienvenue à la diplomatie, car nous rechercherons toujours la paix"),
        ("pt", "bem-vindo seja o diálogo, bem-vinda a diplomacia, porque sempre buscaremos a paz"),
        ("en", "welcome dialogue, welcome diplomacy"),
        ("en", "dialogue is welcome, diplomacy is welcome"),
    ],
)
def test_not_even_a_part_of_the_one_is_taken_for_the_other(language: str, part: str, *, filled: bool) -> None:
    quotes = [
        printed("The Epoch Times", language, part),
        printed("WTOP", "en", ENGLISH),
        printed("WTOP", "es", ITS_SPANISH, spoken_language="en"),
    ]
    memory = full_memory() if filled else Memory()

    found = utterances(grouped(quotes), quotes, memory)

    assert frozenset({part}) in texts(found)


def test_an_english_original_and_its_spanish_translation_meet_through_the_memory() -> None:
    quotes = [
        printed("WTOP", "en", ENGLISH, spoken_language="en"),
        printed("WTOP", "es", ITS_SPANISH, spoken_language="en"),
    ]

    (utterance,) = utterances(grouped(quotes), quotes, full_memory())

    assert [(w.quote.language, w.state.value) for w in utterance.wordings] == [
        ("en", "original"),
        ("es", "translation"),
    ]
    assert utterance.spoken_language == "en"
