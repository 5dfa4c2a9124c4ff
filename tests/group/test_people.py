"""Which names are one person."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import pytest
from builders import a_person, a_quote, an_article
from reports import CALL, grouped

from digest.group.people.names import same_full_name, sound
from digest.model import (
    Person,
)


def speakers(*names: tuple[str, str], people: Sequence[Person] = ()) -> list[Person]:
    """Return the person behind each (language, name), each name in an article of its own."""
    quotes = []
    for number, (language, name) in enumerate(names):
        article = an_article(f"“Paz”, {name}.", slug=f"report-{number}", language=language)
        quotes.append(a_quote("Paz", name, article=article))
    grouping = grouped([q.article for q in quotes], quotes, people=tuple(people))
    assert set(grouping.people) == set(grouping.person_by_speaker.values())
    return [grouping.person_by_speaker[q.article.id, q.speaker or ""] for q in quotes]


def test_one_name_in_several_scripts_is_one_person() -> None:
    people = speakers(
        ("en", "Vladimir Putin"),
        ("es", "Vladímir Putin"),
        ("ru", "Владимир Путин"),
        ("ar", "فلاديمير بوتين"),
        ("fr", "Vladimir Poutine"),
    )

    assert {person.id for person in people} == {"vladimir-putin"}
    assert people[0].name_in("ru") == "Владимир Путин"
    assert people[0].name_in("fr") == "Vladimir Poutine"


def test_an_entry_knows_every_way_its_name_is_written() -> None:
    putin = a_person(
        "Владимир Путин", id="putin", name_by_language={"en": "Vladimir Putin"}, aliases=("普京",)
    )

    people = speakers(("en", "Vladimir Putin"), ("zh", "普京"), ("ru", "Путин"), people=[putin])

    assert people == [putin, putin, putin]


def test_a_surname_means_an_entry_only_if_no_other_entry_has_it() -> None:
    maduro, trump = a_person(), a_person("Donald Trump")

    assert speakers(("en", "Maduro"), people=[maduro, trump]) == [maduro]
    assert speakers(("en", "Trump"), people=[trump, a_person("Melania Trump")])[0].id == "trump"


def test_a_surname_means_no_entry_where_somebody_else_of_that_surname_is_quoted() -> None:
    trump = a_person("Donald Trump")

    alone, first_lady, full = speakers(
        ("en", "Trump"), ("en", "Melania Trump"), ("en", "Donald Trump"), people=[trump]
    )

    assert [alone.id, first_lady.id, full] == ["trump", "melania-trump", trump]


def test_another_given_name_is_another_person() -> None:
    trump = a_person("Donald Trump")

    first, second = speakers(("en", "Melania Trump"), ("en", "Donald J. Trump"), people=[trump])

    assert first.id == "melania-trump"
    assert second == trump


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("it", "Ana Paola Hall"), ("it", "Ana Paolo Hall")),
        (("en", "Maduro"), ("en", "Nicolás Maduro")),
        (("zh", "普京"), ("en", "Vladimir Putin")),
        (("en", "Steve Witkoff"), ("en", "Jared Kushner")),
    ],
)
def test_where_unsure_two_names_are_two_people(first: tuple[str, str], second: tuple[str, str]) -> None:
    one, other = speakers(first, second)

    assert one.id != other.id


def test_a_new_person_whose_address_an_entry_has_gets_another() -> None:
    entry = a_person("Somebody Else", id="ana-paola-hall")

    (hall,) = speakers(("es", "Ana Paola Hall"), people=[entry])

    assert hall.id == "ana-paola-hall-2"


def test_entries_nobody_quotes_are_no_people_of_the_site() -> None:
    grouping = grouped(CALL, [a_quote("Casa Blanca", article=CALL[0])], people=(a_person("Donald Trump"),))

    assert [person.name for person in grouping.people] == ["Nicolás Maduro"]


def test_names_that_are_closely_the_same_have_the_same_sound() -> None:
    """Names are looked up by their sound, so a pair that differs in it would never be compared."""
    parts = [
        "Volodymyr",
        "Wolodymyr",
        "Wladimir",
        "Владимир",
        "فلاديمير",
        "Vladímir",
        "Lwow",
        "Lvov",
        "Łukasz",
    ]
    parts += ["Putin", "Poutine", "Путин", "بوتين", "Wawel", "Vavel", "Ewa", "Eva", "Jozef", "Josef", "Yosef"]
    names = [f"{first} {last}" for first in parts for last in parts]

    alike = [(a, b) for a in names for b in names if a < b and same_full_name(a, b)]

    assert len(alike) > 500
    assert all(sound(a) == sound(b) for a, b in alike)


def test_an_entry_is_found_among_thousands_as_among_few() -> None:
    letters = "bdgklmnprstz"
    others = [
        a_person(f"{a}a{b}o {c}e{d}i", id=f"{a}{b}{c}{d}")
        for a, b, c, d in product(letters[:6], letters[6:], letters[:6], letters[6:])
    ]
    putin = a_person("Владимир Путин", id="putin", aliases=("普京",))
    said = [
        ("fr", "Vladimir Poutine"),
        ("en", "Putin"),
        ("en", "V. Putin"),
        ("en", "Vladimir V. Putin"),
        ("zh", "普京"),
    ]
    said += [("en", "Vlada Putina"), ("en", "Putin Vladimir")]

    few, many = speakers(*said, people=[putin]), speakers(*said, people=[*others, putin])

    assert [person.id for person in few] == [person.id for person in many]
    assert [person is putin for person in many] == [True, True, True, True, True, False, False]
