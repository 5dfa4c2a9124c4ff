"""What is joined only probably stands beside what is sure, and changes nothing in it."""

from __future__ import annotations

import pytest
from builders import a_moment, a_person
from memories import Memory
from wordings import grouped, printed, utterances

from digest.match.pairs.joins import Pair, Pool, attached
from digest.model import Quote, Utterance, WordingState

TRUMP = a_person("Donald Trump", languages=("en",))
CALL = (
    ("Newsweek", "en", "I wouldn't say it went well or badly. It was a phone call."),
    ("WTOP", "es", "No diría que salió bien o mal. Fue una llamada telefónica"),
    ("Lebanon 24", "ar", "لا أستطيع أن أقول إن الأمر سار بشكل جيد أو سيء. لقد كانت مكالمة هاتفية"),
)


def of_groups(
    score: dict[Pair, float],
    *groups: tuple[int, ...],
    languages: str = "es en fr de",
    vetoed: frozenset[Pair] = frozenset(),
    originals: tuple[int, ...] = (0,),
) -> dict[int, int]:
    start = groups or ((0,), (1,), (2,), (3,))
    pool = Pool(tuple(languages.split()), vetoed)
    return attached(pool, start, score, lambda group: (not set(group) & set(originals), group[0]))


def test_a_group_is_attached_to_the_one_that_holds_the_original() -> None:
    assert of_groups({(0, 1): 0.6}, originals=(1,)) == {0: 1}


@pytest.mark.parametrize("originals", [(), (0, 1)], ids=["neither", "both"])
def test_where_that_decides_nothing_the_later_is_attached(originals: tuple[int, ...]) -> None:
    assert of_groups({(0, 1): 0.6}, originals=originals) == {1: 0}


def test_several_groups_may_probably_belong_to_one() -> None:
    assert of_groups({(0, 1): 0.6, (0, 2): 0.7}) == {1: 0, 2: 0}


def test_what_is_attached_holds_nothing_itself() -> None:
    assert of_groups({(0, 1): 0.7, (1, 2): 0.6}) == {1: 0}


def test_what_holds_something_is_not_attached() -> None:
    assert of_groups({(1, 2): 0.7, (0, 1): 0.6}) == {2: 1}


def test_nothing_is_attached_where_another_in_that_language_competes() -> None:
    assert of_groups({(0, 1): 0.9, (0, 2): 0.6}, languages="es en en fr") == {}


def test_nothing_vetoed_is_attached() -> None:
    assert of_groups({(0, 1): 0.9}, vetoed=frozenset({(0, 1)})) == {}


def call(*stories: slice) -> tuple[list[Quote], tuple[Utterance, ...]]:
    """Return what outlets printed of a statement, and what became of it."""
    quotes = [
        printed(*wording, TRUMP.name, published=a_moment(f"2025-12-0{day}"))
        for day, wording in enumerate(CALL, start=1)
    ]
    return quotes, utterances(grouped(quotes, TRUMP, *(quotes[part] for part in stories)), quotes, Memory())


def test_a_probable_wording_comes_last_and_is_marked() -> None:
    quotes, (utterance,) = call()

    assert [(w.quote, w.probable) for w in utterance.wordings] == [
        (quote, quote is quotes[-1]) for quote in quotes
    ]


def test_a_probable_wording_changes_no_state_and_no_language_of_the_others() -> None:
    quotes, (found,) = call()
    _, *others = reversed(quotes)

    (without,) = utterances(grouped(others, TRUMP), others, Memory())

    assert (found.id, found.spoken_language) == (without.id, without.spoken_language)
    assert found.wordings[:-1] == without.wordings
    assert found.wordings[-1].state is WordingState.TRANSLATION


def test_a_probable_wording_in_another_story_is_a_statement_there() -> None:
    quotes, found = call(slice(2), slice(2, 3))

    assert [[(w.quote, w.probable) for w in utterance.wordings] for utterance in found] == [
        [(quotes[0], False), (quotes[1], False)],
        [(quotes[2], False)],
    ]
