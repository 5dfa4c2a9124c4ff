"""Names of units are those of CLDR, in whatever length it has them, inflected or not."""

from __future__ import annotations

from importlib.resources import files

import pytest
from babel.units import format_unit

from digest import languages
from digest.languages.numbers import numbers
from digest.languages.numbers.units import named, named_before, units

ROWS = sorted(
    path.name.removesuffix(".toml")
    for path in files("digest.languages.numbers").iterdir()
    if path.name.endswith(".toml") and path.name != "units.toml"
)
OTHERWISE = {
    "cs": {"mile", "square mile", "mph"},  # `5 mil.` are millions
    "he": {"century"},  # its short form is a hundred
    "ja": {"day", "minute", "second"},  # one character, which many words begin with
    "ko": {"day", "minute", "second"},
    "ru": {"gallon"},  # `амер. галлон`
    "zh": {"kilogram"},  # `千克` is a thousand grams
}


def in_cldr(key: str, count: int, language: str) -> str:
    locale = languages.locale(language)
    text = format_unit(count, key, length="long", locale=locale, numbering_system="latn")
    if key in text:
        text = format_unit(count, key, length="short", locale=locale, numbering_system="latn")
    return text


@pytest.mark.parametrize("language", ROWS)
def test_what_cldr_measures_is_read_as_that_unit(language: str) -> None:
    wrong = []
    for unit in units().values():
        for key in unit.cldr:
            for count in (2, 5, 21):
                text = in_cldr(key, count, language)
                if not text[:1].isdigit() or unit.name in OTHERWISE.get(language, ()):
                    continue
                (first, *_) = numbers(text, language)
                if first.unit != unit.name and first.unit not in unit.alike:
                    wrong.append((text, unit.name, first.unit))
    assert wrong == []


@pytest.mark.parametrize("language", ["it", "tr", "fa", "ja", "zh"])
def test_no_unit_is_known_by_the_key_that_babel_gives_for_a_missing_name(language: str) -> None:
    assert named("duration-day", language) == ""


def test_a_word_for_percent_may_stand_before_the_number() -> None:
    assert named_before("Katılım yüzde ") == "percent"
    assert [one.unit for one in numbers("Yüzde 40 arttı, 40 kişi geldi.", "tr")] == ["percent", ""]
