"""What an output has not whole, and what is only said in another way."""

from __future__ import annotations

import pytest

from digest.translate.doubt import doubt

LIST = "The flood reached Arlen, Bexford, Corrow, Dunmore and Eastley on Monday."


def doubted(source: str, output: str, pair: str) -> str:
    first, second = pair.split("-")
    return doubt(source, output, source_language=first, target_language=second, meaning=None) or ""


@pytest.mark.parametrize(
    ("source", "output", "pair", "reason"),
    [
        ("“The harbour is ours.”", "El puerto es nuestro.", "en-es", "the quotation marks lost"),
        ("The fair opens on 3 May.", "La fiera apre il 3 giugno.", "en-it", "another time: May / giugno"),
        ("The ferry sails on Tuesday.", "Паром отходит в четверг.", "en-ru", "another time: Tuesday / четверг"),
        ("The ferry sails on Friday.", "नौका बुधवार को चलेगी।", "en-hi", "another time: Friday / बुधवार"),
        (
            "Choose the ferry of your alliance with great care before you pay.",
            "Valitse lauttayhtiö huolellisesti.",
            "en-fi",
            "far shorter than expected",
        ),
        ("Dr. Vane sang. Mrs. Quill danced.", "El Dr. Vane cantó la Sra. Quill.", "en-es", "two sentences in one"),
        ("The ferry waits behind the mill.", "El ferry espera behind the mill.", "en-es", "not translated: behind the mill"),
        ("La barca espera tras las rocas.", "The boat waits tras las rocas.", "es-en", "not translated: tras las rocas"),
        ("We all met at the mill.", "Nos reunimos at the mill.", "en-es", "not translated: at the mill"),
        (
            "Why the Harbour Will Close This Year The council votes today.",
            "Why the Harbour Will Close This Year El concejo vota hoy.",
            "en-es",
            "not translated: Why the Harbour Will Close",
        ),
        ("Wendla Marlowe left the mill.", "Wendla Brandtner dejó el molino.", "en-es", "another name: Wendla Marlowe"),
        (LIST, "La riada llegó a Arlen, Bexford, Corrow y Dunmore el lunes.", "en-es", "a name of a list lost: Eastley"),
        (LIST, "Die Flut erreichte am Montag Arlen, Corrow, Dunmore und Eastley.", "en-de", "a name of a list lost: Bexford"),
    ],
)  # fmt: skip
def test_what_is_not_whole_is_doubtful(source: str, output: str, pair: str, reason: str) -> None:
    assert doubted(source, output, pair) == reason


@pytest.mark.parametrize(
    ("source", "output", "pair"),
    [
        ("“The harbour is ours.”", "«El puerto es nuestro».", "en-es"),
        ("Dr. Vane sang. Mrs. Quill danced.", "El Dr. Vane cantó y la Sra. Quill, bailó.", "en-es"),
        ("He likes the song “over the hill”.", "Le gusta la canción “over the hill” (“tras la colina”).", "en-es"),
        ("The Old Mill Songs: Ann felt small.", "The Old Mill Songs: Ann se sentía pequeña.", "en-es"),
        ("Beaver Island is closed today.", "Beaver Adası bugün kapalı.", "en-tr"),
        ("It is a winner-takes-all vote.", "Es un voto winner-takes-all.", "en-es"),
        (LIST, "La riada llegó el lunes a Arlen, Bexford, Corrow, Dunmore e Eastley.", "en-es"),
        (LIST, "В понедельник вода дошла до Арлена, Бексфорда, Корроу, Данмора и Истли.", "en-ru"),
        ("Spain, France, Italy, Greece and Malta agreed.", "España, Francia, Italia, Grecia y Malta aceptaron.", "en-es"),
    ],
)  # fmt: skip
def test_what_is_whole_is_not(source: str, output: str, pair: str) -> None:
    assert doubted(source, output, pair) == ""
