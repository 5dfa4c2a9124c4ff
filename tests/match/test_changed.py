"""What outlets may have changed of statements, looked up where nothing changed."""

from __future__ import annotations

import sqlite3
from concurrent.futures import Executor
from pathlib import Path

import pytest
from builders import a_person
from digests import settings
from wordings import MADURO, printed

from digest.build import local_pool
from digest.cache import opened
from digest.match import changed as room
from digest.match.changed import each_changed
from digest.model import Person, Utterance, Wording, WordingState


def said(*texts: str) -> Utterance:
    quotes = [printed(f"Outlet {place}", "en", text) for place, text in enumerate(texts)]
    wordings = tuple(Wording(quote=quote, state=WordingState.AS_PRINTED) for quote in quotes)
    return Utterance(id=quotes[0].id, story=quotes[0].article.id, person=MADURO, wordings=wordings)


ALONE = said("Nobody was there that day.")
BOTH = said(
    "The harbour at Valmera belongs to Ilda Marrow and her sons, and so it stays.",
    "The harbour at Valmera belongs to Oda Pellworth and her sons, and so it stays.",
)
SAME = said("We shall meet again in the spring.", "We shall meet again in the spring, he wrote.")


def told(folder: Path, *people: Person, executor: Executor | None = None) -> list[list[str]]:
    with opened(folder) as cache:
        found = each_changed([[ALONE, BOTH], [SAME]], people, (), cache, executor)
        return [[change.told for change in one.changes] for one in found]


def test_what_was_found_is_looked_up_until_somebody_else_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marrow, pellworth = a_person("Ilda Marrow"), a_person("Oda Pellworth")
    first = told(tmp_path, marrow, pellworth)
    assert first == [[], ["Ilda Marrow / Oda Pellworth"], []]

    asked: list[Utterance] = []
    find = room.with_changes

    def noted(statement: Utterance, *others: object) -> Utterance:
        asked.append(statement)
        return find(statement, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(room, "with_changes", noted)
    assert told(tmp_path, marrow, pellworth) == first
    assert not asked
    told(tmp_path, marrow)
    assert {one.id for one in asked} == {BOTH.id, SAME.id}


def test_other_processes_find_the_same_and_keep_what_they_found_of_two_wordings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = a_person("Ilda Marrow"), a_person("Oda Pellworth")
    here = told(tmp_path / "here", *people)
    monkeypatch.setattr(room, "with_changes", None)
    with local_pool(settings(jobs=2, cache_dir=tmp_path / "there")) as executor:
        assert told(tmp_path / "there", *people, executor=executor) == here
    assert _kinds(tmp_path / "there") == _kinds(tmp_path / "here") > {"differences"}


def _kinds(folder: Path) -> set[str]:
    with sqlite3.connect(folder / "cache.sqlite") as database:
        return {kind for (kind,) in database.execute("SELECT DISTINCT kind FROM made")}
