"""Which quotes are compared, and that joining them costs what they are, not their square."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from importlib.resources import files
from itertools import combinations

import pytest
from builders import a_quote, an_article
from memories import Memory
from wordings import DIALOGUE, MADURO, dialogue, grouped, printed, utterances

from digest.match.pairs.joins import JOIN, Pair, Pool, joined, ordered
from digest.match.pairs.near import MOST, WINDOW_DAYS, Traits, compared
from digest.model import ArticleId, Moment, Quote


def vocabulary(code: str) -> list[str]:
    text = files("digest.languages").joinpath("vocabularies", f"{code}.txt").read_text(encoding="utf-8")
    return [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]


def days(*offsets: int | None) -> list[Quote]:
    """Return a quote of each day, those without one last."""
    moments = [None if at is None else Moment(date(2025, 1, 1) + timedelta(days=at)) for at in offsets]
    return [
        a_quote("Paz", article=an_article(f"“Paz” {at}.", slug=f"a{at}", published=moment))
        for at, moment in enumerate(moments)
    ]


def stories_of(quotes: Sequence[Quote], *together: tuple[int, ...]) -> list[ArticleId]:
    first = {number: numbers[0] for numbers in together for number in numbers}
    return [quotes[first.get(number, number)].article.id for number in range(len(quotes))]


def traits_of(texts: Sequence[str]) -> list[Traits]:
    return [Traits(frozenset(text.split()), frozenset(text.split())) for text in texts]


@pytest.mark.parametrize("seed", range(6))
def test_all_that_is_near_in_time_or_of_one_story_is_compared_where_it_is_little(seed: int) -> None:
    chosen = random.Random(seed)  # noqa: S311
    dated = sorted(chosen.randint(0, 25) for _ in range(20))
    quotes = days(*dated, *[None] * chosen.randint(0, 3))
    stories = stories_of(quotes, (0, 7, 19), (3, len(quotes) - 1))
    languages = [chosen.choice(("en", "es")) for _ in quotes]

    found = compared(quotes, stories, languages, lambda _within: pytest.fail("nothing is looked up"))

    def near(a: int, b: int) -> bool:
        one, other = quotes[a].article.moment, quotes[b].article.moment
        apart = abs((one.day - other.day).days) if one and other else 0
        return apart <= WINDOW_DAYS or stories[a] == stories[b]

    assert list(found.pairs) == [pair for pair in combinations(range(len(quotes)), 2) if near(*pair)]
    assert all(found.near.together(a, b) == near(a, b) for a, b in combinations(range(len(quotes)), 2))
    assert found.all_there_are


@pytest.mark.parametrize("numbers", [200, 800])
def test_of_hundreds_each_is_compared_with_those_that_share_its_rarest_words(numbers: int) -> None:
    chosen = random.Random(numbers)  # noqa: S311
    words = vocabulary("en")
    texts = [" ".join(chosen.choices(words, k=12)) for _ in range(numbers)]
    texts[numbers // 2 :] = [" ".join(text.split()[2:]) for text in texts[: numbers // 2]]
    quotes = days(*[0] * numbers)

    found = compared(quotes, stories_of(quotes), ["en"] * numbers, lambda _within: traits_of(texts))

    assert len(found.pairs) <= numbers * MOST
    assert {(at, at + numbers // 2) for at in range(numbers // 2)} <= set(found.pairs)
    assert not found.all_there_are


def test_of_many_that_share_as_much_the_nearest_are_compared() -> None:
    """Were it the first of them, these few would be compared with all, and joining cost the square."""
    numbers = 12 * MOST
    quotes = days(*[0] * numbers)
    texts = ["nobody in the city knows that yet"] * numbers

    found = compared(quotes, stories_of(quotes), ["en"] * numbers, lambda _within: traits_of(texts))

    assert max(b - a for a, b in found.pairs) <= MOST


def test_the_same_words_hundreds_of_times_are_one_statement() -> None:
    quotes = [printed(f"Outlet {at}", "en", DIALOGUE["Newsweek"][1]) for at in range(120)]

    (utterance,) = utterances(grouped(quotes), quotes, Memory())

    assert len(utterance.wordings) == 120


def test_a_statement_finds_its_wordings_among_hundreds_of_others() -> None:
    chosen = random.Random(1)  # noqa: S311
    words = {code: vocabulary(code) for code in ("en", "es", "pt")}
    others = [
        printed(f"Outlet {at}", code, " ".join(chosen.choices(words[code], k=18)).capitalize())
        for at in range(80)
        for code in words
    ]
    own = dialogue(but=["Lebanon 24"])

    found = utterances(grouped([*others, *own]), [*others, *own], Memory())

    (joined_,) = (said for said in found if any(wording.quote in own for wording in said.wordings))
    assert {wording.quote.article.id for wording in joined_.wordings} == {quote.article.id for quote in own}


def test_a_number_keeps_wordings_apart_that_were_not_compared_themselves() -> None:
    """Of more than can all be compared, two with different numbers never end in one statement."""
    quotes = [
        printed(
            f"Outlet {at}", "en", f"We will build {count}new houses for all of the people of this great city"
        )
        for at, count in enumerate(["", "300 ", "400 "] * 30)
    ]

    found = utterances(grouped(quotes), quotes, Memory())

    held = [
        {number for number in ("300", "400") if any(number in w.quote.text for w in said.wordings)}
        for said in found
    ]
    assert max(map(len, held)) == 1
    assert MADURO in {said.person for said in found}


def as_defined(pool: Pool, numbers: int, score: Mapping[Pair, float]) -> list[tuple[int, ...]]:
    """Join as `joined` says, looking at everything again after each join."""
    groups = [(number,) for number in range(numbers)]

    def sure(one: tuple[int, ...], other: tuple[int, ...]) -> float:
        pairs = [ordered(a, b) for a in one for b in other]
        told = [score[pair] for pair in sorted(pairs) if pair in score]
        if not told or not pool.vetoed.isdisjoint(pairs):
            return 0.0
        return round(min(max(told), 2 * sum(told) / len(told)), 9)

    def stands_out(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
        least = sure(one, other)
        return not any(
            sure(own, rival) > least and sure(beside, rival) < JOIN
            for own, beside in ((one, other), (other, one))
            for rival in groups
            if rival not in {own, beside}
            and {pool.languages[a] for a in rival} & {pool.languages[a] for a in beside}
        )

    while True:
        found = sorted((-sure(a, b), a[0], b[0], a, b) for a, b in combinations(sorted(groups), 2))
        best = next(((a, b) for least, _, _, a, b in found if -least >= JOIN and stands_out(a, b)), None)
        if best is None:
            return sorted(groups)
        groups = [group for group in groups if group not in best] + [tuple(sorted(best[0] + best[1]))]


@pytest.mark.parametrize("seed", range(40))
def test_groups_are_joined_as_if_everything_were_looked_at_again_after_each_join(seed: int) -> None:
    chosen = random.Random(seed)  # noqa: S311
    numbers = chosen.randint(3, 14)
    pairs = list(combinations(range(numbers), 2))
    score = {pair: round(chosen.betavariate(0.7, 0.5) * 16) / 16 for pair in pairs if chosen.random() < 0.6}
    vetoed = frozenset(pair for pair in pairs if chosen.random() < 0.1)
    pool = Pool(tuple(chosen.choice(("en", "es", "fr")) for _ in range(numbers)), vetoed)

    assert joined(pool, [(at,) for at in range(numbers)], score) == as_defined(pool, numbers, score)
