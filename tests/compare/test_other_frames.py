"""Where a host's theme or its owner's hooks make pages: our own part is compared, theirs is theirs."""

from __future__ import annotations

import json
import shutil
from html import escape
from pathlib import Path

import pytest
from finished import Finished
from markup import select, tree
from sites import MKDOCS_YML, a_site, run, write
from test_host import DIGEST, a_host

from digest.build import build
from digest.compare import compare_site
from digest.config import load_site

STORY = "es/story/newsweek/newsweek/index.html"


def of(folder: Path, site: Path) -> Finished:
    settings, around = load_site(str(folder / "mkdocs.yml"))
    return Finished(build(settings), around, site)


@pytest.fixture(scope="module")
def themed(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    folder = a_host(tmp_path_factory.mktemp("themed"), digest=f"{DIGEST}      frame: theme\n")
    assert run("mkdocs", "build", "--strict", folder=folder).returncode == 0
    return of(folder, folder / "site/digest")


@pytest.fixture
def site(themed: Finished, tmp_path: Path) -> Finished:
    shutil.copytree(themed.folder, tmp_path / "digest")
    return Finished(themed.digest, themed.around, tmp_path / "digest")


def test_in_a_theme_s_frame_all_of_our_part_is_there_and_the_rest_was_not_compared(themed: Finished) -> None:
    assert compare_site(themed.digest, themed.around, themed.folder) == (2, False)


PART = '<div class="digest"'
DATA = '<script type="application/ld+json">{{"@type":"{}"}}</script></head>'
OURS = {
    "words": ("<bdi>WTOP</bdi>", "<bdi>Another</bdi>"),
    "our part hidden": ('<div class="digest"', '<div class="digest" hidden'),
    "our part in something hidden": ("<main", "<main hidden"),
    "our part in something with a style": ("<main", '<main style="opacity:0"'),
    "our part in something closed": ('<div class="digest"', '<details><div class="digest"'),
    "our part twice": ('<div class="digest"', '<div class="digest"><p>x</p></div><div class="digest"'),
    "our part gone": ('<div class="digest"', '<div class="was"'),
    "a style for it": ("</head>", "<style>.card { color: red }</style></head>"),
    "a style that hides what it has": ("</head>", "<style>blockquote { display : none }</style></head>"),
    "another place that links begin at": ("<head>", '<head><base href="https://example.com/">'),
    "what leads readers away": ("<head>", '<head><meta http-equiv=refresh content="0;url=/">'),
    "the title": ("<title>", "<title>Not "),
    "the description": ('name="description" content="', 'name="description" content="Not '),
    "another description": ("</head>", "<meta name=description content=x></head>"),
    "what it is called elsewhere": ('property="og:title" content="', 'property="og:title" content="Not '),
    "where it stands": ('rel="canonical" href="', 'rel="canonical" href="https://example.com/?'),
    "data": ('"CollectionPage"', '"Collection"'),
    "that it is not to be found": ("</head>", "<meta name=Robots content='NoIndex'></head>"),
    "that one engine is not to show it": ("<body", "<meta name=googlebot content=none><body"),
    "data of words that nobody said": ("</body>", DATA.format("https://schema.org/Quotation") + "</body>"),
    "attributes of words that nobody said": ("<main", "<main itemtype=https://schema.org/Quotation"),
    "words before it": (PART, "<blockquote>“I am made up.”</blockquote>" + PART),
    "words before it in something": (PART, "<div><q>I am made up.</q></div>" + PART),
    "a headline before it": (PART, "<h1>Not this</h1>" + PART),
    "words that are marked": ("<footer", "<p data-article=articles/wtop.md>“I am made up.”</p><footer"),
    "our part deleted": (PART, "<del>" + PART),
    "our part small": (PART, "<font size=0>" + PART),
    "our part turned": (PART, "<bdo dir=rtl>" + PART),
    "our part in a language": (PART, "<div lang=xx>" + PART),
    "our part in a direction": (PART, "<div dir=rtl>" + PART),
    "our part in a picture": (PART, "<svg><foreignObject>" + PART),
    "the page's language": ('<html lang="es"', '<html lang="xx"'),
    "the kind of document": ("<!doctype html>", ""),
    "more data like ours": ("</head>", DATA.format("Quotation")),
}


@pytest.mark.parametrize("name", OURS)
def test_in_a_theme_s_frame_what_is_ours_is_compared(site: Finished, name: str) -> None:
    site.change(STORY, *OURS[name])
    assert [fault.partition(":")[0] for fault in site.faults()] == [STORY]


THEIRS = {
    "words of the owner's": ("An announcement.", "“Another announcement.”"),
    "data of the owner's": ("</head>", DATA.format("Organization")),
    "a style for what is the owner's": ("</head>", "<style>.md-search { display: none }</style></head>"),
    "that it may be found": ("</head>", '<meta name="robots" content="index, follow"></head>'),
    "a headline of the owner's elsewhere": ("<footer", "<h2>Read on</h2><footer"),
    "our part in an element of the theme's": (PART, "<app-page><section>" + PART),
    "a script": ("</body>", "<script>1</script></body>"),
}


@pytest.mark.parametrize("name", THEIRS)
def test_in_a_theme_s_frame_what_is_theirs_is_not(site: Finished, name: str) -> None:
    site.change(STORY, *THEIRS[name])
    assert site.faults() == []


def test_a_theme_may_show_the_page_s_own_headline_above_our_part_and_no_other(site: Finished) -> None:
    [headline] = select(tree((site.folder / STORY).read_text("utf-8")), ".digest h1")
    own = " ".join(headline.text_content().split())
    site.change(STORY, PART, f'<h1 class="entry-title">\n  {escape(own)}</h1>{PART}')
    assert site.faults() == []
    site.change(STORY, f"{escape(own)}</h1>{PART}", f"{escape(own)} at last</h1>{PART}")
    assert [fault.partition(":")[0] for fault in site.faults()] == [STORY]


def told(site: Finished) -> list[str]:
    lines: list[str] = []
    compare_site(site.digest, site.around, site.folder, tell=lines.append)
    return lines


def test_words_beside_our_part_that_not_every_page_has_are_told_and_others_are_not(site: Finished) -> None:
    assert told(site) == []
    for page in site.folder.rglob("*.html"):
        page.write_text(page.read_text("utf-8").replace(PART, f"<p>All may read this.</p>{PART}"), "utf-8")
    assert told(site) == []
    site.change(STORY, PART, f"<aside>Read on.</aside><p>She denied it.</p>{PART}")
    [line] = told(site)
    assert line.startswith(
        f"notice: {STORY} beside the digest's part: “She denied it.”, which not every page"
    )


def test_no_page_of_the_owner_s_stands_in_a_guest_s_folder(site: Finished) -> None:
    write(site.folder / "more/index.html", "<p>“I am made up.”")
    assert [fault.partition(":")[0] for fault in site.faults()] == ["more/index.html"]


def test_a_guest_in_its_own_frame_is_compared_whole_though_its_host_has_one(
    themed: Finished, tmp_path: Path
) -> None:
    folder = themed.around.folder
    assert run("digest", "build", "--site-dir", str(tmp_path / "own"), folder=folder).returncode == 0
    assert compare_site(themed.digest, themed.around, tmp_path / "own/digest") == (2, True)


HOOKS = """
def on_page_markdown(markdown, page, **_):
    return markdown.replace("{{ team }}", "Ann Example and Karl Made-Up")


def on_files(files, config):
    from mkdocs.structure.files import File

    files.append(File.generated(config, "en/team.md", content="# The team"))
    return files
"""
HOOKED_YML = f"{MKDOCS_YML}hooks: [hooks.py]\nnav:\n  - Who we are: en/about.md\n"


def test_pages_that_hooks_of_the_owner_s_make_and_names_of_its_navigation_are_no_faults(
    tmp_path: Path,
) -> None:
    folder = a_site(tmp_path, {"pages/en/about.md": "# About\n\n{{ team }}\n"}, mkdocs_yml=HOOKED_YML)
    write(folder / "hooks.py", HOOKS)
    assert run("mkdocs", "build", folder=folder).returncode == 0
    assert (folder / "site/en/team/index.html").is_file()
    site = of(folder, folder / "site")
    assert "Who we are</a>" in (site.folder / "en/index.html").read_text("utf-8")
    assert site.faults() == []
    site.change("sitemap.xml", "en/story/", "en/stories/")
    [part] = (site.folder / "en/search/index").glob("t-*.json")
    part.write_text(part.read_text("utf-8").replace('"maduro"', '"madura"'), "utf-8")
    site.change("en/index.html", "Who we are</a>", "“I am made up”</a>")
    assert [fault.partition(":")[0] for fault in site.faults()] == [
        "en/index.html",
        "en/search/index/index.json",
        "sitemap.xml",
    ]


def test_what_differs_is_told_in_the_form_that_was_asked_for_and_where_it_stands_in_the_site(
    themed: Finished, tmp_path: Path
) -> None:
    shutil.copytree(themed.folder, tmp_path / "site/digest")
    site = Finished(themed.digest, themed.around, tmp_path / "site/digest")
    pages = sorted(str(page.relative_to(site.folder)) for page in site.folder.glob("*/*/**/index.html"))
    assert len(pages) > 3
    for page in pages:
        site.change(page, "<head>", "<head><base href=/>")
    where = [f"digest/{page}" for page in pages]

    def told(*form: str) -> tuple[str, str]:
        done = run("digest", "check", "--site", str(tmp_path / "site"), *form, folder=themed.around.folder)
        assert done.returncode == 1
        return done.stdout, done.stderr

    rows = [json.loads(line) for line in told("--format", "json")[0].splitlines()]
    unlike = [row for row in rows if "base" in row.get("message", "")]
    assert [(row["path"], row["severity"]) for row in unlike] == [(path, "error") for path in where]
    lines = [line for line in told("--format", "github")[0].splitlines() if line.startswith("::error ")]
    assert [line.partition(",line=1::")[0].rpartition("site/")[2] for line in lines] == where
    assert [line.partition(": ")[0] for line in told()[1].splitlines() if "<base" in line] == where


def test_where_more_pages_differ_than_are_named_all_are_when_asked_for(site: Finished) -> None:
    for page in site.folder.rglob("*.html"):
        shutil.copy(page, page.with_name("index.xhtml"))
        write(page.with_name("more.html"), "<p>x")
    folder = site.around.folder
    named = [
        run("digest", "check", "--site", str(site.folder.parent), *more, folder=folder)
        for more in ((), ("-v",))
    ]
    count = sum(1 for page in site.folder.rglob("*html") if page.name in {"index.xhtml", "more.html"})
    assert count > 50
    assert "more like these" in named[0].stderr
    assert sum("stands among" in line for line in named[1].stdout.splitlines()) == count
