"""Addresses of people, and of articles: `tests/golden/slugs`, a line each."""

from __future__ import annotations

import pytest
from golden_cases import rows

from digest.add.slug import slug_of
from digest.group.people.slugs import slug
from digest.read import is_id


@pytest.mark.parametrize(("names", "address"), rows("slugs/people.txt"))
def test_a_persons_address_says_no_name_by_guess(names: str, address: str) -> None:
    assert slug(names.split("; ")) == address


@pytest.mark.parametrize(("headline", "name"), rows("slugs/headlines.txt"))
def test_an_articles_name_is_its_headline_in_letters_that_an_address_has(headline: str, name: str) -> None:
    assert slug_of(headline) == name
    assert is_id(name)
