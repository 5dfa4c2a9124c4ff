"""The language of a quotation: `tests/golden/languages/told.txt`, a line each."""

from __future__ import annotations

import pytest
from golden_cases import rows

from digest.quote.language import language_of


@pytest.mark.parametrize(("article", "words", "told"), rows("languages/told.txt"))
def test_a_quotation_is_in_the_articles_language_unless_its_words_are_clearly_in_another(
    article: str, words: str, told: str
) -> None:
    assert language_of(words, article_language=article) == told
