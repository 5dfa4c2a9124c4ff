"""The packages of a site: where they are, how each pair stands, and how they come and go."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from digest.errors import PackageError
from digest.model import Settings
from digest.translate.models.download import Progress, download
from digest.translate.models.firefox import firefox_folder
from digest.translate.models.index import Offer, offers, wanted
from digest.translate.models.pins import ARGOS, FIREFOX, Pin, code_of, load_all_pins, load_pins, save_pins
from digest.translate.models.state import State, states
from digest.translate.models.store import installed, place, take_away


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """The packages of a site: where they are, what it pins, where more are to be had."""

    packages: Path
    pins_file: Path
    downloads: Path
    index: str

    def states(self, *, thorough: bool = False) -> Iterator[State]:
        """Yield how each installed or pinned pair stands; `thorough` reads every file."""
        return states(ARGOS, load_pins(self.pins_file), installed(self.packages), thorough=thorough)

    def offered(self) -> tuple[Offer, ...]:
        """Return what the index offers."""
        return offers(self.index)

    def install(self, name: str, progress: Progress) -> tuple[str, Pin]:
        """Download and install the pinned version of a pair, or the newest; return its name and pin.

        Args:
            name: `es_en`, in Argos's own codes or, as the site has its languages, in tags (`es_pt-BR`).
            progress: Told of what has come.

        Raises:
            PackageError: the index does not offer it, or what came is not it.
        """
        listed = self.offered()
        name = _known(name, {offer.name for offer in listed})
        offer = wanted(
            listed,
            name,
            self._pins().get(name),
            place="index",
            instead="install the pinned one from a file",
        )
        here = [Path(one) for one in offer.addresses if "://" not in one]
        if here:
            return self._placed(here[0], name)
        archive = self.downloads / f"translate-{name}-{offer.version}.argosmodel"
        try:
            if not archive.exists():
                download(offer.addresses, archive, progress)
            return self._placed(archive, name)
        except OSError as error:
            raise PackageError(f"{archive} cannot be written: {error.strerror}") from error
        finally:
            # A whole archive that did not do is no better the next time.
            with contextlib.suppress(OSError):
                archive.unlink()

    def install_file(self, archive: Path) -> tuple[str, Pin]:
        """Install a package from a file, and pin it; return its name and pin.

        Raises:
            PackageError: it is no package, not a safe one or not the pinned one.
        """
        return self._placed(archive, None)

    def remove(self, name: str) -> str | None:
        """Remove a pair, named as for `install`, and its pin; return its name, or None without either."""
        pins = self._pins()
        name = _known(name, {*pins, *(one.name for one in installed(self.packages))})
        removed = take_away(name, self.packages)
        if name in pins:
            save_pins(self.pins_file, {key: pin for key, pin in pins.items() if key != name})
        return name if removed or name in pins else None

    def _placed(self, archive: Path, name: str | None) -> tuple[str, Pin]:
        pins = self._pins()
        placed, pin = place(archive, self.packages, name=name, pins=pins)
        if pins.get(placed) != pin:
            save_pins(self.pins_file, {**pins, placed: pin})
        return placed, pin

    def _pins(self) -> dict[str, Pin]:
        return load_pins(self.pins_file) or {}


def models_of(settings: Settings, index: str | None = None) -> Models:
    """Return the packages of a site, in Argos's own folder, with Argos's own index unless another is named.

    Raises:
        PackageError: argostranslate is not installed, or its folders cannot be made.
    """
    try:
        from argostranslate import settings as argos  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise PackageError(
            "argostranslate is not installed; the README says how, with torch or without"
        ) from error
    # Importing it already makes folders in the home folder.
    except OSError as error:
        raise PackageError(f"the folder of Argos packages cannot be used: {error}") from error
    return Models(
        packages=Path(argos.package_data_dir),
        pins_file=settings.models_file,
        downloads=settings.cache_dir / "models",
        index=index or argos.package_index,
    )


def not_installed(settings: Settings) -> list[str]:
    """Return the pairs that a site pins and this machine does not have: another engine may stand in for them.

    Raises:
        PackageError: `models.toml` is wrong.
    """
    pins = load_all_pins(settings.models_file) or {}
    asked = {name for names in settings.engines.values() for name in names}
    lacking: list[str] = []
    for engine, folder in ((ARGOS, _argos_folder), (FIREFOX, lambda _settings: firefox_folder())):
        if engine in asked and engine in pins:
            try:
                there = {one.name for one in installed(folder(settings))}
            except PackageError:
                there = set()
            lacking += sorted(pins[engine].keys() - there)
    return lacking


def _argos_folder(settings: Settings) -> Path:
    return models_of(settings).packages


def _known(name: str, names: Collection[str]) -> str:
    """Return the name of a pair as it stands among `names`, or as Argos would write it."""
    return name if name in names else "_".join(map(code_of, name.split("_")))
