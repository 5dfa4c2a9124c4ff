"""Lists of nouns as a sorted text."""

from __future__ import annotations

from digest.languages.nouns import Nouns

WORDS = sorted(f"wort{number}" for number in range(0, 1_000, 2))


def test_every_noun_of_a_sorted_text_is_found_and_nothing_between_two() -> None:
    nouns = Nouns("".join(f"{word}\n" for word in WORDS))
    others = ("", "a", "zz", "ort2", "wort", *(f"wort{number}" for number in range(1, 1_000, 2)))
    assert all(word in nouns for word in WORDS)
    assert not [word for word in others if word in nouns]
