"""Other plugins and hooks of a site's owner: what they add is theirs, and hides nothing of ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from finished import Finished
from sites import MKDOCS_YML, a_site, run, write

from digest.build import build
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
