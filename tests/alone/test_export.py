"""An export is built by another generator that knows nothing of us, and its quotations stand as they were printed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from digests import WTOP, a_digest, settings
from golden_cases import rows
from sites import ROOT, a_site, run, tree, write

from digest.alone.export import ExportForm, export
from digest.model import ArticleId, Story


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = a_site(tmp_path_factory.mktemp("exporting"))
    for form in ("markdown", "html"):
        done = run("digest", "export", form, "--format", form, folder=folder)
        assert done.returncode == 0, done.stderr
    return folder


def keys(file: Path) -> dict[str, object]:
    _, front, _ = file.read_text(encoding="utf-8").split("---\n", 2)
    found = yaml.safe_load(front)
    assert isinstance(found, dict)
    return found


def test_each_language_is_a_folder_of_pages_with_front_matter(site: Path) -> None:
    page = site / "markdown/es/article/wtop/wtop/index.md"
    found = keys(page)
    assert found["lang"] == "es"
    assert found["url"] == "/es/article/wtop/wtop/"
    assert found["save_as"] == "es/article/wtop/wtop/index.html"
    assert found["slug"] == keys(site / "markdown/ar/article/wtop/wtop/index.md")["slug"]
    text = page.read_text(encoding="utf-8")
    assert "<blockquote" in text
    assert 'lang="es"' in text
    assert "\n\n" not in text.split("---\n\n", 1)[1]


def test_a_story_has_its_day_and_a_feed_goes_along(site: Path) -> None:
    story = next((site / "markdown/en/story").rglob("index.md"))
    assert str(keys(story)["date"]).startswith("2025-12-")
    assert (site / "markdown/en/feed.xml").is_file()


def test_sources_search_and_scripts_stay_at_home(site: Path) -> None:
    paths = set(tree(site / "markdown"))
    assert not any(path.endswith((".yml", ".js", ".po")) or "search" in path for path in paths)
    assert "<script" not in (site / "markdown/en/index.md").read_text(encoding="utf-8")


def test_for_hugo_no_page_makes_a_section_whose_list_would_take_an_address(site: Path) -> None:
    names = {path for path in tree(site / "html") if path.endswith(".html")}
    assert "en/_index.html" in names
    assert all(path.count("/") == 1 for path in names)
    assert keys(site / "html/en/article--wtop--wtop.html")["url"] == "/en/article/wtop/wtop/"


def test_an_export_is_written_again_and_never_over_anything_else(site: Path, tmp_path: Path) -> None:
    before = tree(site / "markdown")
    assert run("digest", "export", "markdown", folder=site).returncode == 0
    assert tree(site / "markdown") == before
    write(tmp_path / "mine/notes.md", "Mine.")
    told = run("digest", "export", str(tmp_path / "mine"), folder=site)
    assert told.returncode == 1
    assert "holds files that no export wrote; name an empty or a new folder" in told.stderr
    assert tree(tmp_path / "mine") == {"notes.md": b"Mine."}


def verified(site: Path, built: Path) -> None:
    checked = run("digest", "check", "--site", str(built), folder=site)
    assert checked.returncode == 0, checked.stderr + checked.stdout
    assert "0 quotations" not in checked.stderr


@pytest.mark.thorough
def test_zensical_builds_it_and_every_quotation_is_verified(site: Path, tmp_path: Path) -> None:
    shutil.copytree(site / "markdown", tmp_path / "docs")
    write(
        tmp_path / "mkdocs.yml",
        "site_name: Another\nsite_url: https://example.org/\ntheme:\n  name: material\n",
    )
    zensical = Path(sys.executable).with_name("zensical")
    subprocess.run([zensical, "build"], cwd=tmp_path, check=True, capture_output=True, timeout=120)
    verified(site, tmp_path / "site")


@pytest.mark.thorough
def test_hugo_builds_it_and_every_quotation_is_verified(site: Path, tmp_path: Path) -> None:
    if not shutil.which("hugo"):
        pytest.skip("hugo is not installed")
    shutil.copytree(site / "html", tmp_path / "content")
    write(tmp_path / "config.toml", 'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term"]\n')
    for name in ("single", "list"):
        write(tmp_path / f"layouts/_default/{name}.html", "<main>{{ .Content }}</main>\n")
    subprocess.run(["hugo"], cwd=tmp_path, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "public/en/article/wtop/wtop/index.html").is_file()
    verified(site, tmp_path / "public")


@pytest.mark.thorough
def test_pelican_builds_it_and_every_quotation_is_verified(site: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True, timeout=120)
    pip = [tmp_path / "venv/bin/pip", "--disable-pip-version-check", "--quiet", "install"]
    subprocess.run([*pip, "pelican[markdown]==4.11.0"], check=True, timeout=300)
    shutil.copytree(site / "markdown", tmp_path / "content")
    write(
        tmp_path / "pelicanconf.py",
        """
        SITENAME = "Another"
        PATH = "content"
        TIMEZONE = "UTC"
        DEFAULT_LANG = "en"
        PAGE_PATHS = ["en", "es", "fr", "ar"]
        ARTICLE_PATHS = []
        STATIC_PATHS = ["assets"]
        """,
    )
    subprocess.run(
        [tmp_path / "venv/bin/pelican"], cwd=tmp_path, check=True, capture_output=True, timeout=120
    )
    page = (tmp_path / "output/es/article/wtop/wtop/index.html").read_text(encoding="utf-8")
    assert 'hreflang="ar"' in page  # it knows the same page in another language
    verified(site, tmp_path / "output")


def test_the_documented_settings_are_those_that_were_tried() -> None:
    told = (ROOT / "docs/pages/guide/export.md").read_text(encoding="utf-8")
    for line in ('PAGE_PATHS = ["en", "es"]', "ARTICLE_PATHS = []", 'disableKinds = ["taxonomy", "term"]'):
        assert line in told


TITLES = rows("export/titles.txt")


@pytest.fixture(scope="module")
def titled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an export that has a story under each of the headlines."""
    folder = tmp_path_factory.mktemp("titled") / "out"
    articles = [
        replace(WTOP, id=ArticleId(f"wtop/{number}"), title=title, language="en", published=None)
        for number, (_, title) in enumerate(TITLES)
    ]
    stories = tuple(Story(articles=(article,)) for article in articles)
    made = a_digest(settings=settings(languages=("en",)), stories=stories, utterances=())
    export(made, ExportForm.MARKDOWN, folder)
    return folder


@pytest.mark.parametrize("number", range(len(TITLES)), ids=lambda number: TITLES[number][1])
def test_a_headline_is_the_same_text_for_every_generator(titled: Path, number: int) -> None:
    how, title = TITLES[number]
    page = titled / f"en/story/wtop/{number}/index.md"
    # A space behind a colon that does not break looks the same, and is none to YAML.
    assert keys(page)["title"] in {title, title.replace(": ", ":\u00a0")}
    [line] = [line for line in page.read_text("utf-8").splitlines() if line.startswith("title: ")]
    assert line.endswith('"') is (how == "quoted")
