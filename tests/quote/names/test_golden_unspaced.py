"""Names where neither capitals nor white space show them: `tests/golden/names`, a line each."""

from __future__ import annotations

import pytest
from golden_cases import rows

from digest.quote.grammar import grammar_of
from digest.quote.names.families import family_names
from digest.quote.names.unspaced import unspaced_seeds


@pytest.mark.parametrize(("language", "text", "told"), rows("names/families.txt"))
def test_a_family_name_shows_whose_name_it_is(language: str, text: str, told: str) -> None:
    found = [span.of(text) for span in family_names(text, grammar_of(language))]
    assert "; ".join(found) == told.removeprefix("none")


@pytest.mark.parametrize(("language", "text", "told"), rows("names/unspaced.txt"))
def test_a_name_is_found_where_nothing_parts_words(language: str, text: str, told: str) -> None:
    seeds = unspaced_seeds(text, grammar_of(language))
    assert "; ".join(span.of(text) + "*" * titled for span, titled in seeds) == told.removeprefix("none")
