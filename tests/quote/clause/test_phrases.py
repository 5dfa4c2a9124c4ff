"""`digest.quote.clause.phrases`: everybody and everything that could be the subject of a verb of saying."""

from __future__ import annotations

import pytest
from builders import an_article

from digest.quote.clause.phrases import Phrase, Phrases
from digest.quote.grammar import MASK, grammar_of
from digest.quote.names import people_of


def phrases(text: str, language: str) -> list[tuple[str, Phrase]]:
    grammar = grammar_of(language)
    people = people_of(an_article(text, language=language), grammar)
    found = Phrases(text, people, grammar).within(0, len(text))
    return [(one.span.of(text), one) for one in found]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Die Ministerin sagte nichts.", ["Die Ministerin"]),
        ("Die neue Ministerin der Stadt sagte nichts.", ["Die neue Ministerin der Stadt"]),
        ("Gestern sagte er nichts.", ["er"]),
        ("Der Abgeordnete (SPD) sagte nichts.", ["Der Abgeordnete (SPD)"]),
        (f"{MASK * 4} sagte ein Sprecher.", ["ein Sprecher"]),
        ("Hier sagte Dr. Holm nichts.", ["Dr. Holm"]),
    ],
)
def test_where_nouns_have_capital_letters_each_noun_phrase_is_one(text: str, spans: list[str]) -> None:
    assert [span for span, _ in phrases(text, "de")] == spans


def test_a_name_in_apposition_belongs_to_its_role() -> None:
    ((span, phrase),) = phrases("Der Sprecher, Jens Holm, sagte nichts.", "de")
    assert span == "Der Sprecher, Jens Holm"
    assert phrase.mention is not None
    assert phrase.mention.words == ("Jens", "Holm")


def test_a_preposition_and_the_case_of_an_article_show_that_a_phrase_is_no_subject() -> None:
    found = dict(phrases("Nach dem Gespräch mit der Ministerin sagte die Sprecherin nichts.", "de"))
    assert found["die Sprecherin"].oblique is False
    assert [one.oblique for span, one in found.items() if span != "die Sprecherin"] == [True, True]


def test_whose_somebody_is_is_not_who_it_is() -> None:
    found = phrases("Die Frau von Jens Holm sagte nichts. Jens Holm schwieg.", "de")
    assert (found[0][0], found[0][1].mention) == ("Die Frau von Jens Holm", None)


@pytest.mark.parametrize(
    ("language", "text", "spans"),
    [
        ("en", "Anna Berg said that she left.", ["Anna Berg", "she"]),
        ("es", "Ana Pérez dijo que ella no iba.", ["Ana Pérez", "ella"]),
        ("ru", "Анна Зимина сказала, что он ушёл.", ["Анна Зимина", "он"]),
        ("en", "the mayor of the town left", []),
    ],
)
def test_elsewhere_people_and_pronouns_alone_are_told(language: str, text: str, spans: list[str]) -> None:
    assert [span for span, _ in phrases(text, language)] == spans
