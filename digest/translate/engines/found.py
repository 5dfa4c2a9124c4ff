"""Models that an engine brings itself, as Apertium or a server does: they are pinned as they are found."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from digest.errors import EngineError, PackageError
from digest.model import Settings
from digest.translate.engines.apertium import Apertium, mode_digest
from digest.translate.engines.protocol import TranslationEngine
from digest.translate.engines.registry import engine_of, engines, names_for
from digest.translate.models import Offer, Pin, State, load_all_pins, load_pins, save_pins


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundModels:
    """The models of one engine: what is there, and what a site pins of it."""

    name: str
    engine: TranslationEngine
    pins_file: Path
    index: str = "nowhere"

    def states(self, *, thorough: bool = False) -> Iterator[State]:
        """Yield how each pinned model stands, and each that the engine can list."""
        found = load_pins(self.pins_file, self.name)
        pins, there = found or {}, self._listed()
        for model in sorted(pins.keys() | there.keys()):
            pin, version = pins.get(model), there.get(model)
            wrong = self._fault(model, pin, version, thorough=thorough) if pin else None
            yield State(
                name=model,
                version=version,
                pinned=pin.version if pin else None,
                used=wrong is None and (pin is not None or found is None),
                fault=wrong,
                engine=self.name,
            )

    def offered(self) -> tuple[Offer, ...]:
        """Return nothing: what there is comes with the engine."""
        return ()

    def install(self, name: str, _progress: Callable[[int, int], None]) -> tuple[str, Pin]:
        """Pin what serves a pair (`es_en`) as it is; return the last model's name and pin.

        Raises:
            PackageError: nothing does.
        """
        source, _, target = name.partition("_")
        stamp = self.engine.stamp(source, target)
        if stamp is None:
            raise PackageError(f"{self.name} does not translate {source} into {target} here; {self._way()}")
        pins = dict(load_pins(self.pins_file, self.name) or {})
        for model, version in zip(stamp.model.split("+"), stamp.version.split("+"), strict=False):
            pins[model] = pin = Pin(version=version, files=self._digest(model))
        save_pins(self.pins_file, pins, self.name)
        return stamp.model, pin

    def install_file(self, archive: Path) -> tuple[str, Pin]:
        """Tell that these models come in no file."""
        raise PackageError(f"{archive.name}: models of {self.name} come in no file; {self._way()}")

    def remove(self, name: str) -> str | None:
        """Take the pin off what serves a pair, or off a model by its name; the model itself stays."""
        pins = load_pins(self.pins_file, self.name) or {}
        source, _, target = name.partition("_")
        stamp = None if name in pins else self.engine.stamp(source, target)
        model = name if name in pins else stamp.model if stamp else name
        if model not in pins:
            return None
        save_pins(self.pins_file, {key: pin for key, pin in pins.items() if key != model}, self.name)
        return model

    def _listed(self) -> dict[str, str]:
        return self.engine.models() if isinstance(self.engine, Apertium) else {}

    def _digest(self, model: str) -> str:
        return mode_digest(model) if isinstance(self.engine, Apertium) else ""

    def _way(self) -> str:
        if isinstance(self.engine, Apertium):
            return "install a pair (apt search apertium), then run this again"
        return "see that engine's own documentation"

    def _fault(self, model: str, pin: Pin, version: str | None, *, thorough: bool) -> str | None:
        if not isinstance(self.engine, Apertium):
            return None
        if version is None:
            return f"{model} {pin.version} is not installed"
        if version != pin.version:
            return f"models.toml pins {model} {pin.version}, and {version} is installed"
        try:
            same = not thorough or not pin.files or self._digest(model) == pin.files
        except EngineError as error:
            return str(error)
        return None if same else f"the data of {model} are not those that models.toml pins"


def found_models_of(name: str, settings: Settings) -> FoundModels:
    """Return the models of an engine that brings them itself."""
    return FoundModels(name=name, engine=engine_of(name, settings), pins_file=settings.models_file)


def unpinned(source: str, target: str, settings: Settings) -> Iterator[str]:
    """Yield the engines that would serve a pair and may not, as `models.toml` does not pin their models.

    Raises:
        PackageError: `models.toml` is wrong.
    """
    pins = load_all_pins(settings.models_file)
    if pins is None:
        return
    for name, engine in engines(settings).items():
        if name not in names_for(settings, source, target):
            continue
        with contextlib.suppress(EngineError):
            stamp = engine.stamp(source, target)
            if stamp and not pins.get(stamp.name, {}).keys() >= set(stamp.model.split("+")):
                yield name
