"""Which names are one person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import product

import pytest
from builders import a_moment, a_person, a_quote, an_article
from reports import CALL, grouped

from digest.group.people import listed_people, people_behind
from digest.group.people.names import heard, same_full_name
from digest.model import ArticleId, Office, Person, Quote, StoryDecisions


def speakers(*names: tuple[str, str], people: Sequence[Person] = ()) -> list[Person]:
    """Return the person behind each (language, name), each name in an article of its own of one story."""
    quotes = []
    for number, (language, name) in enumerate(names):
        article = an_article(f"“Paz”, {name}.", slug=f"report-{number}", language=language)
        quotes.append(a_quote("Paz", name, article=article))
    story = StoryDecisions(together=(tuple(q.article.id for q in quotes),))
    grouping = grouped([q.article for q in quotes], quotes, people=tuple(people), decisions=story)
    assert set(grouping.people) == set(grouping.person_by_speaker.values())
    return [grouping.person_by_speaker[q.article.id, q.speaker or ""] for q in quotes]


def quoted(number: int, language: str, name: str) -> Quote:
    return a_quote(
        "Paz", name, article=an_article(f"“Paz”, {name}.", slug=f"report-{number}", language=language)
    )


def in_two_stories(*names: tuple[str, str]) -> list[Person]:
    """Return the person behind each name where nothing is known but names."""
    quotes = [quoted(number, *name) for number, name in enumerate(names)]
    people = people_behind(quotes, (), {}, {})
    return [people[quote.article.id, quote.speaker or ""] for quote in quotes]


def test_one_name_in_several_scripts_is_one_person() -> None:
    people = speakers(
        ("en", "Vladimir Putin"),
        ("es", "Vladímir Putin"),
        ("ru", "Владимир Путин"),
        ("ar", "فلاديمير بوتين"),
        ("fr", "Vladimir Poutine"),
    )

    assert {person.id for person in people} == {"vladimir-putin"}
    assert people[0].name_in("ru") == "Владимир Путин"
    assert people[0].name_in("fr") == "Vladimir Poutine"


def test_an_entry_knows_every_way_its_name_is_written() -> None:
    putin = a_person(
        "Владимир Путин", id="putin", name_by_language={"en": "Vladimir Putin"}, aliases=("普京",)
    )

    people = speakers(("en", "Vladimir Putin"), ("zh", "普京"), ("ru", "Путин"), people=[putin])

    assert people == [putin, putin, putin]


def test_a_surname_means_an_entry_only_if_no_other_entry_has_it() -> None:
    maduro, trump = a_person(), a_person("Donald Trump")

    assert speakers(("en", "Maduro"), people=[maduro, trump]) == [maduro]
    assert speakers(("en", "Trump"), people=[trump, a_person("Melania Trump")])[0].id == "trump"


def test_a_surname_means_no_entry_where_somebody_else_of_that_surname_is_quoted() -> None:
    trump = a_person("Donald Trump")

    alone, first_lady, full = speakers(
        ("en", "Trump"), ("en", "Melania Trump"), ("en", "Donald Trump"), people=[trump]
    )

    assert [alone.id, first_lady.id, full] == ["trump", "melania-trump", trump]


def test_another_given_name_is_another_person() -> None:
    trump = a_person("Donald Trump")

    first, second = speakers(("en", "Melania Trump"), ("en", "Donald J. Trump"), people=[trump])

    assert first.id == "melania-trump"
    assert second == trump


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("it", "Ana Paola Hall"), ("it", "Ana Paolo Hall")),
        (("en", "Michael Jordan"), ("en", "Michael I. Jordan")),
        (("en", "Donald Trump"), ("ru", "Дональд Трамп-младший")),
        (("en", "Angela Merkel"), ("de", "Angela Merkle")),
        (("en", "Li Peng"), ("zh", "李克强")),
        (("zh", "王伟"), ("zh", "王炜")),
        (("en", "Steve Witkoff"), ("en", "Jared Kushner")),
    ],
)
def test_where_unsure_two_names_are_two_people(first: tuple[str, str], second: tuple[str, str]) -> None:
    one, other = speakers(first, second)

    assert one.id != other.id


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("ru", "Владимир Владимирович Путин"), ("en", "Vladimir Putin")),
        (("es", "Gabriel García Márquez"), ("ru", "Габриэль Гарсиа Маркес")),
        (("en", "Narendra Modi"), ("hi", "नरेन्द्र मोदी")),
        (("de", "Vitali Klitschko"), ("uk", "Віталій Кличко")),
        (("en", "Putin, Vladimir"), ("es", "Vladímir Putin")),
        (("en", "Xi Jinping"), ("zh", "习近平")),
        (("en", "Haruki Murakami"), ("ja", "むらかみ はるき")),
    ],
)
def test_a_name_is_known_without_patronymic_and_in_other_orders_and_scripts(
    first: tuple[str, str], second: tuple[str, str]
) -> None:
    one, other = in_two_stories(first, second)

    assert one is other


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("es", "Juan Talavera Pérez"), ("es", "Juan Talavera")),
        (("pt", "António Talavera Lima"), ("en", "Antonio Talavera")),
        (("hu", "Talavér Gergely"), ("de", "Gergely Talavér")),
        (("hu", "Talavér Viktor"), ("ru", "Виктор Талавер")),
        (("es", "don Juan Talavera"), ("es", "Juan Talavera")),
        (("fa", "محمدجواد تالاوری"), ("en", "Mohammad Javad Talavari")),
        (("zh", "维克多·塔拉维里"), ("en", "Victor Talaveri")),
        (("zh", "王小 明"), ("zh", "王小明")),
        (("he", "יוסף בוריץ'"), ("en", "Yosef Borich")),
    ],
)
def test_a_fuller_form_another_order_and_characters_are_one_person_where_nobody_else_fits(
    first: tuple[str, str], second: tuple[str, str]
) -> None:
    one, other = in_two_stories(first, second)

    assert one is other


@pytest.mark.parametrize(
    "names",
    [
        ("Juan Talavera", "Juan Talavera Pérez", "Juan Talavera Ruiz"),
        ("Juan Carlos", "Juan Carlos Talavera"),
        ("Pedro Talavera", "Pedro Sandero Talavera"),
        ("Mary Lou Talavera", "Mary Talavera"),
        ("Victor Talaveri", "维克多利亚·塔拉维里"),
        ("Joanna Talaveri", "维克多·塔拉维里"),
    ],
)
def test_a_fuller_form_that_may_be_anothers_is_a_person_of_its_own(names: Sequence[str]) -> None:
    assert len({person.id for person in in_two_stories(*(("es", name) for name in names))}) == len(names)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("en", "Maduro"), ("en", "Nicolás Maduro")),
        (("zh", "普京"), ("en", "Vladimir Putin")),
        (("uk", "Путін"), ("el", "Πούτιν")),
        (("en", "K. Mitsotakis"), ("el", "Κυριάκος Μητσοτάκης")),
    ],
)
def test_what_may_be_one_name_is_one_where_a_story_quotes_nobody_else_alike(
    first: tuple[str, str], second: tuple[str, str]
) -> None:
    one, other = speakers(first, second)
    apart, also = in_two_stories(first, second)

    assert one is other
    assert apart is not also


def test_a_surname_stays_open_where_its_story_quotes_two_who_have_it() -> None:
    surname, *_ = speakers(("en", "Klitschko"), ("en", "Vitali Klitschko"), ("en", "Wladimir Klitschko"))

    assert surname.id == "klitschko"


def test_a_surname_is_the_same_persons_in_other_stories_while_nobody_else_has_it() -> None:
    quotes = [quoted(0, "en", "Maduro"), quoted(1, "en", "Nicolás Maduro"), quoted(2, "en", "Maduro")]
    stories = {quote.article.id: ArticleId("one/story") for quote in quotes[:2]}
    more = [*quotes, quoted(3, "en", "Delcy Maduro")]

    assert {person.id for person in people_behind(quotes, (), {}, stories).values()} == {"nicolas-maduro"}
    assert people_behind(more, (), {}, stories)[more[2].article.id, "Maduro"].id == "maduro"


def test_names_that_are_not_written_letter_by_letter_are_not_said_in_addresses() -> None:
    assert speakers(("ja", "麻生太郎"))[0].id == "麻生太郎"
    assert speakers(("ar", "محمد بن سلمان"))[0].id == "محمد-بن-سلمان"
    assert speakers(("ru", "Санаэ Такаити"), ("ja", "サナエ・タカイチ"))[0].id == "sanae-takaiti"


def test_of_two_entries_of_one_name_an_article_means_the_one_whose_office_it_names() -> None:
    guard = a_person("Michael Jordan", id="guard", role="basketball player")
    scholar = a_person("Michael Jordan", id="scholar", role="professor of statistics")
    texts = {
        "en": "Michael Jordan, a professor of statistics, said: “Paz”.",
        "es": "El jugador de baloncesto Michael Jordan dijo: «Paz».",
        "fr": "Michael Jordan a dit : « Paz ».",
    }
    quotes = [
        a_quote("Paz", "Michael Jordan", article=an_article(text, slug=code, language=code))
        for code, text in texts.items()
    ]
    found = listed_people(quotes, (guard, scholar))

    assert {use[0].rpartition("/")[2]: person.id for use, person in found.items()} == {
        "en": "scholar",
        "es": "guard",
    }


def test_an_office_tells_two_of_one_name_apart_only_on_its_days() -> None:
    father = a_person(
        "George Bush", id="father", offices=(Office(role="president", until=date(1993, 1, 20)),)
    )
    son = a_person("George Bush", id="son", offices=(Office(role="president", since=date(2001, 1, 20)),))
    old, new = (
        a_quote(
            "Peace",
            "George Bush",
            article=an_article("President George Bush said: “Peace”.", slug=day, published=a_moment(day)),
        )
        for day in ("1990-05-02", "2003-05-02")
    )

    assert [person.id for person in listed_people([old, new], (father, son)).values()] == ["father", "son"]


def test_a_new_person_whose_address_an_entry_has_gets_another() -> None:
    entry = a_person("Somebody Else", id="ana-paola-hall")

    (hall,) = speakers(("es", "Ana Paola Hall"), people=[entry])

    assert hall.id == "ana-paola-hall-2"


def test_entries_nobody_quotes_are_no_people_of_the_site() -> None:
    grouping = grouped(CALL, [a_quote("Casa Blanca", article=CALL[0])], people=(a_person("Donald Trump"),))

    assert [person.name for person in grouping.people] == ["Nicolás Maduro"]


def test_names_that_are_closely_the_same_have_the_same_sound() -> None:
    """Names are looked up by their sound, so a pair that differs in it would never be compared."""
    parts = [
        "Volodymyr",
        "Wolodymyr",
        "Wladimir",
        "Владимир",
        "فلاديمير",
        "Vladímir",
        "Lwow",
        "Lvov",
        "Łukasz",
    ]
    parts += ["Putin", "Poutine", "Путин", "بوتين", "Wawel", "Vavel", "Ewa", "Eva", "Jozef", "Josef", "Yosef"]
    names = [f"{first} {last}" for first in parts for last in parts]

    alike = [(a, b) for a in names for b in names if a < b and same_full_name(a, b)]

    assert len(alike) > 500
    assert all(heard(a) & heard(b) for a, b in alike)


def test_an_entry_is_found_among_thousands_as_among_few() -> None:
    letters = "bdgklmnprstz"
    others = [
        a_person(f"{a}a{b}o {c}e{d}i", id=f"{a}{b}{c}{d}")
        for a, b, c, d in product(letters[:6], letters[6:], letters[:6], letters[6:])
    ]
    putin = a_person("Владимир Путин", id="putin", aliases=("普京",))
    said = [
        ("fr", "Vladimir Poutine"),
        ("en", "Putin"),
        ("en", "V. Putin"),
        ("en", "Vladimir V. Putin"),
        ("zh", "普京"),
    ]
    said += [("en", "Vlada Putina"), ("en", "Putin Vladimir")]

    few, many = speakers(*said, people=[putin]), speakers(*said, people=[*others, putin])

    assert [person.id for person in few] == [person.id for person in many]
    assert [person is putin for person in many] == [True, True, True, True, True, False, False]
