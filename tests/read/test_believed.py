"""Nobody's words come out of a cache alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from folders import a_markdown
from sites import ROOT

from digest.cache import Cache, opened
from digest.config import load_settings
from digest.model import Settings
from digest.read import read
from digest.read.believed import is_believed


def settings(folder: Path) -> Settings:
    return Settings(
        content_dir=folder / "content",
        cache_dir=folder / ".cache",
        languages=("en",),
        site_name="x",
        site_url="https://x.example/",
    )


def test_texts_of_the_sample_are_their_files_own() -> None:
    made = load_settings(str(ROOT / "mkdocs.yml"))
    articles = read(made).articles
    assert articles
    assert all(is_believed(one, (made.content_dir / one.path).read_bytes()) for one in articles)


@pytest.mark.parametrize(
    ("path", "data", "text", "is_its_own"),
    [
        ("a.md", "“We *will* [build](https://x.example/a) it.”", "“We will build it.”", True),
        ("a.md", "“We will build it.”", "“We will not build it.”", False),
        ("a.md", "“We will not build it.”", "“We will build it.”", False),
        ("a.html", "<p>We <b>will</b> build&nbsp;it &amp; more</p>", "We will build it & more", True),
        ("a.html", "<p>We will build it</p><p>They won’t</p>", "We will build it\n\nThey won’t", True),
        ("a.html", "<p>We will build it</p>", "We will burn it", False),
        ("a.txt", "Cafe\u0301 opens", "Café opens", True),
    ],
)
def test_a_paragraph_is_in_its_file_in_one_piece(
    path: str, data: str, text: str, *, is_its_own: bool
) -> None:
    made = load_settings(str(ROOT / "mkdocs.yml"))
    article = replace(read(made).articles[0], path=path, text=text)
    assert is_believed(article, data.encode()) is is_its_own
    assert not is_believed(article, data.encode("utf-16"))


def test_words_that_somebody_wrote_into_the_cache_are_read_anew(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    (folder / "articles").mkdir(parents=True)
    (folder / "outlets.yml").write_text("newsweek: {name: Newsweek, language: en}\n", encoding="utf-8")
    text = a_markdown(text="“Nobody will be left behind this year,” Ann Example said.")
    (folder / "articles" / "a.md").write_text(text, encoding="utf-8")
    right = read(settings(tmp_path))

    class Altering(Cache):
        def put(self, kind: str, key: bytes, value: bytes) -> None:
            super().put(kind, key, value.replace(b"Nobody", b"All of"))

    cache = Altering(tmp_path / ".cache")
    read(settings(tmp_path), cache=cache)
    cache.close()
    with opened(tmp_path / ".cache") as cache:
        assert read(settings(tmp_path), cache=cache) == right
    assert "Nobody" in right.articles[0].text
