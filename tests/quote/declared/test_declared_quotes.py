from __future__ import annotations

import pickle
from dataclasses import replace

from builders import a_moment, an_article

from digest.model import DeclaredQuote, Severity
from digest.quote import find_quotes

ENGLISH = (
    "If that call means that steps are being taken toward a respectful dialogue from state to state, from "
    "country to country, welcome dialogue, welcome diplomacy. Because we will always seek peace!"
)


def test_a_declared_quote_takes_what_the_editor_says_of_it() -> None:
    entry = DeclaredQuote(
        text=ENGLISH,
        line=7,
        speaker="Nicolás Maduro Moros",
        language="en",
        spoken_language="es",
        said_at=a_moment("2025-12-03"),
        place="Caracas",
    )
    found = find_quotes(an_article(f"“{ENGLISH}”", quotes=(entry,)))
    quote = found.quotes[0]
    assert not found.problems
    assert (quote.text, quote.speaker, quote.rule, quote.score) == (ENGLISH, entry.speaker, "declared", 1.0)
    assert (quote.spoken_language, quote.said_at, quote.place) == ("es", entry.said_at, "Caracas")


def test_a_declared_quote_replaces_the_one_found_in_its_place() -> None:
    article = an_article(
        "“It was a phone call, and it was cordial,” Vladimir Putin said.",
        quotes=(DeclaredQuote(text="It was a phone call", line=3, speaker="Donald Trump"),),
    )
    assert [(quote.text, quote.speaker) for quote in find_quotes(article).quotes] == [
        ("It was a phone call", "Donald Trump")
    ]


def test_typography_makes_no_difference_to_a_declared_quote() -> None:
    printed = "J’aime la pru\u00addence.\u00a0Je n’aime pas la diplomatie des micros… Voila\u0300"
    article = an_article(
        f"« {printed} », a dit Nicolás Maduro.",
        language="fr",
        quotes=(
            DeclaredQuote(text="J'aime la prudence. Je n'aime pas la diplomatie des micros... Voilà", line=3),
        ),
    )
    found = find_quotes(article)
    assert [quote.text for quote in found.quotes] == [printed]
    assert not found.problems


def test_a_declared_quote_that_is_not_in_the_text_is_named_with_its_line_and_the_nearest_passage() -> None:
    article = an_article(
        "“I wouldn't say it went well or badly. It was a phone call,” Donald Trump said.",
        quotes=(DeclaredQuote(text="I would say it went very well. It was a phone call", line=12),),
    )
    problem = find_quotes(article).problems[0]
    assert (problem.path, problem.line, problem.severity) == (article.path, 12, Severity.ERROR)
    assert "wouldn't say it went well or badly" in problem.message


def test_a_word_more_is_not_the_same_quote() -> None:
    article = an_article(
        "“It was a phone call,” Donald Trump said.",
        quotes=(DeclaredQuote(text="It was not a phone call", line=3, speaker="Donald Trump"),),
    )
    found = find_quotes(article)
    assert len(found.problems) == 1
    assert [quote.rule for quote in found.quotes] == ["name-verb"]


def test_a_declared_statement_without_quotation_marks_is_called_a_paraphrase() -> None:
    article = an_article(
        "Donald Trump said it was a phone call and nothing more.",
        quotes=(DeclaredQuote(text="it was a phone call", line=5, speaker="Donald Trump"),),
    )
    found = find_quotes(article)
    assert not found.quotes
    assert "paraphrase" in found.problems[0].message


def test_the_same_words_declared_twice_are_found_in_both_places() -> None:
    article = an_article(
        "“It was a phone call,” Donald Trump said.",
        "“It was a phone call,” Nicolás Maduro said.",
        quotes=(
            DeclaredQuote(text="It was a phone call", line=3, speaker="Donald Trump"),
            DeclaredQuote(text="It was a phone call", line=4, speaker="Nicolás Maduro"),
        ),
    )
    quotes = find_quotes(article).quotes
    assert [quote.speaker for quote in quotes] == ["Donald Trump", "Nicolás Maduro"]
    assert quotes[0].span != quotes[1].span


