"""What is compared of articles: from each alone, kept by content, weighed by the days before."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from builders import a_person
from memories import Memory
from reports import EVERYTHING, report

from digest.group.evidence import Evidence, Tie, weights
from digest.group.evidence import kept as kept_module
from digest.group.evidence.compare import _cosines
from digest.group.evidence.kept import Kept
from digest.group.evidence.mentioned import Mentioned
from digest.group.evidence.terms import Terms, terms_of
from digest.group.evidence.weights import Counted, Weighted
from digest.meaning import WHOLE
from digest.model import Article, Moment
from digest.secret import KEY_VARIABLE


def names(language: str, text: str) -> set[int]:
    return set(terms_of("", text, language).names.codes.tolist())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            ("en", "Crowds met Velibor Djokovar at the gate"),
            ("ru", "Толпа встретила Велибора Джоковара у ворот"),
        ),
        (("en", "The mayor of Valmera spoke"), ("ru", "Мэр города Вальмеры выступил")),
        (("en", "The mayor of Valmera spoke"), ("ar", "تحدث رئيس بلدية فالميرا")),
        (("sr", "Igrač Đoravić pobedi"), ("sr-Cyrl", "Играч Ђоравић победи")),
    ],
)
def test_a_name_is_the_same_in_every_script_and_case(first: tuple[str, str], second: tuple[str, str]) -> None:
    assert names(*first) & names(*second)


def test_words_that_are_no_names_give_none() -> None:
    assert not names("en", "The committee will meet again in the morning. The council knows when.")


def test_traditional_and_simplified_chinese_have_words_in_common() -> None:
    simplified = terms_of("总统选举结果公布", "反对党领袖赢得总统选举。", "zh").words.codes.tolist()
    traditional = terms_of("總統選舉結果公布", "反對黨領袖贏得總統選舉。", "zh-Hant").words.codes.tolist()
    other = terms_of("地震切断了公路", "军队用直升机运送帐篷。", "zh").words.codes.tolist()

    assert len({*simplified} & {*traditional}) > len({*traditional}) / 2
    assert len({*simplified} & {*other}) < len({*other}) / 4


def test_an_address_is_no_text() -> None:
    assert terms_of("", "https://example.org/harbour-plan", "en").words.codes.size == 0


def alike(first: Terms, second: Terms) -> bool:
    columns = zip(first.columns, second.columns, strict=True)
    return first.shown() == second.shown() and all(
        np.array_equal(a.codes, b.codes) and np.array_equal(a.weights, b.weights) for a, b in columns
    )


def test_what_was_read_of_an_article_is_kept_by_its_words(tmp_path: Path) -> None:
    first = Kept(tmp_path)
    made = [first.of(article) for article in EVERYTHING]
    first.keep()
    (file,) = tmp_path.glob("*.bin")
    size = file.stat().st_size
    again = Kept(tmp_path)

    assert all(alike(again.of(a), terms) for a, terms in zip(EVERYTHING, made, strict=True))
    again.of(replace(EVERYTHING[0], text="Something else altogether happened."))
    again.keep()
    assert file.stat().st_size > size


def test_what_other_processes_read_ahead_is_what_would_have_been_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = [Kept(None).of(article) for article in EVERYTHING]
    ahead = Kept(tmp_path)
    with ThreadPoolExecutor(2) as executor:
        ahead.read_ahead(EVERYTHING, executor)
    monkeypatch.setattr(kept_module, "terms_of", None)

    assert all(alike(ahead.of(a), terms) for a, terms in zip(EVERYTHING, right, strict=True))


def test_terms_that_somebody_else_has_sealed_are_worked_out_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = Kept(None).of(EVERYTHING[0])
    with monkeypatch.context() as theirs:
        theirs.setenv(KEY_VARIABLE, "another")
        theirs.setattr(kept_module, "terms_of", lambda *_: terms_of("Nothing", "Nothing happened.", "en"))
        forged = Kept(tmp_path)
        forged.of(EVERYTHING[0])
        forged.keep()
    with monkeypatch.context() as theirs:
        theirs.setenv(KEY_VARIABLE, "another")
        assert not alike(Kept(tmp_path).of(EVERYTHING[0]), right)
    assert alike(Kept(tmp_path).of(EVERYTHING[0]), right)


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty"])
def test_a_damaged_file_costs_time_and_changes_nothing(tmp_path: Path, damage: str) -> None:
    kept = Kept(tmp_path)
    made = [kept.of(article) for article in EVERYTHING]
    kept.keep()
    (file,) = tmp_path.glob("*.bin")
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    file.write_bytes({"cut": data[: len(data) // 2], "flipped": data, "empty": b""}[damage])
    again = Kept(tmp_path)

    assert all(alike(again.of(a), terms) for a, terms in zip(EVERYTHING, made, strict=True))


Named = tuple[str, str, float, float, bool, float]


def evidence(articles: list[Article]) -> Evidence:
    return Evidence(articles, [], [], {}, Memory(), None, None)


def named(found: Evidence, ties: list[tuple[int, Tie]]) -> list[Named]:
    ids = [article.id for article in found.articles]
    return sorted((ids[later], ids[tie.other], *tie[1:]) for later, tie in ties)


def compared(articles: list[Article]) -> list[Named]:
    found = evidence(articles)
    return named(found, found.ties(range(len(articles))))


def later_ones() -> list[Article]:
    return [
        replace(
            article,
            id=type(article.id)(f"later/{at}"),
            published=Moment(article.moment.day + timedelta(days=3 + at)) if article.moment else None,
        )
        for at, article in enumerate(EVERYTHING)
    ]


def test_what_comes_later_changes_nothing_that_is_known_of_earlier_pairs() -> None:
    before, after = compared(EVERYTHING), compared([*EVERYTHING, *later_ones()])

    assert before
    assert [tie for tie in after if not (tie[0] + tie[1]).count("later/")] == before


def test_days_compared_for_themselves_say_what_they_say_among_all() -> None:
    found = evidence([*EVERYTHING, *later_ones()])
    size = len(found.articles)
    days = [at for at in range(1, size) if found.days[at] != found.days[at - 1]]
    cuts = [0, *days[::3], size]
    parts = [tie for a, b in pairwise(cuts) for tie in found.ties(range(a, b))]

    assert len(cuts) > 4
    assert sorted(parts) == sorted(found.ties(range(size)))


def test_articles_without_a_date_are_compared_with_those_of_any_days() -> None:
    undated = [
        replace(article, id=type(article.id)(f"undated/{at}"), published=None)
        for at, article in enumerate(EVERYTHING[:3])
    ]
    found = evidence([*EVERYTHING, *undated])
    size, first = len(found.articles), len(EVERYTHING)
    told = named(found, found.undated_ties(range(first), range(first, size)))

    assert all({(f"undated/{at}", EVERYTHING[at].id)} <= {tie[:2] for tie in told} for at in range(3))
    assert not any(tie[1].startswith("undated/") for tie in told)


def test_products_of_vectors_are_exact_whatever_adds_them() -> None:
    chance = np.random.default_rng(3)
    vectors = chance.standard_normal((40, 512))
    whole = np.round(vectors / np.linalg.norm(vectors, axis=1, keepdims=True) * WHOLE).astype(np.int16)
    exact = (whole.astype(np.int64) @ whole.astype(np.int64).T) / WHOLE**2

    assert np.array_equal(_cosines(whole, slice(0, 40), slice(0, 40)), exact)


def test_people_of_the_registry_are_found_by_any_of_their_names() -> None:
    person = a_person("Ilda Marrow", aliases=("伊尔达·马罗",))
    found = Mentioned([person])

    assert set(found.in_text("Yesterday Ilda Marrow resigned.")) == {person}
    assert set(found.in_text("昨天伊尔达·马罗辞职。")) == {person}
    assert not set(found.in_text("Ilda Marrowfield is somebody else."))


def test_the_same_words_about_another_day_are_no_reprint() -> None:
    text = (
        "Rain is expected in {} with {} millimetres, and the wind will turn to the north-west by the evening."
    )
    first = report("Weather", "en", "Rain on the way", text.format("Valmera", 14), "2026-03-02")
    second = report("Weather 2", "en", "Rain on the way", text.format("Ostdorf", 31), "2026-03-03")

    assert not any(twin for *_, twin, _ in compared([first, second]))


def odds(first: Article, second: Article) -> float:
    return max((odds for *_, odds, _, _, _ in compared([first, second])), default=-2.0)


def test_a_city_is_one_name_in_every_language_and_an_adjective_of_it_as_well() -> None:
    german = report("Blatt", "de", "Warnstreik an der Dresdner Oper", "Die Bühne blieb dunkel.")
    french = report("Feuille", "fr", "À Dresde, le rideau ne se lève pas", "La scène est restée vide.")
    other = report("Feuille", "fr", "À Leipzig, le rideau ne se lève pas", "La scène est restée vide.")

    assert odds(german, french) > odds(german, other)


def test_like_events_of_one_country_in_two_cities_are_less_alike() -> None:
    first = report("Post", "en", "Man held after stabbing in Bradford", "Police were called at noon.")
    second = report("Hoja", "es", "Detenido tras un apuñalamiento en Cardiff", "La policía llegó a mediodía.")
    third = report("Hoja", "es", "Detenido tras un apuñalamiento", "La policía llegó a mediodía.")
    fourth = report("Post", "en", "Man held after stabbing in Bradford and Cardiff", "Police were called.")

    assert odds(first, second) < odds(first, third)
    assert odds(fourth, second) > odds(first, second)


def places(language: str, text: str) -> set[int]:
    found = terms_of("", text, language)
    return {*found.places.codes.tolist(), *found.cities.codes.tolist()}


@pytest.mark.parametrize(
    ("language", "named", "where"),
    [
        ("en", "Lewis Hamilton was fined. Hamilton paid", "A man in Hamilton was fined. He paid"),
        ("en", "Florence Averill sued. Averill won", "A court in Florence. Averill won"),
        ("fr", "Jack London publie un livre", "Un livre est publié à Londres"),
        ("de", "Der Sänger Michael Jordan trat auf", "Der Sänger trat in Jordanien auf"),
        ("zh", "约翰·休斯敦发表讲话", "休斯敦市长发表讲话"),
    ],
)
def test_what_a_person_is_called_is_no_place(language: str, named: str, where: str) -> None:
    assert not places(language, named)
    assert places(language, where)


def test_what_is_called_after_somebody_says_nothing_of_a_place_of_that_name() -> None:
    assert places("en", "Students of George Washington University marched in Washington")


def test_a_city_brings_its_country_with_it() -> None:
    lyon = terms_of("Brand in Lyoner Klinik", "Niemand wurde verletzt.", "de")
    france = terms_of("Incendie dans un hôpital français", "Personne n'a été blessé.", "fr")

    assert {*lyon.places.codes.tolist()} & {*france.places.codes.tolist()}
    assert max(lyon.places.weights) < max(france.places.weights)


def test_terms_weigh_the_same_in_whichever_width_they_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"The mayor of Valmera opened bridge {number} over the Orsk." for number in range(40)]
    days = [[terms_of("A bridge", text, "en") for text in texts[at : at + 8]] for at in range(0, 40, 8)]

    def weighed() -> list[Weighted]:
        counted = Counted()
        # The last day is so late that the others are counted no more.
        numbers = [*range(len(days) - 1), 60]
        return [
            kind
            for day, terms in zip(numbers, days, strict=True)
            for kind in counted.weighted(day, range(len(terms)), terms)
        ]

    narrow = weighed()
    monkeypatch.setattr(weights, "_MANY", 12)
    for few, many in zip(narrow, weighed(), strict=True):
        assert few.weights.tobytes() == many.weights.tobytes()
        assert few.codes.tolist() == many.codes.tolist()
    assert any(kind.weights.size for kind in narrow)
    assert all(kind.weights.dtype == np.float64 for kind in narrow)


def test_a_term_of_more_articles_than_two_bytes_can_count_weighs_little() -> None:
    counted = Counted()
    one = terms_of("", "The mayor of Valmera spoke", "en")
    for day in range(4):
        first = counted.weighted(day, range(20_000), [one] * 20_000)
    assert all(not kind.weights.size for kind in first)
