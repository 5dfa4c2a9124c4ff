from __future__ import annotations

import re
from datetime import date
from gettext import c2py

import pytest
from babel import Locale

from digest.publish.frame import Strings, catalog, catalog_languages, day_name, read_catalog
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


ONE_FORM = {"id", "ja", "ko", "vi", "zh", "zh-Hant"}


@pytest.mark.parametrize("language", catalog_languages())
def test_a_catalog_counts_as_its_language_does(language: str) -> None:
    if read_catalog(language).num_plurals == 1:
        # Its nouns never change. CLDR 49 parts Vietnamese 0 and 1 from the rest all the same.
        assert language in ONE_FORM
        return
    plural = c2py(read_catalog(language).plural_expr)
    category = Locale.parse(language, sep="-").plural_form
    numbers = (*range(301), 1000, 1001, 1002, 1005, 10_000, 100_000)
    form_by_category: dict[str, set[int]] = {}
    for number in numbers:
        form_by_category.setdefault(category(number), set()).add(plural(number))
    # One form a category of CLDR's, and none that two share.
    forms = [form for found in form_by_category.values() for form in found]
    assert sorted(forms) == list(range(read_catalog(language).num_plurals))
    assert len(forms) == len(form_by_category)


REVIEWED = {"ar", "en", "es", "fr"}
"""By readers of these languages."""


@pytest.mark.parametrize("language", sorted(set(catalog_languages()) - REVIEWED))
def test_a_catalog_that_no_native_speaker_reviewed_says_so(language: str) -> None:
    head = (catalogs.CATALOGS / f"{language}.po").read_text(encoding="utf-8").partition("msgid")[0]
    assert "# Not reviewed by a native speaker" in head


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


def test_a_persian_edition_counts_and_dates_in_persian_digits() -> None:
    strings = Strings("fa")
    counted = strings.ngettext("%(num)d outlet", "%(num)d outlets", 13)
    assert "۱۳" in counted
    assert not re.search("[0-9]", counted)
    assert day_name(date(2025, 12, 3), reader="fa") == "چهارشنبه ۳ دسامبر ۲۰۲۵"


def test_digits_in_names_and_texts_stay_as_they_are_written() -> None:
    strings = Strings("fa")
    assert "Actualités 24" in strings.gettext("An article by %(outlet)s", outlet="Actualités 24")
