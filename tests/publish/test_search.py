import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from digests import SPOKEN
from sites import tree

from digest.model import Page, Severity
from digest.publish.search import write_search


def a_page(path: str, text: str, *, title: str = "A call", indexed: bool = True) -> Page:
    language = path.partition("/")[0]
    return Page(
        path=path, language=language, kind="story", title=title, body="", indexed=indexed, search_text=text
    )


def pages() -> list[Page]:
    return [
        a_page("en/story/wtop/llamada/", f'<h1>The call</h1><blockquote lang="es">{SPOKEN}</blockquote>'),
        a_page("en/story/rbc/звонок/", "<p>The election commission counts.</p>"),
        a_page("ar/story/wtop/llamada/", "<p>أهلا بالحوار</p>"),
        a_page("zh/story/wtop/llamada/", "<p>欢迎对话，欢迎外交</p>"),
    ]


def fragments(bundle: Path) -> dict[str, dict[str, str]]:
    """Return what Pagefind knows of each page, by address."""
    found = {}
    for path in (bundle / "fragment").iterdir():
        data = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        found[data["url"]] = {"content": data["content"], **data["meta"]}
    return found


def test_each_edition_has_an_index_of_its_own_pages(tmp_path: Path) -> None:
    assert write_search(pages(), ("en", "ar", "zh"), tmp_path) == ()
    assert set(fragments(tmp_path / "en/pagefind")) == {"/story/wtop/llamada/", "/story/rbc/звонок/"}
    assert set(fragments(tmp_path / "ar/pagefind")) == {"/story/wtop/llamada/"}
    for edition in ("en", "ar", "zh"):
        entry = json.loads((tmp_path / edition / "pagefind/pagefind-entry.json").read_text())
        assert list(entry["languages"]) == [edition]


def test_what_is_found_is_the_pages_title_and_text_and_no_more(tmp_path: Path) -> None:
    write_search(
        [a_page("en/topic/x/", "<p>A tone of &lt;respect&gt;</p>", title="<b>Calls</b> & more")],
        ("en",),
        tmp_path,
    )
    assert fragments(tmp_path / "en/pagefind")["/topic/x/"] == {
        "content": "A tone of <respect>",
        "title": "<b>Calls</b> & more",
    }


def test_chinese_is_cut_into_words(tmp_path: Path) -> None:
    write_search(pages(), ("zh",), tmp_path)
    index = b"".join(
        gzip.decompress(path.read_bytes()) for path in (tmp_path / "zh/pagefind/index").iterdir()
    )
    assert "外交".encode() in index
    assert "欢迎外交".encode() not in index


def test_pages_that_are_not_indexed_cannot_be_found(tmp_path: Path) -> None:
    hidden = [a_page("en/search/", "<p>find</p>", indexed=False), a_page("en/about/", "")]
    write_search([*pages(), *hidden], ("en",), tmp_path)
    assert not {"/search/", "/about/"} & set(fragments(tmp_path / "en/pagefind"))


def test_only_what_our_own_interface_needs_is_published(tmp_path: Path) -> None:
    write_search(pages(), ("en", "zh"), tmp_path)
    names = {
        edition: {path.name for path in (tmp_path / edition / "pagefind").iterdir()}
        for edition in ("en", "zh")
    }
    shared = {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "fragment", "index"}
    assert {name for name in names["en"] if not name.endswith(".pf_meta")} == {*shared, "wasm.en.pagefind"}
    assert {name for name in names["zh"] if not name.endswith(".pf_meta")} == {
        *shared,
        "wasm.unknown.pagefind",
    }


def test_an_edition_with_nothing_to_find_has_no_index(tmp_path: Path) -> None:
    old = tmp_path / "fr/pagefind/pagefind.js"
    old.parent.mkdir(parents=True)
    old.touch()
    assert write_search(pages(), ("fr",), tmp_path) == ()
    assert not old.parent.exists()


def test_an_older_index_is_replaced(tmp_path: Path) -> None:
    write_search(pages(), ("en",), tmp_path)
    write_search(pages()[:1], ("en",), tmp_path)
    assert set(fragments(tmp_path / "en/pagefind")) == {"/story/wtop/llamada/"}


WRITE = """
import sys
from pathlib import Path
from digest.model import Page
from digest.publish.search import write_search

labels = 'data-pagefind-meta="kind:Story" data-pagefind-weight="4"'
words = {n: " ".join(f"word{n * k % 997} respeto{k % (n + 2)}" for k in range(40)) for n in range(60)}
texts = {n: f"<div {labels}><h1>{n}</h1><p>{text}</p></div>" for n, text in words.items()}
pages = [
    Page(path=f"{code}/story/wtop/{n}/", language=code, kind="story", title=str(n), body="", search_text=text)
    for code in ("en", "ar")
    for n, text in texts.items()
]
order = int(sys.argv[2])
assert write_search(pages[::order], ("en", "ar")[::order], Path(sys.argv[1]), jobs=int(sys.argv[3])) == ()
"""


def test_the_index_is_the_same_in_any_folder_order_and_number_of_jobs(tmp_path: Path) -> None:
    sites = []
    for name, seed, order, jobs in (("a", "1", "1", "1"), ("b/deeper in", "2", "-1", "2")):
        site, work = tmp_path / name / "site", tmp_path / name / "work"
        site.mkdir(parents=True)
        work.mkdir()
        env = {**os.environ, "PYTHONHASHSEED": seed, "TMPDIR": str(work), "TZ": f"UTC{order}", "LC_ALL": "C"}
        subprocess.run([sys.executable, "-c", WRITE, str(site), order, jobs], env=env, cwd=work, check=True)
        assert not list(work.iterdir())
        sites.append(tree(site))
    assert len(sites[0]) > 120
    assert sites[0] == sites[1]


def test_settings_around_the_build_do_not_reach_the_indexer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_search(pages(), ("en",), tmp_path / "plain")
    (tmp_path / "pagefind.yml").write_text("root_selector: nothing\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_ROOT_SELECTOR", "nothing")
    write_search(pages(), ("en",), tmp_path / "set")
    assert tree(tmp_path / "set") == tree(tmp_path / "plain")


def test_without_pagefind_the_site_is_whole_and_a_warning_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "nowhere"))
    [problem] = write_search(pages(), ("en", "ar"), tmp_path)
    assert problem.severity is Severity.WARNING
    assert "pagefind[extended]" in problem.message
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("script", ["#!/bin/sh\necho broken index >&2\nexit 3\n", "not a program"])
def test_an_indexer_that_fails_is_a_warning_for_each_edition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    program = tmp_path / "pagefind_extended"
    program.write_text(script)
    program.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))
    problems = write_search(pages(), ("en", "ar"), tmp_path / "site")
    assert ["“en”" in problems[0].message, "“ar”" in problems[1].message, len(problems)] == [True, True, 2]
    assert not (tmp_path / "site").exists()


def test_the_plain_indexer_is_called_weak_only_where_nothing_parts_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pagefind.service import get_executable

    program = tmp_path / "pagefind"
    program.symlink_to(get_executable())
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))
    [problem] = write_search(pages(), ("en", "zh"), tmp_path / "site")
    assert "“zh”" in problem.message
