"""A denial lost is another statement; what is only left out or added is none."""

from __future__ import annotations

import pytest
from memories import Memory
from wordings import READY, grouped, printed, utterances

ITS_ENGLISH = (
    "We do not plan to fight Europe, but if Europe wants to fight us and starts it, we are ready right now"
)


@pytest.mark.parametrize(
    ("language", "text", "denied"),
    [
        (
            "en",
            "We are planning to go to war with Europe, and if Europe starts, we are ready right now",
            "We are not planning to go to war with Europe, and if Europe starts, we are ready right now",
        ),
        (
            "es",
            "Vamos a aceptar el resultado del recuento que publique el consejo electoral este domingo",
            "No vamos a aceptar el resultado del recuento que publique el consejo electoral este domingo",
        ),
        ("ru", READY["Square News"][1], READY["Square News"][1].replace("мы готовы", "мы не готовы")),
    ],
)
def test_wordings_in_one_language_of_which_one_denies_the_other_stay_apart(
    language: str, text: str, denied: str
) -> None:
    quotes = [printed("RBC", language, text), printed("WION", language, denied)]

    assert len(utterances(grouped(quotes), quotes, Memory())) == 2


@pytest.mark.parametrize(
    ("english", "joined"), [(ITS_ENGLISH, 1), (ITS_ENGLISH.replace("do not plan", "plan"), 2)]
)
def test_a_denial_lost_in_translation_keeps_a_wording_from_its_original(english: str, joined: int) -> None:
    quotes = [printed("Square News", *READY["Square News"]), printed("Voz", "en", english)]
    memory = Memory({(READY["Square News"][1], "en"): ITS_ENGLISH})

    assert len(utterances(grouped(quotes), quotes, memory)) == joined


def test_a_shortened_wording_that_leaves_the_denial_out_is_no_contradiction() -> None:
    whole = (
        "I wouldn't say it went well or badly. It was a phone call between two presidents of two countries"
    )
    part = "It was a phone call between two presidents of two countries"
    quotes = [printed("Newsweek", "en", whole), printed("WTOP", "en", part)]

    assert len(utterances(grouped(quotes), quotes, Memory())) == 1