def test_of_words_that_the_text_holds_once_an_editor_says_one_thing() -> None:
    one = DeclaredQuote(text="It was a phone call", line=3, speaker="Donald Trump")
    for other in (replace(one, line=4, speaker="Nicolás Maduro"), replace(one, line=4, place="Caracas")):
        found = find_quotes(an_article("“It was a phone call,” Donald Trump said.", quotes=(one, other)))
        assert [quote.speaker for quote in found.quotes] == ["Donald Trump"]
        [problem] = found.problems
        assert (problem.line, problem.severity) == (4, Severity.ERROR)
        assert "stands in the text once, and line 3 says something else of it; keep one" in problem.message
    again = replace(one, line=4, text="“It was a phone call,”")
    found = find_quotes(an_article("“It was a phone call,” Donald Trump said.", quotes=(one, again)))
    assert (len(found.quotes), found.problems) == (1, ())


def test_every_wrong_entry_is_reported_at_once() -> None:
    article = an_article(
        "“It was a phone call,” Donald Trump said.",
        quotes=tuple(DeclaredQuote(text=text, line=at) for at, text in enumerate(("No peace", "No war"), 3)),
    )
    assert [problem.line for problem in find_quotes(article).problems] == [3, 4]


def test_a_declared_speaker_lets_names_without_capitals_be_known() -> None:
    article = an_article(
        "“那是一次通话，我不会说谈得好或不好。”",
        "特朗普说：“他们没有和平议程，他们站在战争一边。”",
        language="zh",
        quotes=(DeclaredQuote(text="那是一次通话，我不会说谈得好或不好", line=3, speaker="唐纳德·特朗普"),),
    )
    assert [quote.speaker for quote in find_quotes(article).quotes] == ["唐纳德·特朗普", "唐纳德·特朗普"]


def test_what_is_found_can_be_sent_to_another_process() -> None:
    article = an_article("“It was a phone call, and nothing more,” Donald Trump said.")
    found = find_quotes(pickle.loads(pickle.dumps(article)))  # noqa: S301
    assert pickle.loads(pickle.dumps(found)) == find_quotes(article)  # noqa: S301


def test_a_statement_without_quotation_marks_is_a_paraphrase_where_an_editor_says_so() -> None:
    words = "the conversation with Trump was cordial"
    article = an_article(
        f"Nicolás Maduro said {words}. “It was a phone call,” he said.",
        quotes=(DeclaredQuote(text=words, line=3, speaker="Nicolás Maduro", paraphrase=True),),
    )
    found = find_quotes(article)
    assert not found.problems
    assert [(quote.text, quote.is_paraphrase) for quote in found.quotes] == [
        (words, True),
        ("It was a phone call", False),
    ]


def test_a_statement_without_quotation_marks_that_is_not_called_a_paraphrase_is_a_problem() -> None:
    words = "the conversation with Trump was cordial"
    article = an_article(f"Maduro said {words}.", quotes=(DeclaredQuote(text=words, line=3),))
    [problem] = find_quotes(article).problems
    assert (problem.line, problem.severity) == (3, Severity.ERROR)
    assert "without quotation marks" in problem.message
    assert "“paraphrase: true”" in problem.message


def test_what_stands_between_quotation_marks_is_no_paraphrase() -> None:
    article = an_article(
        "“It was a phone call,” Donald Trump said.",
        quotes=(DeclaredQuote(text="It was a phone call", line=5, paraphrase=True),),
    )
    [problem] = find_quotes(article).problems
    assert problem.line == 5
    assert "it is no paraphrase; leave “paraphrase” out" in problem.message


def test_an_insertion_between_brackets_makes_no_difference_to_a_declared_quote() -> None:
    article = an_article(
        "“They [the Europeans] have no peaceful agenda […] they are on the side of war,” Vladimir Putin said.",
        quotes=(DeclaredQuote(text="They have no peaceful agenda... they are on the side of war", line=3),),
    )
    found = find_quotes(article)
    assert not found.problems
    assert found.quotes[0].text.startswith("They [the Europeans] have")
