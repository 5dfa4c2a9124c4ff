"""Stories grown day by day."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from itertools import groupby

from digest.group.clusters import Growing, Near, Rules

Likeness = Mapping[tuple[int, int], float]
_NONE = Rules()


def grown(days: Sequence[int | None], odds: Likeness, rules: Rules = _NONE) -> list[tuple[int, ...]]:
    near: dict[int, list[Near]] = {}
    for (a, b), value in sorted(odds.items()):
        near.setdefault(max(a, b), []).append(Near(min(a, b), value))
    growing = Growing(days, rules)
    for day, today in groupby(range(len(days)), key=days.__getitem__):
        growing = growing if day is not None else growing.opened()
        growing.add(list(today), near)
    return growing.stories


def all_pairs(members: Sequence[int], value: float) -> dict[tuple[int, int], float]:
    return {(a, b): value for a in members for b in members if a < b}


def test_two_alike_are_one_story_and_two_unlike_are_two() -> None:
    assert grown([1, 1, 1], {(0, 1): 5.0, (1, 2): 1.0}) == [(0, 1), (2,)]


def test_one_report_between_two_events_does_not_chain_them() -> None:
    first, second = range(4), range(4, 8)
    odds = all_pairs(first, 6.0) | all_pairs(second, 6.0) | {(3, 4): 5.5}

    assert grown([1] * 8, odds) == [(0, 1, 2, 3), (4, 5, 6, 7)]


def test_a_report_joins_a_big_story_of_which_it_is_like_half_and_more() -> None:
    crowd = range(200)
    odds = (
        all_pairs(crowd, 5.0)
        | {(at, 200): 5.0 for at in range(0, 200, 2)}
        | {(at, 201): 5.0 for at in range(60)}
    )

    assert grown([1] * 200 + [2, 2], odds) == [(*crowd, 200), (201,)]


def test_of_a_long_story_only_its_last_days_count() -> None:
    days = list(range(30))
    odds = {(a, b): 6 - 0.65 * (b - a) for a in days for b in days if 0 < b - a <= 6}

    assert grown(days, odds) == [tuple(days)]


def test_what_comes_later_changes_no_story_that_is_closed() -> None:
    chance = random.Random(5)  # noqa: S311 - no secret
    days = sorted(chance.randrange(60) for _ in range(150))
    odds = {
        (a, b): round(chance.uniform(-2, 6), 2)
        for a in range(150)
        for b in range(a + 1, 150)
        if days[b] - days[a] <= 6 and chance.random() < 0.3
    }
    whole = grown(days, odds)
    for end in range(90, 150, 7):
        before = grown(days[:end], {pair: value for pair, value in odds.items() if max(pair) < end})
        closed = {story for story in before if days[story[-1]] < days[end] - 6}
        assert closed
        assert closed <= set(whole)


def test_a_story_that_is_over_joins_no_other_however_that_one_grows() -> None:
    over, going, later = range(20), range(20, 40), range(40, 220)
    odds = all_pairs(over, 5.0) | all_pairs([*going, *later], 6.0)
    odds |= {(a, b): 4.5 for a in over for b in going if b % 2}

    assert grown([1] * 20 + [3] * 20 + [8] * 180, odds) == [tuple(over), (*going, *later)]


def test_a_story_waits_for_a_report_that_editors_put_into_it_and_for_nothing_else() -> None:
    odds = {(0, 1): 5.0, (2, 3): 5.0, (1, 2): 3.0}
    rules = Rules(together={0: (0, 4), 4: (0, 4)})

    assert grown([1, 1, 5, 5, 40, 41], odds | {(4, 5): 5.0}, rules) == [(0, 1, 4, 5), (2, 3)]


def test_what_has_no_date_joins_a_story_and_never_two_with_each_other() -> None:
    odds = {(0, 1): 5.0, (2, 3): 5.0} | {(at, 4): 5.5 for at in range(4)} | {(4, 5): 5.0}

    assert grown([1, 1, 40, 40, None, None], odds) == [(0, 1, 4), (2, 3), (5,)]


def test_articles_of_different_labels_never_meet() -> None:
    labels = Rules(label={0: "one", 1: "other"})

    assert grown([1, 1, 2], {(0, 1): 6.0, (0, 2): 5.0, (1, 2): 6.0}, labels) == [(0,), (1, 2)]


def test_one_text_printed_again_is_of_the_story_whatever_else_is_in_it() -> None:
    growing = Growing([1] * 13 + [2])
    near = {b: [Near(a, 5.0) for a in range(b)] for b in range(13)}
    near[13] = [Near(4, 6.0, twin=True)]
    growing.add(range(13), near)
    growing.add([13], near)

    assert growing.stories == [tuple(range(14))]


def test_what_editors_decided_holds_whatever_the_evidence() -> None:
    odds = {(0, 1): 6.0, (2, 3): -2.0}

    rules = Rules(together={2: (2, 3), 3: (2, 3)}, apart={0: {1}, 1: {0}})
    assert grown([1, 1, 1, 40], odds, rules) == [(0,), (1,), (2, 3)]


def test_an_article_without_a_date_is_near_every_day() -> None:
    assert grown([1, 40, None], {(0, 2): 5.0}) == [(0, 2), (1,)]
