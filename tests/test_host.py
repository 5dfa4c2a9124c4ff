"""A digest as a guest: a site that is somebody else's stays as it is, to the byte."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sites import ROOT, a_site, run, tree, write

HOST_YML = """
site_name: Owner's Site
site_url: https://example.org/site/
theme:
  name: material
  custom_dir: overrides
  palette: {scheme: slate, primary: indigo}
  features: [navigation.tabs, navigation.instant, search.suggest]
extra_css: [own.css]
extra_javascript: [js/own.js, https://stats.example.org/count.js]
markdown_extensions: [admonition, attr_list]
nav:
  - Home: index.md
  - Guide: [guide/one.md, guide/two.md]
  - Blog: [blog/index.md]
plugins:
  - search
  - blog
  - tags
"""
DIGEST = "  - digest:\n      languages: [en, es]\n"
DATED = "---\ndate: 2026-03-01\ntags: [News]\n---\n"
OWNERS = {
    "docs/index.md": "---\ntags: [Start]\n---\n# Home\n\n!!! note\n    See [the guide](guide/one.md).\n",
    "docs/guide/one.md": "# One\n\nText.\n",
    "docs/guide/two.md": "# Two\n\nText.\n",
    "docs/articles/theirs.md": "---\ntitle: Theirs\noutlet: wtop\nquotes: []\n---\n“A page of the owner’s.”\n",
    "docs/data/README.md": "# Read me\n",
    "docs/blog/index.md": "# Blog\n",
    "docs/blog/posts/first.md": f"{DATED}# First post\n\nExcerpt.\n\n<!-- more -->\n\nThe rest.\n",
    "docs/own.css": "body { color: red }\n",
    "docs/js/own.js": "console.log(1)\n",
    "docs/data/list.yml": "a: 1\n",
    "docs/robots.txt": "User-agent: *\n",
    "docs/_redirects": "/old /new 301\n",
    "overrides/main.html": '{% extends "base.html" %}{% block announce %}An announcement.{% endblock %}\n',
    "overrides/404.html": '{% extends "main.html" %}{% block content %}Gone.{% endblock %}\n',
}


def a_host(folder: Path, yml: str = HOST_YML, *, digest: str = DIGEST) -> Path:
    """Write a site of somebody else's with a digest in it."""
    a_site(folder, mkdocs_yml=f"{yml}{digest}")
    for path, text in OWNERS.items():
        write(folder / path, text)
    return folder


def outside(site: Path, prefix: str = "digest/") -> dict[str, bytes]:
    """Return the site without the digest, and without the moment of its building."""
    return {
        path: content
        for path, content in tree(site).items()
        if not path.startswith(prefix) and path != "sitemap.xml.gz"
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = a_host(tmp_path_factory.mktemp("host"))
    result = run("mkdocs", "build", "--strict", folder=folder)
    assert result.returncode == 0, result.stderr
    return folder / "site"


def test_everything_of_the_owners_is_to_the_byte_as_without_the_plugin(site: Path, tmp_path: Path) -> None:
    folder = a_host(tmp_path, digest="")
    assert run("mkdocs", "build", "--strict", folder=folder).returncode == 0
    assert outside(site) == outside(folder / "site")
    assert {
        "404.html",
        "sitemap.xml",
        "search/search_index.json",
        "_redirects",
        "articles/theirs/index.html",
    } <= set(outside(site))
    assert any(path.startswith("assets/javascripts/bundle") for path in outside(site))


def test_the_digest_stands_under_its_prefix_with_files_of_its_own(site: Path) -> None:
    files = {path.removeprefix("digest/") for path in tree(site) if path.startswith("digest/")}
    assert {
        "index.html",
        "404.html",
        "sitemap.xml",
        "en/index.html",
        "es/feed.xml",
        "assets/digest/digest.css",
    } <= files
    assert any("/search/index/" in path for path in files)
    page = (site / "digest/en/article/wtop/wtop/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.org/site/digest/en/article/wtop/wtop/">' in page
    assert "An announcement." not in page
    assert "<loc>https://example.org/site/digest/en/</loc>" in (site / "digest/sitemap.xml").read_text()


def test_scripts_of_the_owners_run_on_its_pages_and_their_style_does_not(site: Path) -> None:
    page = (site / "digest/es/index.html").read_text(encoding="utf-8")
    assert '<script src="/site/js/own.js"></script>' in page
    assert '<script src="https://stats.example.org/count.js"></script>' in page
    assert "own.css" not in page


def test_the_same_bytes_are_written_by_digest_build_and_nothing_else_is_touched(
    site: Path, tmp_path: Path
) -> None:
    folder = a_host(tmp_path)
    write(folder / "site/index.html", "The owner's.")
    assert run("digest", "build", "--strict", folder=folder).returncode == 0
    built = tree(folder / "site")
    assert built.pop("index.html") == b"The owner's."
    assert built == {path: content for path, content in tree(site).items() if path.startswith("digest/")}


def test_its_quotations_are_verified_where_they_stand(site: Path) -> None:
    checked = run("digest", "check", "--site", "site", folder=site.parent)
    assert checked.returncode == 0, checked.stderr
    assert "0 quotations" not in checked.stderr


def test_another_prefix_moves_it(tmp_path: Path) -> None:
    folder = a_host(tmp_path, digest=f"{DIGEST}      prefix: /press/news\n")
    result = run("mkdocs", "build", "--strict", folder=folder)
    assert result.returncode == 0, result.stderr
    assert (folder / "site/press/news/en/index.html").is_file()
    assert "add to robots.txt: Sitemap: https://example.org/site/press/news/sitemap.xml" in result.stderr


@pytest.mark.parametrize(
    ("prefix", "said"),
    [
        ("''", "digest.prefix: the front page of this site is its owner's; write prefix: digest/"),
        ("../x", "digest.prefix: write a folder of the site, as digest/; this is “../x”"),
        ("[a]", "digest.prefix: write a folder of the site, as digest/; this is a list"),
        ("guide", "guide/one.md: stands under guide/, where the digest stands; write another prefix"),
    ],
)
def test_a_prefix_that_would_write_over_the_owners_is_refused(tmp_path: Path, prefix: str, said: str) -> None:
    folder = a_host(tmp_path, digest=f"{DIGEST}      prefix: {prefix}\n")
    result = run("mkdocs", "build", folder=folder)
    assert result.returncode == 1
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_a_digest_of_its_own_can_stand_under_a_prefix_too(tmp_path: Path) -> None:
    yml = HOST_YML.replace("theme:\n", "docs_dir: content/pages\ntheme:\n").replace("nav:", "not_nav:")
    yml = yml[: yml.index("not_nav:")] + yml[yml.index("plugins:") :].replace("  - blog\n", "")
    folder = a_site(
        tmp_path, {"pages/index.md": "# Start\n"}, mkdocs_yml=f"{yml}{DIGEST}      prefix: news\n"
    )
    (folder / "overrides").mkdir()
    result = run("mkdocs", "build", "--strict", folder=folder)
    assert result.returncode == 0, result.stderr
    assert "Start" in (folder / "site/index.html").read_text(encoding="utf-8")
    assert (folder / "site/news/en/index.html").is_file()


NEIGHBOURS = {
    # Before git-revision-date-localized, which refuses to stand before it.
    "mkdocs-static-i18n==1.3.1": "i18n: {languages: [{locale: en, default: true, name: English, build: true}]}",
    "mkdocs-awesome-nav==3.3.0": "awesome-nav",
    "mkdocs-git-revision-date-localized-plugin==1.6.0": "git-revision-date-localized",
    "mkdocs-macros-plugin==1.5.0": "macros",
    "mkdocs-minify-plugin==0.8.0": "minify: {minify_html: true}",
    "mkdocs-redirects==1.2.3": "redirects: {redirect_maps: {old.md: index.md}}",
    "mkdocs-rss-plugin==1.19.0": "rss: {use_git: false, date_from_meta: {as_creation: date}, match_path: 'blog/posts/.*'}",
}


@pytest.mark.thorough
def test_beside_plugins_that_crash_on_generated_pages_and_others_nothing_of_the_owners_changes(
    tmp_path: Path,
) -> None:
    pip = [
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--quiet",
        "install",
        "--constraint",
        ROOT / "constraints.txt",
    ]
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True, timeout=120)
    python = str(tmp_path / "venv/bin/python")
    subprocess.run([python, *pip, "--editable", ROOT, *NEIGHBOURS], check=True, timeout=600)
    plugins = "".join(f"  - {plugin}\n" for plugin in NEIGHBOURS.values())
    yml = HOST_YML.replace("  - blog\n", f"  - blog\n{plugins}").replace(", navigation.instant", "")
    sites = []
    for name, digest in (("with", DIGEST), ("without", "")):
        folder = a_host(tmp_path / name, yml, digest=digest)
        names = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
        for words in (
            ["init", "-q"],
            ["add", "docs"],
            [*names, "commit", "-qm", "all", "--date=2026-03-01T00:00Z"],
        ):
            subprocess.run(["git", *words], cwd=folder, check=True)
        built = run("mkdocs", "build", folder=folder, python=python, env={"SOURCE_DATE_EPOCH": "1"})
        assert built.returncode == 0, built.stderr
        sites.append(folder / "site")
    assert (sites[0] / "digest/en/index.html").is_file()
    feeds = {
        "feed_json_created.json",
        "feed_json_updated.json",
        "feed_rss_created.xml",
        "feed_rss_updated.xml",
    }
    with_it, without = (
        {path: content for path, content in outside(site).items() if path not in feeds} for site in sites
    )
    assert with_it == without
