"""The beginning of a text, where there is room for no more."""

from __future__ import annotations

import pytest

from digest.publish.frame import ended
from digest.publish.frame.brief import brief


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("He came. She", "He came."),
        ("He came, and she", "He came, and she…"),
        (
            "Dijo: «No planeamos eso. Ya lo dije cien veces.",
            "Dijo: «No planeamos eso. Ya lo dije cien veces…",
        ),
        ("Er sagte: „Wir haben das", "Er sagte: „Wir haben das…"),
        ("وقال: «لا نخطط لذلك،", "وقال: «لا نخطط لذلك…"),
        ("他说：“我们没有。我", "他说：“我们没有。我…"),
        ("She left. “I saw. I", "She left."),
        ("Er sagte: „Das reicht.“ Dann ging", "Er sagte: „Das reicht.“"),
    ],
)
def test_what_is_cut_ends_with_a_sentence_or_with_one_ellipsis(kept: str, shown: str) -> None:
    assert ended(kept) == shown


def test_a_sentence_that_ends_too_early_is_not_all_that_is_shown() -> None:
    assert ended("So. It was a long day of talks and", 5) == "So. It was a long day of talks and…"


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        (
            "“We do not plan it. We never did”, she said. It rained.",
            6,
            "“We do not plan it. We never did”, she said.",
        ),
        ("„Wir planen das nicht. Nie“, sagte sie. Es regnete.", 5, "„Wir planen das nicht. Nie“, sagte sie."),
        ("«Nunca. No lo planeamos y ya está dicho cien veces», dijo.", 4, "«Nunca…"),
    ],
)
def test_a_quotation_is_cut_from_its_speaker_only_where_it_is_long(text: str, words: int, shown: str) -> None:
    assert brief(text, words) == shown
