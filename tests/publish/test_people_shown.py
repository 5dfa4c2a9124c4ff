"""How pages show people: the office held on the day, a name in Latin letters beside one in others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import a_moment, a_person
from digests import MADURO, a_digest, an_utterance
from markup import said, select
from rendered import STORY, body, page

from digest.model import Office, Person, Site
from digest.publish import texts

MINISTER = Office(role="Foreign minister", since=date(2006, 8, 8), until=date(2013, 1, 16))
HELD = replace(MADURO, offices=(Office(role="President of Venezuela", since=date(2013, 4, 19)), MINISTER))


def a_paper(person: Person, said_at: str = "2025-12-03") -> Site:
    spoken, printed = an_utterance().wordings
    spoken = replace(spoken, quote=replace(spoken.quote, said_at=a_moment(said_at)))
    said_then = replace(an_utterance(), person=person, wordings=(spoken, printed))
    return a_digest(people=(person,), utterances=(said_then,))


def roles(site: Site, path: str = f"en/{STORY}") -> list[str]:
    return [said(one) for one in select(body(site, path), ".card__role")]


def test_a_statement_is_shown_with_the_office_held_on_its_day() -> None:
    assert roles(a_paper(HELD)) == ["President of Venezuela"]
    assert roles(a_paper(HELD, said_at="2010-05-02")) == ["then Foreign minister"]
    assert roles(a_paper(HELD, said_at="2010-05-02"), f"es/{STORY}") == ["entonces Foreign minister"]


def test_offices_without_days_and_statements_between_two_change_nothing() -> None:
    vague = replace(MADURO, offices=(Office(role="Bus driver"),))

    assert roles(a_paper(vague)) == ["President of Venezuela"]
    assert roles(a_paper(HELD, said_at="2013-02-01")) == ["President of Venezuela"]


def test_a_persons_page_lists_the_offices_and_who_it_is_in_wikidata() -> None:
    site = a_paper(replace(HELD, wikidata="Q19847"))
    path = f"en/person/{MADURO.id}/"

    assert [said(one) for one in select(body(site, path), ".offices li")] == [
        "President of Venezuela (2013–)",
        "Foreign minister (2006–2013)",
    ]
    assert '"sameAs": "https://www.wikidata.org/entity/Q19847"' in page(site, path).head.replace(
        '":"', '": "'
    )


@pytest.mark.parametrize(
    ("person", "language", "shown"),
    [
        (a_person("Σεργκέι Λαβρόφ"), "en", "Sergkei Lavrof"),
        (a_person("Σεργκέι Λαβρόφ"), "el", ""),
        (a_person("გიორგი მაისურაძე"), "ar", "Giorgi Maisuradze"),
        (a_person("習近平", aliases=("Xi Jinping",)), "es", "Xi Jinping"),
        (a_person("習近平", aliases=("Xi Jinping",)), "zh", ""),
        (a_person("محمد بن سلمان"), "en", ""),
        (a_person("麻生太郎"), "fr", ""),
        (
            a_person("Владимир Путин", name_by_language={"de": "Wladimir Putin", "en": "Vladimir Putin"}),
            "tr",
            "Vladimir Putin",
        ),
        (a_person("Владимир Путин", name_by_language={"tr": "Vladimir Putin"}), "tr", ""),
        (a_person("Đoković"), "ru", ""),
    ],
)
def test_a_name_in_letters_that_readers_may_not_know_has_latin_ones_beside_where_these_are_no_guess(
    person: Person, language: str, shown: str
) -> None:
    assert texts.romanised(person, language) == shown


def test_cards_and_pages_of_people_show_the_name_in_latin_letters() -> None:
    site = a_paper(a_person("Σεργκέι Λαβρόφ", id="lavrov"))

    for path in (f"en/{STORY}", "en/person/lavrov/", "en/people/"):
        assert {said(one) for one in select(body(site, path), ".roman")} == {"(Sergkei Lavrof)"}
