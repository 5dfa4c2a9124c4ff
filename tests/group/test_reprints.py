"""Copies of one text under several outlets are one report, told by the words and not by the headline."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from builders import an_article, an_outlet
from newsrooms import a_file, a_newsroom, settings_of
from rendered import body, page

from digest.build import build
from digest.group.reprints import counted_once, reprints_of
from digest.model import (
    Article,
    Moment,
    Person,
    PersonId,
    Quote,
    Span,
    Story,
    Utterance,
    UtteranceId,
    Wording,
    WordingState,
    WrittenBy,
)  # fmt: skip

TEXT = (
    "The council of Exampleton approved the plan for the new harbour on Thursday after two years of debate. “We will build "
    "it together and leave nobody behind,” Mayor Ann Example said after the vote. The works begin next spring and will take "
    "three years, according to a statement of the council. Fishermen of the old town had asked for a longer quay, and the "
    "mayor promised to meet them before the summer to talk about prices, the road and the market hall that they lost."
)
LIGHT = (
    TEXT.replace("on Thursday", "Thursday")
    .replace("next spring", "in spring")
    .replace(" and the market hall that they lost", "")
)
OTHER = (
    "Fishermen in Exampleton are angry: the plan for the harbour, approved on Thursday, has no room for their boats. “We will "
    "build it together and leave nobody behind,” the mayor, Ann Example, had told them; they do not believe a word of it. "
    "Ships from abroad will bring work, says the council, which counts on three hundred jobs in the first year alone."
)


def a_report(outlet: str, text: str, *, day: int = 1, **fields: Any) -> Article:
    return an_article(
        text,
        slug=outlet,
        outlet=an_outlet(outlet),
        **{"title": f"Headline of {outlet}", "published": Moment(date(2026, 3, day)), **fields},
    )


def reprints(*articles: Article) -> dict[str, str]:
    story = Story(articles=articles, reprints=reprints_of(articles))
    return {str(one).partition("/")[0]: str(first).partition("/")[0] for one, first in story.reprints.items()}


@pytest.mark.parametrize(
    "copy", [TEXT, LIGHT, f"Exampleton (AGP). {TEXT} All rights reserved.", TEXT.upper()]
)
def test_a_copy_with_light_edits_and_another_headline_is_a_reprint(copy: str) -> None:
    assert reprints(a_report("agency", TEXT), a_report("gazette", copy, day=2)) == {"gazette": "agency"}


def test_another_report_of_the_same_event_is_none_though_it_quotes_the_same_words() -> None:
    assert reprints(a_report("agency", TEXT), a_report("gazette", OTHER, day=2)) == {}


def test_all_copies_are_of_the_first() -> None:
    found = reprints(
        a_report("agency", TEXT),
        a_report("b", LIGHT, day=2),
        a_report("c", OTHER, day=3),
        a_report("d", LIGHT, day=4),
    )
    assert found == {"b": "agency", "d": "agency"}


def test_summaries_and_other_languages_are_never_reprints() -> None:
    desk = a_report("gazette", TEXT, day=2, written_by=WrittenBy.DESK)
    assert reprints(a_report("agency", TEXT), desk) == {}
    assert reprints(a_report("agency", TEXT), a_report("gazette", TEXT, day=2, language="de")) == {}


def test_the_wording_of_a_reprint_is_no_evidence_of_its_own() -> None:
    words = "We will build it together and leave nobody behind,"
    first, copy, other = (
        a_report("agency", TEXT),
        a_report("gazette", LIGHT, day=2),
        a_report("herald", OTHER, day=3),
    )
    articles = (first, copy, other)
    stories = [Story(articles=articles, reprints=reprints_of(articles))]
    at = [article.text.index(words) for article in (first, copy, other)]
    wordings = tuple(
        Wording(
            quote=Quote(article=article, span=Span(start, start + len(words)), language="en"),
            state=WordingState.AS_PRINTED,
        )
        for article, start in zip((first, copy, other), at, strict=True)
    )
    said = Utterance(
        id=UtteranceId("u"), story=first.id, person=Person(id=PersonId("ann"), name="Ann Example"), wordings=wordings
    )  # fmt: skip
    [marked] = counted_once([said], stories)
    assert [wording.repeats for wording in marked.wordings] == [False, True, False]
    assert counted_once([said], [Story(articles=(first, other))]) == (said,)


def test_a_storys_page_shows_one_report_also_printed_by_others_and_its_wording_once(tmp_path: Path) -> None:
    content = a_newsroom(
        tmp_path, "agency: {name: The Agency}\ngazette: {name: The Gazette}\nherald: {name: The Herald}\n"
    )
    head = "---\ntitle: {1}\noutlet: {0}\nlanguage: en\npublished: 2026-03-0{2}\n---\n{3}\n"
    for outlet, title, day, text in (
        ("agency", "Council approves harbour", 1, TEXT), ("gazette", "Go for the harbour", 2, LIGHT), ("herald", "Fishermen angry", 3, OTHER),
    ):  # fmt: skip
        a_file(content, f"articles/{outlet}.md", head.format(outlet, title, day, text))
    a_file(content, "stories.yml", "- together: [agency/agency, gazette/gazette, herald/herald]\n")
    site = build(settings_of(tmp_path))
    [story] = site.stories
    tree = body(site, f"en/story/{story.id}/")
    [also] = tree.xpath("//*[@class='also']")
    assert " ".join(also.text_content().split()) == "also printed by The Gazette"
    assert also.xpath(".//a/@href")
    assert len(tree.xpath("//li[@class='report']")) == 2
    said = tree.xpath("//*[@class='story__said']")[0].text_content()
    assert "The Gazette" not in said
    assert page(site, "en/article/gazette/gazette/")
