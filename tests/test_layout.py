"""Where sources stand to the pages that a generator publishes: in a site of its own, an old one, a host."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sites import MKDOCS_YML, ROOT, a_site, built, run, tree, write

from digest.config import load_settings
from digest.errors import ConfigError
from digest.model import Layout

OWN_YML = MKDOCS_YML.replace("[en, es, fr, ar]", "[en]")
OLD_YML = OWN_YML.replace("docs_dir: content/pages", "docs_dir: content")
HOST_YML = OWN_YML.replace("docs_dir: content/pages", "docs_dir: docs")
DRAFT = "---\ntitle: SECRET\noutlet: wtop\nlanguage: es\ndraft: true\n---\nSECRET\n"
PAGE = "# About us\n"


def holds(site: Path, word: bytes) -> list[str]:
    return [path for path, content in tree(site).items() if word in content]


def test_the_old_layout_builds_the_same_pages_with_a_notice_that_fails_nothing(tmp_path: Path) -> None:
    old = a_site(tmp_path / "old", {"en/about.md": PAGE}, mkdocs_yml=OLD_YML)
    result = run("mkdocs", "build", "--strict", folder=old)
    assert result.returncode == 0, result.stderr
    assert result.stderr.count("run digest migrate") == 1
    assert tree(old / "site") == tree(
        built(a_site(tmp_path / "new", {"pages/en/about.md": PAGE}, mkdocs_yml=OWN_YML), "--strict")
    )
    checked = run("digest", "check", "--strict", folder=old)
    assert (checked.returncode, checked.stdout) == (0, "")
    assert checked.stderr.count("mkdocs.yml: notice: docs_dir is the content folder itself") == 1


PLACES = ("article/x.md", "Articles/x.md", ".articles/x.md", "en/articles/x.md", "x.md", "pages/x.md")


@pytest.mark.parametrize("yml", [OLD_YML, OWN_YML], ids=["old", "new"])
def test_articles_that_stand_in_wrong_places_are_named_once_each_and_published_nowhere(
    tmp_path: Path, yml: str
) -> None:
    folder = a_site(tmp_path, dict.fromkeys(PLACES, DRAFT), mkdocs_yml=yml)
    result = run("mkdocs", "build", "--strict", folder=folder)
    assert result.returncode == 1
    for path in PLACES:
        assert result.stderr.count(f" content/{path}:1: “outlet:” makes this an article") == 1
    assert holds(folder / "site", b"SECRET") == []
    assert (folder / "site/en/article/wtop/wtop/index.html").is_file()


def test_what_links_lead_to_outside_of_the_pages_reaches_no_site(tmp_path: Path) -> None:
    folder = a_site(tmp_path / "site", {"pages/en/about.md": PAGE}, mkdocs_yml=OWN_YML)
    write(tmp_path / "outside/page.md", "SECRET\n")
    write(tmp_path / "outside/map.svg", "<svg>SECRET</svg>\n")
    (folder / "content/pages/en/linked.md").symlink_to(tmp_path / "outside/page.md")
    (folder / "content/pages/map.svg").symlink_to(tmp_path / "outside/map.svg")
    (folder / "content/pages/evidence").symlink_to(tmp_path / "outside")
    site = built(folder)
    assert holds(site, b"SECRET") == []
    assert (site / "en/about/index.html").is_file()
    checked = run("digest", "check", folder=folder)
    assert [line.partition(":")[0] for line in checked.stdout.splitlines()] == [
        "content/pages/en/linked.md",
        "content/pages/evidence",
        "content/pages/map.svg",
    ]


def test_folders_of_pages_that_lead_to_one_another_end_the_build_before_it_walks_in_circles(
    tmp_path: Path,
) -> None:
    folder = a_site(tmp_path, {"pages/en/about.md": PAGE}, mkdocs_yml=OWN_YML)
    (folder / "content/pages/back").symlink_to(".")
    assert (built(folder) / "en/about/index.html").is_file()
    (folder / "content/pages/again").symlink_to(".")
    result = run("mkdocs", "build", folder=folder)
    assert result.returncode == 1
    assert "links to folders lead to one another in circles" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("half", ["[half](http://[x)", "![half](https://[::1/a.png)"])
def test_half_an_address_in_an_ordinary_page_is_named_with_its_page(tmp_path: Path, half: str) -> None:
    files = {"pages/en/about.md": PAGE, "pages/en/odd.md": f"# Odd\n\n{half}\n"}
    result = run("mkdocs", "build", folder=a_site(tmp_path, files, mkdocs_yml=OWN_YML))
    assert result.returncode == 1
    assert "en/odd.md: http" in result.stderr
    assert "is no address" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_translation_that_is_a_link_out_is_not_read(tmp_path: Path) -> None:
    folder = a_site(tmp_path / "site")
    write(tmp_path / "outside.po", 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n')
    (folder / "content/translations/es-en").mkdir(parents=True)
    (folder / "content/translations/es-en/2025-12.po").symlink_to(tmp_path / "outside.po")
    checked = run("digest", "check", folder=folder)
    assert "translations/es-en/2025-12.po:1: error: no file of the content folder" in checked.stdout


def test_in_a_host_nothing_of_the_owners_is_a_source_and_nothing_is_left_out(tmp_path: Path) -> None:
    folder = a_site(tmp_path, mkdocs_yml=HOST_YML)
    write(folder / "docs/articles/ours.md", "---\ntitle: Ours\nquotes: 3\n---\nA page of theirs.\n")
    write(folder / "docs/README.md", "# Home\n")
    write(folder / "docs/data.json", "{}")
    assert load_settings(str(folder / "mkdocs.yml")).layout is Layout.HOST
    site = built(folder, "--strict")
    assert "A page of theirs." in (site / "articles/ours/index.html").read_text(encoding="utf-8")
    assert (site / "data.json").read_text(encoding="utf-8") == "{}"


@pytest.mark.parametrize(
    ("yml", "said"),
    [
        (OLD_YML, "docs_dir: it holds content_dir (content)"),
        (OWN_YML.replace("content/pages", "content/articles"), "a folder of sources cannot be published"),
        (f"{OWN_YML}site_dir: content/site\n", "site_dir: it lies inside content"),
        (f"{HOST_YML}      content_dir: docs/news\n", "docs_dir: it holds content_dir (news)"),
    ],
    ids=["no data", "sources as pages", "site among sources", "sources among pages"],
)
def test_folders_that_would_publish_sources_are_refused(tmp_path: Path, yml: str, said: str) -> None:
    for name in ("content/articles", "content/pages", "docs/news"):
        (tmp_path / name).mkdir(parents=True)
    write(tmp_path / "mkdocs.yml", yml)
    with pytest.raises(ConfigError, match=r"mkdocs\.yml:\d+: ") as caught:
        load_settings(str(tmp_path / "mkdocs.yml"))
    assert said in str(caught.value)


def test_a_content_folder_that_is_a_link_to_itself_is_named(tmp_path: Path) -> None:
    (tmp_path / "content").symlink_to("content")
    write(tmp_path / "mkdocs.yml", OWN_YML)
    with pytest.raises(ConfigError, match="content_dir: this link leads to itself"):
        load_settings(str(tmp_path / "mkdocs.yml"))


def test_a_folder_of_another_name_holds_the_sources_that_content_dir_names(tmp_path: Path) -> None:
    folder = a_site(tmp_path, mkdocs_yml=OWN_YML)
    (folder / "content").rename(folder / "news")
    write(folder / "mkdocs.yml", OWN_YML.replace("content/", "news/") + "      content_dir: news\n")
    assert (built(folder, "--strict") / "en/article/wtop/wtop/index.html").is_file()


SOURCES = (b"outlet:", b"caraota-digital", b"msgid", b"written_by")


def test_mkdocs_without_the_plugin_publishes_no_source(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    yml = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    write(tmp_path / "mkdocs.yml", yml[: yml.index("plugins:")])
    assert_pages_alone(built(tmp_path))


def test_a_generator_that_runs_no_plugins_publishes_no_source(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    write(tmp_path / "content/pages/articles/stray.md", DRAFT)
    zensical = Path(sys.executable).with_name("zensical")
    done = subprocess.run(
        [zensical, "build"],
        cwd=tmp_path,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert_pages_alone(tmp_path / "site")


def assert_pages_alone(site: Path) -> None:
    """See that the output holds the pages of the sample, and nothing of its sources."""
    pages = {path for path in tree(site) if path.endswith("index.html")}
    assert pages == {f"{code}/about/index.html" for code in ("en", "es", "fr", "ar", "pt")}
    suffixes = {Path(path).suffix for path in tree(site) if not path.startswith("assets/")}
    assert suffixes <= {".html", ".xml", ".gz", ".json"}
    assert [word for word in SOURCES for path in holds(site, word) if not path.startswith("assets/")] == []
