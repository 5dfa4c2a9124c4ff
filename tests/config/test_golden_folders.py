"""Whose site it is, and what would publish its sources: `tests/golden/problems/folders.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest
from golden_cases import rows

from digest.config.folders import cache_problem, folder_problems, layout_of
from digest.model import Layout


@pytest.mark.parametrize(
    ("docs", "content", "site", "files", "layout", "named"), rows("problems/folders.txt")
)
def test_two_folders_tell_whose_site_it_is_and_no_source_is_published_or_written_over(  # noqa: PLR0913, PLR0917
    tmp_path: Path, docs: str, content: str, site: str, files: str, layout: str, named: str
) -> None:
    for folder in (docs, content):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    for file in files.split(", ") if files != "-" else ():
        (tmp_path / file).write_text("post: {name: Port Post}\n", "utf-8")
    found, pages, sources = layout_of(tmp_path / docs, tmp_path / content)
    assert found.name.lower() == layout
    told = folder_problems(found, pages, sources, tmp_path / site)
    assert [option for option, _ in told] == ([] if named == "-" else named.split(", "))


def test_a_link_to_pages_elsewhere_is_not_followed_out_of_the_content(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "content" / "pages").symlink_to(tmp_path / "elsewhere")
    found, pages, sources = layout_of(tmp_path / "content" / "pages", tmp_path / "content")
    told = dict(folder_problems(found, pages, sources, tmp_path / "site"))
    assert told == {
        "docs_dir": "a link that leads out of the content folder is not followed; make it a folder"
    }


@pytest.mark.parametrize(
    ("cache", "told"),
    [
        (".cache/digest", None),
        ("tmp/kept", None),
        ("..", "it holds this configuration"),
        (".", "it holds this configuration"),
        ("content", "it lies in content"),
        ("content/.cache", "it lies in content"),
        ("site/kept", "it lies in site"),
        ("mkdocs.yml", "this is no folder"),
        ("x" * 300, "no folder can have this name"),
    ],
)
def test_what_builds_keep_stands_where_nothing_else_does(
    tmp_path: Path, cache: str, told: str | None
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text("", "utf-8")
    others = (tmp_path / "content", tmp_path / "site")
    said = list(cache_problem(tmp_path / cache, tmp_path, others))
    assert [one.startswith(told or "-") for one in said] == ([True] if told else [])


def test_pages_that_are_reached_by_another_way_are_still_those_of_the_content(tmp_path: Path) -> None:
    (tmp_path / "content" / "pages").mkdir(parents=True)
    (tmp_path / "way").symlink_to(tmp_path / "content")
    found, pages, sources = layout_of(tmp_path / "way" / "pages", tmp_path / "content")
    assert (found, pages, sources) == (Layout.OWN, tmp_path / "content/pages", tmp_path / "content")
    assert list(folder_problems(found, pages, sources, tmp_path / "site")) == []
