"""Sites of few texts, all of one place: what everybody names there tells of no event."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reports import grouped, ids, members, report

from digest.group.evidence.common import is_common
from digest.group.evidence.terms import terms_of
from digest.languages.nouns import is_noun

BUDGET = [
    report(
        "Larkmoor Post",
        "en",
        "Larkmoor council passes budget with higher dog tax",
        "The council of Larkmoor passed its budget on Friday. The dog tax rises by ten pounds. Mayor Ida Brenneke"
        " spoke of a hard year, Tom Halvik of the opposition voted against.",
        "2032-05-14",
    ),
    report(
        "Moorbote",
        "de",
        "Larkmoor erhöht die Hundesteuer",
        "Der Rat von Larkmoor hat am Freitag den Haushalt mit einer höheren Hundesteuer beschlossen. Bürgermeisterin"
        " Ida Brenneke sprach von einem harten Jahr, Tom Halvik von der Opposition stimmte dagegen.",
        "2032-05-15",
    ),
]
WELL = report(
    "Larkmoor Radio",
    "en",
    "Larkmoor: old well in the market square to be restored",
    "On Friday the council of Larkmoor voted to restore the old well in the market square. Tom Halvik of the"
    " opposition had asked for benches instead; Mayor Ida Brenneke said that both would come.",
    "2032-05-14",
)


def shown(text: str, language: str) -> set[str]:
    return set(terms_of("", text, language).shown().values())


def test_two_votes_of_one_council_on_one_day_are_two_stories() -> None:
    assert not any(ids([WELL, one]) <= story for one in BUDGET for story in members(grouped([*BUDGET, WELL])))


def test_one_vote_in_two_languages_is_one_story_beside_another_vote() -> None:
    other = replace(BUDGET[1], id=BUDGET[1].id, language="en", title=BUDGET[0].title, text=BUDGET[0].text)

    assert ids([BUDGET[0], other]) in members(grouped([BUDGET[0], other, WELL]))


def test_two_fires_in_two_towns_share_no_name_in_german() -> None:
    oak = "A warehouse burned in Oakhaven on Tuesday. Two firefighters were hurt."
    port = "Am Hafen von Sundrup brannte am Dienstag eine Lagerhalle. Die Feuerwehr sucht Zeugen."

    assert shown(oak, "en") == {"Oakhaven"}
    assert shown(port, "de") == {"Sundrup"}


def test_an_article_without_a_date_joins_no_other_vote_of_another_year() -> None:
    undated = replace(WELL, published=None)
    early = [replace(one, published=BUDGET[0].published) for one in BUDGET]

    assert not any(undated.id in story and len(story) > 1 for story in members(grouped([*early, undated])))


def test_names_are_the_same_with_a_possessive() -> None:
    first, second = (
        terms_of("", text, "en").names.codes.tolist() for text in ("So Halvik’s plan", "So Halvik plans")
    )
    assert first == second


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "de",
            "Am Dienstag sprach Oberbürgermeister Kettmann in Sundrup mit Feuerwehrleuten über Parkgebühren.",
            2,
        ),
        ("de", "Der Kreml und die Hamas schwiegen.", 2),
        ("de", "Heute traf Kevin Fischer in Sundrup ein.", 3),
        ("en", "On Friday in April the Minister met Halvik.", 1),
        ("ar", "اندلع حريق في فندق", 1),
    ],
)
def test_days_offices_and_nouns_are_no_names(language: str, text: str, names: int) -> None:
    assert len(shown(text, language)) == names


@pytest.mark.parametrize("word", ["Hafens", "Brände", "Parkgebühren", "Hafengrundstücke"])
def test_nouns_are_known_declined_and_in_compounds(word: str) -> None:
    assert is_noun(word, "de")
    assert is_common(word, "de")
    assert not is_noun(word, "en")


@pytest.mark.parametrize("word", ["Sundrup", "Tannenrode", "Sandmühlen", "Steinmeier", "Hamas"])
def test_names_are_no_nouns_though_they_are_made_of_some(word: str) -> None:
    assert not is_noun(word, "de")
