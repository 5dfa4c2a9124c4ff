"""Which full names are one, where nothing is known but names."""

from __future__ import annotations

import pytest

from benchmarks.people import FOLDER, Case, cases, joined
from digest.group.people.confused import told_by_vowels
from digest.group.people.korean import same_in_korean
from digest.group.people.sounded import sound_alike


@pytest.mark.parametrize("table", ["dev", "kept", "third", "third_kept"])
def test_no_two_people_of_the_tables_are_one(table: str) -> None:
    others = [case for case in cases(FOLDER / f"{table}.tsv") if not case.same]

    assert len(others) >= 20
    assert not [case for case in others if joined(case)]


@pytest.mark.parametrize("table", ["dev", "kept"])
def test_of_one_person_of_the_tables_five_in_six_pairs_of_names_are_joined(table: str) -> None:
    same = [joined(case) for case in cases(FOLDER / f"{table}.tsv") if case.same]

    assert sum(same) >= len(same) * 5 / 6


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Ludmilla Petrescu", "Людмилла Петреску"),
        ("Wassili Gontscharow", "Vasily Goncharov"),
        ("Dr. Ilda Marrow", "Ilda Marrow"),
        ("Abdel Karim al-Nadri", "عبد الكريم الندري"),
        ("Bachir el-Nadri", "Bashir al-Nadri"),
        ("Dorian Bentley", "Ντόριαν Μπέντλεϊ"),
        ("Lee Hyun-woo", "이현우"),
        ("Clara Melton", "クララ・メルトン"),
        ("Kwan Mei-ling", "Kwan Meiling"),
    ],
)
def test_a_name_is_one_in_every_way_of_writing_it(name: str, other: str) -> None:
    assert joined(Case("own", "en", name, "en", other, same=True))


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Lidia Petrescu", "Людмилла Петреску"),
        ("Hassan Nadri", "حسين الندري"),
        ("Rina Melton", "クララ・メルトン"),
        ("Lee Hyun-ji", "이현우"),
        ("Karl Stern", "Кирилл Штерн"),
        ("Erik Jansen", "Erik Johnson"),
        ("Ilda Marrow", "Ilda Morrow"),
    ],
)
def test_another_given_name_is_another_one_in_every_way_of_writing_it(name: str, other: str) -> None:
    assert not joined(Case("own", "en", name, "en", other, same=False))


def test_names_that_only_vowels_tell_apart_need_them() -> None:
    assert told_by_vowels("Mahmoud", "محمود")
    assert not told_by_vowels("Mahmoud", "محمد")
    assert told_by_vowels("Ahmet", "Ahmed")


def test_each_syllable_of_a_korean_name_counts() -> None:
    assert same_in_korean("Yoon Seo-jun", "윤서준")
    assert not same_in_korean("Yoon Seo-in", "윤서준")
    assert not same_in_korean("Yoon", "윤서준")


def test_parts_are_compared_one_by_one() -> None:
    assert sound_alike(("Ilda", "Marrow"), ("Илда", "Марроу")) == sound_alike(
        ("Илда", "Марроу"), ("Ilda", "Marrow")
    )
    assert not sound_alike(("Marrow",), ("Марроу",))
