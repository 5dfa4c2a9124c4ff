"""`digest.quote.grammar.clauses`: patterns of several keys of a row, each checked against its own row."""

from __future__ import annotations

import pytest

from digest import languages
from digest.quote.grammar.clauses import classes_of, governing_words, insertion_of
from digest.quote.grammar.compiled import introducing


@pytest.mark.parametrize("code", languages.codes())
def test_each_class_of_verbs_finds_every_word_of_its_row(code: str) -> None:
    row = languages.row(code)
    found = classes_of(row)
    for name, phrases in (
        ("answering", row.verbs.answer),
        ("denying", row.verbs.deny),
        ("foretelling", row.verbs.foretell),
        ("citing", row.verbs.cite),
        ("claim", row.claims),
        ("question", row.questions),
    ):
        missed = [phrase for phrase in phrases if not found[name].search(f" {phrase.rstrip('*')} ")]
        assert missed == [], name


@pytest.mark.parametrize("code", languages.codes())
def test_whatever_governs_holds_one_of_the_words_that_are_looked_up_first(code: str) -> None:
    row = languages.row(code)
    words = governing_words(row)
    assert bool(words) != bool(row.prefixes or not row.spaced)
    phrases = (*row.verbs.judging, *row.verbs.answer, *row.claims, *row.unsaid) if words else ()
    assert [one for one in phrases if not any(word in one.lower() for word in words)] == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Мы остаёмся, — сказала она. — Никто"),
        ("uk", "Ми лишаємося, — сказала вона. — Ніхто"),
        ("pl", "Zostajemy – powiedziała. – Nikt"),
        ("fr", "Nous restons, a-t-elle dit, et personne"),
        ("fr", "Nous restons, a déclaré Anne Roux, maire du village, et personne"),
    ],
)
def test_a_reporters_clause_between_two_halves_is_found(code: str, text: str) -> None:
    assert insertion_of(languages.row(code)).search(text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Мост — самый старый в городе — закрыт"),
        ("fr", "Nous avons dit, hier, que le pont ferme"),
        ("fr", "Elle, a priori, reste"),
        ("ja", "残ります、と彼は言いました。それで"),
    ],
)
def test_a_clause_without_a_reporter_is_none(code: str, text: str) -> None:
    assert insertion_of(languages.row(code)).search(text) is None


@pytest.mark.parametrize("code", [code for code in languages.codes() if languages.row(code).spaced])
def test_a_verb_between_dashes_after_a_comma_is_a_reporters_clause_in_every_row(code: str) -> None:
    row = languages.row(code)
    verb = next(verb for verb in introducing(row) if "*" not in verb)
    pattern = insertion_of(row)
    assert pattern.search(f"aaa bbb, — {verb} Xxx Yyy. — Zzz zz") is not None
