"""Names are compared once: what is kept of it makes the same people as nothing kept."""

from __future__ import annotations

import random
from itertools import permutations
from pathlib import Path

import pytest
from builders import a_quote, an_article

from digest.cache import Cache, no_cache, opened
from digest.group.people import behind, compared, people_behind
from digest.group.people.compared import same_names
from digest.group.people.names import heard, same_full_name
from digest.model import Quote

NAMES = (
    *("Ilda Marrow", "Ильда Марроу", "Ilda Morrow", "Vladimir Putin", "Владимир Путин", "فلاديمير بوتين"),
    *("Vladimir Poutine", "Orbán Viktor", "Viktor Orban", "习近平", "Xi Jinping", "김정은", "Kim Jong-un"),
    *("José García López", "José García", "Putin", "V. Putin", "Zelensky", "泽连斯基", "Volodymyr Zelensky"),
)


def found(names: tuple[str, ...] | list[str], cache: Cache) -> dict[str, set[str]]:
    return {name: set(own) for name, own in same_names(names, cache).items() if own}


def expected(names: tuple[str, ...] | list[str]) -> dict[str, set[str]]:
    """Return what comparing all that share a sound makes."""
    same: dict[str, set[str]] = {}
    for one, other in permutations(sorted(set(names)), 2):
        if heard(one) & heard(other) and same_full_name(one, other):
            same.setdefault(other, set()).add(one)
    return same


def test_names_that_come_and_go_leave_what_all_at_once_would_find(tmp_path: Path) -> None:
    chosen = random.Random(3)  # noqa: S311 - no secret
    assert len(expected(NAMES)) > 6
    for _ in range(12):
        names = chosen.sample(NAMES, chosen.randrange(len(NAMES) + 1))
        with opened(tmp_path) as cache:
            assert found(names, cache) == expected(names)
    assert found(NAMES, no_cache()) == expected(NAMES)


def test_a_new_name_is_compared_and_the_others_not_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[set[str]] = []

    def noted(one: str, other: str) -> bool:
        asked.append({one, other})
        return same_full_name(one, other)

    monkeypatch.setattr(compared, "same_full_name", noted)
    with opened(tmp_path) as cache:
        same_names(NAMES, cache)
    asked.clear()
    with opened(tmp_path) as cache:
        same_names(NAMES, cache)
    assert not asked
    with opened(tmp_path) as cache:
        assert found([*NAMES, "Wladimir Putin"], cache) == expected([*NAMES, "Wladimir Putin"])
    assert asked
    assert all("Wladimir Putin" in two for two in asked)


@pytest.mark.parametrize("damage", [b"", b"\x05\0\0\0", bytes(12), b"\xff" * 64])
def test_what_is_kept_and_damaged_changes_nothing(tmp_path: Path, damage: bytes) -> None:
    with opened(tmp_path) as cache:
        same_names(NAMES, cache)
        cache.put("names", cache.key("names"), damage)
    with opened(tmp_path) as cache:
        assert found(NAMES, cache) == expected(NAMES)
    with opened(tmp_path) as cache:
        assert found(NAMES, cache) == expected(NAMES)


def quoted(names: list[str]) -> list[Quote]:
    return [
        a_quote("Paz", name, article=an_article(f"“Paz”, {name}.", slug=f"report-{at}"))
        for at, name in enumerate(names)
    ]


def test_after_each_edit_of_speakers_people_are_those_that_nothing_kept_makes(tmp_path: Path) -> None:
    chosen = random.Random(8)  # noqa: S311 - no secret
    names = chosen.choices(NAMES, k=40)
    for _ in range(25):
        names[chosen.randrange(len(names))] = chosen.choice(NAMES)
        quotes = quoted(names)
        stories = {quote.article.id: quotes[at // 4 * 4].article.id for at, quote in enumerate(quotes)}
        with opened(tmp_path) as cache:
            kept = people_behind(quotes, (), {}, stories, cache)
        assert kept == people_behind(quotes, (), {}, stories)
        assert len(set(kept.values())) > 5


def test_who_cannot_be_meant_is_told_without_comparing_and_nobody_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stories = {f"newsweek/report-{at}": f"newsweek/report-{at // 5 * 5}" for at in range(200)}
    names = random.Random(5).choices(NAMES, k=200)  # noqa: S311 - no secret
    quotes = quoted(names)
    asked = people_behind(quotes, (), {}, stories)
    monkeypatch.setattr(behind, "_may_fit", lambda _, known, __: known.items())
    assert people_behind(quotes, (), {}, stories) == asked
    monkeypatch.setattr(behind, "_may_fit", lambda *_: ())
    assert people_behind(quotes, (), {}, stories) != asked
