"""Models of Firefox on this machine: a folder each, with a model and the vocabularies made for it.

The other direction's vocabulary loads and writes nonsense, and half a one loads, too: the files of a model
are pinned and checked together.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from digest.errors import PackageError
from digest.languages.tags import main_language, written
from digest.model import Settings
from digest.translate.models.catalogue import ModelOffer, Part, default_address, model_offers
from digest.translate.models.download import Progress, download
from digest.translate.models.index import Offer, wanted
from digest.translate.models.pins import FIREFOX, Pin, file_digest, files_digest, load_pins, save_pins
from digest.translate.models.state import State, states
from digest.translate.models.store import Installed, installed, staging, take_away

VARIABLE = "DIGEST_FIREFOX_MODELS"
MOST_BYTES = 1024**3
"""Of one file; the largest there are have 60 MB."""
_PIECE = 1024**2


@dataclass(frozen=True, slots=True, kw_only=True)
class FirefoxFiles:
    """The files of one model; pairs written alike share one vocabulary."""

    name: str
    model: Path
    source: Path
    target: Path

    @property
    def paths(self) -> tuple[Path, ...]:
        """Return all of them."""
        return self.model, self.source, self.target

    @classmethod
    def of(cls, there: Installed) -> FirefoxFiles:
        """Return the files in a folder that a model is installed in."""
        shared = there.folder / "vocab.spm"
        own = there.folder / "srcvocab.spm", there.folder / "trgvocab.spm"
        source, target = (shared, shared) if shared.exists() else own
        return cls(name=there.name, model=there.folder / "model.bin", source=source, target=target)


def firefox_folder() -> Path:
    """Return where the models are: `DIGEST_FIREFOX_MODELS`, or among the user's data."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "digest" / "firefox"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirefoxModels:
    """The models of a site: where they are, what it pins, where more are to be had."""

    packages: Path
    pins_file: Path
    downloads: Path
    index: str

    def states(self, *, thorough: bool = False) -> Iterator[State]:
        """Yield how each installed or pinned pair stands; `thorough` reads every file."""
        return states(
            FIREFOX, load_pins(self.pins_file, FIREFOX), installed(self.packages), thorough=thorough
        )

    def offered(self) -> tuple[Offer, ...]:
        """Return what the catalogue offers."""
        return tuple(one for one in model_offers(self.index) if not one.lacks)

    def install(self, name: str, progress: Progress) -> tuple[str, Pin]:
        """Download and install the pinned version of a pair, or the best; return its name and pin.

        Args:
            name: `en_ar`, or with a region that the catalogue need not know (`en_pt-BR`).
            progress: Told of what has come of all files.

        Raises:
            PackageError: the catalogue does not offer it, or what came is not it.
        """
        listed = model_offers(self.index)
        name = _known(name, listed)
        pins = load_pins(self.pins_file, FIREFOX) or {}
        whole = tuple(one for one in listed if not one.lacks)
        broken = [one for one in listed if one.lacks and one.name == name]
        if broken and name not in {one.name for one in whole}:
            raise PackageError(
                f"{self.index} has no sound record of the {broken[0].lacks} of {name} {broken[0].version}; "
                "a model needs all of its files"
            )
        offer = wanted(
            whole,
            name,
            pins.get(name),
            place="catalogue",
            instead="name a catalogue that has the pinned one (--index)",
        )
        try:
            with staging(self.packages) as room:
                folder = room / name
                folder.mkdir()
                self._fill(folder, offer, progress)
                about = {"type": "translate", "package_version": offer.version}
                source, _, target = name.partition("_")
                about |= {"from_code": source, "to_code": target}
                (folder / "metadata.json").write_text(json.dumps(about, sort_keys=True), encoding="utf-8")
                made = Pin(version=offer.version, files=files_digest(folder))
                if name in pins and made != pins[name]:
                    raise PackageError(f"the files of {name} are not those that models.toml pins")
                self._put(folder, room)
        except OSError as error:
            raise PackageError(f"{name} cannot be installed: {error}") from error
        if pins.get(name) != made:
            save_pins(self.pins_file, {**pins, name: made}, FIREFOX)
        return name, made

    def install_file(self, archive: Path) -> tuple[str, Pin]:
        """Tell that these models come in several files."""
        raise PackageError(
            f"{archive.name} is one file, and a model of Firefox is several; "
            "install it by its pair, with --index FOLDER for a folder that holds records.json and the files"
        )

    def remove(self, name: str) -> str | None:
        """Remove a pair and its pin; return its name, or None without either."""
        pins = load_pins(self.pins_file, FIREFOX) or {}
        removed = take_away(name, self.packages)
        if name in pins:
            kept = {key: pin for key, pin in pins.items() if key != name}
            save_pins(self.pins_file, kept, FIREFOX)
        return name if removed or name in pins else None

    def _fill(self, folder: Path, offer: ModelOffer, progress: Progress) -> None:
        """Put the files of a model into a folder, each as its record says."""
        total, before = sum(part.size for part in offer.parts), 0
        for part in offer.parts:
            came = self._came(part, offer, lambda done, _, at=before: progress(at + done, total))  # type: ignore[misc]
            before += part.size
            try:
                if file_digest(came) != part.sha256:
                    raise PackageError(
                        f"{part.address} is not the file that the catalogue says: another sha256"
                    )
                _unpack(came, folder / part.name, part)
            finally:
                if came.parent == self.downloads:
                    # A whole file that did not do is no better the next time.
                    with contextlib.suppress(OSError):
                        came.unlink()

    def _came(self, part: Part, offer: ModelOffer, progress: Progress) -> Path:
        """Return a file of the catalogue on this disk."""
        if not urlsplit(part.address).scheme:
            if not Path(part.address).is_file():
                raise PackageError(f"{part.address} is not there; {offer.name} {offer.version} needs it")
            return Path(part.address)
        path = self.downloads / f"firefox-{offer.name}-{offer.version}-{part.sha256[:12]}"
        if not path.exists():
            download([part.address], path, progress)
        return path

    def _put(self, folder: Path, room: Path) -> None:
        """Put a whole model in the place of the one that is there."""
        target = self.packages / folder.name
        if target.exists():
            target.rename(room / "old")
        folder.rename(target)


