"""`digest stories --why` and `--doubtful`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from reports import CALL, COUNT, EVERYTHING, READY, grouped, ids
from sites import a_site, run

from digest.cli.output import doubtful, reasons, story_of
from digest.errors import DigestError
from digest.model import Link, Related, Story


def test_a_story_is_found_by_its_own_id_and_by_any_article_of_it() -> None:
    stories = grouped().stories
    for article in CALL:
        assert ids(story_of(article.id, stories).articles) == ids(CALL)


def test_a_name_that_nothing_has_is_answered_with_the_nearest() -> None:
    with pytest.raises(DigestError, match="did you mean “newsweek/maduro”"):
        story_of("newsweek/madura", grouped().stories)


def test_the_reasons_name_people_and_how_likely_it_is_and_no_ids() -> None:
    stories = grouped().stories
    told = [text for text, _ in reasons(story_of(CALL[0].id, stories), stories)]

    assert len(told) >= len(CALL) - 1
    assert all("Maduro" in text and "likely one event" in text for text in told[: len(CALL) - 1])
    assert not any(article.id in text for text in told[: len(CALL) - 1] for article in CALL)


def test_what_is_hardly_together_and_what_is_nearly_is_listed_with_what_to_write() -> None:
    weak = Link(first=CALL[0].id, second=CALL[1].id, score=0.975, shared=("Maduro",))
    sure = Link(first=CALL[0].id, second=CALL[2].id, score=0.999, shared=("Maduro", "Trump"), alike=0.7)
    close = Related(article=READY[0].id, score=0.93)
    stories = (
        Story(articles=tuple(CALL[:3]), links=(weak, sure), related=(close,)),
        Story(articles=(READY[0],), related=(Related(article=CALL[0].id, score=0.93),)),
        Story(articles=(COUNT[0],)),
    )
    rows = list(doubtful(stories))

    assert [fields["doubt"] for _, fields in rows] == ["together", "apart"]
    assert f"apart: [{CALL[0].id}, {CALL[1].id}]" in rows[0][0]
    pair = sorted((CALL[0].id, READY[0].id))
    assert f"together: [{pair[0]}, {pair[1]}]" in rows[1][0] or f"{pair[1]}, {pair[0]}" in rows[1][0]


NAMES = ("Maduro", "Trump")


@pytest.mark.parametrize(
    ("link", "doubts"),
    [
        ({"shared": NAMES, "alike": 0.7}, []),
        ({"shared": NAMES, "alike": 0.0}, []),
        ({"shared": ("Maduro",), "alike": 0.3}, ["they share one name alone"]),
        ({"shared": ("Maduro",), "alike": 0.7}, []),
        ({"alike": 0.7}, ["they share no name"]),
        ({"alike": 0.8}, ["they share no name"]),
        ({"shared": ("300", "1,5"), "alike": 0.7}, ["they share numbers, but no name"]),
        ({"shared": ("300", "Maduro", "٤٠"), "alike": 0.3}, ["they share one name alone"]),
        ({"alike": 0.95}, []),
    ],
)
def test_what_rests_on_one_kind_of_evidence_is_listed(link: dict[str, Any], doubts: list[str]) -> None:
    tie = Link(first=CALL[0].id, second=CALL[1].id, score=0.999, **link)
    rows = list(doubtful([Story(articles=tuple(CALL[:2]), links=(tie,))]))

    assert [fields["doubts"] for _, fields in rows] == ([doubts] if doubts else [])


def test_what_has_no_date_or_another_story_close_to_it_is_listed() -> None:
    undated = replace(CALL[1], published=None)
    tie = Link(first=CALL[0].id, second=CALL[1].id, score=0.999, shared=NAMES, alike=0.55)
    close = Related(article=READY[0].id, score=0.6)
    stories = (
        Story(articles=(CALL[0], undated), links=(tie,), related=(close,)),
        Story(articles=(READY[0],), related=(Related(article=CALL[0].id, score=0.6),)),
    )

    assert [fields["doubts"] for _, fields in doubtful(stories)] == [
        ["one of them has no date", "another story is close to this one"]
    ]


def test_what_an_editor_put_together_is_no_doubt() -> None:
    link = Link(first=CALL[0].id, second=CALL[1].id, score=0.1, by_editor=True)

    assert not list(doubtful([Story(articles=tuple(CALL[:2]), links=(link,))]))


def test_a_long_story_has_a_chapter_for_each_day() -> None:
    late = replace(CALL[0], published=COUNT[0].published)
    undated = replace(CALL[1], published=None)
    articles = tuple(sorted((late, undated, *CALL[2:]), key=lambda article: article.sort_key))
    chapters = Story(articles=articles).chapters

    assert [article for chapter in chapters for article in chapter.articles] == list(articles)
    assert len({chapter.day for chapter in chapters}) == len(chapters) == 4
    assert chapters[-1].day is None


def test_stories_close_to_one_are_not_the_story_itself() -> None:
    stories = grouped(EVERYTHING).stories
    for story in stories:
        own = {article.id for article in story.articles}
        assert not own & {related.article for related in story.related}


def test_the_command_tells_why_and_refuses_what_it_does_not_know(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    told = run("digest", "stories", "--why", "newsweek/newsweek", folder=site)
    refused = run("digest", "stories", "--why", "nobody/nothing", folder=site)

    assert told.returncode == 0
    assert told.stdout
    assert refused.returncode != 0
    assert "nobody/nothing" in refused.stderr


@pytest.mark.parametrize("command", [["stories"], ["people"], ["quotes"], ["quotes", "--utterances"]])
def test_a_list_of_a_content_with_errors_says_that_something_may_be_missing(
    tmp_path: Path, command: list[str]
) -> None:
    folder = a_site(tmp_path)
    (folder / "content" / "outlets.yml").write_text("- no mapping\n", encoding="utf-8")
    result = run("digest", *command, folder=folder)
    assert result.returncode == 1
    assert "so something may be missing here; digest check tells each" in result.stderr
    assert "Traceback" not in result.stderr
