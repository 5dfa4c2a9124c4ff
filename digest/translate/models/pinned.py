"""The models that a site pins, installed on the machine that this runs on: of a cluster, perhaps."""

from __future__ import annotations

import fcntl
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from digest.model import Settings
from digest.translate.models.firefox import FirefoxModels, firefox_models_of
from digest.translate.models.pins import ARGOS, FIREFOX, load_all_pins
from digest.translate.models.site import Models, models_of

_MODELS_OF: dict[str, Callable[[Settings, str | None], Models | FirefoxModels]] = {
    ARGOS: models_of,
    FIREFOX: firefox_models_of,
}


def install_pinned(settings: Settings, pins: bytes, index: str | None = None) -> tuple[str, ...]:
    """Install what is pinned and not here, or not as it is pinned; return the names of what was installed.

    Args:
        settings: Of the site.
        pins: The bytes of its `models.toml`.
        index: Of a mirror, instead of each engine's own.

    Raises:
        PackageError: something pinned cannot be had, or what came is not it.
    """
    with _alone(), tempfile.TemporaryDirectory(prefix="digest-") as folder:
        file = Path(folder, "models.toml")
        file.write_bytes(pins)
        own = replace(settings, models_file=file, cache_dir=Path(folder))
        return tuple(_installed(own, index))


def _installed(settings: Settings, index: str | None) -> Iterator[str]:
    pins = load_all_pins(settings.models_file) or {}
    # Those of other engines, as Apertium's, come with packages of the system.
    for engine in sorted(pins.keys() & _MODELS_OF.keys()):
        models = _MODELS_OF[engine](settings, index)
        lacking = [state.name for state in models.states(thorough=True) if state.pinned and state.fault]
        for name in lacking:
            models.install(name, lambda _done, _whole: None)
            yield name


@contextmanager
def _alone() -> Iterator[None]:
    """Wait until no other process of this machine installs: two workers may share one folder of models."""
    with Path(tempfile.gettempdir(), "digest-models.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
