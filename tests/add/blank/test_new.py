"""What `digest new` makes is right as it stands."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from newsrooms import NOW, a_newsroom, content_of, settings_of
from sites import tree, write

from digest.add.blank import new_article, new_entry, new_site
from digest.cli import main
from digest.config import load_settings
from digest.errors import AddError


def test_nothing_is_made_where_something_is(tmp_path: Path) -> None:
    write(tmp_path / "here" / "notes.txt", "mine")
    with pytest.raises(AddError, match="new or empty"):
        new_site(tmp_path / "here")
    assert tree(tmp_path) == {"here/notes.txt": b"mine"}


def test_a_new_article_is_a_draft_that_names_every_key(tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    path = new_article("The dam holds", settings_of(tmp_path), outlet="faro", now=NOW)
    text = path.read_text("utf-8")
    assert path.relative_to(tmp_path).as_posix() == "content/articles/2026/03/the-dam-holds.md"
    assert all(
        f"\n#{key}: " in text for key in ("url", "published", "authors", "topics", "quotes", "written_by")
    )
    assert content_of(tmp_path).problems == ()
    keys = "\n".join(
        re.sub(r"^#(?=\w+: )", "", line) for line in text.replace("draft: true\n", "").split("\n")
    )
    path.write_text(keys, "utf-8")
    told = [problem.message for problem in content_of(tmp_path).problems]
    # Every example has the right form; only the topic is nobody's.
    assert told == ["unknown topic “diplomacy”; add it to topics.yml, or use an id that stands there"]
    with pytest.raises(AddError, match="faro/the-dam-holds: there is such an article already"):
        new_article("the-dam-holds", settings_of(tmp_path), outlet="faro", now=NOW)


@pytest.mark.parametrize(
    ("kind", "name", "id_"),
    [("outlet", "El Faro", "el-faro"), ("person", "zoé", "zoé"), ("topic", "sea", "sea")],
)
def test_a_new_entry_stands_behind_the_others_and_is_right(
    tmp_path: Path, kind: str, name: str, id_: str
) -> None:
    content = a_newsroom(tmp_path)
    before = (content / "outlets.yml").read_bytes()
    path = new_entry(kind, name, settings_of(tmp_path))
    assert f"\n{id_}:\n" in f"\n{path.read_text('utf-8')}"
    assert (content / "outlets.yml").read_bytes().startswith(before)
    found = content_of(tmp_path)
    assert not [problem for problem in found.problems if problem.path != "articles"]
    assert id_ in {str(one.id) for one in (*found.outlets, *found.people, *found.topics)}
    with pytest.raises(AddError, match="is there already"):
        new_entry(kind, name, settings_of(tmp_path))


def test_an_article_needs_a_name_that_can_be_an_address(tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    with pytest.raises(AddError, match="becomes an address"):
        new_article("…", settings_of(tmp_path), outlet="faro", now=NOW)


def test_an_article_of_an_outlet_that_there_is_not_is_refused_with_a_guess(tmp_path: Path) -> None:
    a_newsroom(tmp_path)
    with pytest.raises(AddError, match="unknown outlet “nope”; write digest new outlet nope first"):
        new_article("harbour", settings_of(tmp_path), outlet="nope", now=NOW)
    with pytest.raises(AddError, match="unknown outlet “fara”; did you mean “faro”"):
        new_article("harbour", settings_of(tmp_path), outlet="fara", now=NOW)


@pytest.mark.parametrize("text", ["a: " + "[" * 5_000, "a: 2026-02-30\n", None])
def test_nothing_is_added_to_a_file_that_cannot_be_read(tmp_path: Path, text: str | None) -> None:
    a_newsroom(tmp_path)
    people = tmp_path / "content/people.yml"
    people.unlink(missing_ok=True)
    if text is None:
        os.mkfifo(people)
    else:
        people.write_text(text, "utf-8")
    with pytest.raises(AddError, match=r"people\.yml"):
        new_entry("person", "Ada Bedoni", settings_of(tmp_path))


def test_what_is_to_be_typed_next_can_be_typed_as_it_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "my harbour"
    said = CliRunner().invoke(main, ["new", "site", str(folder)])
    assert said.exit_code == 0
    assert f"cd '{folder}'," in said.stderr


@pytest.mark.parametrize("kind", ["outlet", "person", "topic"])
@pytest.mark.parametrize(
    "name",
    [
        "Floods: the year", "Wind, water", "Yes", "No", "null", "2026", "a} b", "{Brace}", "[Bracket]", "Water # rights",
        "“Quoted” words", '"Quoted" words', "O'Neill’s", "C:\\Port", "- dash", "* star", "& and", "! bang", "می‌خواهد", "1:30",
    ],
)  # fmt: skip
def test_whatever_a_thing_is_called_its_entry_holds_that_name(tmp_path: Path, kind: str, name: str) -> None:
    a_newsroom(tmp_path)
    new_entry(kind, name, settings_of(tmp_path))
    found = content_of(tmp_path)
    assert [problem for problem in found.problems if problem.path != "articles"] == []
    held = [
        *(one.name for one in (*found.outlets, *found.people)),
        *(one.label("en")[0] for one in found.topics),
    ]
    # An id is written as words, each with a capital.
    assert name.title() in {one.title() for one in held}


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("harbour-news", "Harbour News"),
        ("harbour_news", "Harbour News"),
        ("the editor's desk", "The Editor's Desk"),
        ('10 "days"', '10 "days"'),
        ("a: b # c", "A: B # C"),
        ("back\\slash", "Back\\slash"),
        ("$name", "$name"),
        ("港口", "港口"),
        ("---", "Our Digest"),
    ],
)
def test_a_new_site_is_called_as_its_folder_and_its_configuration_can_be_read(
    tmp_path: Path, folder: str, name: str
) -> None:
    new_site(tmp_path / folder)
    assert load_settings(str(tmp_path / folder / "mkdocs.yml")).site_name == name
