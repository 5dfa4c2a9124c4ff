"""The same for programs: stories, statements and people as JSON files."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from builders import a_moment
from digests import IN_FRENCH, MADURO, NEWSWEEK, SPOKEN, WTOP, a_digest, settings
from jsonschema import Draft202012Validator

from digest.errors import QuotationError
from digest.model import OutputFile, Story
from digest.publish import Verifier
from digest.publish.outside import api

ROOT = "https://example.org/digest/"
LISTS = ("stories", "statements", "people")


def files(**fields: Any) -> dict[str, Any]:
    site = a_digest(settings=settings(outputs=("api",)), **fields)
    return {file.path.removeprefix("api/v1/"): json.loads(file.content) for file in api(site)}


def statement(**fields: Any) -> dict[str, Any]:
    found = files(**fields)["statements.json"]["statements"]
    return next(one for one in found if any(wording["text"] == SPOKEN for wording in one["wordings"]))


def test_there_is_none_unless_the_owner_asks_for_it() -> None:
    assert list(api(a_digest())) == []


@pytest.mark.parametrize("name", LISTS)
def test_every_file_is_as_the_schema_says(name: str) -> None:
    made = files()
    Draft202012Validator.check_schema(made["schema.json"])
    Draft202012Validator(made["schema.json"]).validate(made[f"{name}.json"])
    assert made[f"{name}.json"]["schema"] == made["schema.json"]["$id"] == f"{ROOT}api/v1/schema.json"


def test_the_schema_refuses_what_no_file_has() -> None:
    made = files()
    whole = made["statements.json"]
    whole["statements"][0]["wordings"][0].pop("sha256")
    assert not Draft202012Validator(made["schema.json"]).is_valid(whole)


def test_a_statement_has_the_words_as_printed_and_who_worded_each_translation() -> None:
    one = statement()
    assert one["speaker"] == {"name": MADURO.name, "person": MADURO.id}
    [spoken] = [wording for wording in one["wordings"] if wording["text"] == SPOKEN]
    assert WTOP.text[spoken["start"] : spoken["end"]] == SPOKEN
    assert (spoken["state"], spoken["outlet"], spoken["according_to"]) == ("original", "WTOP", "our summary")
    french = one["translations"]["fr"]
    assert (french["text"], french["by"], french["reviewed"]) == (IN_FRENCH, "machine", False)
    assert french["of"] == spoken["id"]
    assert one["url"]["fr"] == f"{ROOT}fr/story/{WTOP.id}/#u-{one['id']}"


def test_a_story_names_its_reports_and_statements_and_a_person_what_they_said() -> None:
    made = files()
    [story] = [one for one in made["stories.json"]["stories"] if one["id"] == WTOP.id]
    assert {one["outlet"] for one in story["reports"]} >= {"WTOP", "Newsweek"}
    [person] = [one for one in made["people.json"]["people"] if one["id"] == MADURO.id]
    assert person["statements"] == story["statements"] == [statement()["id"]]
    assert person["names"]["ru"] == "Николас Мадуро"


def test_older_things_stand_in_files_that_stay() -> None:
    many = tuple(
        Story(articles=(replace(NEWSWEEK, id=f"newsweek/{n:03}", path=f"{n}.md"),)) for n in range(230)
    )
    made = files(stories=many, utterances=())
    newest = made["stories.json"]
    assert (len(newest["stories"]), newest["total"]) == (100, 230)
    assert newest["older"] == f"{ROOT}api/v1/stories/2.json"
    assert made["stories/2.json"]["older"] == f"{ROOT}api/v1/stories/1.json"
    assert "older" not in made["stories/1.json"]
    newer = replace(NEWSWEEK, id="newsweek/later", published=a_moment("2025-12-05"))
    again = files(stories=(*many, Story(articles=(newer,))), utterances=())
    assert again["stories/1.json"]["stories"] == made["stories/1.json"]["stories"]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda one: one["wordings"][0].update(text="Nobody said this"), "Nobody said this"),
        (lambda one: one["speaker"].update(name="Somebody"), "Somebody"),
        (lambda one: one["wordings"][0].update(outlet="Nobody's Paper"), "Nobody's Paper"),
    ],
)
def test_words_speakers_and_outlets_are_verified_as_on_pages(change: Any, fault: str) -> None:
    site = a_digest(settings=settings(outputs=("api",)))
    verifier = Verifier(site.articles, site.utterances, site.settings.languages)
    [file] = [one for one in api(site) if one.path == "api/v1/statements.json"]
    verifier.verify(file)
    whole = json.loads(file.content)
    change(whole["statements"][0])
    with pytest.raises(QuotationError, match=fault):
        verifier.verify(OutputFile(file.path, json.dumps(whole).encode()))


def test_a_file_that_lacks_what_it_should_have_is_a_fault() -> None:
    site = a_digest()
    verifier = Verifier(site.articles, site.utterances, site.settings.languages)
    broken = OutputFile("api/v1/statements.json", b'{"api": "digest/1", "statements": [{"id": "u"}]}')
    with pytest.raises(QuotationError, match="cannot be read"):
        verifier.verify(broken)
