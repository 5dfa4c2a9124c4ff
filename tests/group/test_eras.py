"""Stories found week by week: what is kept of them makes what everything at once would make."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from builders import a_person
from memories import Memory

from benchmarks.grouping import WordEncoder, reports
from digest.cache import opened
from digest.group import group
from digest.group.eras import eras_of
from digest.group.evidence import Evidence, packed, unpacked
from digest.meaning import Vectors
from digest.model import Article, ArticleId, Content, Grouping, Moment, Person, Quote, StoryDecisions

Reports = list[tuple[Article, list[Quote]]]
WINDOW = 6


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where what is read of articles is kept for all tests."""
    return tmp_path_factory.mktemp("read")


def of_days(articles: int, per_day: int = 4, seed: int = 5) -> Reports:
    return list(reports(articles, per_day, seed))


def stories(  # noqa: PLR0913, PLR0917 - whatever stories are found of
    found: Reports,
    folder: Path,
    kept: Path | None = None,
    decisions: StoryDecisions | None = None,
    memory: Memory | None = None,
    published: Sequence[Sequence[ArticleId]] = (),
    people: Sequence[Person] = (),
) -> Grouping:
    content = Content(
        articles=tuple(article for article, _ in found),
        decisions=decisions or StoryDecisions(),
        people=tuple(people),
    )
    quotes = [quote for _, own in found for quote in own]
    with TemporaryDirectory() as nothing, opened(kept or Path(nothing)) as cache:
        # What is read of single articles is worked out once for all tests.
        assert cache.folder
        if not (own := cache.folder / "stories").exists():
            own.symlink_to(folder)
        vectors = Vectors(WordEncoder(), folder)
        made = group(content, quotes, memory or Memory(), published, vectors=vectors, cache=cache)
        vectors.keep()
    return made


def closed(made: Grouping, day: date) -> set[tuple[str, ...]]:
    return {
        tuple(article.id for article in story.articles)
        for story in made.stories
        if story.latest and (day - story.latest.day).days > WINDOW
    }


def newest(found: Reports) -> date:
    return max(article.moment.day for article, _ in found if article.moment)


