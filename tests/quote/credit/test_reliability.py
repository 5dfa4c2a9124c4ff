"""How sure a shown speaker is: counted by class, and too rare a class leans on its kin (`reliability.toml`)."""

from __future__ import annotations

from collections import Counter

import pytest
from builders import an_article

from benchmarks.reliability import lines_of, table_of, wilson
from digest.quote import Kind, credits_of, explain, find_quotes


def test_a_given_name_beside_its_verb_is_surer_than_a_capital_alone() -> None:
    (given,) = explain(an_article("“The weir has to go before winter,” Rosa Quintana said."))
    (alone,) = explain(an_article("“The weir has to go before winter,” Ostrava said."))
    assert given.score > 0.9 > alone.score


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The weir has to go,” Rosa Quintana said.", Kind("capitals", "tag", "given")),
        ("Mayor Ostrel said: “The weir has to go.”", Kind("capitals", "colon", "title")),
        ("“The weir has to go,” the mayor said.", Kind("capitals", "role", "known role")),
        ("“The weir has to go,” the lockkeeper said.", Kind("capitals", "role", "role")),
    ],
)
def test_a_speaker_is_of_the_class_of_its_rule_and_of_what_shows_a_person(text: str, kind: Kind) -> None:
    ((_, found),) = credits_of(an_article(text))
    assert found == kind


def test_a_score_is_never_certainty() -> None:
    (quote,) = find_quotes(an_article("“The weir has to go before winter,” Rosa Quintana said.")).quotes
    assert 0.9 <= quote.score < 1


def test_counts_are_written_by_script_and_rule() -> None:
    counted = {Kind("capitals", "tag", "given"): Counter({True: 8, False: 1})}
    assert table_of(counted).endswith('[capitals.tag]\n"given" = [8, 1]\n')


def test_few_cases_promise_little() -> None:
    assert wilson(3, 3) < wilson(30, 30) < 1


def test_languages_and_classes_are_printed_alike_with_what_their_share_is_at_least() -> None:
    judged = Counter({True: 19, False: 1})
    assert lines_of({"fr": Counter({True: 2}), "de": judged}) == ["de\t19/20\t0.764", "fr\t2/2\t0.342"]
    assert lines_of({Kind("capitals", "tag", "given"): judged}) == ["capitals.tag.given\t19/20\t0.764"]
