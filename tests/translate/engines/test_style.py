"""How a language writes what is no word: quotation marks and numbers in what an engine made."""

from __future__ import annotations

import pytest

from digest.languages import row
from digest.translate.engines.style import marks, renumbered, restyled


@pytest.mark.parametrize(
    ("output", "language", "wanted"),
    [
        ('He said "no" and left.', "en", "He said “no” and left."),
        ("Il a dit “non” hier.", "fr", "Il a dit «\u00a0non\u00a0» hier."),
        ("Er sagte «nein» und ging.", "de", "Er sagte „nein“ und ging."),
        ("Dijo: “Ella dijo ‘no’”.", "es", "Dijo: «Ella dijo ‘no’»."),
        ("He said \"it's late", "en", "He said \"it's late"),
        ("Rock 'n' roll isn't dead", "en", "Rock 'n' roll isn't dead"),
        ('他说："不。"', "zh", "他说：“不。”"),
    ],
)
def test_marks_are_those_of_the_language_where_each_has_its_other_one(
    output: str, language: str, wanted: str
) -> None:
    assert restyled(output, row(language)) == wanted


def test_marks_of_a_quotation_in_a_quotation_are_inner_ones() -> None:
    assert restyled('He said "no".', row("en"), depth=1) == "He said ‘no’."


def test_straight_marks_open_before_a_letter_even_inside_others() -> None:
    roles = marks('"I told him "stay here"", he said.')
    assert [(mark.opens, mark.depth) for mark in roles] == [(True, 0), (True, 1), (False, 1), (False, 0)]


@pytest.mark.parametrize(
    ("text", "output", "pair", "wanted"),
    [
        ("1,200 people, 2.5%", "1,200 pessoas, 2.5%", "en-pt", "1.200 pessoas, 2,5%"),
        ("1,200 people", "1.200 pessoas", "en-pt", "1.200 pessoas"),
        ("3,5 %", "3,5 %", "de-en", "3.5 %"),
        ("12.345,6", "12.345,6", "es-en", "12,345.6"),
        ("Version 2.5.1 of 2024-10-02", "Versão 2.5.1 de 2024-10-02", "en-pt", "Versão 2.5.1 de 2024-10-02"),
        ("At 192.168.0.1", "Em 192.168.0.1", "en-pt", "Em 192.168.0.1"),
        ("1.200 (mil)", "1.200 (thousand)", "en-pt", "1.200 (thousand)"),
        ("2.5%", "2.5%", "en-zh", "2.5%"),
        ("7,400.5 points", "7.400.5 pontos", "en-pt", "7.400,5 pontos"),
        ("7,400.5 points", "7.400,5 pontos", "en-pt", "7.400,5 pontos"),
        ("1,200 in 1.200", "1,200 em 1.200", "en-pt", "1.200 em 1,200"),
        ("1.500 euros y 2,375 %", "1.500 euros and 2,375 %", "es-en", "1,500 euros and 2.375 %"),
        ("un 2,375 % más", "2,375 % more", "es-en", "2.375 % more"),
        ("2,375 casas", "2,375 houses", "es-en", "2,375 houses"),
    ],
)
def test_numbers_that_were_copied_are_written_as_the_target_writes_them(
    text: str, output: str, pair: str, wanted: str
) -> None:
    assert renumbered(text, output, *pair.split("-")) == wanted
