"""What machine output is not let through."""

from __future__ import annotations

import pytest

from digest.translate.gate import refusal


def judged(source: str, output: str, pair: str = "es-en") -> str | None:
    first, second = pair.split("-")
    return refusal(source, output, source_language=first, target_language=second)


@pytest.mark.parametrize(
    ("source", "output", "reason"),
    [
        ("Queremos paz.", "", "no text"),
        ("Queremos paz.", " ", "no text"),
        ("Queremos paz.", "♪", "symbols instead of words"),
        ("Queremos paz.", "_", "symbols instead of words"),
        (
            "El ministro de la paz llegó hoy.",
            "El ministro de la paz llegó hoy",
            "the source, not translated",
        ),
        ("Firmaron 25 acuerdos.", "They signed agreements.", "lost or changed a number"),
        ("Firmaron 25 acuerdos.", "They signed 52 agreements.", "lost or changed a number"),
        ("Firmaron acuerdos.", "They signed 3 agreements.", "a number that the source does not have"),
        ("Queremos paz y diálogo.", "We want peace peace peace.", "a phrase again and again"),
        ("La reunión fue breve.", "It was short, it was short, it was short.", "a phrase again and again"),
        ("Nicolás Maduro habló.", "Nicolás Mature spoke.", "half a name: Nicolás Maduro"),
        (
            "Queremos paz.",
            "We want peace and " + "many more things " * 2 + "that nobody said, ever, at all, " * 2,
            "far longer than the source",
        ),
        (
            "Hola, mundo. ¿Cómo están todos ustedes, y qué quieren decir hoy aquí en la reunión?",
            "Hello.",
            "far shorter than the source",
        ),
    ],
)
def test_bad_output_is_refused_with_a_reason(source: str, output: str, reason: str) -> None:
    assert judged(source, output) == reason


@pytest.mark.parametrize(
    ("source", "output", "pair"),
    [
        ("Queremos paz.", "We want peace.", "es-en"),
        ("No", "No", "es-en"),
        ("Caracas", "Caracas", "es-en"),
        ("Nicolás Maduro y Donald Trump", "Nicolás Maduro y Donald Trump", "es-fr"),
        ("Firmaron 2.500 acuerdos.", "They signed 2,500 agreements.", "es-en"),
        ("Llegaron 25.", "وصل ٢٥.", "es-ar"),
        ("Paz, paz, paz, paz.", "Peace, peace, peace, peace.", "es-en"),
        ("Nicolás Maduro habló en Estados Unidos.", "Nicolas Maduro spoke in the United States.", "es-en"),
        ("El presidente Maduro confirma una llamada.", "President Maduro confirms a call.", "es-en"),
        ("Maduro Confirms Call With Trump", "Maduro confirma llamada con Trump", "en-es"),
        ("The president spoke in Caracas.", "总统在加拉加斯讲话。", "en-zh"),
        ("总统在加拉加斯讲话。", "The president spoke in Caracas.", "zh-en"),
        ("哈哈哈", "Ha ha ha", "zh-en"),
    ],
)
def test_good_output_passes(source: str, output: str, pair: str) -> None:
    assert judged(source, output, pair) is None
