"""Whatever runs the matching, the answers are the same."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from builders import a_person
from memories import Memory
from wordings import READY, dialogue, full_memory, grouped, printed

from digest.cache import opened
from digest.match import match
from digest.model import Grouping


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
