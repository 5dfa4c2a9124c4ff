from __future__ import annotations

from dataclasses import replace

import pytest
from builders import a_person
from golden_cases import blocks
from memories import Memory
from wordings import MADURO, PUTIN, grouped, printed, utterances

from digest.match import unknown
from digest.match.changes import KnownPeople, with_changes
from digest.model import (
    Change,
    ChangeKind,
    ConfirmedChange,
    Person,
    Quote,
    QuoteId,
    Severity,
    Utterance,
    Wording,
    WordingState,
)

READY = "We are not planning to go to war with Europe, but if Europe starts, we are ready right now"
COUNT = "Debemos guardar calma y esperar que terminemos de contabilizar 515 actas en 12 días"


def said(*wordings: tuple[str, str]) -> Utterance:
    """Return a statement as outlets worded it, by language."""
    quotes = [printed(f"Outlet {place}", *wording) for place, wording in enumerate(wordings)]
    return Utterance(
        id=quotes[0].id,
        story=quotes[0].article.id,
        person=MADURO,
        wordings=tuple(Wording(quote=quote, state=WordingState.AS_PRINTED) for quote in quotes),
    )


def found(
    *wordings: tuple[str, str], people: tuple[Person, ...] = (MADURO, PUTIN)
) -> list[tuple[ChangeKind, str]]:
    return [
        (change.kind, change.told) for change in with_changes(said(*wordings), KnownPeople.of(people)).changes
    ]


def wordings(lines: list[str]) -> list[tuple[str, str]]:
    parted = (line.partition(": ") for line in lines)
    return [(language, text) for language, _, text in parted]


ASKED = [*blocks("changes/asked.txt"), *blocks("changes/asked_by_language.txt")]
FREE = [*blocks("changes/free.txt"), *blocks("changes/free_by_language.txt")]


@pytest.mark.parametrize("lines", [lines for _, lines in ASKED], ids=[name for name, _ in ASKED])
def test_a_change_of_meaning_is_found(lines: list[str]) -> None:
    kind, _, told = lines[-1].removeprefix("= ").partition(" ")
    assert found(*wordings(lines[:-1])) == [(ChangeKind(kind), told)]


@pytest.mark.parametrize("lines", [lines for _, lines in FREE], ids=[name for name, _ in FREE])
def test_a_free_or_shorter_wording_is_no_change(lines: list[str]) -> None:
    assert found(*wordings(lines)) == []


def confirmed(kind: ChangeKind | None, *quotes: Quote) -> ConfirmedChange:
    return ConfirmedChange(kind=kind, wordings=frozenset(quote.id for quote in quotes), line=4)


def test_what_an_editor_confirmed_is_there_whether_it_was_found_or_not() -> None:
    utterance = said(("en", READY), ("en", READY.replace("not planning", "planning")))
    pair = [wording.quote for wording in utterance.wordings]
    entries = [confirmed(ChangeKind.NEGATION, *pair), confirmed(ChangeKind.NAME, *pair)]
    changes = with_changes(utterance, KnownPeople.of(()), entries).changes
    assert [(c.kind, c.confirmed) for c in changes] == [(ChangeKind.NEGATION, True), (ChangeKind.NAME, True)]
    assert {(c.first, c.second) for c in changes} == {(pair[0].id, pair[1].id)}


def test_a_guess_that_an_editor_dismissed_is_gone() -> None:
    utterance = said(("en", READY), ("en", READY.replace("not planning", "planning")))
    entry = confirmed(None, *(wording.quote for wording in utterance.wordings))
    assert with_changes(utterance, KnownPeople.of(()), [entry]).changes == ()


def test_a_confirmed_change_must_be_of_two_wordings_of_one_statement() -> None:
    one, other = said(("en", READY), ("fr", "Nous sommes prêts")), said(("es", COUNT))
    first, second, third = (w.quote for u in (one, other) for w in u.wordings)
    assert unknown([confirmed(None, first, second)], [one, other]) == ()
    [apart] = unknown([confirmed(None, first, third)], [one, other])
    assert (apart.path, apart.line) == ("stories.yml", 4)
    assert "different statements" in apart.message
    entry = ConfirmedChange(kind=None, wordings=frozenset({first.id, QuoteId("0123456789ab")}), line=7)
    [lost] = unknown([entry], [one, other])
    assert "there is no wording “0123456789ab”" in lost.message
    assert {apart.severity, lost.severity} == {Severity.NOTICE}


def test_matching_tells_changes_of_what_it_joined() -> None:
    longer = "Debemos guardar calma, tener paciencia y esperar que terminemos de contabilizar todas las actas"
    quotes = [printed("Caracol", "es", longer), printed("La Razón", "es", longer.replace("todas", "algunas"))]
    [utterance] = utterances(grouped(quotes), quotes, Memory())
    assert utterance.changes == (
        Change(kind=ChangeKind.WORD, first=quotes[0].id, second=quotes[1].id, told="todas / algunas"),
    )
    dismissed = utterances(grouped(quotes), quotes, Memory(), [confirmed(None, *quotes)])
    assert [u.changes for u in dismissed] == [()]


def test_a_list_that_was_shortened_is_no_change() -> None:
    longer = "Debemos guardar calma, tener paciencia y esperar que terminemos de contabilizar actas"
    assert found(("es", f"{longer} por contingencia 1 y 2"), ("es", longer)) == []


def test_somebody_whose_name_is_too_short_to_tell_is_not_missed() -> None:
    people = (a_person("Xi Ma"), replace(MADURO, aliases=()))
    assert found(("en", "Xi Ma is ready now"), ("es", "Ahora está listo ya"), people=people) == []
