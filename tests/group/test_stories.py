"""Which articles are one story."""

from __future__ import annotations

import random
from dataclasses import replace

from builders import a_moment, a_person, a_quote
from memories import Memory
from reports import CALL, COUNT, EVERYTHING, READY, grouped, ids, members, report

from digest.model import (
    ArticleId,
    Grouping,
    StoryDecisions,
    Topic,
    TopicId,
)


def test_three_events_in_eight_languages_are_three_stories_without_any_memory() -> None:
    assert members(grouped()) == {ids(CALL), ids(READY), ids(COUNT)}


def test_stories_come_newest_first_and_their_articles_earliest_first() -> None:
    stories = grouped().stories

    assert [ids(story.articles) for story in stories] == [ids(CALL), ids(READY), ids(COUNT)]
    assert all(list(s.articles) == sorted(s.articles, key=lambda a: a.sort_key) for s in stories)


def test_the_order_of_the_input_changes_nothing() -> None:
    quotes = [a_quote("Casa Blanca", article=CALL[0]), a_quote("Europe", "Putin", article=READY[1])]
    shuffled = random.Random(3).sample(EVERYTHING, len(EVERYTHING))  # noqa: S311

    assert grouped(EVERYTHING, quotes) == grouped(shuffled, quotes[::-1])


def test_articles_that_share_only_a_country_stay_apart() -> None:
    storm = report(
        "WTOP",
        "en",
        "Heavy rain floods roads",
        "Rain has flooded roads along the coast of Venezuela, and schools near the sea stay closed.",
    )

    assert frozenset({storm.id}) in members(grouped([*CALL, storm]))


def test_the_same_subject_a_month_later_is_another_story() -> None:
    later = replace(CALL[1], id=ArticleId("newsweek/later"), published=a_moment("2026-01-05"))

    assert frozenset({later.id}) in members(grouped([*EVERYTHING, later]))


def test_an_article_that_reports_an_older_statement_belongs_to_the_day_of_it() -> None:
    early = replace(COUNT[2], published=a_moment("2025-11-26"))
    text = "Tito y yo podemos trabajar juntos"
    late = report(
        "La Razón",
        "es",
        "Nasralla y Asfura se disputan la victoria en Honduras",
        f"Nasry Asfura, llamado Tito, y Salvador Nasralla esperan el recuento. Donald Trump dijo: «{text}».",
        "2025-12-01",
    )
    recalled = a_quote(text, "Donald Trump", article=late, said_at=a_moment("2025-11-26"))

    assert frozenset({early.id, late.id}) in members(grouped([early, late, *READY], [recalled]))
    assert frozenset({early.id}) in members(grouped([early, late, *READY]))


def test_an_article_without_a_date_still_finds_its_story() -> None:
    undated = replace(CALL[1], published=None)

    assert ids(CALL) in members(grouped([*CALL[:1], undated, *CALL[2:], *READY]))


def test_a_story_says_why_its_articles_are_together() -> None:
    story = next(s for s in grouped().stories if ids(s.articles) == ids(CALL))

    assert len(story.links) == len(story.articles) - 1
    assert all("Maduro" in link.shared for link in story.links)
    assert all(0 < link.score <= 1 for link in story.links)


def test_articles_with_the_same_pin_are_one_story_and_those_with_others_are_not() -> None:
    pinned = [
        replace(CALL[0], story="call"),
        replace(READY[0], story="call"),
        replace(CALL[1], story="other"),
    ]

    assert members(grouped(pinned)) == {ids([pinned[0], pinned[1]]), ids([pinned[2]])}


def test_what_editors_put_together_is_one_story_and_the_link_says_so() -> None:
    decisions = StoryDecisions(together=((CALL[0].id, COUNT[0].id),))

    (story,) = (s for s in grouped(decisions=decisions).stories if CALL[0] in s.articles)

    assert COUNT[0] in story.articles
    link = next(k for k in story.links if {k.first, k.second} == {CALL[0].id, COUNT[0].id})
    assert link.by_editor


