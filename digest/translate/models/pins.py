"""`models.toml`, beside `mkdocs.yml`: which models a site is translated with, to the byte.

[es_en]
version = "1.9"
sha256 = "…"  # of the archive
files = "…"   # of what it holds, see `files_digest`
"""

from __future__ import annotations

import hashlib
import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from digest.atomic import write_atomically
from digest.errors import PackageError

NAME = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]+)?_[a-z]{2,3}(?:-[A-Za-z]+)?")
VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,31}")
TAGS = {"zt": "zh-Hant", "pb": "pt-BR"}
"""Codes of Argos packages that are no BCP 47 tags."""
_HEADING = "# The models of this site, written by `digest models`; commit this file.\n"
_FORMS = {
    "version": (VERSION, 'version = "1.9"'),
    "sha256": (re.compile("[0-9a-f]{64}"), "sha256 = the 64 digits that sha256sum prints for the archive"),
    "files": (re.compile("[0-9a-f]{64}"), "files = 64 digits, as `digest models install` writes them"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """One model, to the byte."""

    version: str
    sha256: str
    files: str


def code_of(tag: str) -> str:
    """Return what Argos calls a language; it knows no regions but one.

    >>> code_of("pt-BR"), code_of("es-VE"), code_of("es")
    ('pb', 'es', 'es')
    """
    codes = {tag: code for code, tag in TAGS.items()}
    return codes.get(tag, tag.split("-", maxsplit=1)[0])


def load_pins(path: Path) -> dict[str, Pin] | None:
    """Return the pins by name (`es_en`), or None where there is no such file.

    Raises:
        PackageError: the file is wrong; its text names every mistake with its line.
    """
    try:
        text = path.read_text(encoding="utf-8")
        read = tomllib.loads(text)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise PackageError(f"{path.name}:1: cannot be read: {error}") from error
    problems = [
        f"{path.name}:{_line(text, name)}: {name}: {wrong}"
        for name, value in read.items()
        for wrong in _mistakes(name, value)
    ]
    if problems:
        raise PackageError("\n".join(problems))
    return {name: Pin(**value) for name, value in read.items()}


def save_pins(path: Path, pins: Mapping[str, Pin]) -> None:
    """Write the pins.

    Raises:
        PackageError: the file cannot be written.
    """
    parts = [
        f"\n[{name}]\n" + "".join(f'{field.name} = "{getattr(pin, field.name)}"\n' for field in fields(pin))
        for name, pin in sorted(pins.items())
    ]
    try:
        write_atomically(path, "".join([_HEADING, *parts]).encode())
    except OSError as error:
        raise PackageError(f"{path.name}:1: cannot be written: {error.strerror}") from error


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def files_digest(folder: Path) -> str:
    """Return the SHA-256 of the list that `sha256sum` prints of all files in a folder, sorted by path.

    Raises:
        OSError: a file cannot be read, or is a link.
    """
    listed = hashlib.sha256()
    for path in sorted(_files(folder), key=lambda one: one.relative_to(folder).as_posix()):
        if path.is_symlink() or not path.is_file():
            raise OSError(f"{path.name} is no ordinary file")
        listed.update(f"{file_digest(path)}  {path.relative_to(folder).as_posix()}\n".encode())
    return listed.hexdigest()


def _files(folder: Path) -> Iterable[Path]:
    for at, folders, names in os.walk(folder):
        yield from (Path(at, name) for name in names)
        yield from (Path(at, name) for name in folders if Path(at, name).is_symlink())


def _line(text: str, name: str) -> int:
    lines = (number for number, line in enumerate(text.splitlines(), 1) if line.strip() == f"[{name}]")
    return next(lines, 1)


def _mistakes(name: str, value: object) -> Iterable[str]:
    if not NAME.fullmatch(name):
        yield "is no pair; write source and target as [es_en]"
    if not isinstance(value, dict):
        yield f"is no table; write [{name}] and a line each for {', '.join(_FORMS)}"
        return
    for key, (form, right) in _FORMS.items():
        if not isinstance(value.get(key), str) or not form.fullmatch(value[key]):
            yield f"“{key}” is missing or wrong; write {right}"
    for key in value.keys() - _FORMS.keys():
        yield f"“{key}” is not known; there are {', '.join(_FORMS)}"
