"""Who and what is named in which language: `digest.model.registry`, and `nearest.txt`, a line each."""

from __future__ import annotations

from datetime import date

import pytest
from golden_cases import rows

from digest.model import Office, Person, PersonId, Term, TermId, Topic, TopicId, readable


@pytest.mark.parametrize(("reader", "there", "chosen"), rows("languages/nearest.txt"))
def test_readers_are_shown_a_language_that_they_read_in_its_script(
    reader: str, there: str, chosen: str
) -> None:
    assert (readable(reader, there.split()) or "none") == chosen


@pytest.mark.parametrize(("reader", "there", "chosen"), rows("languages/nearest.txt"))
def test_names_labels_and_terms_choose_alike(reader: str, there: str, chosen: str) -> None:
    words = {code: f"in {code}" for code in there.split()}
    person = Person(id=PersonId("ana"), name="plain", name_by_language=words)
    term = Term(id=TermId("quay"), wording_by_language=words)
    labels = words | {"en": "in en"} if chosen == "none" else words
    topic = Topic(id=TopicId("port"), label_by_language=labels)
    assert person.name_in(reader) == ("plain" if chosen == "none" else f"in {chosen}")
    assert term.in_language(reader) == (None if chosen == "none" else f"in {chosen}")
    assert topic.label(reader) == (("in en", "en") if chosen == "none" else (f"in {chosen}", chosen))


def test_a_topic_without_a_readable_or_an_english_label_has_any_and_without_one_its_id() -> None:
    french = Topic(id=TopicId("port"), label_by_language={"fr": "Le port", "de": "Der Hafen"})
    assert french.label("ja") == ("Le port", "fr")
    assert Topic(id=TopicId("old-port"), label_by_language={}).label("ja") == ("Old port", "und")


def test_an_empty_name_is_none() -> None:
    person = Person(id=PersonId("ana"), name="Ana Ruiz", name_by_language={"ru": "", "es": "Ana"})
    assert person.name_in("ru") == "Ana Ruiz"
    assert person.names == ("Ana Ruiz", "", "Ana")


def test_a_term_that_is_kept_is_the_same_in_every_language() -> None:
    assert Term(id=TermId("post"), keep="Port Post").in_language("ar") == "Port Post"


MAYOR, MINISTER = "mayor", "minister"


@pytest.mark.parametrize(
    ("day", "held"),
    [
        (date(2019, 12, 31), None),
        (date(2020, 1, 1), MAYOR),
        (date(2021, 6, 30), MAYOR),
        (date(2021, 7, 1), None),
        (date(2022, 3, 1), None),
        (None, None),
    ],
)
def test_an_office_is_held_from_its_first_to_its_last_day_and_the_one_held_now_is_not_told_again(
    day: date | None, held: str | None
) -> None:
    offices = (
        Office(role=MINISTER, since=date(2021, 7, 1)),
        Office(role=MAYOR, since=date(2020, 1, 1), until=date(2021, 6, 30)),
    )
    assert Person(id=PersonId("ana"), name="Ana", role=MINISTER, offices=offices).office_on(day) == held


def test_of_two_offices_of_one_day_the_one_begun_last_is_told() -> None:
    offices = (
        Office(role=MINISTER, since=date(2021, 1, 1), until=date(2023, 1, 1)),
        Office(role=MAYOR, since=date(2020, 1, 1), until=date(2022, 1, 1)),
    )
    person = Person(id=PersonId("ana"), name="Ana", offices=offices)
    assert [person.office_on(date(year, 6, 1)) for year in (2020, 2021, 2022)] == [MAYOR, MINISTER, MINISTER]


def test_an_office_without_days_says_nothing_of_any_day() -> None:
    person = Person(id=PersonId("ana"), name="Ana", offices=(Office(role=MAYOR),))
    assert person.office_on(date(2020, 1, 1)) is None
    assert Office(role=MAYOR).is_held_on(date(2020, 1, 1))
