"""`digest.quote.speech.mentions`: words in marks that somebody mentions and nobody says."""

from __future__ import annotations

import pytest
from builders import an_article

from digest.quote import find_quotes


def found(text: str, language: str) -> list[str]:
    return [quote.text for quote in find_quotes(an_article(text, language=language)).quotes]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The word “harbour” comes from an older one, Anna Berg said."),
        ("en", "Anna Berg told “Newsnight” that the harbour stays."),
        ("en", "They call him “Berg”, and Anna Berg said nothing."),
        ("de", "Das Wort „Hafen“ ist älter, sagte Anna Berg."),
        ("de", "Das sagte Anna Berg der Zeitung „Hafenbote“ am Montag."),
        ("es", "La palabra «puerto» es más antigua, dijo Ana Pérez."),
        ("es", "Ana Pérez dijo a «El Faro» que el puerto se queda."),
        ("fr", "Le mot « port » est plus ancien, a dit Anne Roux."),
        ("ru", "Слово «порт» старше, сказала Анна Зимина."),
        ("zh", "“港口”一词更古老，林志远说。"),
    ],
)
def test_a_term_or_an_outlet_is_no_quotation(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "“Never!” Anna Berg said.", "Never!"),
        ("en", "Anna Berg told them: “Harbour people stay here.”", "Harbour people stay here."),
        ("de", "Anna Berg sagte: „Der Hafen bleibt hier.“", "Der Hafen bleibt hier."),
        ("es", "Ana Pérez dijo: «El puerto se queda aquí».", "El puerto se queda aquí"),
        ("ru", "Анна Зимина сказала: «Порт остаётся здесь».", "Порт остаётся здесь"),
    ],
)
def test_what_a_colon_leads_to_or_somebody_shouts_is_said(language: str, text: str, said: str) -> None:
    assert found(text, language) == [said]
