"""What nearly is one statement: a number or a denial keeps it apart until an editor says otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import a_moment
from memories import Memory
from wordings import MADURO, READY, grouped, printed, texts, utterances

from digest.match import match
from digest.match.changes.vetoes import Apart, veto
from digest.match.pairs import Near
from digest.model import ChangeKind, ConfirmedChange, Person, PersonId, Quote

COUNT = "con el 57 por ciento de las actas tenemos un empate técnico"
RESULT = "Vamos a aceptar el resultado del recuento que publique el consejo electoral este domingo"
PAIRS = {
    "a number": (COUNT, COUNT.replace("57", "58"), ChangeKind.NUMBER),
    "a denial": (RESULT, f"No {RESULT.lower()}", ChangeKind.NEGATION),
}


def two(first: str, second: str, **fields: object) -> list[Quote]:
    return [printed("Caracol Radio", "es", first), printed("La Razón", "es", second, **fields)]


def confirmed(first: Quote, second: Quote, kind: ChangeKind | None = None) -> list[ConfirmedChange]:
    return [ConfirmedChange(kind=kind, wordings=frozenset((first.id, second.id)), line=1)]


@pytest.mark.parametrize(("first", "second", "kind"), PAIRS.values(), ids=PAIRS)
def test_editors_are_told_of_what_would_be_one_statement_but_for_a_veto(
    first: str, second: str, kind: ChangeKind
) -> None:
    quotes = two(first, second)

    found = match(grouped(quotes), quotes, Memory())

    assert len(found.utterances) == 2
    assert [(pair.kind, {pair.first.text, pair.second.text}) for pair in found.vetoed] == [
        (kind, {first, second})
    ]


@pytest.mark.parametrize(
    ("language", "text", "english"),
    [
        (
            "zh",
            "自2010年代以来，已有120万人离开了这个国家",
            "Since the 2010s 1.2 million people have left the country",
        ),
        (
            "es",
            "Es una vergüenza del siglo XIX que vuelve en los años 20",
            "A 19th century shame, back in the 2020s",
        ),
        ("ar", "عاد ١٫٢ مليون لاجئ إلى ديارهم", "1.2 million refugees have gone home, of 6"),
    ],
)
def test_a_number_that_each_language_writes_its_own_way_keeps_nothing_apart(
    language: str, text: str, english: str
) -> None:
    a, b = printed("Voz", language, text), printed("WTOP", "en", english)

    assert veto(a, b) is veto(b, a) is None


def test_a_denial_lost_in_translation_is_told_as_well() -> None:
    english = "We are planning to fight Europe, but if Europe wants to fight us, we are ready right now"
    quotes = [printed("Square News", *READY["Square News"]), printed("Voz", "en", english)]
    memory = Memory({(READY["Square News"][1], "en"): english.replace("are planning", "are not planning")})

    (pair,) = match(grouped(quotes), quotes, memory).vetoed

    assert pair.kind is ChangeKind.NEGATION


def test_statements_that_have_little_in_common_are_not_told() -> None:
    quotes = two(COUNT, "faltan 30 días para que el consejo electoral publique los resultados")

    assert match(grouped(quotes), quotes, Memory()).vetoed == ()


def test_what_two_stories_hold_is_not_told() -> None:
    quotes = two(COUNT, COUNT.replace("57", "58"))

    assert match(grouped(quotes, MADURO, quotes[:1], quotes[1:]), quotes, Memory()).vetoed == ()


@pytest.mark.parametrize(("first", "second", "kind"), PAIRS.values(), ids=PAIRS)
@pytest.mark.parametrize("changed", [True, False], ids=["with a change", "without any"])
def test_an_editor_who_read_both_joins_them(
    first: str, second: str, kind: ChangeKind, *, changed: bool
) -> None:
    quotes = two(first, second)

    found = match(grouped(quotes), quotes, Memory(), confirmed(*quotes, kind if changed else None))

    assert texts(found.utterances) == {frozenset({first, second})}
    assert found.vetoed == ()


def test_what_is_known_to_word_the_same_as_one_of_them_comes_along() -> None:
    quotes = [*two(RESULT, f"No {RESULT.lower()}"), printed("Ciudad MCY", "es", f"{RESULT} próximo")]

    found = utterances(grouped(quotes), quotes, Memory(), confirmed(*quotes[:2]))

    assert len(found) == 1


def test_no_editor_joins_what_was_said_on_two_days() -> None:
    quotes = two(COUNT, COUNT.replace("57", "58"), said_at=a_moment("2025-12-03"))
    quotes[0] = printed("Caracol Radio", "es", COUNT, said_at=a_moment("2025-12-02"))

    assert len(utterances(grouped(quotes), quotes, Memory(), confirmed(*quotes))) == 2


def test_an_editor_parts_what_the_texts_would_join() -> None:
    quotes = two(COUNT, COUNT)
    parted = [replace(entry, parts=True) for entry in confirmed(*quotes)]

    assert len(utterances(grouped(quotes), quotes, Memory())) == 1
    assert len(utterances(grouped(quotes), quotes, Memory(), parted)) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The dam cost 1.5 billion crowns and leaks", "The dam cost 1.5 million crowns and leaks"),
        ("Seven pilots left the harbour in the storm", "Nine pilots left the harbour in the storm"),
        ("The dam cost forty million crowns in all", "The dam cost forty million pesos in all"),
    ],
    ids=["another scale", "another number in words", "another unit"],
)
def test_numbers_that_contradict_each_other_are_apart_until_an_editor_says_otherwise(
    first: str, second: str
) -> None:
    quotes = [printed("WTOP", "en", first), printed("Newsweek", "en", second)]

    found = match(grouped(quotes), quotes, Memory())

    assert len(found.utterances) == 2
    assert [pair.kind for pair in found.vetoed] == [ChangeKind.NUMBER]
    assert len(utterances(grouped(quotes), quotes, Memory(), confirmed(*quotes))) == 1


def test_a_denial_outside_the_part_that_is_quoted_keeps_nothing_apart() -> None:
    part, whole = "We will mend the weir", "We will mend the weir, and no neighbour shall pay"
    quotes = [printed("WTOP", "en", part), printed("Newsweek", "en", whole)]

    assert veto(*quotes) is None
    assert (
        veto(printed("WTOP", "en", "plan to mend the weir"), printed("Newsweek", "en", f"We do not {part}"))
        is None
    )
    assert (
        veto(
            printed("WTOP", "en", "planning to mend the weir"),
            printed("A", "en", "We are not planning to mend the weir"),
        )
        is ChangeKind.NEGATION
    )


ENGLISH = "with 57 percent of the tally sheets we have a technical tie"


@pytest.mark.parametrize(
    "third", [("de", "mit 57 Prozent der Protokolle haben wir ein technisches Patt"), ("en", ENGLISH)]
)
def test_a_wording_that_agrees_with_one_of_two_that_an_editor_united_stands_with_both(
    third: tuple[str, str],
) -> None:
    quotes = [*two(COUNT, COUNT.replace("57", "58")), printed("WTOP", *third)]
    without = match(grouped(quotes), quotes, Memory())
    assert {COUNT, third[1]} in texts(without.utterances)

    found = match(grouped(quotes), quotes, Memory(), confirmed(*quotes[:2], ChangeKind.NUMBER))

    assert texts(found.utterances) == {frozenset(quote.text for quote in quotes)}
    assert found.vetoed == ()


def test_a_wording_that_contradicts_both_that_an_editor_united_stays_apart() -> None:
    quotes = [*two(COUNT, COUNT.replace("57", "58")), printed("Voz", "es", COUNT.replace("57", "75"))]

    found = match(grouped(quotes), quotes, Memory(), confirmed(*quotes[:2], ChangeKind.NUMBER))

    assert texts(found.utterances) == {
        frozenset(quote.text for quote in quotes[:2]),
        frozenset({quotes[2].text}),
    }
    assert len(found.vetoed) == 1


def test_groups_of_which_one_was_united_by_an_editor_are_parted_by_what_contradicts_all_of_it() -> None:
    quotes = [
        *two(COUNT, COUNT.replace("57", "58")),
        printed("Voz", "es", f"{COUNT} hoy"),
        printed("Sol", "es", COUNT.replace("57", "75")),
    ]
    near = Near(quotes, [quotes[0].article.id] * len(quotes))

    united, alone = (
        Apart(Person(id=PersonId("ana"), name="Ana"), quotes, (), pairs).parting(near)
        for pairs in ([(0, 1)], [])
    )

    assert (united((0, 1), (2,)), united((0, 1), (3,))) == (False, True)
    assert alone((0, 1), (2,))
