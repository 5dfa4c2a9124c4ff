"""A denial lost is another statement; what is only left out or added is none."""

from __future__ import annotations

import pytest
from memories import Memory
from wordings import READY, grouped, printed, utterances

from digest.match.alike.text import prepared
from digest.match.changes.negation import negation_lost

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
        (
            "es",
            "vamos a aceptar el resultado del recuento que publique el consejo electoral",
            "No vamos a aceptar el resultado del recuento que publique el consejo electoral este domingo",
        ),
        (
            "ja",
            "来年は働く家庭の税金を上げると国民に約束します",
            "来年は働く家庭の税金を上げないと国民に約束します",
        ),
        (
            "tr",
            "Gelecek yıl çalışan ailelerin vergisini artıracağız",
            "Gelecek yıl çalışan ailelerin vergisini artırmayacağız",
        ),
        ("ko", "내년에 일하는 가정의 세금을 올리겠습니다", "내년에 일하는 가정의 세금을 올리지 않겠습니다"),
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


def lost(first: str, second: str, *, translated: bool = True) -> bool:
    texts = prepared(first, "en"), prepared(second, "en")
    found = {negation_lost(a, b, translated=translated) for a, b in (texts, texts[::-1])}
    assert len(found) == 1
    return found.pop()


def test_an_idiom_denies_nothing() -> None:
    assert not lost("Not only the guards but the gates are gone", "The guards and the gates as well are gone")
    assert lost("Not the guards but the gates are gone", "The guards and the gates as well are gone")


def test_what_a_part_of_a_translated_sentence_begins_with_may_be_denied_in_front_of_it() -> None:
    part, whole = (
        "known who gave the order",
        "Even after three weeks of questions it is not known who gave it",
    )

    assert not lost(part, whole)
    assert lost(part, whole, translated=False)
    assert lost(part.capitalize(), whole)
