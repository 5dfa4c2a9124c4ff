"""`digest.add.known.sketches`: texts that are nearly alike are found, and not by comparing all."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from digest.add.known import Entry, Known, Texts
from digest.add.known.sketches import Sketches
from digest.group.minhash import likeness, sketch


def text(number: int, words: int = 200) -> str:
    chance = random.Random(number)  # noqa: S311 - no secret
    return " ".join(f"word{chance.randrange(100_000)}" for _ in range(words))


@pytest.mark.parametrize("kept", [200, 180, 165])
def test_a_text_is_found_that_shares_most_of_its_words_with_another(kept: int) -> None:
    sketches = Sketches()
    for number in range(200):
        sketches.add(sketch(text(number)))
    again = " ".join(text(77).split()[:kept]) + " " + text(5000, 200 - kept)
    [(number, share)] = sketches.like(sketch(again), 0.5)
    assert number == 77
    assert abs(share - likeness(sketch(again), sketch(text(77)))) < 0.02


def test_the_most_alike_comes_first() -> None:
    sketches = Sketches()
    words = text(1).split()
    for kept in (160, 190, 175):
        sketches.add(sketch(" ".join(words[:kept])))
    assert [number for number, _ in sketches.like(sketch(text(1)), 0.6)] == [1, 2, 0]


def test_how_many_are_looked_at_does_not_grow_with_how_many_there_are() -> None:
    sketches = Sketches()
    looked_at = []
    for count in (300, 3000):
        for number in range(count):
            sketches.add(sketch(text(number, 30)))
        looked_at.append(max(len(sketches._beside(sketch(text(9_000 + one, 30)))) for one in range(20)))  # noqa: SLF001
    assert looked_at[1] < 60, looked_at


def test_a_text_without_words_is_like_none() -> None:
    sketches = Sketches()
    assert sketches.add(sketch("…")) == -1
    assert sketches.like(sketch("…"), 0.1) == sketches.like(sketch(text(1)), 0.1) == []


def test_what_an_article_held_before_it_was_changed_is_not_found_any_more(tmp_path: Path) -> None:
    known = Known(tmp_path)
    held = {"articles/a.md": text(1)}
    texts = Texts(known, lambda entry: held[entry.path])
    entry = Entry("articles/a.md", {"outlet": "o", "published": "2026-03-05"})
    known.note(entry)
    assert texts.nearest(text(1), "2026-03-06T10:00:00Z")
    assert texts.nearest(text(1), "2026-04-06") is None
    held["articles/a.md"] = text(2)
    texts.note(entry, text(2))
    assert texts.nearest(text(1), "2026-03-06") is None
    assert texts.nearest(text(2), "2026-03-06")


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_an_end_of_the_calendar_has_days_near_it_on_one_side(tmp_path: Path, day: str) -> None:
    assert day in Known(tmp_path).days_near(day)
