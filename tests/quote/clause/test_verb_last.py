"""`digest.quote.clause.verb_last`: the verb behind a quotation, and its subject before it."""

from __future__ import annotations

import pytest
from builders import an_article

from digest.model import Span
from digest.quote.clause.verb_last import subject_before, verb_after
from digest.quote.grammar import MASK, grammar_of
from digest.quote.names import people_of


@pytest.mark.parametrize(
    ("language", "right", "verb"),
    [
        ("tr", " dedi.", "dedi"),
        ("tr", " diye konuştu.", "diye konuştu"),
        ("ja", "と述べた。", "述べた"),
        ("ja", "を歌った。", None),
        ("ko", "고 말했다.", "말했다"),
        ("ko", "를 불렀다.", None),
    ],
)
def test_the_mark_of_what_was_said_leads_to_the_verb(language: str, right: str, verb: str | None) -> None:
    text = f"{MASK * 6}{right}"
    assert verb_after(text, Span(6, len(text)), grammar_of(language)) == verb


def subject(text: str, language: str) -> str | None:
    """Return who speaks before the first quotation of a text, shown by its masks."""
    grammar = grammar_of(language)
    people = people_of(an_article(text, language=language), grammar)
    found = subject_before(Span(0, text.index(MASK)), text, people, grammar)
    return people.fullest(found) if found else None


@pytest.mark.parametrize(
    ("language", "before", "who"),
    [
        ("tr", "Ayşe Kaya, ", "Ayşe Kaya"),
        ("tr", "Ayşe Kaya, Mehmet Demir’e ", "Ayşe Kaya"),
        ("tr", "Dün toplantıda ", None),
        ("ja", "高田花子市長は", "高田花子"),
        ("ja", "高田花子市長に", None),
        ("ko", "김민수 시장은 ", "김민수"),
        ("ko", "김민수 시장에게 ", None),
    ],
)
def test_the_subject_is_the_one_whose_mark_says_so(language: str, before: str, who: str | None) -> None:
    assert subject(f"{before}{MASK * 6} dedi.", language) == who


def test_of_several_people_nobody_is_the_subject() -> None:
    assert subject(f"Ayşe Kaya, Mehmet Demir, {MASK * 6} dedi.", "tr") is None
