from __future__ import annotations

from dataclasses import replace

import pytest
from builders import a_person
from memories import Memory
from wordings import MADURO, PUTIN, grouped, printed, utterances

from digest.match import unknown
from digest.match.changes.differences import KnownPeople, with_changes
from digest.model import (
    Change,
    ChangeKind,
    ConfirmedChange,
    Person,
    Quote,
    QuoteId,
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


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("en", READY), ("en", READY.replace("not planning", "planning")), (ChangeKind.NEGATION, "")),
        (
            ("ru", "Мы не собираемся воевать с Европой"),
            ("en", "We are about to go to war with Europe"),
            (ChangeKind.NEGATION, ""),
        ),
        (
            ("es", COUNT),
            ("en", "We must stay calm and wait until we finish counting 551 records in twelve days"),
            (ChangeKind.NUMBER, "515, 551"),
        ),
        (
            ("en", "Donald Trump spoke with Vladimir Putin about a peace in Europe"),
            ("es", "Donald Trump habló con Nicolás Maduro de una paz en Europa"),
            (ChangeKind.NAME, "Владимир Путин / Nicolás Maduro"),
        ),
        (
            ("en", "I hope that Nasry Asfura wins the election in Honduras"),
            ("en", "I hope that Rixi Moncada wins the election in Honduras"),
            (ChangeKind.NAME, "Nasry / Rixi"),
        ),
        (
            ("en", "The count shows that Asfura is ahead of the others"),
            ("es", "El recuento muestra que Nasralla va por delante de los demás"),
            (ChangeKind.NAME, "Asfura / Nasralla"),
        ),
        (
            ("ar", "وعدنا الرئيس مادورو بالحوار"),
            ("ar", "وعدنا الرئيس كاسترو بالحوار"),
            (ChangeKind.NAME, "مادورو / كاسترو"),
        ),
        (
            ("zh", "马杜罗总统欢迎对话"),
            ("zh", "卡斯特罗总统欢迎对话"),
            (ChangeKind.NAME, "马杜罗 / 卡斯特罗"),
        ),
        (
            ("en", "We will start the talks in Moscow this week"),
            ("en", "We could start the talks in Moscow this week"),
            (ChangeKind.MODALITY, "will / could"),
        ),
        (("ru", "Европа должна начать"), ("ar", "قد تبدأ أوروبا"), (ChangeKind.MODALITY, "должна / قد")),
        (("zh", "我们必须开始谈判"), ("en", "We may start the talks"), (ChangeKind.MODALITY, "必须 / may")),
        (
            ("tr", "Görüşmeler bu hafta başlamalı"),
            ("tr", "Görüşmeler bu hafta başlayabilir"),
            (ChangeKind.MODALITY, "-malı / -abilir"),
        ),
        (
            ("ko", "이번 주에 대화를 시작해야 한다"),
            ("ko", "이번 주에 대화를 시작할 수 있다"),
            (ChangeKind.MODALITY, "-야 한다 / -수 있다"),
        ),
        (
            ("ja", "今週交渉を始めなければならない"),
            ("ja", "今週交渉を始めるかもしれない"),
            (ChangeKind.MODALITY, "なければならな / かもしれ"),
        ),
        (("ja", "戦争をするつもりはない"), ("ja", "戦争をするつもりだ"), (ChangeKind.NEGATION, "")),
        (("zh", "我们没有准备好"), ("en", "We are ready"), (ChangeKind.NEGATION, "")),
        (
            ("en", "Rents in the tower went up again"),
            ("es", "El alquiler de la torre bajó de nuevo"),
            (ChangeKind.WORD, "went up / bajó"),
        ),
        (
            ("en", "Rents in the tower rose again in May"),
            ("fa", "اجاره در برج در ماه مه دوباره کاهش یافت"),
            (ChangeKind.WORD, "rose / کاهش"),
        ),
    ],
    ids=[
        "denial",
        "denial in two languages",
        "number",
        "name",
        "unknown name",
        "unknown name in two languages",
        "unknown name without capital letters",
        "unknown name where nothing parts words",
        "modality",
        "right to left",
        "Chinese",
        "Turkish",
        "Korean",
        "Japanese",
        "denial in Japanese",
        "short texts of which one denies",
        "a phrase that says the contrary",
        "the contrary in Persian",
    ],
)
def test_a_change_of_meaning_is_found(
    first: tuple[str, str], second: tuple[str, str], expected: tuple[ChangeKind, str]
) -> None:
    assert found(first, second) == [expected]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("en", READY), ("en", "if Europe starts, we are ready right now")),
        (("es", COUNT), ("en", "We must stay calm and wait until 515 records are counted in twelve days")),
        (("en", "Donald Trump and Putin talked for long"), ("ru", "Дональд Трамп и Путин долго говорили")),
        (("ar", "تحدث مادورو مع ترامب"), ("ru", "Мадуро говорил с ним")),
        (("en", "We will start the talks"), ("es", "Empezaremos las negociaciones")),
        (("en", "We must be calm and will wait"), ("es", "Debemos guardar calma y esperar")),
        (("zh", "我们没有准备好，会议也要等到下周才举行"), ("en", "We are ready")),
        (
            ("en", "It was cordial with the president of the United States, Donald Trump"),
            ("en", "It was cordial with the president of the United States and with Venezuela"),
        ),
        (("en", "We wait for news from Beijing today"), ("fr", "Nous attendons des nouvelles de Chine")),
        (("ja", "今週交渉を始めなければならない"), ("ja", "今週交渉を始めるべきだ")),
        (("zh", "我们不得不开始谈判"), ("zh", "我们被迫开始谈判")),
        (("de", "Wir warten auf den Ausgang der Wahl"), ("de", "Wir warten auf das Ergebnis der Stimmen")),
    ],
    ids=[
        "a part of the whole",
        "a number in words",
        "a name in two scripts",
        "a name more",
        "a verb that says it by its ending",
        "one class in common",
        "lengths that tell nothing",
        "a country",
        "a country for its capital",
        "two denials that say must",
        "the same in Chinese",
        "nouns with capital letters",
    ],
)
def test_a_free_or_shorter_wording_is_no_change(first: tuple[str, str], second: tuple[str, str]) -> None:
    assert found(first, second) == []


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