def test_what_editors_part_is_never_one_story() -> None:
    decisions = StoryDecisions(apart=((CALL[0].id, CALL[1].id),))

    assert not any({CALL[0], CALL[1]} <= set(s.articles) for s in grouped(decisions=decisions).stories)


def test_parting_wins_over_a_pin() -> None:
    pinned = [replace(article, story="call") for article in CALL]
    decisions = StoryDecisions(apart=((CALL[0].id, CALL[1].id),))

    assert not any(
        {pinned[0], pinned[1]} <= set(s.articles) for s in grouped(pinned, decisions=decisions).stories
    )


def test_an_editors_headline_and_place_belong_to_the_story_of_the_named_article() -> None:
    decisions = StoryDecisions(
        titles={COUNT[1].id: {"es": "El recuento de Honduras"}}, pinned=(READY[0].id, COUNT[2].id)
    )

    story_by_members = {ids(s.articles): s for s in grouped(decisions=decisions).stories}

    assert story_by_members[ids(COUNT)].title_by_language == {"es": "El recuento de Honduras"}
    assert [story_by_members[ids(a)].pinned for a in (CALL, READY, COUNT)] == [None, 0, 1]


def test_decisions_about_articles_that_are_gone_are_harmless() -> None:
    gone = ArticleId("newsweek/gone")
    decisions = StoryDecisions(together=((gone, CALL[0].id),), apart=((gone, CALL[1].id),), pinned=(gone,))

    assert members(grouped(decisions=decisions)) == {ids(CALL), ids(READY), ids(COUNT)}


def test_a_storys_topics_come_by_how_many_members_have_them() -> None:
    diplomacy, war = TopicId("diplomacy"), TopicId("war")
    articles = [
        replace(READY[0], topics=(war,)),
        replace(READY[1], topics=(diplomacy, war)),
        *READY[2:],
        *CALL,
    ]
    topics = [Topic(id=t, label_by_language={}) for t in (diplomacy, TopicId("elections"), war)]

    grouping = grouped(articles, topics=tuple(topics))

    assert grouping.stories[1].topics == (war, diplomacy)
    assert [topic.id for topic in grouping.topics] == [diplomacy, war]


CHINESE = report("新华网", "zh", "马杜罗证实与特朗普通话", "委内瑞拉总统马杜罗说，他与特朗普进行了电话交谈。")


def test_the_memory_adds_an_article_in_a_script_that_shares_no_letters() -> None:
    memory = Memory(
        {
            (CHINESE.title, "en"): "Maduro confirms phone call with Trump",
            (CALL[0].title, "en"): "Maduro confirms the call with Trump",
            (CALL[2].title, "en"): "Maduro speaks of a cordial exchange with Trump",
            (CALL[3].title, "en"): "Maduro: cordial phone call with Trump",
            (CALL[4].title, "en"): "Maduro speaks of a call with Trump",
        }
    )
    articles = [*CALL, *READY, CHINESE]

    assert ids([*CALL, CHINESE]) in members(grouped(articles, memory=memory))


def test_names_of_people_yml_in_chinese_tie_a_chinese_article_to_its_story() -> None:
    people = (
        a_person(aliases=("马杜罗", "نيكولاس مادورو")),
        a_person("Donald Trump", aliases=("特朗普",)),
    )

    assert ids([*CALL, CHINESE]) in members(grouped([*EVERYTHING, CHINESE], people=people))


def test_without_the_memory_there_are_the_same_stories_or_smaller_ones() -> None:
    memory = Memory({(CHINESE.title, "en"): CALL[1].title, (READY[0].title, "en"): COUNT[0].title})
    articles = [*EVERYTHING, CHINESE]

    bare, full = members(grouped(articles)), members(grouped(articles, memory=memory))

    assert all(any(few <= many for many in full) for few in bare)


def test_nothing_comes_of_nothing() -> None:
    assert grouped([]) == Grouping(stories=(), topics=(), people=(), person_by_speaker={})
