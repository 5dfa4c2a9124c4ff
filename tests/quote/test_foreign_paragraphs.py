"""`digest.quote.foreign`: paragraphs in another language than their article's are read by its own rules."""

from __future__ import annotations

from dataclasses import replace

from digest.model import Article, ArticleId, Block, DeclaredQuote, LanguagePart, Outlet, OutletId, Span
from digest.quote import find_quotes
from digest.quote.foreign import foreign_passages

RUSSIAN = "Совет одобрил план, сказала мэр Анна Петрова."
SPANISH = "«El puerto es de todos», dijo Ana Pérez."


def article(*paragraphs: str, foreign: str, language: str = "ru", code: str = "es") -> Article:
    text = "\n\n".join(paragraphs)
    starts = [text.index(paragraph) for paragraph in paragraphs]
    at = text.index(foreign)
    return Article(
        id=ArticleId("paper/a"),
        path="a.md",
        outlet=Outlet(id=OutletId("paper"), name="The Paper"),
        language=language,
        title="T",
        text=text,
        blocks=tuple(
            Block(Span(start, start + len(one))) for start, one in zip(starts, paragraphs, strict=True)
        ),
        language_parts=(LanguagePart(Span(at, at + len(foreign)), code),),
    )


def test_who_speaks_in_a_paragraph_in_another_language_is_read_by_its_rules() -> None:
    [quote] = find_quotes(article(RUSSIAN, SPANISH, foreign=SPANISH)).quotes
    assert (quote.text, quote.speaker, quote.language) == ("El puerto es de todos", "Ana Pérez", "es")
    assert quote.speaker_span is not None
    assert quote.speaker_span.of(quote.article.text) == "Ana Pérez"


def test_marks_that_the_articles_language_does_not_know_are_found_there() -> None:
    [quote] = find_quotes(article("市议会批准了计划。", SPANISH, foreign=SPANISH, language="zh")).quotes
    assert (quote.text, quote.speaker, quote.language) == ("El puerto es de todos", "Ana Pérez", "es")


def test_a_quotation_within_a_sentence_stays_with_the_rules_of_the_article() -> None:
    words = "El puerto es de todos"
    paragraph = f"«{words}», — сказала мэр Анна Петрова."
    [quote] = find_quotes(article(paragraph, foreign=words)).quotes
    assert (quote.speaker, quote.language) == ("Анна Петрова", "es")
    assert not list(foreign_passages(article(paragraph, foreign=words)))


def test_what_an_editor_says_of_a_quotation_there_stays() -> None:
    told = replace(
        article(RUSSIAN, SPANISH, foreign=SPANISH),
        quotes=(DeclaredQuote(text="El puerto es de todos", line=1, speaker="Luis Gómez"),),
    )
    assert [quote.speaker for quote in find_quotes(told).quotes] == ["Luis Gómez"]


def test_a_language_without_rules_is_left_to_those_of_the_article() -> None:
    assert not list(foreign_passages(article(RUSSIAN, SPANISH, foreign=SPANISH, code="qu")))
