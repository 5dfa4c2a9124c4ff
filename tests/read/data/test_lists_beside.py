"""`digest.read.data`: `dead_links`, `source_list` and what `registries` makes of broken files."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from digest.model import Severity
from digest.read.data.dead_links import read_dead_links
from digest.read.data.registries import Registries, read_registries
from digest.read.data.source_list import ListedSource, read_source_list

UTC = ZoneInfo("UTC")
NEWS = "https://example.org/news.xml"


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return folder


def listed(
    folder: Path, yml: str, outlets: frozenset[str] | None = None
) -> tuple[tuple[ListedSource, ...], list[str]]:
    found, problems = read_source_list(write(folder, sources=yml), UTC, outlets)
    return found, [str(one) for one in problems]


def test_addresses_that_lead_nowhere_are_known_with_the_day_since_when(tmp_path: Path) -> None:
    (tmp_path / "links.json").write_text('{"https://example.org/a": "2026-03-01"}')
    found, problems = read_dead_links(tmp_path)
    assert {url: str(since.day) for url, since in found.items()} == {"https://example.org/a": "2026-03-01"}
    assert problems == ()


def test_without_the_file_nothing_leads_nowhere(tmp_path: Path) -> None:
    assert read_dead_links(tmp_path) == ({}, ())


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '["a"]', '{"https://example.org/a": "soon"}', '{"a": 3}', "null", '{"a": null}', "\x00"],
)
def test_a_broken_file_of_links_is_a_warning_and_stops_no_build(tmp_path: Path, text: str) -> None:
    (tmp_path / "links.json").write_text(text)
    found, (problem,) = read_dead_links(tmp_path)
    assert found == {}
    assert problem.severity is Severity.WARNING
    assert "digest check --links" in problem.message


def test_a_source_is_an_address_or_a_mapping_that_tells_more(tmp_path: Path) -> None:
    yml = f"post:\n- {NEWS}\n- {{url: https://example.org/b.xml, name: Port, language: es, limit: 5}}\n"
    found, problems = listed(tmp_path, yml)
    assert problems == []
    assert found == (
        ListedSource(outlet="post", url=NEWS),
        ListedSource(outlet="post", url="https://example.org/b.xml", name="Port", language="es", limit=5),
    )


def test_an_address_that_two_outlets_list_is_read_once_for_the_first(tmp_path: Path) -> None:
    found, _ = listed(tmp_path, f"post:\n- {NEWS}\nherald:\n- {NEWS}\n")
    assert [one.outlet for one in found] == ["post"]


def test_an_outlet_that_there_is_not_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    _, (problem,) = listed(tmp_path, f"pots:\n- {NEWS}\n", frozenset({"post", "herald"}))
    assert problem.startswith("sources.yml:1: unknown outlet “pots”")
    assert "“post”" in problem


def test_nobody_asks_whose_a_source_is_while_outlets_cannot_be_read(tmp_path: Path) -> None:
    assert listed(tmp_path, f"pots:\n- {NEWS}\n", None)[1] == []


@pytest.mark.parametrize(
    ("yml", "line", "wrong"),
    [
        ("- a\n", 1, "the file must map outlets to lists of addresses"),
        (f"post: {NEWS}\n", 1, "write a list of addresses"),
        ("post:\n- ok\n", 2, "url"),
        ("post:\n- {name: Port}\n", 2, "url"),
        (f"post:\n- {{url: {NEWS}, limits: 3}}\n", 2, "limit"),
        ("post:\n- ftp://example.org/a\n", 2, "url"),
    ],
)
def test_what_is_no_source_is_told_with_its_line(tmp_path: Path, yml: str, line: int, wrong: str) -> None:
    found, problems = listed(tmp_path, yml)
    assert len(found) == (wrong == "limit")
    assert any(one.startswith(f"sources.yml:{line}: ") and wrong in one for one in problems), problems


def registries(folder: Path, **files: str) -> Registries:
    return read_registries(write(folder, **files), UTC)


def test_without_any_file_there_is_nobody_and_nothing_is_wrong(tmp_path: Path) -> None:
    found = registries(tmp_path)
    assert (found.outlets, found.people, found.glossary, found.problems) == ({}, (), (), ())
    assert found.topics, "those of IPTC, that every digest has"
    assert not found.has_outlets
    assert found.known_outlets == frozenset()


def test_an_outlet_with_an_error_is_known_all_the_same(tmp_path: Path) -> None:
    found = registries(
        tmp_path, outlets="post: {name: Post, country: XX}\nherald: {name: Herald, country: CH}\n"
    )
    assert set(found.outlets) == {"herald"}
    assert found.broken == {"post"}
    assert found.known_outlets == {"post", "herald"}
    assert [(one.line, "ISO 3166-1" in one.message) for one in found.problems] == [(1, True)]


@pytest.mark.parametrize("text", ["- a\n", "post: {name\n", "\x00"])
def test_where_the_file_of_outlets_cannot_be_read_nobody_knows_which_there_are(
    tmp_path: Path, text: str
) -> None:
    found = registries(tmp_path, outlets=text)
    assert found.has_outlets
    assert found.known_outlets is None
    assert found.problems


@pytest.mark.parametrize(
    ("entry", "is_right"),
    [
        ("{keep: Port Amos}", True),
        ("{words: {en: harbour, es: puerto}}", True),
        ("{keep: Port Amos, words: {en: harbour, es: puerto}}", False),
        ("{words: {en: harbour}}", False),
        ("{}", False),
    ],
)
def test_a_term_is_kept_or_has_words_in_two_languages(tmp_path: Path, entry: str, is_right: bool) -> None:  # noqa: FBT001
    found = registries(tmp_path, glossary=f"port: {entry}\n")
    assert bool(found.glossary) is is_right
    assert bool(found.problems) is not is_right


def test_the_offices_of_a_person_stand_the_latest_first(tmp_path: Path) -> None:
    offices = "[{role: clerk}, {role: mayor, since: 2020-01-01}, {role: judge, since: 2010-01-01, until: 2019-12-31}]"
    (person,) = registries(tmp_path, people=f"anna: {{name: Anna Berg, offices: {offices}}}\n").people
    assert [one.role for one in person.offices] == ["mayor", "judge", "clerk"]


def test_a_data_file_that_is_a_folder_or_leads_out_of_the_content_is_not_read(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (tmp_path / "outlets.yml").write_text("post: {name: Post}\n")
    (content / "outlets.yml").symlink_to(tmp_path / "outlets.yml")
    (content / "people.yml").mkdir()
    found = read_registries(content, UTC)
    assert (found.outlets, found.people) == ({}, ())
    assert [one.message for one in found.problems] == [
        "a link that leaves the content folder is not followed; copy the file here",
        "this is no ordinary file, so it is not read; put a file here",
    ]
