"""Which engines there are, and which of them a site asks.

Those of other packages are entry points of the group `digest.engines`: a function that is given the settings
of a site and returns a `TranslationEngine`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from digest.errors import EngineError
from digest.model import Engine, Settings
from digest.translate.engines.protocol import TranslationEngine, is_online

GROUP = "digest.engines"


def _argos(settings: Settings) -> TranslationEngine:
    from digest.translate.engines.argos import Argos  # noqa: PLC0415 - lazily
    from digest.translate.engines.decode import Decoding  # noqa: PLC0415 - lazily

    decoding = Decoding(beam=settings.beam, batch_tokens=settings.batch_tokens, jobs=settings.jobs)
    return Argos(decoding=decoding, models_file=settings.models_file)


def _firefox(settings: Settings) -> TranslationEngine:
    from digest.translate.engines.firefox import Firefox  # noqa: PLC0415 - lazily

    return Firefox(models_file=settings.models_file, jobs=settings.jobs)


def _apertium(settings: Settings) -> TranslationEngine:
    from digest.translate.engines.apertium import Apertium  # noqa: PLC0415 - lazily

    return Apertium(jobs=settings.jobs, models_file=settings.models_file)


_OWN: Mapping[str, Callable[[Settings], TranslationEngine]] = {
    "argos": _argos,
    "firefox": _firefox,
    "apertium": _apertium,
}


class _Broken:
    """An engine of another package that cannot be had."""

    def __init__(self, message: str) -> None:
        self._message = message

    def stamp(self, _source: str, _target: str) -> Engine | None:
        """Say what is wrong."""
        raise EngineError(self._message)

    def translate(self, _texts: Sequence[str], _source: str, _target: str) -> list[str]:
        """Say what is wrong."""
        raise EngineError(self._message)


class _Other:
    """An engine of another package, whose every failure is one of the engine, not of us."""

    def __init__(self, name: str, engine: TranslationEngine) -> None:
        self._name, self._engine = name, engine
        self.online = is_online(engine)

    def stamp(self, source: str, target: str) -> Engine | None:
        """Ask it for what would translate a pair."""
        with self._its_own():
            said = self._engine.stamp(source, target)
            if said is not None and not isinstance(said, Engine):
                raise TypeError(f"stamp gave {type(said).__name__} instead of digest.model.Engine")
            return said

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Ask it for translations."""
        with self._its_own():
            return list(self._engine.translate(texts, source, target))

    @contextmanager
    def _its_own(self) -> Iterator[None]:
        try:
            yield
        except EngineError:
            raise
        except Exception as error:
            raise EngineError(
                f"the engine {self._name} broke down: {type(error).__name__}: {error}"
            ) from error


@cache
def _others() -> Mapping[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=GROUP) if point.name not in _OWN}


def engine_names() -> tuple[str, ...]:
    """Return the names of all engines that are installed, ours first."""
    return (*_OWN, *sorted(_others()))


def engines(settings: Settings) -> dict[str, TranslationEngine]:
    """Return the engines that the settings name, by name."""
    named = dict.fromkeys(name for names in settings.engines.values() for name in names)
    return {name: engine_of(name, settings) for name in named if name in engine_names()}


def engine_of(name: str, settings: Settings) -> TranslationEngine:
    """Return an installed engine by its name; one that cannot be had says so when it is asked."""
    if name in _OWN:
        return _OWN[name](settings)
    try:
        made = _Other(name, _others()[name].load()(settings))
    # Another package's code: whatever it raises is a reason why there is no such engine.
    except Exception as error:  # noqa: BLE001
        said = str(error) if isinstance(error, EngineError) else f"{type(error).__name__}: {error}"
        return _Broken(f"the engine {name} cannot be had: {said}")
    return made


def names_for(settings: Settings, source: str, target: str) -> tuple[str, ...]:
    """Return the engines to try for a pair, in order, by name."""
    return settings.engines.get(f"{source}-{target}", settings.engines.get("default", ()))
