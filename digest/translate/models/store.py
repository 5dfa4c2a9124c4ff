"""The folder that Argos packages are installed in, shared with Argos itself."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from digest.errors import PackageError
from digest.translate.models.archive import described, unpack
from digest.translate.models.index import numbers
from digest.translate.models.pins import Pin, file_digest, files_digest

_STAGING = ".digest-models"


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed:
    """A package that engines can use."""

    name: str
    version: str
    folder: Path


def installed(packages: Path) -> tuple[Installed, ...]:
    """Return what translates among the packages in a folder, by name, the newest of each last."""
    found = []
    for metadata in packages.glob("*/metadata.json"):
        with contextlib.suppress(OSError, ValueError):
            name, version = described(metadata.parent)
            found.append(Installed(name=name, version=version, folder=metadata.parent))
    return tuple(sorted(found, key=lambda one: (one.name, numbers(one.version), str(one.folder))))


def place(archive: Path, packages: Path, *, name: str | None, pins: Mapping[str, Pin]) -> tuple[str, Pin]:
    """Put the package of an archive into the folder, instead of others of its pair; return its name and pin.

    It is there wholly or not at all, whenever the process is killed.

    Args:
        archive: An `.argosmodel` file.
        packages: The folder.
        name: The pair that it must be for, or None for any.
        pins: What packages must be, by pair.

    Raises:
        PackageError: it is no package, not a safe one, or not the one that was asked for.
    """
    try:
        with staging(packages) as room:
            new = unpack(archive, room)
            if name and new.name != name:
                raise PackageError(f"{archive.name} is refused: it is {new.name}, not {name}")
            made = Pin(version=new.version, sha256=file_digest(archive), files=files_digest(new.folder))
            pin = pins.get(new.name, made)
            if made != pin:
                raise PackageError(_other(archive.name, made, pin))
            old = [one.folder for one in installed(packages) if one.name == new.name]
            target = packages / f"translate-{new.name}-{new.version.replace('.', '_')}"
            if target.exists():
                old = [one for one in old if one != target]
                target.rename(room / "old")
            new.folder.rename(target)
            for folder in old:
                shutil.rmtree(folder)
            return new.name, made
    except OSError as error:
        raise PackageError(f"{archive.name} cannot be installed: {error}") from error


def take_away(name: str, packages: Path) -> bool:
    """Remove every package of a pair; tell whether there was one.

    Raises:
        PackageError: it cannot be removed.
    """
    found = [one.folder for one in installed(packages) if one.name == name]
    try:
        with staging(packages) as room:
            for number, folder in enumerate(found):
                folder.rename(room / str(number))
    except OSError as error:
        raise PackageError(f"{name} cannot be removed: {error}") from error
    return bool(found)


def fault(package: Installed, pin: Pin) -> str | None:
    """Return how an installed package differs from what is pinned, or None."""
    if package.version != pin.version:
        return f"models.toml pins {package.name} {pin.version}, and {package.version} is installed"
    if not pin.files:
        return None
    try:
        same = files_digest(package.folder) == pin.files
    except OSError as error:
        return f"{package.name} cannot be read: {error}"
    return None if same else f"the files of {package.name} are not those that models.toml pins"


def _other(archive: str, made: Pin, pin: Pin) -> str:
    if made.version != pin.version:
        return f"{archive} is {made.version}, and models.toml pins {pin.version}; remove that first"
    return f"{archive} is not the archive that models.toml pins: its sha256 is {made.sha256}"


@contextlib.contextmanager
def staging(packages: Path) -> Iterator[Path]:
    """Give an empty folder on the same disk; one process at a time."""
    packages.mkdir(parents=True, exist_ok=True)
    room = _room(packages) / _STAGING
    with room.with_suffix(".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise PackageError("another process is installing packages; try again when it is done") from error
        shutil.rmtree(room, ignore_errors=True)
        room.mkdir()
        try:
            yield room
        finally:
            shutil.rmtree(room, ignore_errors=True)


def _room(packages: Path) -> Path:
    """Return the folder to work in: beside the packages, as Argos takes every folder among them for one.

    Among them if there is no other way: they are a disk of their own, or their parent cannot be written to.
    """
    beside = packages.parent
    fits = beside.stat().st_dev == packages.stat().st_dev and os.access(beside, os.W_OK)
    return beside if fits else packages
