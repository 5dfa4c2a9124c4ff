"""`digest.publish.edition.mentions`: who is named in what somebody else said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import a_person, a_quote

from digest.model import ArticleId, Person, Utterance, UtteranceId, Wording, WordingState
from digest.publish.edition.mentions import mentions

ANNA = a_person("Anna Berg")
KARL = a_person("Karl Holm")


def said(text: str, by: Person | None = KARL, language: str = "en", *, probable: bool = False) -> Utterance:
    quote = a_quote(text, by.name if by else None, language=language)
    wording = Wording(quote=quote, state=WordingState.AS_PRINTED, probable=probable)
    return Utterance(id=UtteranceId(text[:8]), story=ArticleId("paper/a"), person=by, wordings=(wording,))


def named(*people: Person, text: str, language: str = "en", by: Person | None = KARL) -> list[str]:
    return sorted(mentions(people, [said(text, by, language)]))


@pytest.mark.parametrize(
    ("text", "language", "person"),
    [
        ("We told Anna Berg everything", "en", ANNA),
        ("We told ANNA BERG’s office", "en", ANNA),
        ("Une lettre d’Anna Berg au conseil", "fr", ANNA),
        ("Ask Mary O'Neill about it", "en", a_person("Mary O’Neill")),
        ("Wir haben es Anna Berg gesagt", "de", ANNA),
        ("Frag Jürgen  Öhm danach", "de", a_person("Jürgen Öhm")),
        ("حدثنا ليلى حداد عن الميناء", "ar", a_person("ليلى حداد", id="laila")),
        ("我们告诉了林志远市长", "zh", a_person("林志远", id="lin")),
        ("高田花子さんに話した", "ja", a_person("高田花子", id="takada")),
    ],
)
def test_a_whole_name_names_a_person(text: str, language: str, person: Person) -> None:
    assert named(person, text=text, language=language) == [person.id]


@pytest.mark.parametrize(
    ("text", "language", "person"),
    [
        ("We told Berg everything", "en", ANNA),
        ("We told Anna everything", "en", ANNA),
        ("We told O’Neill everything", "en", a_person("O’Neill")),
        ("Anna said that Berg is a town", "en", ANNA),
        ("We told Joanna Bergman everything", "en", ANNA),
        ("我们在林中等待", "zh", a_person("林中", id="lin")),
        ("We use the word plato", "en", a_person("Plato")),
    ],
)
def test_a_part_of_a_name_or_one_short_word_names_nobody(text: str, language: str, person: Person) -> None:
    assert named(person, text=text, language=language) == []


def test_who_names_himself_is_not_among_those_whom_others_name() -> None:
    assert named(ANNA, text="I, Anna Berg, will stay", by=ANNA) == []


def test_namesakes_are_not_told_apart_so_neither_is_named() -> None:
    other = a_person("Anna Berg", id="anna-berg-2")
    assert named(ANNA, other, text="We told Anna Berg everything") == []


def test_a_name_in_any_of_a_persons_languages_counts() -> None:
    person = replace(ANNA, name_by_language={"ru": "Анна Берг"})
    assert named(person, text="Спросите: Анна Берг знает", language="ru") == ["anna-berg"]


def test_one_statement_names_a_person_once_and_statements_stay_in_order() -> None:
    utterances = [said("Anna Berg thanked Anna Berg"), said("Then Anna Berg left", None)]
    assert mentions([ANNA], utterances) == {"anna-berg": utterances}


def test_a_wording_that_only_may_be_the_same_statement_names_nobody() -> None:
    assert mentions([ANNA], [said("We told Anna Berg everything", probable=True)]) == {}
