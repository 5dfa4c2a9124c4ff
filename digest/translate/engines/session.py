"""Asking an engine for the texts of one pair."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from digest.errors import EngineError
from digest.languages import row
from digest.languages.latin import folded
from digest.languages.visible import clean, in_a_line
from digest.model import Engine
from digest.translate.engines import cache
from digest.translate.engines.masks import LIKE_A_CODE, TRANSLATES_NAMES, UNKNOWN_WORD, by_beginning, mask
from digest.translate.engines.protocol import TranslationEngine
from digest.translate.engines.style import peel, renumbered, restyled
from digest.translate.models import Pin, load_all_pins

_TIMES, _FREE = 20, 1000
"""Characters of an output for each of its text, and those that any may have; the gate refuses far fewer."""
_WORD = re.compile(r"[^\s=]+")
_LABEL = re.compile(r"([^\s=_]+( [^\s=_]+)*)?")
_OPTIONS = re.compile(r"(\w+=\S+( \w+=\S+)*)?")


@dataclass(frozen=True, slots=True)
class Session:
    """What stays the same while a pair is translated."""

    source: str
    target: str
    cache_dir: Path
    cached: dict[str, str]
    """Outputs that are known, by `cache.key`."""
    names: Mapping[str, Sequence[str]]
    """What an engine must not lose, by its beginning."""
    words: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The same of those that the target language has a word for."""
    put: Mapping[str, str] = field(default_factory=dict)
    """That word."""
    lost: Callable[[str, str], str | None] = lambda _text, _output: None
    """Tells what of it an output lost."""
    pins: Mapping[str, Mapping[str, Pin]] | None = None
    """What alone may translate, by engine and model; None: whatever is installed."""

    @classmethod
    def of(  # noqa: PLR0913
        cls,
        source: str,
        target: str,
        cache_dir: Path,
        names: Iterable[str] = (),
        *,
        put: Mapping[str, str] | None = None,
        lost: Callable[[str, str], str | None] = lambda _text, _output: None,
        models_file: Path | None = None,
    ) -> Session:
        """Begin with what the cache holds of a pair.

        Raises:
            EngineError: `models.toml` is wrong.
        """
        known = cache.load(cache_dir, f"{source}-{target}")
        pins = load_all_pins(models_file) if models_file else None
        put = put or {}
        words = by_beginning(put)
        return cls(source, target, cache_dir, known, by_beginning(names), words, put, lost, pins)

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
        if clean(said.label) != said.label or not _LABEL.fullmatch(said.label):
            raise EngineError(f"{said.name} has a label that is none: “{in_a_line(said.label)}”")
        return said if self._is_pinned(said) else None

    def _is_pinned(self, said: Engine) -> bool:
        """Tell whether a model may translate: where anything is pinned, only what is pinned may.

        Raises:
            EngineError: it is pinned, in another version.
        """
        if self.pins is None:
            return True
        pins = self.pins.get(said.name, {})
        models, versions = said.model.split("+"), said.version.split("+")
        if not pins.keys() >= set(models):
            return False
        for model, version in zip(models, versions, strict=False):
            if pins[model].version != version:
                raise EngineError(
                    f"models.toml pins {said.name} {model} {pins[model].version}, and {version} is installed"
                )
        return True

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
        inner = list(dict.fromkeys(one.inner for one in peeled.values()))
        if stamp.name in TRANSLATES_NAMES:
            done = self._masked(inner, engine, stamp)
            # A token was lost: better the name in danger than the text.
            done |= self._made([one for one in inner if one not in done], engine, stamp)
        else:
            done = self._made(inner, engine, stamp)
        losing = [one for one in inner if done[one] and self._loses(one, done[one])]
        again = self._masked(losing, engine, stamp, LIKE_A_CODE)
        done |= {one: output for one, output in again.items() if not self._loses(one, output)}
        made = {}
        for text, one in peeled.items():
            output = renumbered(one.inner, done[one.inner], self.source, self.target)
            made[text] = one.around(restyled(output, target, one.depth))
        return made

    def _loses(self, text: str, output: str) -> bool:
        """Tell whether an output lost a name or a term, or gave it an ending where none belongs."""
        if self.lost(text, output):
            return True
        if row(self.target).case_endings or not self.words:
            return False
        plain = folded(output)
        return any(folded(put) not in plain for _, put in mask(text, self.words, self.put).names)

    def _masked(
        self, texts: Sequence[str], engine: TranslationEngine, stamp: Engine, token: str = UNKNOWN_WORD
    ) -> dict[str, str]:
        """Return the output for each text whose names come through in the shape of tokens."""
        names = self.names if token == UNKNOWN_WORD else self.words
        masked = {text: mask(text, names, self.put, token) for text in texts}
        made = self._made([one.text for one in masked.values()], engine, stamp)
        done = {text: one.unmasked(made[one.text]) for text, one in masked.items()}
        return {text: output for text, output in done.items() if output is not None}

    def _made(self, texts: Iterable[str], engine: TranslationEngine, stamp: Engine) -> dict[str, str]:
        """Return an engine's output for each text: from the cache, and what is not there from one call."""
        wanted = tuple(dict.fromkeys(texts))
        new: dict[str, str] = {}
        missing = [text for text in wanted if cache.key(stamp, text) not in self.cached]
        if missing:
            outputs = engine.translate(missing, self.source, self.target)
            if len(outputs) != len(missing):
                raise EngineError(f"{stamp.name} gave {len(outputs)} texts for {len(missing)}")
            new = {
                cache.key(stamp, text): _taken(output, text, stamp)
                for text, output in zip(missing, outputs, strict=True)
            }
            cache.keep(self.cache_dir, f"{self.source}-{self.target}", new)
        # What is new is not held: a backlog of 100,000 texts would stay in memory to the end.
        found = {text: cache.key(stamp, text) for text in wanted}
        return {
            text: new[key] if key in new else _taken(self.cached[key], text, stamp)
            for text, key in found.items()
        }


def _taken(output: object, text: str, stamp: Engine) -> str:
    """Return an output as pages may hold it: without what nobody can see, and not endless."""
    if not isinstance(output, str):
        raise EngineError(f"{stamp.name} gave {type(output).__name__} for a text")
    return clean(output[: _FREE + _TIMES * len(text)])
