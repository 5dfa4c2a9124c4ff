"""What a rule found and nothing shows to be a person (`digest.quote.credit.plausible`) is for editors."""

from __future__ import annotations

from builders import an_article

from digest.quote import explain, find_quotes, with_candidates

DOUBTED = "“De toestand is ernstig en blijft dat nog lang”, zei Meneg Wirt."


def test_a_name_that_nothing_shows_to_be_a_persons_is_a_candidate_for_editors() -> None:
    (quote,) = with_candidates(find_quotes(an_article(DOUBTED, language="nl")).quotes)
    assert (quote.speaker, quote.candidate) == (None, "Meneg Wirt")


def test_its_rule_and_its_low_score_are_told_to_whoever_asks_why() -> None:
    (said,) = explain(an_article(DOUBTED, language="nl"))
    assert (said.rule, said.score) == ("verb-name", 0.6)


def test_a_surname_used_alone_again_shows_a_person() -> None:
    text = "Gisteren sprak Meneg Wirt. “De toestand is ernstig”, zei Meneg Wirt. Wirt zweeg. Wirt ging."
    (quote,) = find_quotes(an_article(text, language="nl")).quotes
    assert quote.speaker == "Meneg Wirt"
