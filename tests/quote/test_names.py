from __future__ import annotations

import pytest

from digest.quote.cased import names_in
from digest.quote.grammar import grammar_of


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "Valéry Giscard d’Estaing a nommé un ministre.", ["Valéry Giscard d’Estaing"]),
        ("fr", "Isaac Herzog d’Israël est venu.", ["Isaac Herzog"]),
        ("fr", "À Paris, Dominique de Villepin a parlé.", ["Dominique de Villepin"]),
        ("fr", "Le ministre de l’Intérieur a parlé.", []),
        ("it", "Il ministro dell’Interno ha parlato.", []),
        (
            "ru",
            "Мария Захарова Дональду Трампу не ответила.",
            ["Мария Захарова", "Дональду Трампу"],
        ),
        (
            "ru",
            "Владимир Путин ждал. Путину Дональд Трамп не ответил.",
            ["Владимир Путин", "Дональд Трамп"],
        ),
        ("ru", "Глава Чечни Рамзан Кадыров молчит.", ["Рамзан Кадыров"]),
        ("ru", "Президент Владимир Владимирович Путин молчит.", ["Владимир Владимирович Путин"]),
        ("pl", "Prezydent Warszawy Rafał Trzaskowski milczy.", ["Rafał Trzaskowski"]),
        (
            "es",
            "La ministra de Ciencia Diana Morant calla. Diana Morant calla.",
            ["Diana Morant", "Diana Morant"],
        ),
        ("es", "La portavoz de Isabel Díaz Ayuso calla.", ["Isabel Díaz Ayuso"]),
        ("bg", "Румен Радев мълчи. За Радев Бойко Борисов мълчи.", ["Румен Радев", "Бойко Борисов"]),
    ],
)
def test_names_end_where_other_words_and_other_names_begin(
    language: str, text: str, names: list[str]
) -> None:
    assert [" ".join(name.words) for name in names_in(text, grammar_of(language))] == names
