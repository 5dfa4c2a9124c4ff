"""Topics in two levels: a topic has its own stories and those of its parts."""

from __future__ import annotations

import json
from dataclasses import replace

from builders import a_moment, an_article
from digests import TOPIC, a_digest
from markup import said, select
from rendered import body, page

from digest.model import Site, Story, Topic, TopicId, TopicsBy

POLITICS = Topic(id=TopicId("politics"), label_by_language={"en": "Politics", "es": "Política"})
PART = replace(TOPIC, under=POLITICS.id)
CALL = an_article(slug="call", title="Call", published=a_moment("2025-12-03"))
VOTE = an_article(slug="vote", title="Vote", published=a_moment("2025-12-01"))


def a_paper(**story: object) -> Site:
    stories = (
        Story(articles=(CALL,), topics=(PART.id,), **story),
        Story(articles=(VOTE,), topics=(POLITICS.id,)),
    )
    return a_digest(stories=stories, topics=(PART, POLITICS), utterances=())


def texts(site: Site, path: str, selector: str) -> list[str]:
    return [said(one) for one in select(body(site, path), selector)]


def test_a_topic_lists_the_stories_of_its_parts_among_its_own_and_leads_to_them() -> None:
    assert texts(a_paper(), "en/topic/politics/", ".teaser__headline") == ["Call", "Vote"]
    assert texts(a_paper(), "en/topic/politics/", ".parts a") == ["Diplomacy"]


def test_a_part_lists_its_own_stories_and_says_what_it_is_a_part_of() -> None:
    assert texts(a_paper(), "en/topic/diplomacy/", ".teaser__headline") == ["Call"]
    assert texts(a_paper(), "es/topic/diplomacy/", ".kicker a") == ["Temas", "Política"]
    assert texts(a_paper(), "en/topic/diplomacy/", ".parts a") == []


def test_the_page_of_topics_has_a_section_for_each_that_is_part_of_none() -> None:
    assert texts(a_paper(), "en/topics/", ".section__name") == ["Politics"]
    assert texts(a_paper(), "en/topics/", ".parts a") == ["Diplomacy"]


def test_a_topic_under_one_that_the_site_does_not_know_stands_alone() -> None:
    lost = a_digest(stories=(Story(articles=(CALL,), topics=(PART.id,)),), topics=(PART,), utterances=())

    assert texts(lost, "en/topics/", ".section__name") == ["Diplomacy"]


def test_the_search_chooses_by_a_topic_and_by_what_it_is_a_part_of() -> None:
    found = json.loads(page(a_paper(), f"en/story/{CALL.id}/").search_text)

    assert found["topics"] == [["diplomacy", "Diplomacy"], ["politics", "Politics"]]


def test_a_story_says_that_its_topic_is_a_guess() -> None:
    path = f"en/story/{CALL.id}/"
    told = "The topic is a program’s guess from how these reports begin."

    assert told in texts(a_paper(topics_by=TopicsBy.LIKENESS), path, ".credit")
    assert told not in texts(a_paper(topics_by=TopicsBy.RULES), path, ".credit")