def test_a_week_is_an_era_and_a_busy_one_is_parted_between_days() -> None:
    monday = 7 * 100_000
    quiet = [monday] * 3 + [monday + 6] + [monday + 7] * 2
    busy = [monday + at // 100 for at in range(500)]

    assert [*eras_of(quiet)] == [range(4), range(4, 6)]
    assert [*eras_of(busy)] == [range(300), range(300, 500)]
    assert not [*eras_of([])]


def test_a_random_order_changes_nothing(folder: Path) -> None:
    found = of_days(60)
    shuffled = random.Random(2).sample(found, len(found))  # noqa: S311 - no secret

    assert stories(shuffled, folder) == stories(found, folder)


@pytest.mark.parametrize(("before", "added"), [(70, 12), pytest.param(100, 100, marks=pytest.mark.thorough)])
def test_articles_added_one_by_one_make_the_stories_of_all_at_once(
    tmp_path: Path, folder: Path, before: int, added: int
) -> None:
    found = sorted(of_days(before + added), key=lambda one: one[0].sort_key)
    over: set[tuple[str, ...]] = set()
    for size in range(before, before + added + 1):
        made = stories(found[:size], folder, tmp_path)
        now = closed(made, newest(found[:size]))
        assert over <= now
        over = now

    assert len(over) > 5
    assert made == stories(found, folder)


def test_articles_that_come_late_and_in_any_order_make_the_same_stories(tmp_path: Path, folder: Path) -> None:
    found = of_days(70)
    late = random.Random(4).sample(found, 8)  # noqa: S311 - no secret
    there = [one for one in found if one not in late]
    for one in late:
        made = stories(there, folder, tmp_path)
        there.append(one)
    assert made != stories(there, folder, tmp_path)
    assert stories(there, folder, tmp_path) == stories(found, folder)


def test_ties_that_are_kept_are_those_that_were_found_to_the_sign_of_zero(folder: Path) -> None:
    found = of_days(160, per_day=30)
    articles = [article for article, _ in found]
    evidence = Evidence(articles, [], (), {}, Memory(), Vectors(WordEncoder(), folder), folder)
    dated = range(sum(day is not None for day in evidence.days))
    ties = [tie for era in eras_of(evidence.days[: dated.stop]) for tie in evidence.ties(era)]

    assert any(not tie.meaning for _, tie in ties)
    assert repr(unpacked(packed(ties, 0), 0)) == repr(ties)


def test_an_article_of_today_leaves_the_weeks_before_alone(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = sorted(of_days(70), key=lambda one: one[0].sort_key)
    stories(found[:-1], folder, tmp_path)
    asked: list[range] = []
    compare = Evidence.ties

    def noted(evidence: Evidence, places: range) -> object:
        asked.append(places)
        return compare(evidence, places)

    monkeypatch.setattr(Evidence, "ties", noted)
    stories(found[:-1], folder, tmp_path)
    assert not asked
    stories(found, folder, tmp_path)
    [places] = asked
    assert places.stop == len(found)
    assert places.start > len(found) / 2


class _Desk:
    """Edits what stories are found of."""

    def __init__(self, seed: int) -> None:
        self.chosen = random.Random(seed)  # noqa: S311 - no secret
        self.found = of_days(48, per_day=3, seed=seed)
        self.away = [self.found.pop(at) for at in (7, 11, 30)]
        self.decisions = StoryDecisions()
        self.texts: dict[tuple[str, str], str] = {}
        self.published: tuple[tuple[ArticleId, ...], ...] = ()
        self.people: list[Person] = []

    def edit(self) -> str:
        done = self.chosen.choice(
            [
                *(self.bring, self.take, self.word, self.undate, self.move),
                *(self.pin, self.put, self.part, self.translate, self.publish),
                *(self.credit, self.shorten, self.enter, self.leave),
            ]
        )
        done()
        return done.__name__

    def two(self) -> tuple[ArticleId, ArticleId]:
        first, second = self.chosen.sample(self.found, 2)
        return first[0].id, second[0].id

    def change(self, **fields: object) -> None:
        at = self.chosen.randrange(len(self.found))
        article, quotes = self.found[at]
        other = replace(article, **fields)  # type: ignore[arg-type]
        self.found[at] = other, [replace(quote, article=other) for quote in quotes]

    def bring(self) -> None:
        self.found += self.away[-1:]
        self.away = self.away[:-1]

    def take(self) -> None:
        self.found.pop(self.chosen.randrange(len(self.found)))

    def word(self) -> None:
        self.change(title=self.chosen.choice(self.found)[0].title)

    def undate(self) -> None:
        self.change(published=None)

    def move(self) -> None:
        day = newest(self.found) - timedelta(days=self.chosen.randrange(12))
        self.change(published=Moment(day))

    def pin(self) -> None:
        self.change(story=self.chosen.choice(("one", "other")))

    def put(self) -> None:
        self.decisions = replace(self.decisions, together=(*self.decisions.together, self.two()))

    def part(self) -> None:
        self.decisions = replace(self.decisions, apart=(*self.decisions.apart, self.two()))

    def translate(self) -> None:
        article, other = self.chosen.sample(self.found, 2)
        self.texts[article[0].title, "en"] = other[0].title

    def publish(self) -> None:
        self.published = (*self.published, self.two())

    def say(self, at: int, speaker: str) -> None:
        article, quotes = self.found[at]
        self.found[at] = article, [replace(quote, speaker=speaker) for quote in quotes]

    def speaker(self) -> str:
        return self.chosen.choice(self.found)[1][0].speaker or ""

    def credit(self) -> None:
        self.say(self.chosen.randrange(len(self.found)), self.speaker())

    def shorten(self) -> None:
        at = self.chosen.randrange(len(self.found))
        self.say(at, (self.found[at][1][0].speaker or "").split()[-1])

    def enter(self) -> None:
        name = self.speaker()
        self.people.append(a_person(name, id=f"person-{self.chosen.random()}", aliases=(f"{name} Marrow",)))

    def leave(self) -> None:
        self.people = self.people[1:]

    def made(self, folder: Path, kept: Path | None) -> Grouping:
        memory = Memory(self.texts)
        return stories(self.found, folder, kept, self.decisions, memory, self.published, self.people)


@pytest.mark.parametrize(
    ("seed", "edits"),
    [(1, 10), (2, 10), *(pytest.param(seed, 60, marks=pytest.mark.thorough) for seed in range(3, 9))],
)
def test_after_each_edit_what_is_kept_makes_what_nothing_makes(
    tmp_path: Path, folder: Path, seed: int, edits: int
) -> None:
    desk, done = _Desk(seed), []
    for _ in range(edits):
        kept, fresh = desk.made(folder, tmp_path), desk.made(folder, None)
        assert kept == fresh, done
        assert repr(kept) == repr(fresh), done
        done.append(desk.edit())
