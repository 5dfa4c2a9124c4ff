"""Machine output made during builds: one file a pair, a line of JSON a text; safe to delete.

Lines are only ever added, so that keeping a chunk costs what the chunk costs. A line with another checksum
than its own, as a killed process or a damaged disk leaves it, is passed over; only who knows the secret can
make one (`digest.secret`).
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from digest.model import Engine
from digest.secret import cache_secret

_log = logging.getLogger(__name__)
_FORMAT = "2"
"""Raised when engines are called in another way, so that what was made in the old one is made anew."""


def key(engine: Engine, text: str) -> str:
    """Return what the output for `text` is kept under."""
    parts = (_FORMAT, engine.name, engine.model, engine.version, engine.pivot or "", engine.options, text)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def load(folder: Path, pair: str) -> dict[str, str]:
    """Return the outputs of a pair; a missing file holds none, a damaged one those that are whole."""
    try:
        with _file(folder, pair).open("rb") as file:
            return dict(_outputs(file))
    except OSError:
        return {}


def add(folder: Path, pair: str, outputs: Mapping[str, str]) -> None:
    """Add outputs to those of a pair.

    Raises:
        OSError: the folder cannot be written to.
    """
    path = _file(folder, pair)
    path.parent.mkdir(parents=True, exist_ok=True)
    secret = cache_secret()
    lines = (
        json.dumps([key, text, _sum(key, text, secret)], ensure_ascii=False) for key, text in outputs.items()
    )
    # In one call, at the end of the file: two builds at once do not mix lines. The line before may be cut.
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o644)
    with os.fdopen(handle, "wb", buffering=0) as file:
        file.write("".join(f"\n{line}" for line in lines).encode())


def keep(folder: Path, name: str, answers: Mapping[str, str]) -> None:
    """Add answers of any kind as outputs are; where the disk does not take them, they are found out again."""
    try:
        if answers:
            add(folder, name, answers)
    except OSError as error:
        _log.info("the cache cannot be written: %s", error)


def _outputs(lines: Iterator[bytes]) -> Iterator[tuple[str, str]]:
    secret = cache_secret()
    for line in lines:
        try:
            key, text, checksum = json.loads(line)
        except (ValueError, TypeError, RecursionError):
            continue
        if isinstance(key, str) and isinstance(text, str) and checksum == _sum(key, text, secret):
            yield key, text


def _sum(key: str, text: str, secret: bytes) -> str:
    return hashlib.blake2b(f"{key}\0{text}".encode(), digest_size=16, key=secret).hexdigest()


def _file(folder: Path, pair: str) -> Path:
    return folder / "translations" / f"{pair}.jsonl"
