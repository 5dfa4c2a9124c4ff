"""Unpacking an Argos package: a zip from somewhere, so nothing in it is believed, and nothing executed.

Refused are names that lead out of the folder, links and other special files, names given twice, encrypted
entries and sizes that no package has. Files are written by their content alone: no permissions, no owners.
"""

from __future__ import annotations

import json
import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from digest.errors import PackageError
from digest.translate.models.pins import NAME, VERSION

MOST_BYTES = 4 * 1024**3
MOST_FILES = 1_000
"""Files of a package: real ones have under a hundred, and each costs a look."""
MOST_RATIO = 40
"""How often as large as the archive its files may be; real models are not twice as large."""
FREE_BYTES = 20 * 1024**2
"""What may be packed tightly: lists of words and metadata."""
_FAULTS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    ValueError,
)
"""What zipfile raises for damaged archives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpacked:
    """A package on disk, not yet where engines look for it."""

    name: str
    version: str
    folder: Path


def unpack(archive: Path, into: Path) -> Unpacked:
    """Unpack a package into the empty folder `into`.

    Raises:
        PackageError: it is no package, or not a safe one.
        OSError: it cannot be written.
    """
    try:
        with zipfile.ZipFile(archive) as zipped:
            entries = [entry for entry in zipped.infolist() if not entry.is_dir()]
            wrong = next(_faults(entries, archive.stat().st_size), None)
            if wrong:
                raise PackageError(f"{archive.name} is refused: {wrong}")
            for entry in entries:
                path = into / entry.filename
                path.parent.mkdir(parents=True, exist_ok=True)
                # zipfile gives no more than the size that was checked, and checks the sum.
                with zipped.open(entry) as packed, path.open("xb") as file:
                    shutil.copyfileobj(packed, file, 1024**2)
    except _FAULTS as error:
        raise PackageError(f"{archive.name} is no sound Argos package: {error}") from error
    return _looked_at(archive.name, into)


def _faults(listed: Sequence[zipfile.ZipInfo], size: int) -> Iterator[str]:
    """Yield what is wrong with an archive of `size` bytes, by its directory alone."""
    for entry in listed:
        mode = entry.external_attr >> 16
        if not _stays_inside(entry.filename):
            yield f"the name {entry.filename!r} leads out of the package"
        if stat.S_IFMT(mode) not in {0, stat.S_IFREG}:
            yield f"{entry.filename} is a link or another special file"
        if entry.flag_bits & 1:
            yield f"{entry.filename} is encrypted"
        # What bzip2 raises for damage cannot be told from a full disk.
        if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            yield f"{entry.filename} is packed in a way that is not read; ZIP's own (deflate) is"
    names = [entry.filename.casefold() for entry in listed]
    if len(names) > MOST_FILES:
        yield f"it holds {len(names)} files; packages have at most {MOST_FILES}"
    if len(set(names)) < len(names):
        yield "it holds a name twice"
    total = sum(entry.file_size for entry in listed)
    if total > min(MOST_BYTES, max(FREE_BYTES, size * MOST_RATIO)):
        yield f"it would unpack to {total // 1024**2} MB, from {size // 1024**2} MB"


def _stays_inside(name: str) -> bool:
    parts = PurePosixPath(name).parts
    plain = "\\" not in name and "\0" not in name and ":" not in name and name.isprintable()
    return (
        plain and ".." not in parts and not name.startswith("/") and not PureWindowsPath(name).is_absolute()
    )


def _looked_at(archive: str, into: Path) -> Unpacked:
    """Find the package among what was unpacked: one folder, with what every engine needs of it."""
    roots = list(into.iterdir())
    if len(roots) != 1 or not (roots[0] / "metadata.json").is_file():
        raise PackageError(f"{archive} is no Argos package: it holds no single folder with a metadata.json")
    try:
        name, version = described(roots[0])
    except ValueError as error:
        raise PackageError(f"{archive} is no package that translates: its metadata.json {error}") from error
    if not VERSION.fullmatch(version):
        raise PackageError(f"{archive} is no package that translates: package_version is “{version}”")
    folder = roots[0]
    tokenizers = ("sentencepiece.model", "bpe.model")
    if not (folder / "model" / "model.bin").is_file() or not any((folder / t).is_file() for t in tokenizers):
        raise PackageError(f"{archive} has no model/model.bin, or none of {' and '.join(tokenizers)}")
    return Unpacked(name=name, version=version, folder=folder)


def described(folder: Path) -> tuple[str, str]:
    """Return the name (`es_en`) and version of the package in a folder, by its metadata; no version is "".

    Raises:
        ValueError: the metadata tell of no package that translates a pair; its text says why.
        OSError: there are none.
    """
    try:
        said = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise ValueError(f"is no JSON: {error}") from error
    if not isinstance(said, dict):
        raise ValueError("holds no object")  # noqa: TRY004 - as all that is wrong with a text
    kind, name = said.get("type", "translate"), f"{said.get('from_code')}_{said.get('to_code')}"
    if kind != "translate" or not NAME.fullmatch(name):
        raise ValueError(f"tells of type {kind}, {name}")
    return name, str(said.get("package_version") or "")
