from __future__ import annotations

from dataclasses import replace

from builders import an_article

from digest.model import DeclaredQuote
from digest.quote import find_quotes, problems_of
from digest.read import schema_of

SAID = "“It was a cordial phone call,” Nicolás Maduro said. He praised “a bridge of words and deeds”."


def test_words_that_an_editor_says_nobody_said_are_no_quotation() -> None:
    article = an_article(SAID, not_quotes=("a bridge of words and deeds",))
    found = find_quotes(article)
    assert [quote.text for quote in found.quotes] == ["It was a cordial phone call"]
    assert not found.problems


def test_words_that_stand_between_no_marks_are_an_error_of_their_line() -> None:
    article = an_article(SAID, not_quotes=("a phone",), line_by_field={"not_quotes.0": 9})
    (problem,) = find_quotes(article).problems
    assert (problem.line, problem.message.partition(";")[0]) == (
        9,
        "“a phone” stands nowhere between quotation marks",
    )


def test_words_cannot_be_a_quotation_and_none() -> None:
    entry = DeclaredQuote(text="It was a cordial phone call", line=3)
    article = an_article(SAID, quotes=(entry,), not_quotes=(entry.text,))
    assert "both in “quotes” and in “not_quotes”" in find_quotes(article).problems[0].message


def test_an_entry_without_a_speaker_keeps_whom_the_rules_find() -> None:
    entry = DeclaredQuote(text="It was a cordial phone call", line=3, spoken_language="es")
    quote = find_quotes(an_article(SAID, quotes=(entry,))).quotes[0]
    assert (quote.speaker, quote.spoken_language, quote.rule) == ("Nicolás Maduro", "es", "name-verb")


def test_an_editor_can_say_that_nobody_may_be_shown() -> None:
    entry = DeclaredQuote(text="It was a cordial phone call", line=3, speaker="")
    quote = find_quotes(an_article(SAID, quotes=(entry,))).quotes[0]
    assert (quote.speaker, quote.candidate, quote.rule) == (None, None, "declared")


def test_a_quotation_of_another_article_is_told_where_it_stands() -> None:
    entry = DeclaredQuote(text="It was a cordial phone call", line=3, speaker="Donald Trump")
    source = an_article(SAID, slug="source")
    wrong = an_article("Nobody said a word.", slug="wrong", quotes=(entry,))
    (problem,) = problems_of([find_quotes(wrong), find_quotes(source)])
    assert problem.message == (
        "the quote “It was a cordial phone call” is not in the text; it stands in articles/source.md by Nicolás Maduro"
    )
    unsigned = replace(source, text="“It was a cordial phone call.”", blocks=())
    (problem,) = problems_of([find_quotes(wrong), find_quotes(unsigned)])
    assert problem.message.endswith("articles/source.md by somebody who is not named")


def test_the_schema_knows_that_a_speaker_may_be_nobody() -> None:
    properties = schema_of("article")["properties"]
    assert properties["quotes"]["items"]["properties"]["speaker"]["type"] == ["string", "null"]
    assert properties["not_quotes"]["type"] == "array"