def firefox_models_of(settings: Settings, index: str | None = None) -> FirefoxModels:
    """Return the models of a site, with Mozilla's own catalogue unless another is named."""
    return FirefoxModels(
        packages=firefox_folder(),
        pins_file=settings.models_file,
        downloads=settings.cache_dir / "models",
        index=index or default_address(),
    )


def _unpack(came: Path, path: Path, part: Part) -> None:
    if not part.packed:
        shutil.copyfile(came, path)
        return
    try:
        import zstandard  # noqa: PLC0415 - an extra's
    except ImportError as error:
        raise PackageError("zstandard is not installed; pip install 'mkdocs-digest[firefox]'") from error
    most = part.unpacked_size or MOST_BYTES
    try:
        with came.open("rb") as packed, path.open("xb") as file:
            size = 0
            for piece in zstandard.ZstdDecompressor().read_to_iter(packed, write_size=_PIECE):
                size += len(piece)
                if size > min(most, MOST_BYTES):
                    raise PackageError(f"{part.address} unpacks to more than the {most} bytes that it should")
                file.write(piece)
    except zstandard.ZstdError as error:
        raise PackageError(f"{part.address} is no sound zstd file: {error}") from error
    if part.unpacked_sha256 and file_digest(path) != part.unpacked_sha256:
        raise PackageError(f"{part.address} does not hold the file that the catalogue says: another sha256")


def _known(name: str, offers: tuple[ModelOffer, ...]) -> str:
    """Return the name of a pair as the catalogue has it: with regions, else without."""
    names = {offer.name for offer in offers}
    source, target = name.split("_")
    mains = f"{main_language(source)}_{written(target)}"
    return name if name in names else mains
