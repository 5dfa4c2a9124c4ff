"""Programs that translate offline; an engine's own libraries are imported when it is first asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
