"""Whose a name is: `tests/golden/names`, a line each."""

from __future__ import annotations

import pytest
from golden_cases import rows

from digest.group.people.korean import same_in_korean
from digest.group.people.names import may_be, same_full_name
from digest.group.people.parts import Parts, parts
from digest.group.people.romanised import in_pinyin
from digest.group.people.united import united
from digest.languages.scripts import is_written_in, romanised
from digest.languages.senses import named_places


@pytest.mark.parametrize(("first", "kind", "second"), rows("names/people.txt"))
def test_two_names_are_one_persons_surely_perhaps_or_not(first: str, kind: str, second: str) -> None:
    for one, other in ((first, second), (second, first)):
        assert same_full_name(one, other) is (kind == "same")
        assert kind == "same" or may_be(one, other) is (kind == "may be")


@pytest.mark.parametrize(("name", "told", "language"), rows("names/scripts.txt"))
def test_a_name_is_written_in_latin_letters_only_where_these_are_no_guess(
    name: str, told: str, language: str
) -> None:
    assert (romanised(name) or "none") == told, language


@pytest.mark.parametrize(("language", "name", "told"), rows("names/written.txt"))
def test_a_language_has_its_own_script(language: str, name: str, told: str) -> None:
    assert is_written_in(name, language) is (told == "yes")


@pytest.mark.parametrize(("language", "text", "named"), rows("names/places.txt"))
def test_a_place_is_known_by_what_its_own_language_calls_it(language: str, text: str, named: str) -> None:
    assert [place for place, _ in named_places(text, language)] == [
        one for one in named.split() if one != "none"
    ]


def listed(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(one.strip() for one in cell.split(";"))


@pytest.mark.parametrize(("name", "own", "initials", "generation"), rows("names/parts.txt"))
def test_a_name_has_the_parts_that_every_outlet_prints(
    name: str, own: str, initials: str, generation: str
) -> None:
    assert parts(name) == Parts(listed(own), listed(initials), generation.removeprefix("-"))


@pytest.mark.parametrize(("name", "pinyin", "told"), rows("names/pinyin.txt"))
def test_a_name_as_taiwan_romanises_it_may_be_others_in_pinyin(name: str, pinyin: str, told: str) -> None:
    assert (pinyin in in_pinyin(name)) is (told == "yes")


@pytest.mark.parametrize(("name", "hangul", "told"), rows("names/korean.txt"))
def test_a_korean_name_is_one_in_latin_letters_syllable_by_syllable(
    name: str, hangul: str, told: str
) -> None:
    assert same_in_korean(name, hangul) is (told == "same")
    assert same_in_korean(hangul, name) is (told == "same")


@pytest.mark.parametrize(("names", "told"), rows("names/united.txt"))
def test_names_are_one_persons_where_only_one_other_fits(names: str, told: str) -> None:
    for order in (listed(names), listed(names)[::-1]):
        found = united([[name] for name in order], lambda name: (name,))
        assert sorted(map(tuple, found)) == sorted(listed(group) for group in told.split("//"))
