"""Judging what engines make, while they are at the next texts; and what a long run holds."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from memories import a_use, settings_in

from digest.errors import EngineError
from digest.model import Engine, Translation
from digest.translate import Report, fill_memory, load_memory
from digest.translate.backlog import CHUNK

TOWNS = ("Aldea", "Barranca", "Cumbre", "Dehesa", "Ermita", "Fuente", "Granja", "Huerta")
DAM = "Los ingenieros terminaron ayer la inspección de la presa de {} tras las fuertes lluvias del domingo."
HELD = "The engineers finished inspecting the {} dam yesterday after the heavy rain on Sunday."
OTHER = "The orchestra of {} plays Mozart in the old theatre and the tickets have been sold for weeks."


class Maker:
    """Words each dam as it should be, but for every third: it writes of an orchestra."""

    def __init__(self) -> None:
        self.events: list[str] = []

    def stamp(self, source: str, target: str) -> Engine:
        return Engine(name="maker", model=f"{source}-{target}", version="1")

    def translate(self, texts: Sequence[str], _source: str, _target: str) -> list[str]:
        self.events.append("made")
        return [self.one(text) for text in texts]

    def one(self, text: str) -> str:
        at = next((at for at, town in enumerate(TOWNS) if town in text), 0)
        if len(text) > CHUNK // 2:
            return text[:9]
        number = text.partition(" ")[0] if text[0].isdecimal() else ""
        return f"{number} {(OTHER if at % 3 == 2 else HELD).format(TOWNS[at])}".strip()


def filled(folder: Path, engine: Maker, *more: str, target: str = "en", **fields: Any) -> Report:
    return fill_memory(
        [a_use(text, target) for text in (*map(DAM.format, TOWNS), *more)],
        load_memory(folder / "content" / "translations"),
        settings=settings_in(folder, engines={"default": ("maker",)}),
        engines={"maker": engine},
        **fields,
    )


def po(folder: Path) -> str:
    return (folder / "content/translations/es-en/2025-12.po").read_text(encoding="utf-8")


def test_other_processes_judge_the_same(tmp_path: Path) -> None:
    alone = filled(tmp_path / "one", Maker())
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as judges:
        shared = filled(tmp_path / "two", Maker(), judges=judges)
    assert po(tmp_path / "two") == po(tmp_path / "one")
    assert po(tmp_path / "one").count("#. doubtful: another meaning") == 2
    assert (shared.filled, alone.filled) == ({("es", "en"): 8}, {("es", "en"): 8})


class Late(Executor):
    """Does what it is given only when somebody waits for it."""

    def __init__(self, events: list[str]) -> None:
        self.events = events

    def submit(self, function: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
        events = self.events

        class Waited(Future[Any]):
            def result(self, timeout: float | None = None) -> Any:
                del timeout
                events.append("judged")
                return function(*given, **named)

        return Waited()


def test_the_engine_is_at_the_next_chunk_while_one_is_judged(tmp_path: Path) -> None:
    maker = Maker()
    filled(tmp_path, maker, "Otra cosa. " * (CHUNK // 11), judges=Late(maker.events))
    assert maker.events[:3] == ["made", "made", "judged"]


def _end(*_given: Any) -> None:
    os._exit(9)


class Dying(ProcessPoolExecutor):
    def submit(self, function: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
        del function
        return super().submit(_end, *given, **named)


def test_a_judge_that_is_killed_is_told_in_a_line(tmp_path: Path) -> None:
    with Dying(1) as judges, pytest.raises(EngineError, match=r"a process that judged .* run this again"):
        filled(tmp_path, Maker(), judges=judges)


def test_what_was_made_is_held_by_the_files_alone(tmp_path: Path) -> None:
    """A hundred thousand texts would not fit twice; Basque, as the encoder would take its time."""
    many = [f"{number} {DAM.format('Aldea')}" for number in range(1000)]
    alive: list[int] = []

    def told(_done: int, _total: int) -> None:
        gc.collect()
        alive.append(sum(isinstance(one, Translation) for one in gc.get_objects()))

    report = filled(tmp_path, Maker(), *many, target="eu", progress=told)
    assert report.filled["es", "eu"] > 900
    assert len(alive) > 5
    assert max(alive) < 600, "three copies of a chunk are what is being written"
