"""Whether an article shows somebody to be a woman or a man (`digest.quote.names.gender`)."""

from __future__ import annotations

import pytest
from builders import an_article

from digest.quote.grammar import grammar_of
from digest.quote.names import gender_of, people_of


@pytest.mark.parametrize(
    ("language", "text", "name", "gender"),
    [
        ("en", "On Monday Mrs Robin Holt spoke.", "Robin Holt", "feminine"),
        ("pt", "Ontem a escritora Helena Lemos falou.", "Helena Lemos", "feminine"),
        ("it", "Ieri Luca Marchi ha parlato.", "Luca Marchi", "masculine"),
        ("en", "On Monday Robin Holt spoke.", "Robin Holt", None),
    ],
)
def test_a_title_an_article_or_a_given_name_shows_it(
    language: str, text: str, name: str, gender: str | None
) -> None:
    article, grammar = an_article(text, language=language), grammar_of(language)
    assert gender_of(people_of(article, grammar), article.text, name) == gender
