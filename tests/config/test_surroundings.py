"""`digest.config.surroundings`: what a configuration says of the whole site, wherever it is odd or missing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from digest.config.source import source_of
from digest.config.surroundings import Surroundings, surroundings_of
from digest.errors import ConfigError
from digest.model import Layout, Script

HEAD = "site_name: Harbour News\nsite_url: https://example.org/news/\n"


def surroundings(folder: Path, yml: str) -> tuple[Surroundings, Any, list[str]]:
    (folder / "mkdocs.yml").write_text(yml, encoding="utf-8")
    site, options, problems = surroundings_of(source_of(folder / "mkdocs.yml"))
    return site, options, [one.replace(f"{folder}/", "") for one in problems]


def test_paths_are_absolute_and_start_at_the_configuration(tmp_path: Path) -> None:
    site, *_ = surroundings(tmp_path, f"{HEAD}docs_dir: a/../b\nsite_dir: /srv/out\nplugins: [digest]\n")
    assert (site.folder, site.docs_dir, site.site_dir) == (tmp_path, tmp_path / "b", Path("/srv/out"))


def test_what_mkdocs_has_defaults_for_has_the_same_here(tmp_path: Path) -> None:
    site, options, problems = surroundings(tmp_path, f"{HEAD}plugins: [digest]\n")
    assert (site.docs_dir, site.site_dir) == (tmp_path / "docs", tmp_path / "site")
    assert site.use_directory_urls
    assert site.custom_dir is None
    assert (options, problems) == ({}, [])


@pytest.mark.parametrize(
    ("written", "script"),
    [
        ("a.js", Script(path="a.js")),
        ("a.mjs", Script(path="a.mjs", type="module")),
        ("{path: a.mjs}", Script(path="a.mjs")),
        ("{path: a.js, defer: true}", Script(path="a.js", defer=True)),
        ("{path: a.js, async: true, type: module}", Script(path="a.js", type="module", is_async=True)),
        ("{path: a.js, defer: 'yes'}", Script(path="a.js")),
    ],
)
def test_the_owners_scripts_are_read_as_mkdocs_reads_them(
    tmp_path: Path, written: str, script: Script
) -> None:
    site, *_ = surroundings(tmp_path, f"{HEAD}plugins: [digest]\nextra_javascript:\n- {written}\n")
    assert site.scripts == (script,)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("js/a.js", "/news/js/a.js"),
        ("/a.js", "/a.js"),
        ("https://example.net/a.js", "https://example.net/a.js"),
        ("//example.net/a.js", "//example.net/a.js"),
    ],
)
def test_a_script_is_found_from_any_folder_of_a_host(tmp_path: Path, path: str, found: str) -> None:
    site, *_ = surroundings(tmp_path, f"{HEAD}plugins: [digest]\n")
    assert site.rooted(Script(path=path)).path == found


@pytest.mark.parametrize(
    ("written", "extensions"),
    [
        ("[tables, {toc: {permalink: true}}]", [("tables", {}), ("toc", {"permalink": True})]),
        ("{tables: , toc: {permalink: true}}", [("tables", {}), ("toc", {"permalink": True})]),
        ("[{toc: 3}, 7]", [("toc", {})]),
        ("tables", []),
    ],
)
def test_extensions_are_a_list_or_a_mapping(
    tmp_path: Path, written: str, extensions: list[tuple[str, dict[str, object]]]
) -> None:
    site, *_ = surroundings(tmp_path, f"{HEAD}plugins: [digest]\nmarkdown_extensions: {written}\n")
    assert list(site.markdown_extensions) == extensions


def test_what_a_site_keeps_to_itself_are_both_lists_of_patterns(tmp_path: Path) -> None:
    yml = f"{HEAD}plugins: [digest]\nexclude_docs: |\n  a/\ndraft_docs: |\n  b/\n"
    assert surroundings(tmp_path, yml)[0].exclude_docs.split() == ["a/", "b/"]


@pytest.mark.parametrize(
    ("yml", "wrong"),
    [
        ("site_url: https://example.org/\nplugins: [digest]\n", "mkdocs.yml: site_name is missing"),
        (f"{HEAD}", "mkdocs.yml: the plugin is not listed"),
        (f"{HEAD}plugins: [search]\n", "mkdocs.yml:3: the plugin is not listed"),
        (f"{HEAD}plugins: [digest, digest]\n", "the plugin is listed 2 times"),
        (f"{HEAD}plugins:\n- digest: [en]\n", "write options under “- digest:”"),
        (f"{HEAD}plugins:\n- digest:\n    jobs: 2\n    jobs: 3\n", "“jobs” stands here again"),
        (f"{HEAD}plugins: [digest]\nsite_name: Two\n", "mkdocs.yml:4: “site_name” stands here again"),
        (
            "site_name: [a]\nsite_url: https://example.org/\nplugins: [digest]\n",
            "site_name: write one line of",
        ),
        (f"{HEAD}plugins: [digest]\ndocs_dir: 7\n", "mkdocs.yml:4: docs_dir: write one line of text"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, yml: str, wrong: str) -> None:
    problems = surroundings(tmp_path, yml)[2]
    assert len(problems) == 1
    assert wrong in problems[0]


def test_what_mkdocs_takes_for_any_plugin_is_no_option_of_ours(tmp_path: Path) -> None:
    options = surroundings(tmp_path, f"{HEAD}plugins:\n- digest: {{enabled: false, jobs: 2}}\n")[1]
    assert options == {"jobs": 2}


@pytest.mark.parametrize(
    ("url", "wrong"),
    [
        ("", "site_url: is missing"),
        ("example.org", "write a whole address"),
        ("ftp://example.org/", "write a whole address"),
        ("https://", "write a whole address"),
        ("https://[::1", "write a whole address"),
    ],
)
def test_an_address_of_the_site_is_a_whole_one(tmp_path: Path, url: str, wrong: str) -> None:
    yml = f"site_name: A\nsite_url: '{url}'\ndocs_dir: content/pages\nplugins: [digest]\n"
    (tmp_path / "mkdocs.yml").write_text(yml, encoding="utf-8")
    source = source_of(tmp_path / "mkdocs.yml")
    site, *_ = surroundings_of(source)
    content = tmp_path / "content"
    (problem,) = site.problems(source, Layout.OWN, content / "pages", content)
    assert problem.partition("mkdocs.yml:2: ")[2].startswith("site_url: ")
    assert wrong in problem


def test_an_unfinished_merge_is_named_by_its_line_also_in_an_inherited_file(tmp_path: Path) -> None:
    base = "site_name: x\n<<<<<<< HEAD\nplugins: [digest]\n=======\nplugins: []\n>>>>>>> b\n"
    (tmp_path / "base.yml").write_text(base, encoding="utf-8")
    with pytest.raises(
        ConfigError, match=r"base\.yml:2: an unresolved merge conflict; keep one side and dele"
    ):
        surroundings(tmp_path, "INHERIT: base.yml\n")


@pytest.mark.parametrize(
    ("written", "directories"), [("false", False), ("true", True), ("", True), ("no", False)]
)
def test_pages_have_folders_of_their_own_unless_the_owner_wants_files(
    tmp_path: Path, written: str, *, directories: bool
) -> None:
    site, *_ = surroundings(tmp_path, f"{HEAD}use_directory_urls: {written}\nplugins: [digest]\n")
    assert site.use_directory_urls is directories
