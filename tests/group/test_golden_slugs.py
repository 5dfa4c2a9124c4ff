"""Addresses of people, and of articles: `tests/golden/slugs`, a line each."""

from __future__ import annotations

import pytest
from golden_cases import rows

from digest.add.slug import free, slug_of
from digest.group.people.slugs import slug
from digest.read import is_id


@pytest.mark.parametrize(("names", "address"), rows("slugs/people.txt"))
def test_a_persons_address_says_no_name_by_guess(names: str, address: str) -> None:
    assert slug(names.split("; ")) == address


@pytest.mark.parametrize(("headline", "name"), rows("slugs/headlines.txt"))
def test_an_articles_name_is_its_headline_in_letters_that_an_address_has(headline: str, name: str) -> None:
    assert slug_of(headline) == name
    assert is_id(name)


@pytest.mark.parametrize(("headline", "address", "name"), rows("slugs/addresses.txt"))
def test_an_articles_name_is_that_of_its_address_where_that_says_something(
    headline: str, address: str, name: str
) -> None:
    assert slug_of(headline, address) == name


@pytest.mark.parametrize("word", ["harbour ", "гавань ", "港", "बंदरगाह ", "الميناء ", "é", "x"])
def test_a_long_headline_gives_a_name_that_any_disk_takes_and_ends_with_a_whole_word(word: str) -> None:
    name = slug_of(word * 60)
    assert 40 < len(name.encode()) <= 80
    assert is_id(name)
    assert " " not in word or set(name.split("-")) == {word.strip()}


@pytest.mark.parametrize(
    ("taken", "name"),
    [([], "port"), (["port"], "port-2"), (["port", "port-2"], "port-3"), (["port-2"], "port")],
)
def test_a_name_that_is_taken_gets_the_first_number_that_is_free(taken: list[str], name: str) -> None:
    assert free("port", taken.__contains__) == name
