"""Machine output made during builds: one JSON file a pair, safe to delete."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from digest.model import Engine
from digest.translate.atomic import write_atomically

_FORMAT = "1"
"""Raised when engines are called in another way, so that what was made in the old one is made anew."""


def key(engine: Engine, text: str) -> str:
    """Return what the output for `text` is kept under."""
    parts = (_FORMAT, engine.name, engine.model, engine.version, engine.pivot or "", engine.options, text)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def load(folder: Path, pair: str) -> dict[str, str]:
    """Return the outputs of a pair; a missing or damaged file holds none."""
    try:
        found = json.loads((folder / "translations" / f"{pair}.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {key: text for key, text in found.items() if isinstance(text, str)}


def save(folder: Path, pair: str, outputs: Mapping[str, str]) -> None:
    """Write the outputs of a pair, sorted.

    Raises:
        OSError: the folder cannot be written to.
    """
    text = json.dumps(outputs, ensure_ascii=False, indent=0, sort_keys=True)
    write_atomically(folder / "translations" / f"{pair}.json", f"{text}\n".encode())
