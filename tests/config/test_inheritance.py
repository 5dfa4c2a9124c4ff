"""Configurations that lay themselves over others: what wins, and which line is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.config.source import Source, source_of
from digest.errors import ConfigError


def source(folder: Path, **files: str) -> Source:
    for name, text in files.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return source_of(folder / "mkdocs.yml")


BASE = "site_name: Base\nplugins:\n  digest:\n    languages: [en, es]\n    feeds:\n      formats: [atom]\n"


@pytest.mark.parametrize(
    ("own", "plugins"),
    [
        ("", {"digest": {"languages": ["en", "es"], "feeds": {"formats": ["atom"]}}}),
        # A mapping is laid over a mapping at any depth, anything else takes the place of what was there.
        (
            "plugins: {digest: {languages: [de]}}\n",
            {"digest": {"languages": ["de"], "feeds": {"formats": ["atom"]}}},
        ),
        (
            "plugins: {digest: {feeds: {of: [topic]}}}\n",
            {"digest": {"languages": ["en", "es"], "feeds": {"formats": ["atom"], "of": ["topic"]}}},
        ),
        ("plugins: [search, digest]\n", ["search", "digest"]),
        ("plugins:\n", None),
    ],
)
def test_what_a_file_says_is_laid_over_what_it_inherits(tmp_path: Path, own: str, plugins: object) -> None:
    assert source(tmp_path, mkdocs=f"INHERIT: base.yml\n{own}", base=BASE).values["plugins"] == plugins


def test_the_line_that_is_told_of_a_value_is_that_of_the_file_that_has_the_last_word(tmp_path: Path) -> None:
    own = "INHERIT: base.yml\nplugins:\n  digest:\n    languages: [de]\n"
    found = source(tmp_path, mkdocs=own, base=BASE)
    assert found.place("plugins", "digest", "languages") == f"{tmp_path / 'mkdocs.yml'}:4"
    assert found.place("plugins", "digest", "feeds") == f"{tmp_path / 'base.yml'}:5"
    assert found.place("plugins", "digest", "jobs") == f"{tmp_path / 'mkdocs.yml'}:3"
    assert found.place("site_url") == str(tmp_path / "mkdocs.yml")


@pytest.mark.parametrize("file", ["mkdocs", "base", "grandparent"])
def test_a_key_that_stands_twice_is_told_of_every_file_that_is_inherited(tmp_path: Path, file: str) -> None:
    files = {"mkdocs": "INHERIT: base.yml\n", "base": "INHERIT: grandparent.yml\n", "grandparent": ""}
    files[file] += "site_name: A\nsite_name: B\n"
    assert source(tmp_path, **files).twice == (("site_name",),)


@pytest.mark.parametrize("last", ["mkdocs", "base", "grandparent"])
def test_files_that_inherit_from_one_another_in_a_circle_are_named(tmp_path: Path, last: str) -> None:
    files = {"mkdocs": "INHERIT: base.yml\n", "base": "INHERIT: grandparent.yml\n"}
    files["grandparent"] = f"INHERIT: {last}.yml\n"
    with pytest.raises(ConfigError, match=f"{last}.yml inherits from this file; take one of the two out"):
        source(tmp_path, **files)


def test_an_inherited_file_is_found_from_the_folder_of_the_one_that_names_it(tmp_path: Path) -> None:
    for folder, text in {"a": "INHERIT: ../b/base.yml\n", "b": "INHERIT: more.yml\n"}.items():
        (tmp_path / folder).mkdir()
        (tmp_path / folder / ("mkdocs.yml" if folder == "a" else "base.yml")).write_text(text, "utf-8")
    (tmp_path / "b" / "more.yml").write_text("site_name: Far away\n", "utf-8")
    assert source_of(tmp_path / "a" / "mkdocs.yml").values["site_name"] == "Far away"


@pytest.mark.parametrize(
    ("written", "set_to", "value"),
    [
        ("!ENV SITE", "News", "News"),
        ("!ENV SITE", None, None),
        ("!ENV [SITE, Ours]", None, "Ours"),
        ("!ENV [OTHER, SITE, Ours]", "News", "News"),
        ("!ENV [SITE]", None, None),
        ("!ENV SITE", "true", True),
        ("!ENV SITE", "3", 3),
        ("!ENV SITE", "", None),
        ("!ENV SITE", "a: b", "a: b"),
        ("!ENV [SITE, [a, b]]", None, ["a", "b"]),
    ],
)
def test_a_variable_is_what_yaml_would_make_of_it_and_its_default_is_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, set_to: str | None, value: object
) -> None:
    monkeypatch.delenv("OTHER", raising=False)
    monkeypatch.delenv("SITE", raising=False)
    if set_to is not None:
        monkeypatch.setenv("SITE", set_to)
    assert source(tmp_path, mkdocs=f"site_name: {written}\n").values["site_name"] == value
