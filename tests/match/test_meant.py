"""What an encoder says of wordings is evidence beside their words, and silence where it knows nothing."""

from __future__ import annotations

import pytest
from builders import a_person
from wordings import printed

from digest.match.evidence import by_meaning, by_words
from digest.match.meant import Meant, meant
from digest.match.settled import settled
from digest.meaning import UniversalEncoder, Vectors
from digest.model import Quote

ENGLISH = "Nobody in this valley should have to choose between heating a home and putting food on the table"
SPANISH = (
    "En este valle nadie debería verse obligado a elegir entre calentar la casa y llevar comida a la mesa"
)
OTHER = "La carretera del norte estará cerrada hasta que los ingenieros revisen los dos puentes"
UKRAINIAN = "Ніхто в цій долині не повинен обирати між теплом у домі та їжею на столі"


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    return Vectors(UniversalEncoder(), None)


def quotes(*texts: tuple[str, str]) -> list[Quote]:
    return [printed(f"Outlet {at}", language, text) for at, (language, text) in enumerate(texts)]


def test_a_statement_is_more_alike_to_its_translation_than_to_another(vectors: Vectors) -> None:
    found = meant(quotes(("en", ENGLISH), ("es", SPANISH), ("es", OTHER)), vectors)

    assert (found.of((0, 1)) or 0) > 0.6
    assert (found.of((0, 2)) or 0) < 0.4


def test_of_languages_that_the_encoder_does_not_know_it_says_nothing(vectors: Vectors) -> None:
    given = quotes(("en", ENGLISH), ("uk", UKRAINIAN), ("es", SPANISH))
    found = meant(given, vectors)

    assert found.of((0, 1)) is None
    assert set(by_words(given, [(0, 1), (0, 2)], found)) <= {(0, 1)}
    assert set(by_meaning(given, [(0, 1), (0, 2)], found)) <= {(0, 2)}


def test_within_one_language_and_without_an_encoder_nothing_is_asked() -> None:
    class Unwilling(UniversalEncoder):
        def encode(self, texts: object) -> list[tuple[float, ...]]:
            raise AssertionError(texts)

    assert meant(quotes(("en", ENGLISH), ("en", ENGLISH)), Vectors(Unwilling(), None)) == Meant()
    assert meant(quotes(("en", ENGLISH), ("es", SPANISH)), None) == Meant()


def test_meaning_adds_to_what_words_tell_and_takes_from_what_they_seem_to_tell() -> None:
    given = quotes(("en", ENGLISH), ("es", SPANISH))
    spoken = frozenset((0, 1))

    def odds(alike: float) -> float:
        return by_meaning(given, [(0, 1)], Meant(spoken, {(0, 1): alike}))[0, 1].log_odds

    assert odds(0.9) > odds(0.6) > odds(0.3)


def test_a_statement_among_others_finds_its_translation(vectors: Vectors) -> None:
    fillers = [
        "El presupuesto de la escuela subirá un tercio el año próximo",
        "Los pescadores volverán al mar cuando amaine el viento",
        "Hemos plantado dos mil robles en la ladera quemada",
        OTHER,
    ]
    given = quotes(("en", ENGLISH), ("es", SPANISH), *(("es", text) for text in fillers))
    names = [quote.article.id for quote in given]
    found = settled(
        a_person("Ilda Marrow"), given, [names[0]] * len(given), _NoMemory(), (), meant(given, vectors)
    )

    assert (0, 1) in found.groups


class _NoMemory:
    def find(self, *_: object) -> None:
        return None

    def mark(self, *_: object) -> bytes:
        return b""
