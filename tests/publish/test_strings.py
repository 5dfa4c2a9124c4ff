from __future__ import annotations

import re

import pytest

from digest.publish.frame import catalog, catalog_languages, read_catalog
from tools import catalogs


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"%\((\w+)\)[sd]", text))


@pytest.mark.parametrize("language", catalog_languages())
def test_every_catalog_holds_what_the_interface_shows_and_nothing_else(language: str) -> None:
    assert list(catalogs.faults(language)) == []


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
    assert catalog("mt").gettext("People") == "People"
