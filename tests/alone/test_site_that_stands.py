"""A warm build makes what a cold one makes; what stands is verified, and what anybody altered is made anew."""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from sites import MKDOCS_YML, a_site, tree, write

from digest.alone import Built, StrictError, build_alone
from digest.alone.standing import KIND
from digest.cache import Cache
from digest.cache.store import NAME
from digest.config import load_site
from digest.errors import DigestError
from digest.publish import hash_of
from digest.secret import KEY_VARIABLE

YML = MKDOCS_YML.replace("[en, es, fr, ar]", "[en, es]\n      translate: never")
ABOUT = {"pages/en/about.md": "# About\n\nWho we are.\n"}


def build(folder: Path, *, cold: bool = False, strict: bool = False) -> Built:
    settings, site = load_site(str(folder / "mkdocs.yml"))
    if cold:
        settings = replace(settings, cache_dir=folder / "nothing")
        site = replace(site, site_dir=folder / "cold")
        shutil.rmtree(folder / "nothing", ignore_errors=True)
        shutil.rmtree(folder / "cold", ignore_errors=True)
    return build_alone(settings, site, strict=strict, warn=lambda _: None)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = a_site(tmp_path_factory.mktemp("built"), ABOUT, mkdocs_yml=YML)
    build(folder)
    return folder


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    # The same times, too: nobody is to look at them alone.
    return shutil.copytree(built, tmp_path / "copy")


def sources(folder: Path) -> list[Path]:
    return sorted((folder / "content").rglob("*.*"))


def test_where_nothing_has_changed_the_site_stays_and_what_is_wrong_is_told_again(site: Path) -> None:
    write(site / "content/articles/broken.md", "---\ntitle: No outlet\n---\nText.\n")
    first = build(site)
    before = {path: os.lstat(path).st_ino for path in (site / "site").rglob("*")}
    again = build(site)
    assert again == replace(first, is_unchanged=True)
    assert again.problems
    assert {path: os.lstat(path).st_ino for path in (site / "site").rglob("*")} == before
    with pytest.raises(StrictError):
        build(site, strict=True)


def test_a_site_that_stands_needs_no_stage_and_no_arithmetic() -> None:
    heavy = {"numpy", "digest.build", "digest.group", "digest.match", "digest.quote", "digest.translate"}
    program = f"import sys, digest.cli.building; print(*({heavy} & set(sys.modules)))"
    command = [sys.executable, "-c", program]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == ""


@pytest.mark.parametrize("languages", ["[en]", "[en, es]"])
def test_where_an_engine_may_have_something_to_add_a_site_is_made_again(
    languages: str, tmp_path: Path
) -> None:
    folder = a_site(tmp_path, mkdocs_yml=MKDOCS_YML.replace("[en, es, fr, ar]", languages))
    (folder / "content/articles/wtop.md").unlink()
    build(folder)
    assert build(folder).is_unchanged is (languages == "[en]")


def add(path: str, text: str) -> Callable[[Path], None]:
    return lambda folder: write(folder / path, text)


def more(path: str, text: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / path).write_bytes((folder / path).read_bytes() + text.encode())

    return change


