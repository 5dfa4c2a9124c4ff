"""Other plugins and hooks of a site's owner: what they add is theirs, and hides nothing of ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from finished import Finished
from sites import MKDOCS_YML, a_site, run, write

from digest.build import build
from digest.compare import compare_site
from digest.config import load_site

ABOUT = {"pages/en/about.md": "# About us\n\nWe are made up.\n"}
STORY = "en/story/newsweek/newsweek/index.html"
BOTH_FIRST = MKDOCS_YML.replace("plugins:\n", "plugins:\n  - search\n").replace("[en, es, fr, ar]", "[en]")


def built(folder: Path, yml: str, hooks: str = "", *, site: str = "site") -> Finished:
    a_site(folder, ABOUT, mkdocs_yml=f"{yml}hooks: [hooks.py]\n" if hooks else yml)
    write(folder / "hooks.py", hooks)
    done = run("mkdocs", "build", folder=folder)
    assert done.returncode == 0, done.stderr
    settings, around = load_site(str(folder / "mkdocs.yml"))
    return Finished(build(settings), around, folder / site)


AS_GUEST = "      prefix: digest/\n"


@pytest.mark.parametrize(
    ("theme", "frame"),
    [("mkdocs", AS_GUEST), ("readthedocs", ""), ("readthedocs", f"{AS_GUEST}      frame: theme\n")],
)
def test_a_site_is_as_its_content_builds_it_though_a_search_is_listed_first(
    tmp_path: Path, theme: str, frame: str
) -> None:
    yml = BOTH_FIRST.replace("name: material", f"name: {theme}") + frame
    site = built(tmp_path, yml, site="site/digest" if frame else "site")
    assert site.faults() == []


ADDS = """
from mkdocs.plugins import event_priority


@event_priority(100)
def on_config(config):
    config.extra_javascript.append("https://charts.example.org/charts.js")
    config.extra_css.append("charts.css")
    return config
"""


def test_what_another_plugin_adds_to_every_page_stands_in_pages_in_markdown_alone(tmp_path: Path) -> None:
    site = built(tmp_path, BOTH_FIRST.replace("name: material", "name: mkdocs"), ADDS)
    about = (site.folder / "en/about/index.html").read_text("utf-8")
    assert "charts.js" in about
    assert "charts.css" in about
    assert "charts" not in (site.folder / STORY).read_text("utf-8")
    assert site.faults() == []


AFTERWARDS = """
def on_post_page(output, page, config):
    from mkdocs.utils import get_relative_url

    lightbox = get_relative_url("assets/lightbox.js", page.url)
    head = f"<style>.lightbox {{ color: red }}</style><script src={lightbox}></script></head>"
    return output.replace("</head>", head).replace("</body>", "<script>lightbox()</script></body>")
"""


def test_scripts_that_a_plugin_puts_into_every_finished_page_are_told_once_and_in_one_page_they_differ(
    tmp_path: Path,
) -> None:
    site = built(tmp_path, BOTH_FIRST, AFTERWARDS)
    told: list[str] = []
    assert compare_site(site.digest, site.around, site.folder, tell=told.append) == (2, True)
    [line] = told
    assert "every page of the digest's also has “<script" in line
    assert " and 2 more" in line
    page = site.folder / STORY
    whole = page.read_text("utf-8")
    for more in (
        "<script>other()</script>",
        "<script src=/other.js></script>",
        "<style>main { display: none }</style>",
    ):
        page.write_text(whole.replace("</head>", f"{more}</head>"), "utf-8")
        assert [fault.partition(": ")[0] for fault in site.faults()] == [STORY]


@pytest.mark.parametrize(
    "more",
    [
        "<script src=https://other.example/x.js></script>",
        '<script type="application/ld+json">{"@type": "Quotation"}</script>',
        "<p>I am made up.</p>",
    ],
)
def test_data_words_and_what_comes_from_other_hosts_differ_also_where_they_are_in_every_page(
    whole: Finished, site: Finished, more: str
) -> None:
    for page in site.folder.rglob("*.html"):
        page.write_text(page.read_text("utf-8").replace("</head>", f"</head>{more}"), "utf-8")
    assert STORY in [fault.partition(": ")[0] for fault in site.faults()]
