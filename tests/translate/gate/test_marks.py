"""Addresses, marks, brackets and capitals that an engine left broken."""

from __future__ import annotations

import pytest

from digest.translate.doubt import doubt
from digest.translate.gate import refusal


def refused(source: str, output: str, pair: str) -> str | None:
    codes = pair.split("-")
    return refusal(source, output, source_language=codes[0], target_language=codes[1])


def doubted(source: str, output: str, pair: str) -> str | None:
    codes = pair.split("-")
    return doubt(source, output, source_language=codes[0], target_language=codes[1])


@pytest.mark.parametrize(
    ("source", "output", "pair", "reason"),
    [
        ("Schreiben Sie an redaktion@zeitung.example.", "Write to editorial@zeitung.example.", "de-en", "an address"),
        ("Mehr unter https://zeitung.example/hafen.", "More at https://newspaper.example/port.", "de-en", "an address"),
        ("Die Karte steht auf zeitung.example/karte.", "The map is at newspaper.example/map.", "de-en", "an address"),
        ("Folgen Sie @die_zeitung.", "Follow @the_newspaper.", "de-en", "an address"),
        ("Il quotidiano Правда scrive.", "The newspaper « « « « « « writes.", "it-en", "a mark again and again: «"),
        ("Строительство продолжается.", "Construction . . . . . . .", "ru-en", "a mark again and again: ."),
        ("La respuesta fue no.", "The answer was nº.", "es-en", "“nº” without a number"),
        ("The vote was no.", "La votación fue núm.", "en-es", "“núm” without a number"),
        ("The members voted no", "Los miembros núm. votado", "en-es", "“núm” without a number"),
        ("HARBOUR BRIDGE TO CLOSE TODAY", "HARBOUR BRIDGE TO CLOSE TODAY (ES)", "en-es", "the source, not translated"),
    ],
)  # fmt: skip
def test_what_an_engine_breaks_is_refused(source: str, output: str, pair: str, reason: str) -> None:
    assert (refused(source, output, pair) or "").startswith(reason)


@pytest.mark.parametrize(
    ("source", "output", "pair"),
    [
        ("Schreiben Sie an die.redaktion@zeitung.example bis Montag.", "Write to die.redaktion@zeitung.example by Monday.", "de-en"),
        ("Mehr unter https://zeitung.example/der-hafen-und-die-stadt.", "More at https://zeitung.example/der-hafen-und-die-stadt.", "de-en"),
        ("Folgen Sie @die_zeitung und/oder zeitung.example/karte.", "Follow @die_zeitung and/or zeitung.example/karte.", "de-en"),
        ("No. 7 was open.", "El núm. 7 estaba abierto.", "en-es"),
        ("The vote was no.", "La votación fue no.", "en-es"),
        ("HARBOUR BRIDGE TO CLOSE TODAY", "EL PUENTE DEL PUERTO CIERRA HOY", "en-es"),
    ],
)  # fmt: skip
def test_what_stays_as_it_is_passes(source: str, output: str, pair: str) -> None:
    assert refused(source, output, pair) is None
    assert doubted(source, output, pair) is None


@pytest.mark.parametrize(
    ("source", "output", "pair", "reason"),
    [
        ("HARBOUR BRIDGE CLOSES AFTER STORM", "HARBOUR BRIDGE CIERRA TRAS STORM", "en-es", "not translated: harbour bridge"),
        ("The mayor (a sailor) left.", "El alcalde (un marinero se fue.", "en-es", "a bracket without the other one"),
        ("O treinador Yıldız saiu.", "The coach came out.", "pt-en", "a name lost: Yıldız"),
        ("Minha resposta é não.", "My answer is yes.", "pt-en", "yes for no"),
        ("The ferry costs £15.", "El ferry cuesta 15 dólares.", "en-es", "a number or its unit changed"),
        ("Three quarters of the town voted.", "Un cuarto de la ciudad votó.", "en-es", "a number"),
        ("The harbour master closed the old bridge because of the storm.", "Körpü bağlandı.", "en-az", "far shorter"),
        ("He left without a word and will not return.", "Se fue sin una palabra y volverá.", "en-es", "a denial lost"),
    ],
)  # fmt: skip
def test_what_may_be_wrong_is_shown_with_a_notice(source: str, output: str, pair: str, reason: str) -> None:
    assert refused(source, output, pair) is None
    assert (doubted(source, output, pair) or "").startswith(reason)


@pytest.mark.parametrize(
    ("source", "output", "pair"),
    [
        ("It is No.1 in the region.", "Es el número 1 de la región.", "en-es"),
        ("Don't forget the tickets.", "Recuerde las entradas.", "en-es"),
        ("O treinador Yıldız saiu.", "Coach Yildiz left.", "pt-en"),
        ("A no-deal vote is likely.", "Es probable una votación contra el acuerdo.", "en-es"),
        ("The mayor :) left.", "El alcalde se fue.", "en-es"),
        ("He failed to come.", "No vino.", "en-es"),
        ("He did not come.", "Se negó a venir.", "en-es"),
        ("The ferry costs £15.", "El ferry cuesta 15 libras.", "en-es"),
        ("A wall (30 m) and a moat (12 km wide) remain.", "Quedan un muro (30 m) y un foso (12 km de ancho).", "en-es"),
        ("Beaver Island is closed.", "Beaver Adası kapalı.", "en-tr"),
        ("船长 (Captain Amos Tull) 离开了港口。", "Captain Amos Tull left the harbour.", "zh-en"),
        ("At least 40 people, and still more, came.", "حضر ما لا يقل عن 40 شخصا ولا يزال المزيد يأتي.", "en-ar"),
        ("حضر ما لا يقل عن 40 شخصا.", "At least 40 people came.", "ar-en"),
        ("It has 40 to 50 rooms.", "40~50개의 방이 있습니다.", "en-ko"),
        ("The harbour is closed.", "बंदरगाह बंद है |", "en-hi"),
        ("A word for word copy of it is kept here.", "여기에 글자 그대로의 사본(word for word copy of it)이 있다.", "en-ko"),
        ("まず港を閉じる。", "First the harbour is closed.", "ja-en"),
        ("住民は絶えず不満を述べた。", "Residents complained constantly.", "ja-en"),
        ("הוא הלך אל הנמל.", "He went to the harbour.", "he-en"),
    ],
)  # fmt: skip
def test_what_is_worded_in_another_way_is_not_doubted(source: str, output: str, pair: str) -> None:
    assert refused(source, output, pair) is None
    assert doubted(source, output, pair) is None


def test_names_of_a_headline_in_capitals_that_stand_in_its_translation_are_no_doubt() -> None:
    pair = {"source_language": "en", "target_language": "de"}
    good = "MARIA KOVAČ UND PETER LIND TREFFEN SICH IN BELWICK"

    assert doubt("MARIA KOVAČ AND PETER LIND MEET IN BELWICK", good, meaning=None, **pair) is None
    assert doubt("COUNCIL CLOSES THE BRIDGE TODAY", "COUNCIL CLOSES THE BRÜCKE HEUTE", meaning=None, **pair)
