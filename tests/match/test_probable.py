"""What is joined only probably stands beside what is sure, and changes nothing in it."""

from __future__ import annotations

import pytest
from builders import a_moment
from memories import Memory
from wordings import MADURO, grouped, printed, utterances

from digest.match.joins import Pair, Pool, attached
from digest.model import Quote, Utterance, WordingState

CALL = (
    ("Newsweek", "en", "I wouldn't say it went well or badly. It was a phone call."),
    ("WTOP", "es", "No diría que salió bien o mal. Fue una llamada telefónica"),
    (
        "Blick",
        "fr",
        "Je ne dirais pas que cela s’est bien ou mal passé. C’était une conversation téléphonique",
    ),
    ("GZH", "pt", "Não diria que foi bem nem mal. Foi uma ligação telefônica"),
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


def call(**fields: object) -> tuple[list[Quote], tuple[Utterance, ...]]:
    quotes = [
        printed(*wording, published=a_moment(f"2025-12-0{day}"), **fields)
        for day, wording in enumerate(CALL, start=3)
    ]
    return quotes, utterances(grouped(quotes), quotes, Memory())


def test_a_probable_wording_comes_last_and_is_marked() -> None:
    _, found = call()

    probable = [[wording.probable for wording in utterance.wordings] for utterance in found]

    assert any(marks[-1] and not marks[0] for marks in probable)
    assert all(marks == sorted(marks) for marks in probable)


def test_every_quote_is_still_in_exactly_one_utterance() -> None:
    quotes, found = call()

    assert sorted(w.quote.id for u in found for w in u.wordings) == sorted(quote.id for quote in quotes)


def test_a_probable_wording_changes_no_state_and_no_language_of_the_others() -> None:
    quotes, found = call()
    probable = next(w.quote for u in found for w in u.wordings if w.probable)
    others = [quote for quote in quotes if quote is not probable]

    without = utterances(grouped(quotes, MADURO), others, Memory())

    def sure(utterance: Utterance) -> list[tuple[Quote, WordingState]]:
        return [(w.quote, w.state) for w in utterance.wordings if not w.probable]

    assert [(u.id, u.spoken_language, sure(u)) for u in found] == [
        (u.id, u.spoken_language, sure(u)) for u in without
    ]


def test_a_probable_wording_in_another_story_is_a_statement_there() -> None:
    quotes, found = call()
    probable = next(w.quote for u in found for w in u.wordings if w.probable)
    others = [quote for quote in quotes if quote is not probable]

    apart = utterances(grouped(quotes, MADURO, others, [probable]), quotes, Memory())

    alone = next(u for u in apart if u.story == probable.article.id)
    assert [(w.quote, w.probable) for w in alone.wordings] == [(probable, False)]
