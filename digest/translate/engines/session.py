"""Asking an engine for the texts of one pair."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from digest.errors import EngineError
from digest.languages import row
from digest.languages.visible import clean, in_a_line
from digest.model import Engine
from digest.translate.engines import cache
from digest.translate.engines.masks import TRANSLATES_NAMES, by_beginning, mask
from digest.translate.engines.peel import peel
from digest.translate.engines.protocol import TranslationEngine

_log = logging.getLogger(__name__)
_TIMES, _FREE = 20, 1000
"""Characters of an output for each of its text, and those that any may have; the gate refuses far fewer."""
_WORD = re.compile(r"[^\s=]+")
_OPTIONS = re.compile(r"(\w+=\S+( \w+=\S+)*)?")


@dataclass(frozen=True, slots=True)
class Session:
    """What stays the same while a pair is translated."""

    source: str
    target: str
    cache_dir: Path
    cached: dict[str, str]
    """Outputs that are known, by `cache.key`; those that are made are added."""
    names: Mapping[str, Sequence[str]]
    """What an engine that translates names must not see, by its beginning."""

    @classmethod
    def of(cls, source: str, target: str, cache_dir: Path, names: Iterable[str] = ()) -> Session:
        """Begin with what the cache holds of a pair."""
        known = cache.load(cache_dir, f"{source}-{target}")
        return cls(source, target, cache_dir, known, by_beginning(names))

    def stamp(self, engine: TranslationEngine) -> Engine | None:
        """Return what an engine says of itself for this pair, or None where it does not serve it.

        Raises:
            EngineError: it broke down, or what it says does not fit into a line of the memory.
        """
        said = engine.stamp(self.source, self.target)
        if said is None:
            return None
        words = (said.name, said.model, said.version, said.pivot or "en")
        if not all(_WORD.fullmatch(word) and clean(word) == word for word in words):
            raise EngineError(
                f"an engine calls itself “{in_a_line(' '.join(words))}”: no words without spaces and ="
            )
        if not _OPTIONS.fullmatch(said.options) or clean(said.options) != said.options:
            raise EngineError(f"{said.name} has options that are none: “{in_a_line(said.options)}”")
        return said

    def outputs(self, texts: Iterable[str], engine: TranslationEngine, stamp: Engine) -> dict[str, str]:
        """Return the output for each text: without the marks around it, and without names where those suffer.

        Args:
            texts: In the source language.
            engine: That serves the pair.
            stamp: What it says of itself for this pair.

        Raises:
            EngineError: the engine broke down.
        """
        source, target = row(self.source), row(self.target)
        peeled = {text: peel(text, source, target) for text in dict.fromkeys(texts)}
        names = self.names if stamp.name in TRANSLATES_NAMES else {}
        masked = {one.inner: mask(one.inner, names) for one in peeled.values()}
        made = self._made([one.text for one in masked.values()], engine, stamp)
        done = {inner: one.unmasked(made[one.text]) for inner, one in masked.items()}
        # A token was lost: better the name in danger than the text.
        made = self._made([inner for inner, output in done.items() if output is None], engine, stamp)
        return {text: one.around(done[one.inner] or made.get(one.inner, "")) for text, one in peeled.items()}

    def _made(self, texts: Iterable[str], engine: TranslationEngine, stamp: Engine) -> dict[str, str]:
        """Return an engine's output for each text: from the cache, and what is not there from one call."""
        wanted = tuple(dict.fromkeys(texts))
        missing = [text for text in wanted if cache.key(stamp, text) not in self.cached]
        if missing:
            outputs = engine.translate(missing, self.source, self.target)
            if len(outputs) != len(missing):
                raise EngineError(f"{stamp.name} gave {len(outputs)} texts for {len(missing)}")
            new = {
                cache.key(stamp, text): _taken(output, text, stamp)
                for text, output in zip(missing, outputs, strict=True)
            }
            self.cached.update(new)
            try:
                cache.add(self.cache_dir, f"{self.source}-{self.target}", new)
            except OSError as error:
                _log.info("the cache of translations cannot be written: %s", error)
        return {text: _taken(self.cached[cache.key(stamp, text)], text, stamp) for text in wanted}


def _taken(output: object, text: str, stamp: Engine) -> str:
    """Return an output as pages may hold it: without what nobody can see, and not endless."""
    if not isinstance(output, str):
        raise EngineError(f"{stamp.name} gave {type(output).__name__} for a text")
    return clean(output[: _FREE + _TIMES * len(text)])
