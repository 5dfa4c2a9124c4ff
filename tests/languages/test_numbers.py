"""Numbers are values: what each language writes is worth the same, or it is told."""

from __future__ import annotations

from fractions import Fraction

import pytest

from digest.languages.numbers import compared, numbers


def first(text: str, language: str) -> tuple[Fraction, str]:
    (number, *_) = numbers(text, language)
    return number.value, number.unit


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("It owes 4.2 billion pounds", "en", 4_200_000_000, "pound"),
        ("Debe 4,2 billones de pesos", "es", 4_200_000_000_000, "peso"),
        ("Debe 4.200 millones de pesos", "es", 4_200_000_000, "peso"),
        ("Il doit 4,2 milliards d’euros", "fr", 4_200_000_000, "euro"),
        ("Deve 4,2 bilhões de reais", "pt-BR", 4_200_000_000, "real"),
        ("Sie schuldet 4 Billionen Euro", "de", 4_000_000_000_000, "euro"),
        ("Он должен 4,2 млрд рублей", "ru", 4_200_000_000, "rouble"),
        ("عليها 4 تريليون دولار", "ar", 4_000_000_000_000, "dollar"),
        ("欠款42亿元", "zh", 4_200_000_000, "yuan"),
        ("借金は4兆円", "ja", 4_000_000_000_000, "yen"),
        ("빚은 4조 원", "ko", 4_000_000_000_000, "won"),
        ("It costs 7 lakh rupees", "en", 700_000, "rupee"),
        ("It costs 12,50,000 rupees", "en", 1_250_000, "rupee"),
        ("Some 3 crore people", "en", 30_000_000, ""),
        ("约730多万人", "zh", 7_300_000, ""),
        ("4½ million trees", "en", 4_500_000, ""),
        ("three and a half million trees", "en", 3_500_000, ""),
        ("tres millones y medio de árboles", "es", 3_500_000, ""),
        ("anderthalb Jahre", "de", Fraction(3, 2), "year"),
        ("полтора миллиарда деревьев", "ru", 1_500_000_000, ""),
        ("three-quarters of them", "en", Fraction(3, 4), ""),
        ("zwei Drittel davon", "de", Fraction(2, 3), ""),
        ("五分之二的树", "zh", Fraction(2, 5), ""),
        ("百分之四十", "zh", 40, "percent"),
        ("رأيته قبل يومين", "ar", 2, "day"),
        ("לפני שבועיים", "he", 2, "week"),
        ("−8 °C am Morgen", "de", -8, "celsius"),
        ("minus 8 degrees", "en", -8, "degree"),
        ("3,5 Prozentpunkte mehr", "de", Fraction(7, 2), "point"),
        ("achtundvierzig Bäume", "de", 48, ""),
        ("quatre-vingt-treize arbres", "fr", 93, ""),
        ("خمسة وثلاثون شجرة", "ar", 35, ""),
    ],
)
def test_a_number_is_a_value_of_a_unit(text: str, language: str, value: Fraction | int, unit: str) -> None:
    assert first(text, language) == (value, unit)


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


SAME = [
    ("The dam cost 2.4 billion.", "La presa costó 2.400 millones.", "en-es"),
    ("The dam cost 2.4 billion.", "大坝耗资24亿。", "en-zh"),
    ("Der Damm kostete 2 Milliarden.", "The dam cost 2 billion.", "de-en"),
    ("Le barrage a coûté 1 250 000 euros.", "The dam cost €1.25 million.", "fr-en"),
    ("It is 40 miles away.", "Está a 64 kilómetros.", "en-es"),
    ("It weighs 200 pounds.", "Er wiegt 90 Kilo.", "en-de"),
    ("It is about a mile away.", "Está a 1,6 km.", "en-es"),
    ("Expect 2 to 3 inches of rain.", "Se esperan de 5 a 7,5 centímetros de lluvia.", "en-es"),
    ("It reached 95 degrees.", "Es waren 35 Grad.", "en-de"),
    ("It took two weeks.", "Duró 14 días.", "en-es"),
    ("It took two days.", "استغرق الأمر يومين.", "en-ar"),
    ("He paid £30.", "Pagó 30 libras.", "en-es"),
    ("He paid $30.", "Pagó 30 dólares.", "en-es"),
    ("Costó 30 millones de €.", "It cost €30 million.", "es-en"),
    ("It starts at 8:30 pm.", "Es beginnt um 20:30 Uhr.", "en-de"),
    ("They won 3–1.", "Ganaron por 3 a 1.", "en-es"),
    ("Um halb neun begann es.", "It began at 8:30.", "de-en"),
    ("It began at 8:30.", "8点半开始", "en-zh"),
    ("He is 6 feet 2 inches tall.", "Mide 1,88 metros.", "en-es"),
    ("It is minus 4 Fahrenheit.", "Hay 20 grados bajo cero.", "en-es"),
    ("A million trees died.", "Миллион деревьев погиб.", "en-ru"),
    ("The 2017-18 season", "La temporada 2017/18", "en-es"),
    ("The 1990s", "Los años noventa", "en-es"),
    ("One in five trees died.", "五分之一的树死了。", "en-zh"),
    ("Twelve trees fell.", "Cayeron 12 árboles.", "en-es"),
    ("Cuarenta y dos árboles", "Forty-two trees", "es-en"),
    ("Exports changed by −3%.", "Las exportaciones cayeron un 3 %.", "en-es"),
    ("Al menos 384 árboles", "At least 384 trees", "es-en"),
    ("Rund 3.000 Leute", "Etwa 3000 Leute", "de-de"),
]


@pytest.mark.parametrize(("source", "output", "pair"), SAME)
def test_what_is_worth_the_same_is_the_same(source: str, output: str, pair: str) -> None:
    assert not differs(source, output, pair)


OTHERWISE = [
    ("The dam cost 2.4 billion.", "La presa costó 2,4 billones.", "en-es"),
    ("La presa costó un billón.", "The dam cost one billion.", "es-en"),
    ("Le barrage a coûté 7 milliards.", "The dam cost 7 million.", "fr-en"),
    ("大坝耗资6亿元。", "The dam cost 6 million yuan.", "zh-en"),
    ("Unas 4.800 personas", "About 4.8 people", "es-en"),
    ("Unas 4.800 personas", "About 4.800 people", "es-en"),
    ("4½ million trees", "4 millones de árboles", "en-es"),
    ("Three-quarters of the trees", "Un cuarto de los árboles", "en-es"),
    ("He paid £30.", "Pagó 30 dólares.", "en-es"),
    ("Pagó 30 €.", "He paid 30.", "es-en"),
    ("It took five weeks.", "Duró cinco meses.", "en-es"),
    ("Es waren −8 °C.", "It was 8 °C.", "de-en"),
    ("Exports changed by −3%.", "Las exportaciones subieron un 3 %.", "en-es"),
    ("Fifteen trees fell.", "Cayeron cincuenta árboles.", "en-es"),
    ("It is 40 miles away.", "Está a 40 kilómetros.", "en-es"),
    ("It is 64 km away.", "Está a 65 kilómetros.", "en-es"),
    ("It rose by 3 percentage points.", "Subió un 3 por ciento.", "en-es"),
]


@pytest.mark.parametrize(("source", "output", "pair"), OTHERWISE)
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
