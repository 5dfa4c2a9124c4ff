"""Outputs that say the contrary, another sum or another name are doubtful."""

from __future__ import annotations

import pytest

from digest.translate.doubt import doubt


def told(pair: str, source: str, output: str) -> str | None:
    own, other = pair.split("-")
    return doubt(source, output, source_language=own, target_language=other, meaning=None)


@pytest.mark.parametrize(
    ("pair", "source", "output"),
    [
        ("en-es", "Wages rose by 4% in May.", "Los salarios cayeron un 4% en mayo."),
        ("pt-en", "Os preços subiram 3% em julho.", "Prices fell 3% in July."),
        ("ar-en", "رفض الوزير العرض.", "The minister accepted the offer."),
        ("en-zh", "The price of rice rose in May.", "五月份米价下跌。"),
        ("en-pl", "The explosion injured two miners.", "Wybuch zabił dwóch górników."),
    ],
)
def test_the_contrary_is_doubtful(pair: str, source: str, output: str) -> None:
    assert told(pair, source, output)


@pytest.mark.parametrize(
    ("pair", "source", "output"),
    [
        ("en-es", "Wages rose by 4% in May.", "Los salarios subieron un 4% en mayo."),
        ("en-es", "Wages did not rise in May.", "Los salarios no subieron en mayo."),
        ("en-es", "Rents rose and wages fell.", "Subieron los alquileres y cayeron los salarios."),
        ("en-pt", "The queue is a growing problem.", "A fila é um problema que não para de crescer."),
        ("en-zh", "The price of rice rose in May.", "五月份米价上涨。"),
        ("en-pl", "Rose Tallis was there.", "Była tam Rose Tallis."),
        ("ar-en", "رفض الوزير العرض.", "The minister rejected the offer."),
    ],
)
def test_what_says_the_same_is_no_contrary(pair: str, source: str, output: str) -> None:
    assert told(pair, source, output) is None


def test_a_real_is_no_dollar() -> None:
    assert told("pt-en", "O estádio custou R$ 700 milhões.", "The stadium cost $700 million.")
    assert told("pt-en", "O estádio custou R$ 700 milhões.", "The stadium cost R$700 million.") is None


def test_a_third_is_no_half() -> None:
    assert told("en-de", "Half of the houses were damaged.", "Ein Drittel der Häuser wurde beschädigt.")
    assert (
        told("en-de", "Half of the houses were damaged.", "Die Hälfte der Häuser wurde beschädigt.") is None
    )


@pytest.mark.parametrize(
    ("source", "output"),
    [
        ("O prefeito Tavaronzo falou ontem.", "Mayor Pocketronzo spoke yesterday."),
        ("LUNA E TAVARONZO FALAM NO DEBATE", "POCKETRONZO SPEAKS AT DEBATE"),
    ],
)
def test_a_name_with_another_beginning_is_doubtful(source: str, output: str) -> None:
    assert told("pt-en", source, output) == f"another name: {output.split()['prefeito' in source]}"
