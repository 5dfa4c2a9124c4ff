"""Which form of a word goes with a number: `tests/golden/interface/plurals.txt`, and every catalog."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from golden_cases import rows

from digest.publish.frame import catalog, catalog_languages, read_catalog

ROWS = rows("interface/plurals.txt")


def form(language: str, number: int) -> int:
    """Return which of the forms of its catalog a number takes."""
    found: int = catalog(language).plural(number)  # type: ignore[attr-defined]
    return found


@pytest.mark.parametrize(("language", "groups"), ROWS)
def test_numbers_take_the_forms_that_a_language_has(language: str, groups: str) -> None:
    forms = [{form(language, int(number)) for number in group.split(",")} for group in groups.split(";")]
    assert all(len(found) == 1 for found in forms)
    assert all(first.isdisjoint(second) for first, second in combinations(forms, 2))


def test_every_catalog_has_its_line() -> None:
    assert sorted(language for language, _ in ROWS) == list(catalog_languages())


@pytest.mark.parametrize("language", catalog_languages())
def test_every_form_of_every_message_that_counts_is_written_and_has_its_variables(language: str) -> None:
    own = read_catalog(language)
    for message in own:
        if not message.pluralizable or not message.id:
            continue
        assert len(message.string) == own.num_plurals, message.id
        one, many = message.id
        variables = set(re.findall(r"%\(\w+\)[sd]", many))
        for text in message.string:
            assert text, message.id
            # A form that goes with one number alone may say it in words.
            assert variables - {"%(num)d"} <= set(re.findall(r"%\(\w+\)[sd]", text)), one
