"""Who does it and to whom it is done, where plain words of two languages tell it."""

from __future__ import annotations

import pytest
from wordings import printed

from digest.match.changes.parts.objects import objects_exchanged

THREAT = "The judge threatened the guard"


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("fr", "Le gardien a menacé le juge", ("judge", "juge")),
        ("fr", "Le juge a menacé le gardien", None),
        ("fr", "Le gardien a été menacé par le juge", None),
        ("fr", "Le gardien a salué le juge", None),
        ("de", "Der Wächter bedrohte den Richter", None),
        ("en", "The guard threatened the judge", None),
    ],
    ids=[
        "the other way round",
        "the same way",
        "in a passive",
        "another verb",
        "a language that may begin with the object",
        "one language, which is compared word by word",
    ],
)
def test_a_noun_that_does_it_in_one_text_and_has_it_done_in_the_other_is_told(
    language: str, text: str, told: tuple[str, str] | None
) -> None:
    assert objects_exchanged(printed("A", "en", THREAT), printed("B", language, text)) == told


def test_who_speaks_does_it_in_one_text_and_has_it_done_in_the_other() -> None:
    done = printed("A", "en", "The enemy attacked our camp")
    assert objects_exchanged(done, printed("B", "fr", "Nous avons attaqué le camp ennemi")) == ("our", "Nous")
    assert objects_exchanged(done, printed("B", "fr", "L'ennemi a attaqué notre camp")) is None
    assert objects_exchanged(done, printed("B", "fr", "Nous avons attaqué notre camp")) is None


def test_long_texts_tell_of_too_many() -> None:
    rest = " and nobody came" * 8
    text = printed("A", "en", THREAT + rest)
    assert objects_exchanged(text, printed("B", "fr", "Le gardien a menacé le juge")) is None
