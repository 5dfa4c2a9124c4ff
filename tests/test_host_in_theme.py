"""A guest's pages inside of its host's theme: its header, navigation and search, and nothing else of it changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sites import MKDOCS_YML, a_site, run
from test_host import DIGEST, a_host, outside

IN_THEME = f"{DIGEST}      frame: theme\n"


@pytest.fixture(scope="module")
def in_theme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = a_host(tmp_path_factory.mktemp("in_theme"), digest=IN_THEME)
    result = run("mkdocs", "build", "--strict", folder=folder)
    assert result.returncode == 0, result.stderr
    return folder / "site"


def test_in_the_themes_frame_pages_have_its_header_navigation_and_the_owners_changes(in_theme: Path) -> None:
    page = (in_theme / "digest/es/article/wtop/wtop/index.html").read_text(encoding="utf-8")
    for theirs in (
        "An announcement.",
        'class="md-header',
        "md-search",
        "Guide",
        "own.css",
        "js/own.js",
        "md-tabs",
    ):
        assert theirs in page
    assert '<html lang="es"' in page
    assert '<div class="digest" lang="es" dir="ltr">' in page
    for way in ("topics/", "people/", "archive/", "search/"):
        assert f'href="../../../{way}"' in page
    assert "assets/digest/inside.css" in page
    assert "assets/digest/digest.css" not in page
    assert page.count("<title>") == page.count('name="viewport"') == page.count('rel="canonical"') == 1
    assert "Content-Security-Policy" not in page


def test_in_the_themes_frame_the_owners_pages_stay_as_they_are_and_their_search_finds_stories(
    in_theme: Path, tmp_path: Path
) -> None:
    folder = a_host(tmp_path, digest="")
    assert run("mkdocs", "build", "--strict", folder=folder).returncode == 0
    index = "search/search_index.json"
    with_it, without = outside(in_theme), outside(folder / "site")
    found = {entry["location"] for entry in json.loads(with_it.pop(index))["docs"]}
    known = {entry["location"] for entry in json.loads(without.pop(index))["docs"]}
    assert with_it == without
    assert known < found
    assert all(path.startswith("digest/en/") for path in found - known)
    assert any(path.startswith("digest/en/story/") for path in found - known)


def test_quotations_in_the_themes_frame_are_verified_where_they_stand(in_theme: Path) -> None:
    checked = run("digest", "check", "--site", "site", folder=in_theme.parent)
    assert checked.returncode == 0, checked.stderr
    assert "0 quotations" not in checked.stderr


def test_going_from_a_page_of_ours_to_one_of_the_owners_takes_no_language_or_direction_along(
    in_theme: Path,
) -> None:
    def features(path: str) -> list[str]:
        page = (in_theme / path).read_text(encoding="utf-8")
        told = page.partition('<script id="__config" type="application/json">')[2].partition("</script>")[0]
        found: list[str] = json.loads(told)["features"]
        return found

    assert features("index.html") == ["navigation.tabs", "navigation.instant", "search.suggest"]
    assert features("digest/es/index.html") == ["navigation.tabs", "search.suggest"]


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_other_themes_have_a_frame_as_well(tmp_path: Path, theme: str) -> None:
    yml = f"site_name: Owner's Site\nsite_url: https://example.org/site/\ntheme: {theme}\nplugins:\n  - search\n"
    result = run("mkdocs", "build", folder=a_host(tmp_path, yml, digest=IN_THEME))
    assert result.returncode == 0, result.stderr
    page = (tmp_path / "site/digest/en/index.html").read_text(encoding="utf-8")
    assert page.count('<div class="digest"') == page.count("<title>") == 1
    assert "Guide" in page


def test_a_theme_has_no_frame_for_a_digest_that_is_the_whole_site(tmp_path: Path) -> None:
    result = run("digest", "check", folder=a_site(tmp_path, mkdocs_yml=f"{MKDOCS_YML}      frame: theme\n"))
    assert result.returncode == 1
    assert "digest.frame: theme is for a digest inside of another site" in result.stderr
