"""What stories are about: what editors wrote, what a site's rules tell, what they are like."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from builders import a_person, a_quote
from memories import Memory
from reports import CALL, READY, report

from digest.group import group
from digest.group.topics.subjects import SUBJECTS, odds_of, shares
from digest.meaning import UniversalEncoder, Vectors
from digest.model import Article, Content, Quote, Story, Topic, TopicId, TopicsBy


def a_topic(id_: str, **rules: Any) -> Topic:
    return Topic(id=TopicId(id_), label_by_language={"en": id_}, **rules)


SUBJECT_TOPICS = tuple(a_topic(id_, iptc=code) for id_, code in SUBJECTS.items())
STRIKE = report(
    "El Faro",
    "es",
    "Los maquinistas irán a la huelga el lunes",
    "El sindicato de maquinistas convoca tres días de paro por los salarios. La empresa ofrece negociar.",
)
MATCH = report(
    "Blick",
    "de",
    "Elfmeter in letzter Minute: Heimsieg im Finale",
    "Die Stürmerin traf zweimal, der Torwart hielt den Strafstoß, und die Fans stürmten den Platz.",
)


def told(
    *articles: Article, topics: tuple[Topic, ...], quotes: tuple[Quote, ...] = (), **given: Any
) -> Story:
    content = Content(articles=articles, topics=topics, people=given.pop("people", ()))
    [story] = group(content, quotes, Memory(), **given).stories
    return story


def ruled(article: Article, **rule: Any) -> bool:
    return told(article, topics=(a_topic("harbour", **rule),)).topics == ("harbour",)


def test_a_word_of_a_topic_in_headline_or_beginning_puts_a_report_on_it() -> None:
    far = replace(STRIKE, text=f"{'Nada más. ' * 60}Hubo una tregua.")

    assert ruled(STRIKE, words={"es": ("huelga", "paro")})
    assert ruled(STRIKE, words={"es": ("HUELGA",), "en": ("strike",)})
    assert not ruled(STRIKE, words={"en": ("huelga",)})
    assert not ruled(far, words={"es": ("tregua",)})


def test_a_word_is_a_whole_word_unless_a_star_says_otherwise() -> None:
    assert not ruled(STRIKE, words={"es": ("maquinista",)})
    assert ruled(STRIKE, words={"es": ("maquinist*",)})
    assert ruled(STRIKE, words={"es": ("*dicato",)})
    assert ruled(replace(STRIKE, language="zh", title="火车司机罢工"), words={"zh": ("罢工",)})


def test_a_section_of_an_address_puts_a_report_on_a_topic() -> None:
    there = replace(STRIKE, url="https://faro.example/Econom%C3%ADa/2026/huelga.html")

    assert ruled(there, sections=("economía",))
    assert ruled(there, sections=("el-faro/economía",))
    assert not ruled(there, sections=("blick/economía",))
    assert not ruled(there, sections=("huelga.html",))


def test_a_person_quoted_or_named_at_the_beginning_puts_a_report_on_a_topic() -> None:
    maduro = a_person()
    topics = (a_topic("caracas", people=(maduro.id,)),)
    named = told(CALL[0], topics=topics, people=(maduro,))
    quote = a_quote("ferry", "Nicolás Maduro", article=report("WTOP", "en", "Port", "“No ferry”, he said."))
    quoted = told(quote.article, topics=topics, people=(maduro,), quotes=(quote,))

    assert (named.topics, named.topics_by) == (("caracas",), TopicsBy.RULES)
    assert quoted.topics == ("caracas",)
    assert told(READY[0], topics=topics, people=(maduro,)).topics == ()


def test_what_an_editor_wrote_stands_alone() -> None:
    written = replace(STRIKE, topics=(TopicId("rail"),))
    story = told(written, topics=(a_topic("rail"), a_topic("strikes", words={"es": ("huelga",)})))

    assert (story.topics, story.topics_by) == (("rail",), TopicsBy.EDITORS)


def test_half_of_the_reports_in_a_language_put_a_story_on_a_topic() -> None:
    editors_put = {"story": "call"}
    one, two, three = (replace(article, **editors_put) for article in CALL[:3])
    other = replace(
        two, id=replace(two, outlet=one.outlet).id + "-2", title="Phone call", text="Nothing else."
    )
    topic = a_topic("calls", words={"en": ("Miraflores",)})

    assert told(one, two, three, topics=(topic,)).topics == ("calls",)
    assert told(one, two, other, topics=(topic,)).topics == ("calls",)
    assert told(one, other, topics=(topic,)).topics == ()


def test_a_topic_that_only_its_parts_have_stories_of_is_a_topic_of_the_site() -> None:
    strikes = a_topic("strikes", words={"es": ("huelga",)}, under=TopicId("labour"))
    content = Content(articles=(STRIKE,), topics=(a_topic("labour"), strikes, a_topic("sport")))

    assert [topic.id for topic in group(content, [], Memory()).topics] == ["labour", "strikes"]


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    return Vectors(UniversalEncoder(), None)


@pytest.mark.parametrize(("article", "subject"), [(STRIKE, "labour"), (MATCH, "sport")])
def test_a_story_without_a_topic_has_the_subject_that_it_is_like(
    article: Article, subject: str, vectors: Vectors
) -> None:
    story = told(article, topics=SUBJECT_TOPICS, vectors=vectors, likely_topics=True)

    assert (story.topics, story.topics_by) == ((subject,), TopicsBy.LIKENESS)
    assert told(article, topics=SUBJECT_TOPICS, vectors=vectors).topics == ()


def test_a_story_that_is_like_no_subject_has_none(vectors: Vectors) -> None:
    vague = report("Newsweek", "en", "What they said", "He said so, and then he said it once more.")

    assert told(vague, topics=SUBJECT_TOPICS, vectors=vectors, likely_topics=True).topics == ()


def test_likeness_is_silent_in_languages_that_the_encoder_does_not_know(vectors: Vectors) -> None:
    foreign = replace(MATCH, language="sw")

    assert told(foreign, topics=SUBJECT_TOPICS, vectors=vectors, likely_topics=True).topics == ()
    assert told(MATCH, topics=SUBJECT_TOPICS, vectors=vectors, likely_topics=True).topics == ("sport",)


def test_a_site_may_call_a_subject_something_else(vectors: Vectors) -> None:
    own = a_topic("deportes", iptc=SUBJECTS["sport"])
    story = told(MATCH, topics=(own, *SUBJECT_TOPICS), vectors=vectors, likely_topics=True)

    assert (story.topics, story.topics_by) == (("deportes",), TopicsBy.LIKENESS)


def test_shares_of_subjects_add_up_to_one_and_are_the_same_in_any_company() -> None:
    table = np.arange(5 * 512, dtype=np.int16).reshape(5, 512)
    alone = [odds_of(table[at : at + 1])[0].tolist() for at in range(5)]

    assert odds_of(table).tolist() == alone
    assert sum(shares([0.1 * at for at in range(17)])) == pytest.approx(1, abs=0.001)
