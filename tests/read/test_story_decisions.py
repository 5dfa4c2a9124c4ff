"""What `stories.yml` says of one story besides its headline."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from builders import a_moment
from reports import CALL, grouped, ids

from digest.group import rival_decisions
from digest.model import ArticleId, Problem, StoryDecisions
from digest.read.data.decisions import read_decisions

KNOWN = frozenset({"a/one", "a/two", "a/three"})


def decided(folder: Path, text: str) -> tuple[StoryDecisions, list[Problem]]:
    (folder / "stories.yml").write_text(text, encoding="utf-8")
    return read_decisions(folder, ZoneInfo("UTC"), known=KNOWN, left_out=frozenset())


def test_a_story_is_hidden_and_its_chapters_are_named(tmp_path: Path) -> None:
    decisions, problems = decided(
        tmp_path, "- {story: a/one, hide: true}\n- {story: a/two, chapter: {en: The vote, es: El voto}}\n"
    )
    assert problems == []
    assert decisions.hidden == ("a/one",)
    assert decisions.chapters == {"a/two": {"en": "The vote", "es": "El voto"}}


def test_what_is_pinned_cannot_be_hidden_whatever_its_members_name(tmp_path: Path) -> None:
    _, problems = decided(
        tmp_path,
        "- together: [a/one, a/two]\n- {story: a/one, pin: true}\n- {story: a/two, hide: true}\n",
    )
    assert [(problem.line, "both pinned and hidden" in problem.message) for problem in problems] == [
        (3, True)
    ]


def test_a_chapter_has_one_headline_a_language(tmp_path: Path) -> None:
    decisions, problems = decided(
        tmp_path, "- {story: a/one, chapter: {en: The vote}}\n- {story: a/one, chapter: {en: The count}}\n"
    )
    assert decisions.chapters == {"a/one": {"en": "The vote"}}
    assert [(one.line, one.message) for one in problems] == [
        (2, "line 1 gives this chapter a headline in “en”, too; keep one")
    ]


def test_pinned_and_hidden_reports_that_met_by_themselves_are_named() -> None:
    first, second = CALL[:2]
    decisions = StoryDecisions(pinned=(first.id,), hidden=(second.id,), line_by_hidden={second.id: 7})
    stories = grouped(decisions=decisions).stories

    (problem,) = rival_decisions(stories, decisions)

    assert problem.line == 7
    assert all(id_ in problem.message for id_ in (first.id, second.id))
    put = replace(decisions, together=((first.id, second.id),))
    assert not [*rival_decisions(stories, put)], "which the file itself tells"


def test_a_hidden_story_is_on_no_front_page_and_still_a_story() -> None:
    decisions = StoryDecisions(hidden=(CALL[1].id,))
    stories = grouped(decisions=decisions).stories
    hidden = [story for story in stories if story.hidden]

    assert [ids(story.articles) for story in hidden] == [ids(CALL)]


def test_a_chapter_begins_where_editors_say() -> None:
    first, second, *_ = CALL
    second = replace(second, published=a_moment("2025-12-05"))
    titles = {second.id: {"en": "The answer"}}
    decisions = StoryDecisions(together=((first.id, second.id),), chapters=titles)
    (story,) = grouped([first, second], decisions=decisions).stories
    begun = [chapter for chapter in story.chapters if chapter.title_by_language]

    assert [chapter.articles[0].id for chapter in begun] == [second.id]
    assert first.id not in {article.id for chapter in begun for article in chapter.articles}


def test_a_story_in_front_matter_and_articles_kept_apart_are_named_over_however_many_steps(
    tmp_path: Path,
) -> None:
    (tmp_path / "stories.yml").write_text(
        "- apart: [a/one, a/two]\n- together: [a/two, a/three]\n- apart: [a/one, a/three]\n", "utf-8"
    )
    named = [[ArticleId("a/one"), ArticleId("a/two")]]
    _, problems = read_decisions(tmp_path, ZoneInfo("UTC"), known=KNOWN, left_out=frozenset(), named=named)
    assert [(problem.line, problem.message) for problem in problems] == [
        (2, "a/one and a/two are both together and apart, with line 1; keep one of these decisions"),
        (3, "a/one and a/three are both together and apart, with line 2; keep one of these decisions"),
    ]
    (tmp_path / "stories.yml").write_text("- apart: [a/one, a/two]\n", "utf-8")
    _, [problem] = read_decisions(tmp_path, ZoneInfo("UTC"), known=KNOWN, left_out=frozenset(), named=named)
    assert "with “story” in their front matter" in problem.message
