"""Names that a family name shows, where none has capital letters."""

from __future__ import annotations

import pytest
from builders import an_article

from digest.quote.grammar import grammar_of
from digest.quote.names import people_of


def named(text: str, language: str) -> list[str]:
    article = an_article(text, language=language, title="-")
    grammar = grammar_of(language)
    return [mention.span.of(article.text) for mention in people_of(article, grammar).mentions]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("hi", "राम कुमार वर्मा ने कहा", "राम कुमार वर्मा"),
        ("ja", "会社員の森田香織は言った", "森田香織"),
        ("ko", "강동현은 말했다", "강동현"),
        ("ko", "배수민씨는 말했다", "배수민"),
        ("zh", "护士长彭志远说", "彭志远"),
        ("zh", "志愿者郭海燕说", "郭海燕"),
    ],
)
def test_a_family_name_shows_a_whole_name(language: str, text: str, name: str) -> None:
    assert named(text, language) == [name]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "山口県は発表した"),
        ("ja", "千葉市長は述べた"),
        ("ko", "주민들은 말했다"),
        ("ko", "아저씨는 말했다"),
        ("zh", "华东师范大学说"),
        ("zh", "学生高声说"),
    ],
)
def test_what_only_begins_like_a_family_name_is_nobody(language: str, text: str) -> None:
    assert named(text, language) == []