CHANGED: dict[str, Callable[[Path], None]] = {
    "an article": more("content/articles/wtop.md", "\nMore.\n"),
    "the words of the interface": add("content/interface/en.po", 'msgid "People"\nmsgstr "Folk"\n'),
    "a page of the owner's": more("content/pages/en/about.md", "\nMore.\n"),
    "a picture": add("content/pages/map.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "the configuration": lambda folder: write(folder / "mkdocs.yml", YML.replace("The Digest", "Another")),
    "an outlet": more("content/outlets.yml", "more: {name: More, language: en}\n"),
    "a file of the content that is a link": lambda folder: (folder / "content/notes.txt").symlink_to(
        "outlets.yml"
    ),
}


@pytest.mark.parametrize("change", CHANGED)
def test_where_anything_has_changed_the_site_is_what_it_would_be_without_a_cache(
    change: str, site: Path
) -> None:
    CHANGED[change](site)
    assert not build(site).is_unchanged
    build(site, cold=True)
    assert tree(site / "site") == tree(site / "cold")


ALTERED: dict[str, Callable[[Path], object]] = {
    "a page": more("site/en/index.html", " "),
    "words on a page": lambda site: _words(site / "site/en/story/newsweek/newsweek/index.html"),
    "a feed": lambda site: _words(site / "site/en/feed.xml"),
    "a sitemap": more("site/sitemap.xml", " "),
    "a style sheet": more("site/assets/digest/digest.css", " "),
    "a part of the search": more("site/en/search/index/index.json", " "),
    "a page that is gone": lambda site: (site / "site/404.html").unlink(),
    "a file that is not ours": add("site/extra.txt", "extra"),
    "a folder that is not ours": lambda site: (site / "site/extra").mkdir(),
    "a link": lambda site: (site / "site/link").symlink_to("404.html"),
    "nothing at all": lambda site: shutil.rmtree(site / "site"),
}


def _words(path: Path) -> None:
    data = path.read_bytes()
    assert b"respe" in data
    path.write_bytes(data.replace(b"respe", b"desde"))


@pytest.mark.parametrize("altered", ALTERED)
def test_what_is_not_as_it_was_made_is_made_again(altered: str, site: Path) -> None:
    whole = tree(site / "site")
    ALTERED[altered](site)
    assert not build(site).is_unchanged
    assert tree(site / "site") == whole
    assert not (site / "site/extra").exists()
    assert build(site).is_unchanged


def test_a_file_system_without_links_holds_the_same_site(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    more("content/articles/wtop.md", "\nMore.\n")(site)
    build(site)
    build(site, cold=True)
    assert tree(site / "site") == tree(site / "cold")


def alter(folder: Path, change: Callable[[str, bytes], bytes]) -> int:
    """Change what is kept, with seals that fit; return how many entries are different now."""
    cache = Cache(folder / ".cache/digest")
    with sqlite3.connect(folder / ".cache/digest" / NAME) as database:
        rows = database.execute("SELECT kind, key FROM made").fetchall()
    count = 0
    for kind, key in rows:
        known = cache.get(kind, key)
        assert known is not None
        changed = change(kind, known)
        if changed != known:
            cache.put(kind, key, changed)
            count += 1
    cache.close()
    return count


def test_invented_words_on_a_page_whose_hash_was_mended_are_found(site: Path) -> None:
    whole = tree(site / "site")
    path = "en/story/newsweek/newsweek/index.html"
    _words(site / "site" / path)

    def mended(kind: str, data: bytes) -> bytes:
        if kind != KIND:
            return data
        old, new = (hash_of(one) for one in (whole[path], (site / "site" / path).read_bytes()))
        assert old.encode() in data
        return data.replace(old.encode(), new.encode())

    assert alter(site, mended) == 1
    assert not build(site).is_unchanged
    assert tree(site / "site") == whole


WORDS = {b"respe": b"desde", b"tone of": b"lack of", b"Maduro": b"Nobody"}


@pytest.mark.parametrize("kind", ["reading", "quotes", "page", KIND])
def test_words_altered_in_the_cache_reach_no_page(kind: str, site: Path) -> None:
    whole = tree(site / "site")

    def altered(own: str, data: bytes) -> bytes:
        if own == kind:
            for old, new in WORDS.items():
                data = data.replace(old, new)
        # The site would be left as it is.
        return b"" if own == KIND != kind else data

    assert alter(site, altered)
    with suppress(DigestError):
        build(site)
    assert {path: data for path, data in tree(site / "site").items() if data != whole[path]} == {}


@pytest.mark.parametrize("kind", ["reading", "quotes", "page", "era", KIND])
def test_what_somebody_else_has_sealed_changes_no_page(
    kind: str, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = tree(site / "site")
    # Letters of words that nothing marks, too: of headlines, labels, paragraphs.
    spoilt = bytes.maketrans(b"aeiou", b"eioua")
    kept = kinds(site)
    with monkeypatch.context() as theirs:
        # Every entry is sealed by them, of one kind in other words.
        read = Cache(site / ".cache/digest")
        theirs.setenv(KEY_VARIABLE, "another")
        written = Cache(site / ".cache/digest")
        for own, key in kept:
            data = read.get(own, key) or b""
            written.put(own, key, data.translate(spoilt) if own == kind else data)
        written.close()
        read.close()
    assert kind in {own for own, _ in kept}
    assert not build(site).is_unchanged
    assert tree(site / "site") == whole


def kinds(folder: Path) -> list[tuple[str, bytes]]:
    with sqlite3.connect(folder / ".cache/digest" / NAME) as database:
        return database.execute("SELECT kind, key FROM made").fetchall()


def edit(folder: Path, chosen: random.Random) -> None:
    """Change something as a newsroom does."""
    files = [path for path in sources(folder) if path.suffix in {".md", ".yml"} and "articles" in path.parts]
    said = f"“We will sign in {chosen.randrange(90)}”, said Nicolás Maduro on Monday."
    kind = chosen.randrange(6)
    if kind == 0 or len(files) < 2:
        outlet, language = chosen.choice([("newsweek", "en"), ("wtop", "es"), ("rbc", "ru")])
        day = f"2025-12-{chosen.randrange(1, 29):02}"
        head = f"---\ntitle: News {chosen.randrange(9)}\noutlet: {outlet}\nlanguage: {language}\npublished: {day}\n---\n"
        write(folder / f"content/articles/n{chosen.randrange(9)}.md", f"{head}{said}\n")
    elif kind == 1:
        chosen.choice(files).unlink()
    elif kind == 2:
        path = chosen.choice(files)
        path.write_text(path.read_text(encoding="utf-8") + f"\n{said}\n", encoding="utf-8")
    elif kind == 3:
        path = chosen.choice(files)
        path.write_text(
            path.read_text(encoding="utf-8").replace("title: ", "title: So ", 1), encoding="utf-8"
        )
    elif kind == 4:
        name = f"Nicolás {chosen.choice(['Maduro', 'Maduro Moros'])}"
        people = json.dumps({"nicolas-maduro": {"name": name, "languages": ["es"]}}, ensure_ascii=False)
        write(folder / "content/people.yml", f"{people}\n")
    else:
        write(folder / "content/pages/en/about.md", f"# About {chosen.randrange(3)}\n")


@pytest.mark.parametrize(
    ("seed", "edits"),
    [(1, 6), *(pytest.param(seed, 100, marks=pytest.mark.thorough) for seed in (2, 3, 4, 5))],
)
def test_after_any_edits_a_warm_build_is_a_cold_one_byte_for_byte(seed: int, edits: int, site: Path) -> None:
    chosen = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(edits):
        edit(site, chosen)
        build(site)
        build(site, cold=True)
        assert tree(site / "site") == tree(site / "cold")
