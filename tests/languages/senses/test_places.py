"""Names that languages have of their own, and words that say the contrary of each other."""

from __future__ import annotations

import pytest

from digest.languages.senses import is_place, named_places, opposed


@pytest.mark.parametrize("word", ["Beijing", "Pékin", "Pechino", "Пекине", "Múnich", "Женеве", "Schottlands"])
def test_a_place_with_its_own_name_in_each_language_is_known_declined_or_not(word: str) -> None:
    assert is_place(word)


@pytest.mark.parametrize("word", ["Harington", "Lissom", "Мухин", ""])
def test_other_names_are_no_such_places(word: str) -> None:
    assert not is_place(word)


@pytest.mark.parametrize(
    ("first", "second", "pair", "told"),
    [
        ("Nine were injured.", "Nueve murieron.", ("en", "es"), "injured murieron"),
        ("The crew were rescued.", "L'équipage a disparu.", ("en", "fr"), "rescued disparu"),
        ("The army denied it.", "Die Armee gestand es.", ("en", "de"), "denied gestand"),
        ("Il parlamento è riuscito.", "O parlamento fracassou.", ("it", "pt"), "riuscito fracassou"),
        ("Отставка добровольная.", "İstifa zorunlu.", ("ru", "tr"), "добровольная zorunlu"),
    ],
)
def test_words_on_two_sides_of_a_matter_say_the_contrary(
    first: str, second: str, pair: tuple[str, str], told: str
) -> None:
    assert [" ".join(words) for words in opposed(first, second, pair)] == [told]


def test_a_text_that_has_both_sides_takes_none() -> None:
    assert opposed("Two were killed, nine injured.", "Zwei Tote, neun Verletzte.", ("en", "de")) == ()
    assert opposed("Two were killed, nine injured.", "Neun wurden verletzt.", ("en", "de")) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("New Zealand and New", [("NZ", "New Zealand")]),
        ("They met in Costa", []),
        ("Costa Rica, Costa Brava, Costa Rica", [("CR", "Costa Rica"), ("CR", "Costa Rica")]),
        ("Guinea Bissau", [("GW", "Guinea Bissau")]),
        ("it is up to US, not to Us", [("US", "US")]),
    ],
)
def test_a_name_of_several_words_is_read_whole_and_a_part_of_it_is_none(
    text: str, told: list[tuple[str, str]]
) -> None:
    assert [*named_places(text, "en")] == told
    # The second time the words are known.
    assert [*named_places(text, "en")] == told
