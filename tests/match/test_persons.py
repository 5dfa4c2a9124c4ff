"""`digest.match.persons`: whatever runs the matching, the answers are the same."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from builders import a_person
from memories import Memory
from wordings import MADURO, READY, dialogue, full_memory, grouped, printed

from digest.cache import opened
from digest.match import match
from digest.match.persons import Told, settled_by_person
from digest.model import ChangeKind, ConfirmedChange, Grouping, QuoteId


def test_several_processes_say_what_one_says() -> None:
    quotes = [
        *dialogue(),
        *(printed(outlet, *wording, "Владимир Путин") for outlet, wording in READY.items()),
    ]
    one, other = grouped(dialogue()), a_person("Владимир Путин", id="vladimir-putin", languages=("ru",))
    grouping = Grouping(
        stories=grouped(quotes).stories,
        topics=(),
        people=(*one.people, other),
        person_by_speaker={
            **one.person_by_speaker,
            **{
                (quote.article.id, "Владимир Путин"): other for quote in quotes if quote.speaker == other.name
            },
        },
    )

    for memory in (Memory(), full_memory()):
        here = match(grouping, quotes, memory)
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            assert match(grouping, quotes, memory, executor=pool) == here
        assert max(len(said.wordings) for said in here.utterances) > 2


def test_a_second_run_says_what_the_first_said(tmp_path: Path) -> None:
    quotes = dialogue()
    one = grouped(quotes)
    for memory in (Memory(), full_memory()):
        fresh = match(one, quotes, memory)
        for _ in range(2):
            with opened(tmp_path) as cache:
                assert match(one, quotes, memory, cache=cache) == fresh


def test_a_person_of_whom_nothing_changed_is_not_settled_again(tmp_path: Path) -> None:
    told = Told(person=MADURO, quotes=(quotes := dialogue()), stories=[quotes[0].article.id] * len(quotes))
    with opened(tmp_path) as cache:
        (first,) = settled_by_person([told], full_memory(), (), cache=cache)
    refusing = Memory()
    with opened(tmp_path) as cache:
        (again,) = settled_by_person([told], full_memory(), (), cache=cache, executor=Refusing())
        assert again == first
        with pytest.raises(AssertionError, match="asked"):
            list(settled_by_person([told], refusing, (), cache=cache, executor=Refusing()))


def test_what_editors_confirmed_of_others_changes_nothing(tmp_path: Path) -> None:
    quotes = dialogue()
    told = Told(person=MADURO, quotes=quotes, stories=[quotes[0].article.id] * len(quotes))
    others = ConfirmedChange(kind=ChangeKind.NAME, wordings=frozenset({QuoteId("a"), QuoteId("b")}), line=1)
    with opened(tmp_path) as cache:
        (first,) = settled_by_person([told], full_memory(), (), cache=cache)
        (again,) = settled_by_person([told], full_memory(), [others], cache=cache, executor=Refusing())
    assert again == first


def test_nobody_to_settle_is_nothing() -> None:
    assert list(settled_by_person([], Memory(), ())) == []


class Refusing(Executor):
    """Fails whoever asks it for anything."""

    def map(self, _: object, *parts: object, **__: object) -> Iterator[object]:  # type: ignore[override]
        assert not any(parts), "asked"
        return iter(())
