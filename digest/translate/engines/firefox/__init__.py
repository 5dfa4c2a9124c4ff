"""Firefox's translation models, offline: the best that there is for most pairs with English.

In go texts of a pair; out come translations, or nothing where something in a text was lost on the way. What
the models cannot hold is dealt with around them: signs (`signs`), quotation marks (`marks`), length
(`pieces`), capitals and what stands alone (`sentence`).
"""

from __future__ import annotations

import multiprocessing
import signal
import weakref
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cached_property, partial
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from digest.errors import EngineError
from digest.model import Engine
from digest.translate.engines.firefox.model import outputs
from digest.translate.engines.protocol import pairs_for
from digest.translate.models import (
    FIREFOX,
    FirefoxFiles,
    Installed,
    Pin,
    fault,
    firefox_folder,
    installed,
    load_pins,
)

PIVOT = "en"
_TEXTS = 4
"""Texts that a process takes at a time; with more, one waits longer at the end of a chunk for the other."""


class Firefox:
    """Models of Firefox in a folder, by default the one that `digest models` installs into.

    Where there is a `models.toml`, only the models that it pins serve, and each is checked before it is first
    used. Processes share the work, not threads: two took three times as long as one.
    """

    def __init__(self, folder: Path | None = None, models_file: Path | None = None, jobs: int = 1) -> None:
        self._folder = folder or firefox_folder()
        self._models_file = models_file
        self._jobs = jobs
        self._checked: set[str] = set()

    def stamp(self, source: str, target: str) -> Engine | None:
        """Return the model or two models for the pair, or None."""
        route = self._route(source, target)
        if not route or find_spec("fxtranslate") is None:
            return None
        return Engine(
            name="firefox",
            model="+".join(one.name for one in route),
            version="+".join(one.version or "unknown" for one in route),
            pivot=PIVOT if len(route) > 1 else None,
            options=f"fxtranslate={_version()}",
            label="Firefox",
        )

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Translate all texts, with one model on the way after the other.

        A text of which the model has no sign, or loses one, comes back empty.

        Raises:
            EngineError: no model serves the pair, or one is damaged.
        """
        route = self._route(source, target)
        if not route:
            raise EngineError(f"no model of Firefox translates {source} into {target}")
        made = list(texts)
        for number, one in enumerate(route):
            self._check(one)
            step = (source if number == 0 else PIVOT, PIVOT if number + 1 < len(route) else target)
            made = self._made(FirefoxFiles.of(one), made, *step)
        return made

    def _made(self, files: FirefoxFiles, texts: Sequence[str], source: str, target: str) -> list[str]:
        # Once there are processes, this one need not load the model, too.
        if self._jobs == 1 or (len(texts) <= _TEXTS and "_pool" not in self.__dict__):
            return outputs(files, texts, source, target)
        parts = [texts[start : start + _TEXTS] for start in range(0, len(texts), _TEXTS)]
        try:
            done = self._pool.map(partial(outputs, files, source=source, target=target), parts)
            return [text for part in done for text in part]
        except BrokenProcessPool as error:
            raise EngineError(f"a process that translated with {files.name} was ended") from error

    @cached_property
    def _pool(self) -> ProcessPoolExecutor:
        # A terminal interrupts every process of a program; only the one that waits answers.
        pool = ProcessPoolExecutor(
            self._jobs,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=signal.signal,
            initargs=(signal.SIGINT, signal.SIG_IGN),
        )
        weakref.finalize(self, pool.shutdown, cancel_futures=True)
        return pool

    def _route(self, source: str, target: str) -> tuple[Installed, ...]:
        direct = self._one(source, target)
        if direct:
            return (direct,)
        first, second = self._one(source, PIVOT), self._one(PIVOT, target)
        return (first, second) if first and second else ()

    def _one(self, source: str, target: str) -> Installed | None:
        there = (self._models[pair] for pair in pairs_for(source, target) if pair in self._models)
        return next(there, None)

    def _check(self, one: Installed) -> None:
        if self._pins is None or one.name in self._checked:
            return
        wrong = fault(one, self._pins[one.name])
        if wrong:
            raise EngineError(f"{wrong}; run digest models verify")
        self._checked.add(one.name)

    @cached_property
    def _pins(self) -> dict[str, Pin] | None:
        return load_pins(self._models_file, FIREFOX) if self._models_file else None

    @cached_property
    def _models(self) -> dict[tuple[str, str], Installed]:
        found = installed(self._folder)
        usable = [one for one in found if self._pins is None or one.name in self._pins]
        return {(pair[0], pair[2]): one for one in usable if (pair := one.name.partition("_"))}


def _version() -> str:
    try:
        return version("fxtranslate")
    except PackageNotFoundError:
        return "unknown"
