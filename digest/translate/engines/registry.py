"""Which engines there are, and which of them a site asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from digest.model import Settings
from digest.translate.engines.protocol import TranslationEngine


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
