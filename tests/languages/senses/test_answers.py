"""Yes and no as answers, and words that say the contrary of others."""

from __future__ import annotations

import pytest

from digest.languages.senses import answer, answers_otherwise, denials, may_deny, opposed

NO = {
    "en": "Our answer is no.",
    "es": "Nuestra respuesta es no.",
    "fr": "Notre réponse est non.",
    "pt": "A nossa resposta é não.",
    "it": "La nostra risposta è no.",
    "de": "Unsere Antwort lautet nein.",
    "nl": "Ons antwoord is nee.",
    "pl": "Nasza odpowiedź brzmi: nie.",
    "ru": "Наш ответ — нет.",
    "uk": "Наша відповідь — ні.",
    "tr": "Cevabımız hayır.",
    "ar": "جوابنا هو لا.",
    "fa": "پاسخ ما نه.",
    "he": "התשובה שלנו היא לא.",
    "zh": "我们的回答是不。",
    "ja": "答えはノー。",
}
YES = {
    "en": "Our answer is yes.",
    "es": "Nuestra respuesta es sí.",
    "fr": "Notre réponse est oui.",
    "de": "Unsere Antwort lautet ja.",
    "ru": "Наш ответ — да.",
    "ar": "جوابنا هو نعم.",
}


@pytest.mark.parametrize(("language", "text"), NO.items())
def test_a_no_is_an_answer_and_no_yes(language: str, text: str) -> None:
    assert answer(text, language) is False
    for other, yes in YES.items():
        assert answers_otherwise(text, yes, language, other)
        assert answers_otherwise(yes, text, other, language)
    assert not any(answers_otherwise(text, no, language, other) for other, no in NO.items())


@pytest.mark.parametrize("language", ["en", "fr", "it", "de", "nl"])
def test_an_answer_denies(language: str) -> None:
    assert denials(NO[language], language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("No. 14 is for sale.", "en"),
        ("The house at No. 14", "en"),
        ("Say yes or no.", "en"),
        ("¿Sí o no?", "es"),
        ("Si llueve, no vamos al puerto", "es"),
        ("Ja, aber nein.", "de"),
        ("There is no bridge here.", "en"),
        ("Oui ou non ?", "fr"),
    ],
)
def test_what_is_no_answer_answers_nothing(text: str, language: str) -> None:
    assert answer(text, language) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They stopped paying.", "en"),
        ("Dejaron de pagar.", "es"),
        ("Они перестали платить.", "ru"),
        ("They refused to pay.", "en"),
        ("Noooo!", "en"),
    ],
)
def test_what_is_worded_positively_may_deny(text: str, language: str) -> None:
    assert may_deny(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("未来一周天气很好", "zh"),
        ("Je ne veux que la paix", "fr"),
        ("He couldn't help laughing", "en"),
        ("La mejor feria jamás vista", "es"),
        ("The house at No. 14", "en"),
    ],
)
def test_what_only_looks_like_a_denial_denies_nothing(text: str, language: str) -> None:
    assert not denials(text, language)


@pytest.mark.parametrize(
    ("first", "second", "languages"),
    [
        ("Rents rose in May", "Las rentas bajaron en mayo", ("en", "es")),
        ("We oppose the dam", "Wir unterstützen den Damm", ("en", "de")),
        ("They won the case", "Они проиграли дело", ("en", "ru")),
        ("After the vote he left", "Il partit avant le vote", ("en", "fr")),
        ("The council closed the pool", "理事会重新开放了游泳池", ("en", "zh")),
    ],
)
def test_the_other_side_of_a_matter_is_told(first: str, second: str, languages: tuple[str, str]) -> None:
    assert opposed(first, second, languages)


@pytest.mark.parametrize(
    ("first", "second", "languages"),
    [
        ("Rents rose in May", "Las rentas subieron en mayo", ("en", "es")),
        ("Rents rose, wages fell", "Las rentas bajaron", ("en", "es")),
        ("Rents rose in May", "Es gibt Neues von den Mieten", ("en", "de")),
    ],
)
def test_one_side_or_both_are_no_contradiction(first: str, second: str, languages: tuple[str, str]) -> None:
    assert opposed(first, second, languages) == ()
