"""Sources of a content folder that stand in a finished site."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.compare.leaked import leaked

TEXT = "The harbour is open again, and the crane that stood broken since May turns. " * 2


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name in ("articles/may/harbour.md", "outlets.yml", "translations/es.po"):
        file = tmp_path / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{name}\n{TEXT}", encoding="utf-8")
    return tmp_path / "content"


def site_with(content: Path, **files: str) -> Path:
    """Return a folder of a site with files of these names and texts."""
    site = content.parent / "site"
    for name, text in files.items():
        file = site / name.replace("__", "/").replace("_", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return site


def test_a_source_is_named_whatever_it_is_called_in_the_site(content: Path) -> None:
    source = (content / "articles/may/harbour.md").read_text(encoding="utf-8")
    site = site_with(content, a__b__note_txt=source, index_html=TEXT)
    assert list(leaked(site, content, ())) == [
        (
            "a/b/note.txt",
            "is content/articles/may/harbour.md as it is, and sources are never published; delete it",
        )
    ]


@pytest.mark.parametrize("name", ["outlets.yml", "translations/es.po"])
def test_data_files_and_memories_are_sources_too(content: Path, name: str) -> None:
    site = site_with(content, x_bin=(content / name).read_text(encoding="utf-8"))
    assert [path for path, _ in leaked(site, content, ())] == ["x.bin"]


def test_what_the_digest_builds_and_texts_as_long_as_a_source_are_no_sources(content: Path) -> None:
    source = (content / "outlets.yml").read_text(encoding="utf-8")
    site = site_with(content, built_yml=source, other_txt=source[::-1])
    assert list(leaked(site, content, {"built.yml"})) == []


def test_a_file_that_holds_next_to_nothing_may_be_anybodys(content: Path) -> None:
    (content / "topics.yml").write_text("{}\n", encoding="utf-8")
    assert list(leaked(site_with(content, any_json="{}\n"), content, ())) == []


def test_a_repository_at_the_top_of_a_site_is_not_looked_into(content: Path) -> None:
    source = (content / "outlets.yml").read_text(encoding="utf-8")
    site = site_with(content, index_html=TEXT)
    hidden = site / ".git" / "outlets"
    hidden.parent.mkdir()
    hidden.write_text(source, encoding="utf-8")
    assert list(leaked(site, content, ())) == []
