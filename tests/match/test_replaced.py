"""A word in the place of another, in one language."""

from __future__ import annotations

import pytest

from digest.match.changes.replaced import replaced


def pairs(first: str, second: str, language: str) -> list[tuple[str, str]]:
    return [(one.first, one.second) for one in replaced(first, second, language)]


@pytest.mark.parametrize(
    ("text", "language", "first", "second"),
    [
        ("The rents in the old quarter {} after the flood of last spring", "en", "doubled", "halved"),
        ("{} the tenants of the tower will have to leave by Sunday", "en", "All", "Some"),
        ("The tenants must leave the tower {} the work begins", "en", "before", "after"),
        ("{} heard the alarm at night and went down to the cellar", "en", "He", "We"),
        ("{} tenants of the tower want to leave by Sunday", "en", "Most of the", "Few"),
        ("Los vecinos {} la obra del puente nuevo sobre el río", "es", "aplauden", "rechazan"),
        ("Die Mieter müssen den Turm {} Sonntag ganz geräumt haben", "de", "vor", "nach"),
        ("Жильцы {} решение города о сносе старой башни", "ru", "одобряют", "осуждают"),
        ("السكان {} قرار المدينة بشأن هدم البرج القديم", "ar", "يؤيدون", "يرفضون"),
        ("住户们{}市里拆除旧塔楼的决定", "zh", "支持", "反对"),
    ],
)
def test_another_word_in_the_place_of_one_is_found(text: str, language: str, first: str, second: str) -> None:
    assert pairs(text.format(first), text.format(second), language) == [(first, second)]


def test_the_most_surprising_word_comes_first() -> None:
    found = replaced(
        "The big tower was bought by the city in the autumn of that year",
        "The old tower was razed by the city in the autumn of that year",
        "en",
    )
    assert [one.first for one in found] == ["bought", "big"]
    assert found[0].surprise > found[1].surprise


@pytest.mark.parametrize(
    ("first", "second", "language"),
    [
        ("Northolt sued Eastcombe over the weir", "Eastcombe sued Northolt over the weir", "en"),
        (
            "Los vecinos demandan a la alcaldía por el río",
            "La alcaldía demanda a los vecinos por el río",
            "es",
        ),
        (
            "La vecina denunció al portero por el ruido",
            "El portero denunció a la vecina por el ruido",
            "es",
        ),
        ("北镇起诉了南镇的水务局长", "南镇起诉了北镇的水务局长", "zh"),
    ],
)
def test_sides_that_changed_places_are_found(first: str, second: str, language: str) -> None:
    assert replaced(first, second, language)


@pytest.mark.parametrize(
    ("first", "second", "language"),
    [
        ("We organise the harbour festival in May", "We organize the harbor festival in May", "en"),
        ("We do not want the new tower here", "We don't want the new tower here", "en"),
        ("This tower was built for the harbour pilots", "That tower was built for the harbour pilots", "en"),
        ("The tower has twelve floors and a lift", "The tower has 12 floors and a lift", "en"),
        ("The tram line to the tower is closed", "The tramline to the tower is closed", "en"),
        ("We sing in St. Olaf and in the tower", "We sing in Saint Olaf and in the tower", "en"),
        ("Anna and Bruno climbed the old tower", "Bruno and Anna climbed the old tower", "en"),
        ("The tower is old and we shall keep it, as I said", "The tower is old and we shall keep it", "en"),
        ("The tenants supported the plan of the city", "The tenants support the plan of the city", "en"),
        ("C’est une journée de fête pour la tour", "C’est un jour de fête pour la tour", "fr"),
        ("O facto é que a torre está fechada", "O fato é que a torre está fechada", "pt"),
        ("We wonen in de oude toren aan de haven", "Wij wonen in de oude toren aan de haven", "nl"),
        ("المدينة مسؤولة عن هدم البرج القديم", "المدينة مسئولة عن هدم البرج القديم", "ar"),
        ("The tower is ours", "Nobody knows whose house it is", "en"),
    ],
)
def test_another_transcription_is_no_other_word(first: str, second: str, language: str) -> None:
    assert replaced(first, second, language) == ()
