"""Decisions of editors that cannot all hold are named, with the lines of the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import a_markdown, read_files, told

ABOUT = "in “en”, too; keep one"


def decided(folder: Path, stories: str) -> list[str]:
    articles: dict[str, str | bytes | None] = {f"articles/{slug}.md": a_markdown() for slug in "abc"}
    return told(read_files(folder, {**articles, "stories.yml": stories}))


@pytest.mark.parametrize(
    ("stories", "wanted"),
    [
        (
            "- together: [newsweek/a, newsweek/b]\n- apart: [newsweek/b, newsweek/a]\n",
            "stories.yml:2: newsweek/b and newsweek/a are both together and apart, with line 1; keep one of",
        ),
        (
            (
                "- apart: [newsweek/a, newsweek/c]\n- together: [newsweek/a, newsweek/b]\n"
                "- together: [newsweek/b, newsweek/c]\n"
            ),
            "stories.yml:3: newsweek/a and newsweek/c are both together and apart, with line 1, 2; keep",
        ),
        (
            "- {story: newsweek/a, title: {en: One}}\n- {story: newsweek/a, title: {en: Two, es: Dos}}\n",
            f"stories.yml:2: line 1 gives this story a headline {ABOUT}",
        ),
        (
            (
                "- together: [newsweek/a, newsweek/b]\n- {story: newsweek/b, title: {en: One}}\n"
                "- {story: newsweek/a, title: {en: Two}}\n"
            ),
            f"stories.yml:3: line 2 gives this story a headline {ABOUT}",
        ),
    ],
    ids=["the same two", "by way of a third", "one article", "two articles of one story"],
)
def test_decisions_that_cannot_all_hold_are_named_once(tmp_path: Path, stories: str, wanted: str) -> None:
    [message] = decided(tmp_path, stories)
    assert message.startswith(wanted)


def test_headlines_in_several_languages_may_stand_in_entries_of_their_own(tmp_path: Path) -> None:
    stories = "- {story: newsweek/a, title: {en: One}}\n- {story: newsweek/a, title: {es: Uno}, pin: true}\n"
    articles: dict[str, str | bytes | None] = {"articles/a.md": a_markdown(), "stories.yml": stories}
    content = read_files(tmp_path, articles)
    assert content.problems == ()
    assert dict(content.decisions.titles) == {"newsweek/a": {"en": "One", "es": "Uno"}}
