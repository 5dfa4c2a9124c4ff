"""Programs that translate offline; an engine's own libraries are imported when it is first asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from typing import Protocol

from digest.model import Engine, Settings


class TranslationEngine(Protocol):
    """What every engine can do."""

    def stamp(self, source: str, target: str) -> Engine | None:
        """Return what would translate this pair, or None where nothing installed does."""

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Return one translation a text, in order; an empty one for a text it cannot translate.

        Raises:
            EngineError: the engine broke down.
        """


def _argos(settings: Settings) -> TranslationEngine:
    from digest.translate.engines.argos import Argos  # noqa: PLC0415 - lazily
    from digest.translate.engines.decode import Decoding  # noqa: PLC0415 - lazily

    decoding = Decoding(beam=settings.beam, batch_tokens=settings.batch_tokens, jobs=settings.jobs)
    return Argos(decoding=decoding, models_file=settings.models_file)


def _apertium(settings: Settings) -> TranslationEngine:
    from digest.translate.engines.apertium import Apertium  # noqa: PLC0415 - lazily

    return Apertium(jobs=settings.jobs)


_ENGINES: Mapping[str, Callable[[Settings], TranslationEngine]] = {"argos": _argos, "apertium": _apertium}

ENGINE_NAMES = tuple(_ENGINES)


def engines(settings: Settings) -> dict[str, TranslationEngine]:
    """Return the engines that the settings name, by name."""
    named = dict.fromkeys(name for names in settings.engines.values() for name in names)
    return {name: _ENGINES[name](settings) for name in named if name in _ENGINES}


def names_for(settings: Settings, source: str, target: str) -> tuple[str, ...]:
    """Return the engines to try for a pair, in order, by name."""
    return settings.engines.get(f"{source}-{target}", settings.engines.get("default", ()))


def pairs_for(source: str, target: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs that may serve a pair: itself, then with the main language of either or both.

    >>> list(pairs_for("es", "pt-BR"))
    [('es', 'pt-BR'), ('es', 'pt')]
    """
    mains = [dict.fromkeys((tag, tag.split("-", maxsplit=1)[0])) for tag in (source, target)]
    yield from product(*mains)
