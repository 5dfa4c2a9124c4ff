"""One speaker for words that several articles report."""

from __future__ import annotations

from dataclasses import replace

from builders import an_article

from digest.model import ArticleId, Quote
from digest.quote import find_quotes, voted

WORDS = "“We are not going to wait for the next flood,”"


def quotes_of(*texts: str, language: str = "en") -> list[Quote]:
    found = []
    for number, text in enumerate(texts):
        article = replace(
            an_article(text, language=language),
            id=ArticleId(f"outlet/{number}"),
            path=f"articles/{number}.md",
        )
        found += find_quotes(article).quotes
    return found


def test_words_of_nobody_are_of_whom_another_article_names() -> None:
    vote = voted(quotes_of(f"{WORDS} Mara Fisk said.", f"{WORDS} a note on the door read."))
    assert [quote.speaker for quote in vote.quotes] == ["Mara Fisk", "Mara Fisk"]
    assert vote.quotes[1].rule == "voted"
    assert vote.problems == ()


def test_words_of_two_people_are_nobodys_until_an_editor_says_whose() -> None:
    vote = voted(quotes_of(f"{WORDS} Mara Fisk said.", f"{WORDS} Dale Orr said."))
    assert [quote.speaker for quote in vote.quotes] == [None, None]
    (problem,) = vote.problems
    assert "credited to" in problem.message
    assert "Mara Fisk" in problem.message
    assert "Dale Orr" in problem.message


def test_the_surer_of_two_said_it() -> None:
    sure, unsure = quotes_of(f"{WORDS} Mara Fisk said.", f"{WORDS} Dale Orr said.")
    vote = voted([sure, replace(unsure, score=0.75)])
    assert [quote.speaker for quote in vote.quotes] == ["Mara Fisk", None]
    assert vote.problems == ()


def test_a_surname_is_the_same_person() -> None:
    first, second = quotes_of(f"{WORDS} Mara Fisk said.", f"{WORDS} Mara Fisk said.")
    vote = voted([first, replace(second, speaker="Fisk")])
    assert [quote.speaker for quote in vote.quotes] == ["Mara Fisk", "Fisk"]
    assert vote.problems == ()


def test_a_few_words_are_said_by_many() -> None:
    vote = voted(quotes_of("“We will see,” Mara Fisk said.", "“We will see,” Dale Orr said."))
    assert [quote.speaker for quote in vote.quotes] == ["Mara Fisk", "Dale Orr"]


def test_whom_an_editor_names_is_never_outvoted() -> None:
    first, second = quotes_of(f"{WORDS} Mara Fisk said.", f"{WORDS} Dale Orr said.")
    vote = voted([first, replace(second, rule="declared", score=1.0)])
    assert [quote.speaker for quote in vote.quotes] == [None, "Dale Orr"]
    nobody = replace(second, rule="declared", speaker=None, speaker_span=None, score=1.0)
    assert [quote.speaker for quote in voted([first, nobody]).quotes] == ["Mara Fisk", None]


def test_the_same_words_in_one_article_are_left_as_they_are() -> None:
    quotes = quotes_of(f"{WORDS} Mara Fisk said.\n\n{WORDS} Dale Orr said.")
    assert voted(quotes).quotes == tuple(quotes)
