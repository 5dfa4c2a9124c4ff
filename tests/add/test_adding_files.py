"""Files become articles that a build reads back as they were received."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from newsrooms import PAGE, a_file, a_newsroom, a_rss, add, as_told_when_written, content_of
from sites import a_site, run

from digest.add import State
from digest.errors import AddError

LONG = "El ayuntamiento aprobó el plan del puerto después de dos años de debate entre los partidos y los vecinos."


@pytest.mark.parametrize("name", ["page.html", "page.htm", "page.xhtml", "page"])
def test_a_saved_page_becomes_an_article_that_reads_back_the_same(tmp_path: Path, name: str) -> None:
    content = a_newsroom(tmp_path)
    [outcome] = add(tmp_path, a_file(tmp_path, name, PAGE))
    assert (outcome.state, outcome.path) == (State.ADDED, "articles/2026/03/el-puerto-crece.md")
    assert [(said.text, said.speaker) for said in outcome.quotes] == [
        ("Construiremos el puerto juntos este año y no dejaremos a nadie atrás", "Elena Campos")
    ]
    [article] = content_of(tmp_path).articles
    assert content_of(tmp_path).problems == ()
    assert tuple(block.span.of(article.text) for block in article.blocks) == outcome.text
    assert len(outcome.text) == 3
    assert (article.title, article.language, article.authors) == ("El puerto crece", "es", ("Ana Ruiz",))
    assert article.url == "https://faro.example/2026/el-puerto-crece"
    assert article.published is not None
    assert article.published.instant is not None
    assert article.published.instant.isoformat() == "2026-03-05T12:30:00+00:00"
    written = (content / "articles/2026/03/el-puerto-crece.md").read_text("utf-8")
    assert f"sha256: {hashlib.sha256(PAGE.encode()).hexdigest()}" in written
    assert "fetched:" not in written


def test_a_feed_gives_one_article_an_entry_with_its_text_and_names_the_others(tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    feed = a_rss(("uno", "Uno", f"{LONG} «Sí», dijo Elena Campos."), ("dos", "Dos", "Dijo […]"))
    first, second = add(tmp_path, a_file(tmp_path, "feed.xml", feed))
    assert (first.state, first.published) == (State.ADDED, "2026-03-05T09:30:00-03:00")
    assert "published: 2026-03-05T09:30:00-03:00\n" in (tmp_path / "content" / str(first.path)).read_text(
        "utf-8"
    )
    assert (second.state, second.url) == (State.NOT_IN_FULL, "https://faro.example/dos")
    assert len(content_of(tmp_path).articles) == 1


def test_standard_input_is_read_with_the_outlet_named(tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    text = f"El puerto crece\n\n{LONG}\n\n«Sí», dijo Elena Campos.\n"
    [outcome] = add(tmp_path, "-", stdin=text.encode(), outlet="faro")
    assert (outcome.title, outcome.language, outcome.outlet) == ("El puerto crece", "es", "faro")
    assert "its language is not told; by its words it is “es”" in outcome.doubts
    assert "its date is not told" in outcome.doubts


def test_a_text_that_does_not_tell_its_language_is_read_by_the_words_of_its_own(tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    text = f"El puerto crece\nPor Inés Robledo\n\n{LONG}\n\n«Sí», dijo Elena Campos.\n\nCompartir\n"
    [outcome] = add(tmp_path, "-", stdin=text.encode(), outlet="faro")
    written = (tmp_path / "content" / str(outcome.path)).read_text("utf-8")
    assert "authors:\n  - Inés Robledo\n" in written
    assert "Por Inés" not in written
    assert "Compartir" not in written


def test_without_an_outlet_a_text_is_not_added_and_the_message_says_what_would_do(tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    [outcome] = add(tmp_path, "-", stdin=f"Título\n\n{LONG}\n".encode())
    assert (outcome.state, outcome.message) == (
        State.FAILED, "nothing tells which outlet published it; name one with --outlet",
    )  # fmt: skip


def test_an_unknown_outlet_is_added_to_outlets_yml_and_no_other_byte_changes(tmp_path: Path) -> None:
    before = "# Ours\r\nfaro: {name: El Faro}   # no line end"
    content = a_newsroom(tmp_path, before)
    page = PAGE.replace("faro.example", "www.noticias-del-mar.co.uk")
    [outcome] = add(tmp_path, a_file(tmp_path, "page.html", page))
    assert outcome.outlet == "noticias-del-mar"
    assert any("the outlet is new: “noticias-del-mar”" in doubt for doubt in outcome.doubts)
    after = (content / "outlets.yml").read_bytes().decode()
    assert after.startswith(before + "\r\nnoticias-del-mar:\r\n")
    assert {str(outlet.id): outlet.url for outlet in content_of(tmp_path).outlets} == {
        "faro": None,
        "noticias-del-mar": "https://www.noticias-del-mar.co.uk/",
    }


def test_outlets_that_nothing_can_be_added_to_are_left_as_they_are(tmp_path: Path) -> None:
    content = a_newsroom(tmp_path, "{faro: {name: El Faro}}\n")
    with pytest.raises(AddError, match=r"outlets\.yml.*by hand"):
        add(tmp_path, a_file(tmp_path, "page.html", PAGE))
    assert (content / "outlets.yml").read_text("utf-8") == "{faro: {name: El Faro}}\n"
    assert not (content / "articles").exists()


def test_broken_outlets_are_named_before_anything_is_written(tmp_path: Path) -> None:
    a_newsroom(tmp_path, "faro: {title: El Faro}\n")
    with pytest.raises(AddError, match=r"outlets\.yml:1: unknown key “title”"):
        add(tmp_path, a_file(tmp_path, "page.html", PAGE))


def test_two_outlets_of_one_host_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    a_newsroom(
        tmp_path,
        "uno: {name: Uno, url: https://faro.example/}\ndos: {name: Dos, url: https://faro.example/2026/}\n",
    )
    assert add(tmp_path, a_file(tmp_path, "page.html", PAGE))[0].outlet == "dos"


def test_a_name_that_is_taken_gets_a_number_and_nothing_is_overwritten(tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    feed = a_rss(
        ("a/1", "Lo mismo", f"{LONG} Uno."),
        ("a/2", "Lo mismo", "Otra noticia, muy distinta, con otras palabras y otra gente."),
    )
    outcomes = add(tmp_path, a_file(tmp_path, "feed.xml", feed))
    assert [Path(str(one.path)).name for one in outcomes] == ["lo-mismo.md", "lo-mismo-2.md"]


def test_what_is_there_already_is_not_added_again(tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    source = a_file(tmp_path, "page.html", PAGE)
    add(tmp_path, source)
    before = {path: path.read_bytes() for path in (tmp_path / "content").rglob("*") if path.is_file()}
    [again] = add(tmp_path, source)
    assert (again.state, again.path) == (State.KNOWN, "articles/2026/03/el-puerto-crece.md")
    assert {path: path.read_bytes() for path in (tmp_path / "content").rglob("*") if path.is_file()} == before


def test_a_dry_run_says_the_same_and_writes_nothing(tmp_path: Path) -> None:
    a_newsroom(tmp_path, "")
    source = a_file(tmp_path, "page.html", PAGE)
    [dry] = add(tmp_path, source, dry_run=True)
    assert [*(tmp_path / "content").iterdir()] == []
    assert not (tmp_path / ".cache").exists()
    assert any("would be added to outlets.yml" in doubt for doubt in dry.doubts)
    assert [as_told_when_written(dry)] == add(tmp_path, source)


def test_the_words_of_a_text_win_over_the_language_it_declares(tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    [outcome] = add(tmp_path, a_file(tmp_path, "page.html", PAGE.replace('lang="es"', 'lang="en"')))
    assert outcome.language == "es"
    assert any("its text is in Spanish" in doubt for doubt in outcome.doubts)


def test_markdown_marks_and_html_in_a_text_stay_what_they_are(tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    tricky = "1. *Nota* de # [prensa](x) &lt;b&gt; &amp;amp; a_b_c \\ fin. " + LONG
    [outcome] = add(tmp_path, a_file(tmp_path, "feed.xml", a_rss(("a", "Uno", tricky))))
    [article] = content_of(tmp_path).articles
    assert article.text == "1. *Nota* de # [prensa](x) <b> &amp; a_b_c \\ fin. " + LONG
    assert outcome.text == (article.text,)


def test_an_agencys_item_keeps_its_id_its_byline_and_loses_its_dateline(tmp_path: Path) -> None:
    content = a_newsroom(tmp_path)
    item = {
        "uri": "urn:newsml:agencia.example:77", "standard": {"name": "ninjs", "version": "3.0"}, "language": "es",
        "headlines": [{"role": "main", "value": "El puerto crece"}], "by": "Por Ana Ruiz y Luis Mora", "located": "VIGO",
        "bodies": [{"contentType": "text/html", "value": f"<p>VIGO (AGP) — {LONG}</p>"}], "copyrightHolder": "AGP",
    }  # fmt: skip
    source = a_file(tmp_path, "item.json", json.dumps(item))
    [outcome] = add(tmp_path, source)
    assert (outcome.authors, outcome.text, outcome.outlet) == (("Ana Ruiz", "Luis Mora"), (LONG,), "agp")
    assert "source_id: urn:newsml:agencia.example:77\n" in (content / str(outcome.path)).read_text("utf-8")
    assert add(tmp_path, source)[0].state is State.KNOWN


@pytest.mark.parametrize("name", ["missing.html", "."])
def test_what_is_no_file_is_named_and_the_others_go_on(tmp_path: Path, name: str) -> None:
    a_newsroom(tmp_path)
    bad, good = add(tmp_path, tmp_path / name, a_file(tmp_path, "page.html", PAGE))
    assert (bad.state, good.state) == (State.FAILED, State.ADDED)


def test_a_second_one_at_the_same_time_is_told_to_wait(tmp_path: Path) -> None:
    from digest.add.lock import locked

    content = a_newsroom(tmp_path)
    with locked(tmp_path / ".cache", content), pytest.raises(AddError, match="another digest add is at work"):
        add(tmp_path, a_file(tmp_path, "page.html", PAGE))


def test_the_command_says_what_it_found_and_which_story_it_joins(tmp_path: Path) -> None:
    a_site(tmp_path)
    page = a_file(tmp_path, "page.html", PAGE)
    other = a_file(
        tmp_path, "other.html", PAGE.replace("faro.example", "boya.example").replace("Ana Ruiz", "Eva Gil")
    )
    first = run("digest", "add", str(page), folder=tmp_path)
    assert first.returncode == 0, first.stderr
    assert (
        "added: content/articles/2026/03/el-puerto-crece.md: “El puerto crece” (faro, es, 2026-03-05T"
        in first.stdout
    )
    assert "1 quotation: Elena Campos 1" in first.stdout
    second = run("digest", "add", str(other), folder=tmp_path)
    assert "story: boya/el-puerto-crece-2 joins “El puerto crece” (" in second.stdout
    rows = run(
        "digest", "add", "--dry-run", "--format", "json", str(page), folder=tmp_path
    ).stdout.splitlines()
    assert [json.loads(row)["state"] for row in rows] == ["known"]
    assert run("digest", "check", "--strict", folder=tmp_path).returncode == 0


def test_the_command_fails_where_something_could_not_be_added(tmp_path: Path) -> None:
    a_site(tmp_path)
    result = run("digest", "add", str(a_file(tmp_path, "a.pdf", "%PDF-1.7")), folder=tmp_path)
    assert result.returncode == 1
    assert "PDF files are not read; copy the text into a “.txt” file and add that" in result.stdout
    assert run("digest", "add", folder=tmp_path).returncode == 2


def test_a_copy_in_an_archive_is_the_page_that_it_is_a_copy_of(tmp_path: Path) -> None:
    from zoneinfo import ZoneInfo

    from digest.add.draft import draft_of
    from digest.receive import Received

    copy = "https://web.archive.example/web/20260306080000/https://faro.example/2026/el-puerto-crece"
    draft = draft_of(Received(source=PAGE.encode(), url=copy), zone=ZoneInfo("UTC"))
    assert not isinstance(draft, str)
    assert (draft.url, draft.archive_url) == ("https://faro.example/2026/el-puerto-crece", copy)


def test_a_site_whose_name_turns_lines_around_gets_a_name_that_does_not(tmp_path: Path) -> None:
    content = a_newsroom(tmp_path)
    named = PAGE.replace("faro.example", "boya.example").replace(
        "<head>", '<head><meta property="og:site_name" content="\u202eLa&#27;[31m Boya">'
    )
    [outcome] = add(tmp_path, a_file(tmp_path, "page.html", named))
    assert outcome.state is State.ADDED
    assert "name: La Boya\n" in (content / "outlets.yml").read_text("utf-8")
    assert "\u202e" not in (content / "outlets.yml").read_text("utf-8")


def test_what_is_told_of_a_file_obeys_no_terminal(tmp_path: Path) -> None:
    a_site(tmp_path)
    done = run("digest", "add", "--dry-run", "red\x1b[31m.html", folder=tmp_path)
    assert done.stdout == "failed: red�[31m.html: there is no such file\n"


@pytest.mark.parametrize("host", ["007.example", "24.example", "0x7f.example", "no.example"])
def test_an_outlet_may_be_called_what_yaml_takes_for_a_number(tmp_path: Path, host: str) -> None:
    content = a_newsroom(tmp_path, outlets="")
    [outcome] = add(tmp_path, a_file(tmp_path, "page.html", PAGE.replace("faro.example", host)))
    assert (outcome.state, outcome.outlet) == (State.ADDED, host.partition(".")[0])
    assert content_of(tmp_path).problems == ()
    assert (content / "outlets.yml").read_text("utf-8").count("\n") > 2


def test_other_addresses_than_those_of_the_web_are_named(tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    [outcome] = add(tmp_path, "ftp://faro.example/a.html")
    assert (outcome.state, outcome.message) == (State.FAILED, "only http and https addresses are fetched")


@pytest.mark.parametrize("written", ["2026-03-05T09:30:00.1234567-03:00", "2026-03-05 09:30:00 -0300"])
def test_a_page_keeps_its_offset_however_it_writes_the_moment(tmp_path: Path, written: str) -> None:
    a_newsroom(tmp_path)
    page = PAGE.replace("2026-03-05T09:30:00-03:00", written)
    [outcome] = add(tmp_path, a_file(tmp_path, "page.html", page))
    assert outcome.published == "2026-03-05T09:30:00-03:00"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("www.faro.example", "there is no such file; if it is an address, write https://www.faro.example"),
        ("faro.example/2026", "there is no such file; if it is an address, write https://faro.example/2026"),
        ("page.html", "there is no such file"),
        ("", "it is empty; name an address, a file, or - for standard input"),
    ],
)
def test_an_address_without_its_beginning_is_told_how_to_be_written(
    tmp_path: Path, name: str, told: str
) -> None:
    a_newsroom(tmp_path)
    [outcome] = add(tmp_path, name)
    assert (outcome.state, outcome.message) == (State.FAILED, told)
