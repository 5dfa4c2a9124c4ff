"""What makes unreviewed machine output doubtful."""

from __future__ import annotations

import pytest

from digest.translate.doubt import loses_a_denial, loses_a_name

HALL = ("Ana Paola Hall", "آنا باولا هول", "Ана Паола Холл")
PUTIN = ("Владимир Путин", "Vladimir Putin", "Vladimir Poutine", "فلاديمير بوتين", "弗拉基米尔·普京")


@pytest.mark.parametrize(
    ("source", "output", "lost"),
    [
        ("Ana Paola Hall pide calma", "Ana Paola Hall asks for calm", False),
        ("Ana Paola Hall pide calma", "Ana Paola Room asks for calm", True),
        ("Poutine reproche aux Européens", "Putin reproaches the Europeans", False),
        ("Путин выступил в Москве", "تحدث بوتين في موسكو", False),
        ("Путин выступил в Москве", "He spoke in Moscow", True),
        ("Le conseil compte les voix", "The council counts the votes", False),
    ],
)
def test_a_name_counts_as_kept_in_any_form_that_is_known_of_it(
    source: str, output: str, *, lost: bool
) -> None:
    assert loses_a_name(source, output, [HALL, PUTIN]) is lost


@pytest.mark.parametrize(
    ("source", "output", "languages", "lost"),
    [
        ("Мы не собираемся воевать", "We are going to fight", ("ru", "en"), True),
        ("Мы не собираемся воевать", "We aren't going to fight", ("ru", "en"), False),
        ("No diría que salió bien", "لا أستطيع أن أقول إنه سار جيدا", ("es", "ar"), False),
        ("Я уже сто раз сказал", "I never said it", ("ru", "en"), False),
        ("我们不打算", "We are going to", ("zh", "en"), False),
    ],
)
def test_a_denial_that_comes_back_as_none_is_lost_where_both_languages_are_known(
    source: str, output: str, languages: tuple[str, str], *, lost: bool
) -> None:
    assert loses_a_denial(source, output, *languages) is lost
