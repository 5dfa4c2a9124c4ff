"""Where quotations stand, before anybody asks who spoke: the files of `tests/golden/marks`."""

from __future__ import annotations

import pytest
from builders import an_article
from golden_cases import rows

from digest.quote.find.dashes import with_dashes
from digest.quote.find.insertions import without_insertions
from digest.quote.find.marks import pair_marks
from digest.quote.grammar import grammar_of

NOTHING = "nothing"


def parts(told: str) -> list[str]:
    return [] if told == NOTHING else told.split(" ; ")


@pytest.mark.parametrize(("language", "text", "told"), rows("marks/pairs.txt"))
def test_a_quotation_stands_between_the_marks_of_its_language(language: str, text: str, told: str) -> None:
    article = an_article(text, language=language)
    assert [one.span.of(article.text) for one in pair_marks(article)] == parts(told)


@pytest.mark.parametrize(("language", "text", "told"), rows("marks/dashes.txt"))
def test_a_dash_opens_speech_where_a_reporters_clause_follows(language: str, text: str, told: str) -> None:
    article = an_article(text, language=language)
    found = with_dashes(article, (), grammar_of(language))
    assert [one.span.of(article.text) for one in found] == parts(told)


@pytest.mark.parametrize(("language", "text", "told"), rows("marks/inserted.txt"))
def test_a_reporters_clause_inside_the_marks_is_cut_out(language: str, text: str, told: str) -> None:
    article = an_article(text, language=language)
    found = without_insertions(article.text, pair_marks(article), grammar_of(language))
    assert [one.span.of(article.text) for one in found] == parts(told)


def test_marks_inside_of_what_a_dash_opens_do_not_count() -> None:
    article = an_article("—Nos quedamos con «El Faro» —dijo Ana Pérez.", language="es")
    (only,) = with_dashes(article, pair_marks(article), grammar_of("es"))
    assert only.span.of(article.text) == "Nos quedamos con «El Faro»"


def test_the_parts_of_a_quotation_cover_all_of_it_but_the_reporters_clause() -> None:
    article = an_article("«Мы остаёмся, — сказал он, — и ждём».", language="ru")
    first, second = without_insertions(article.text, pair_marks(article), grammar_of("ru"))
    assert first.outer.start == article.text.index("«")
    assert second.outer.end == article.text.index("»") + 1
    assert "сказал" not in article.text[second.outer.start : second.outer.end]
    assert not first.outer.overlaps(second.outer)
