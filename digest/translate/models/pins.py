"""`models.toml`, beside `mkdocs.yml`: which models a site is translated with, by engine, to the byte.

[argos.es_en]
version = "1.9"
sha256 = "…"  # of the archive, where the model comes in one
files = "…"   # of what it holds, see `files_digest`

A table without an engine, as `[es_en]`, is one of Argos, as before there were others.
"""

from __future__ import annotations

import hashlib
import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from digest.atomic import write_atomically
from digest.errors import PackageError
from digest.languages.tags import main_language, written
from digest.whole import read_whole

NAME = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]+)?_[a-z]{2,3}(?:-[A-Za-z]+)?")
VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,31}")
TAGS = {"zt": "zh-Hant", "pb": "pt-BR"}
"""Codes of Argos packages that are no BCP 47 tags."""
_HEADING = "# The models of this site, written by `digest models`; commit this file.\n"
ENGINE = re.compile(r"[a-z][a-z0-9_-]*")
MODEL = re.compile(r"[0-9A-Za-z][0-9A-Za-z._+@-]*")
ARGOS, FIREFOX = "argos", "firefox"
_ASKED = {ARGOS: ("version", "sha256", "files"), FIREFOX: ("version", "files")}
"""What a pin must say, by engine; one of another engine its version."""
_FORMS = {
    "version": (VERSION, 'version = "1.9"'),
    "sha256": (re.compile("[0-9a-f]{64}"), "sha256 = the 64 digits that sha256sum prints for the archive"),
    "files": (re.compile("[0-9a-f]{64}"), "files = 64 digits, as `digest models install` writes them"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """One model, to the byte."""

    version: str
    sha256: str = ""
    """Of the archive that the model comes in; empty where it comes in several files."""
    files: str = ""
    """Of the list of its files; empty where an engine keeps them to itself."""


def code_of(tag: str) -> str:
    """Return what Argos calls a language; it knows no regions but one.

    >>> code_of("pt-BR"), code_of("es-VE"), code_of("es"), code_of("zh-TW")
    ('pb', 'es', 'es', 'zt')
    """
    codes = {tag: code for code, tag in TAGS.items()}
    return codes.get(tag) or codes.get(written(tag)) or main_language(tag)


def load_pins(path: Path, engine: str = ARGOS) -> dict[str, Pin] | None:
    """Return the pins of an engine by name (`es_en`), or None where there is no such file.

    Raises:
        PackageError: the file is wrong; its text names every mistake with its line.
    """
    pins = load_all_pins(path)
    return None if pins is None else pins.get(engine, {})


def load_all_pins(path: Path) -> dict[str, dict[str, Pin]] | None:
    """Return the pins by engine and name, or None where there is no such file.

    Raises:
        PackageError: as for `load_pins`.
    """
    try:
        text = read_whole(path).decode("utf-8")
        read = tomllib.loads(text)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError) as error:
        raise PackageError(f"{path.name}:1: cannot be read: {error}") from error
    tables = list(_tables(read))
    problems = [
        f"{path.name}:{_line(text, header)}: {name}: {wrong}"
        for engine, name, header, value in tables
        for wrong in _mistakes(engine, name, value)
    ]
    if problems:
        raise PackageError("\n".join(problems))
    pins: dict[str, dict[str, Pin]] = {}
    for engine, name, _, value in tables:
        pins.setdefault(engine, {})[name] = Pin(**value)
    return pins


def _tables(read: Mapping[str, Any]) -> Iterable[tuple[str, str, str, Any]]:
    """Yield each pin with its engine, its name and what its table is called in the file."""
    for key, value in read.items():
        old = NAME.fullmatch(key) or not isinstance(value, dict) or "version" in value
        if old or not ENGINE.fullmatch(key) or not all(isinstance(one, dict) for one in value.values()):
            yield ARGOS, key, key, value
        else:
            yield from ((key, name, f"{key}.{name}", one) for name, one in value.items())


def save_pins(path: Path, pins: Mapping[str, Pin], engine: str = ARGOS) -> None:
    """Write the pins of an engine; those of others stay.

    Raises:
        PackageError: the file is wrong, or cannot be written.
    """
    every = {**(load_all_pins(path) or {}), engine: pins}
    parts = [
        f"\n[{one}.{_key(name)}]\n" + "".join(f'{key} = "{value}"\n' for key, value in _said(pin))
        for one, its_pins in sorted(every.items())
        for name, pin in sorted(its_pins.items())
    ]
    try:
        write_atomically(path, "".join([_HEADING, *parts]).encode())
    except OSError as error:
        raise PackageError(f"{path.name}:1: cannot be written: {error.strerror}") from error


def _key(name: str) -> str:
    return name if re.fullmatch(r"[\w-]+", name, re.ASCII) else f'"{name}"'


def _said(pin: Pin) -> Iterable[tuple[str, str]]:
    return ((one.name, getattr(pin, one.name)) for one in fields(pin) if getattr(pin, one.name))


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


def _line(text: str, header: str) -> int:
    wanted = {f"[{header}]", f"[{header.partition('.')[0]}]"}
    lines = (number for number, line in enumerate(text.splitlines(), 1) if line.strip() in wanted)
    return next(lines, 1)


def _mistakes(engine: str, name: str, value: object) -> Iterable[str]:
    if engine in _ASKED and not NAME.fullmatch(name):
        yield "is no pair; write source and target as [argos.es_en]"
    elif not MODEL.fullmatch(name):
        yield "is no name of a model; write letters, digits and . _ + @ -"
    asked = _ASKED.get(engine, ("version",))
    if not isinstance(value, dict):
        yield f"is no table; write [{engine}.{name}] and a line each for {', '.join(asked)}"
        return
    for key, (form, right) in _FORMS.items():
        if (key in asked or key in value) and not (
            isinstance(value.get(key), str) and form.fullmatch(value[key])
        ):
            yield f"“{key}” is missing or wrong; write {right}"
    for key in value.keys() - _FORMS.keys():
        yield f"“{key}” is not known; there are {', '.join(_FORMS)}"
