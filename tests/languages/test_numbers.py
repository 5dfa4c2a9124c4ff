"""Numbers are values, in digits and in words (`digest.languages.numbers.spelled`): worth the same, or it is told."""

from __future__ import annotations

from fractions import Fraction

import pytest
from golden_cases import rows

from digest.languages.numbers import compared, numbers


def first(text: str, language: str) -> tuple[Fraction, str]:
    (number, *_) = numbers(text, language)
    return number.value, number.unit


@pytest.mark.parametrize(("language", "text", "told"), rows("numbers/values.txt"))
def test_a_number_is_a_value_of_a_unit(language: str, text: str, told: str) -> None:
    value, _, unit = told.partition(" ")
    assert first(text, language) == (Fraction(value), unit)


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("1,750 trees", "en", {1750}),
        ("1.750 trees", "en", {Fraction(7, 4)}),
        ("1.750 árboles", "es", {1750}),
        ("1,755 árboles", "es", {1755, Fraction(1755, 1000)}),
        ("1.750 arbres", "fr", {1750}),
        ("0,750 Liter", "de", {Fraction(3, 4)}),
        ("1.234.567,5 Bäume", "de", {Fraction(12345675, 10)}),
        ("12 000 деревьев", "ru", {12000}),
    ],
)
def test_a_point_is_read_as_its_language_has_it(
    text: str, language: str, values: set[Fraction | int]
) -> None:
    (number,) = numbers(text, language)
    assert number.values == values


def differs(source: str, output: str, pair: str) -> bool:
    first_language, second_language = pair.split("-")
    found = compared(source, output, first_language, second_language)
    return bool(found.lost or found.contradicts or found.signs or found.units)


@pytest.mark.parametrize(("pair", "source", "output"), rows("numbers/same.txt"))
def test_what_is_worth_the_same_is_the_same(source: str, output: str, pair: str) -> None:
    assert not differs(source, output, pair)


@pytest.mark.parametrize(("pair", "source", "output"), rows("numbers/otherwise.txt"))
def test_another_value_scale_sign_or_unit_is_told(source: str, output: str, pair: str) -> None:
    assert differs(source, output, pair)


def test_what_is_told_is_what_was_written() -> None:
    found = compared("He paid £30 for seven trees.", "Pagó 30 dólares por nueve árboles.", "en", "es")
    assert found.changed == ("seven", "nueve", "£30", "30")


def test_a_language_without_a_row_compares_digits_alone() -> None:
    assert compared("17 puud", "17 trees", "et", "en").lost == ()
    assert [one.written for one in compared("17 puud", "18 trees", "et", "en").lost] == ["17"]


@pytest.mark.parametrize(
    ("source", "output", "pair"),
    [
        (
            "Four decades passed, and three dozen men left.",
            "Pasaron 40 años y 36 hombres se fueron.",
            "en-es",
        ),
        ("A dozen boats sank a decade ago.", "Hace 10 años se hundieron 12 barcos.", "en-es"),
        ("Il y a trois décennies", "Three decades ago", "fr-en"),
        ("Двое суток они ждали", "They waited for 48 hours", "ru-en"),
        ("住民の5分の3が反対した", "Three fifths of the residents were against it", "ja-en"),
        ("주민의 5분의 3이 반대했다", "Three fifths of the residents were against it", "ko-en"),
        ("もう1人が負傷した", "Another person was hurt", "ja-en"),
        ("2時間半待った", "We waited for 2.5 hours", "ja-en"),
        ("The ship was built in the 1930s", "这艘船建于20世纪30年代", "en-zh"),
        ("The hall covers 300 km2", "会馆占地300平方公里", "en-zh"),
        ("COVID-19 came in March", "新冠疫情于三月到来", "en-zh"),
        ("Over seven million people", "Yli seitsemän miljoonaa ihmistä", "en-fi"),
        ("It owes $4.2 billion", "Det skyldar 4,2 miljarder dollar", "en-sv"),
        ("Up to 12 inches of snow", "۳۰۰ میلی‌متر برف", "en-fa"),
        ("Five new towers", "Beş yeni kule", "en-tr"),
        ("645 miles away", "645 míľ ďaleko", "en-sk"),
        ("two million to three million years", "dva až tri milióny rokov", "en-sk"),
        ("the 15th century", "1400-talet", "en-sv"),
        ("due to COVID-19", "بسبب كوفيد-19", "en-ar"),
    ],
)
def test_what_is_counted_otherwise_is_the_same_number(source: str, output: str, pair: str) -> None:
    first, second = pair.split("-")
    for found in (compared(source, output, first, second), compared(output, source, second, first)):
        assert not found.lost
        assert not found.changed


@pytest.mark.parametrize(
    ("source", "output", "pair"),
    [
        ("Four decades passed", "Pasaron 60 años", "en-es"),
        ("住民の5分の3が反対した", "Two fifths of the residents were against it", "ja-en"),
        ("The town was founded in 1722", "Kaupunki perustettiin vuonna 1772", "en-fi"),
        ("It owes 4.2 billion", "Det skyldar 4,2 miljoner", "en-sv"),
    ],
)
def test_what_is_counted_otherwise_is_still_compared(source: str, output: str, pair: str) -> None:
    assert compared(source, output, *pair.split("-")).changed


@pytest.mark.parametrize(("language", "text", "told"), rows("numbers/times.txt"))
def test_an_hour_told_by_what_stands_beside_it_is_a_time_before_noon_or_after(
    language: str, text: str, told: str
) -> None:
    """See `digest/languages/numbers/clock.py`."""
    times = [
        f"{hour}:{int(reading[0]):02}"
        for number in numbers(text, language)
        for hour, *reading in number.readings
        if reading
    ]
    assert " ".join(times) == told.removeprefix("-")


@pytest.mark.parametrize(("language", "text", "told"), rows("numbers/written.txt"))
def test_each_language_writes_numbers_in_its_own_ways(language: str, text: str, told: str) -> None:
    value, _, unit = told.partition(" ")
    number, *_ = numbers(text, language)
    # `1万2000` is two numbers, of which either may be their sum.
    assert Fraction(value) in number.values
    assert number.unit == unit
