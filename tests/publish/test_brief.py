"""The beginning of a text, where there is room for no more."""

from __future__ import annotations

import pytest

from digest.publish.frame import ended


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
    ],
)
def test_what_is_cut_ends_with_a_sentence_or_with_one_ellipsis(kept: str, shown: str) -> None:
    assert ended(kept) == shown


def test_a_sentence_that_ends_too_early_is_not_all_that_is_shown() -> None:
    assert ended("So. It was a long day of talks and", 5) == "So. It was a long day of talks and…"
