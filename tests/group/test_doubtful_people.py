"""Two people who may be one: shown to editors, joined by nobody."""

from __future__ import annotations

import pytest
from builders import a_person

from digest.group.people.doubtful import doubtful_people
from digest.model import Person


def pairs(*people: Person) -> list[tuple[str, str]]:
    return [(first.name, second.name) for first, second in doubtful_people(people)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ilda Marrow", "Marrow"),
        ("Ilda Marrow", "I. Marrow"),
        ("Ilda Marrow", "Ilda Morrow"),
        ("Ilda Marrow", "Марроу"),
        ("Vladimir Putin", "普京"),
        ("Ilda Marrow", "Ilda Marrow Feldner"),
        ("Ilda Jane Marrow", "Ilda Marrow"),
    ],
)
def test_two_who_may_be_one_are_listed(one: str, other: str) -> None:
    assert pairs(a_person(one), a_person(other)) == [(one, other)]


def test_two_of_one_surname_and_two_of_nothing_alike_are_not_listed() -> None:
    people = [a_person(name) for name in ("Ilda Marrow", "Oda Marrow", "Kurt Feldner", "محمد الندري")]

    assert not pairs(*people)
