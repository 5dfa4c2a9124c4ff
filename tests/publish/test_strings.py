from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

from digest.publish.frame import catalog, catalog_languages, read_catalog, templates_dir

ROOM = Path(__file__).parents[2] / "digest/publish"
KEYWORDS = {"_": None, "gettext": None, "text": None, "ngettext": (1, 2)}
OPTIONS = {"**.html": {"silent": "false", "trim_blocks": "true", "lstrip_blocks": "true"}}


def messages() -> Iterator[str | tuple[str, ...]]:
    """Yield every message of the templates and of the room's own code."""
    for folder, pattern, method in (
        (templates_dir() / "digest", "**.html", "jinja2.ext:babel_extract"),
        (ROOM, "**.py", "python"),
    ):
        for _, _, message, *_ in extract_from_dir(
            folder, [(pattern, method)], options_map=OPTIONS, keywords=KEYWORDS
        ):
            yield message


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"%\((\w+)\)[sd]", text))


@pytest.mark.parametrize("language", catalog_languages())
def test_every_string_of_the_interface_is_in_every_catalog(language: str) -> None:
    known = {message.id for message in read_catalog(language) if message.id and not message.fuzzy}
    assert set(messages()) - known == set()


@pytest.mark.parametrize("language", catalog_languages())
def test_no_catalog_holds_a_string_that_nothing_shows(language: str) -> None:
    known = {message.id for message in read_catalog(language) if message.id}
    assert known - set(messages()) == set()


@pytest.mark.parametrize("language", catalog_languages())
def test_every_string_is_translated_in_all_its_plural_forms(language: str) -> None:
    forms = read_catalog(language).num_plurals
    for message in read_catalog(language):
        if message.id:
            strings = message.string if message.pluralizable else (message.string,)
            assert len(strings) == (forms if message.pluralizable else 1), message.id
            assert all(strings), message.id


@pytest.mark.parametrize("language", catalog_languages())
def test_a_translation_names_nothing_that_its_message_does_not(language: str) -> None:
    for message in read_catalog(language):
        ids = message.id if message.pluralizable else (message.id,)
        strings = message.string if message.pluralizable else (message.string,)
        if message.id:
            wanted = placeholders(ids[-1])
            assert all(placeholders(string) | {"num"} == wanted | {"num"} for string in strings), message.id


def test_there_is_a_catalog_for_each_edition_of_the_sample() -> None:
    assert set(catalog_languages()) >= {"en", "es", "fr", "ar"}


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "تصريح واحد"),
        (2, "تصريحان"),
        (3, "3 تصريحات"),
        (11, "11 تصريحاً"),
        (100, "100 تصريح"),
        (103, "103 تصريحات"),
    ],
)
def test_arabic_counts_in_all_its_forms(number: int, expected: str) -> None:
    said = catalog("ar").ngettext("%(num)d statement", "%(num)d statements", number)
    assert said % {"num": number} == expected


def test_a_region_uses_the_catalog_of_its_language() -> None:
    assert catalog("es-VE").gettext("People") == "Personas"


def test_an_edition_without_a_catalog_speaks_english() -> None:
    assert catalog("uk").gettext("People") == "People"
