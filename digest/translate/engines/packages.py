"""The Argos packages that are installed, each opened by itself: a broken one hides no other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from digest.errors import EngineError

_FAULTS = (OSError, ValueError, AttributeError, TypeError, RecursionError)
"""What argostranslate raises for metadata that is not there, no JSON, or none that it expects."""


def opened(folder: Path | None) -> tuple[list[Any], list[str]]:
    """Return the packages that translate, and a sentence of each folder that holds none and why.

    Args:
        folder: Where they are; None: where Argos itself has them (`ARGOS_PACKAGES_DIR`).

    Raises:
        ImportError: argostranslate is not installed.
        EngineError: its folders cannot be read.
    """
    packages: list[Any] = []
    broken: list[str] = []
    for path in _folders(folder):
        try:
            package = _opened(path)
        except _FAULTS as error:
            wrong = f"{path} holds no Argos package that can be used: {error}"
            broken.append(f"{wrong}; install it again, or remove the folder")
        else:
            packages += [package] if package else []
    return packages, broken


def _folders(folder: Path | None) -> Iterator[Path]:
    try:
        from argostranslate import settings  # noqa: PLC0415 - lazily

        parents = [folder] if folder else settings.package_dirs
        found = (path for parent in parents for path in parent.iterdir() if path.is_dir())
        yield from sorted(path for path in found if not path.name.startswith("."))
    # Importing it already makes folders in the home folder.
    except (OSError, ValueError) as error:
        raise EngineError(f"the installed Argos packages cannot be read: {error}") from error


def _opened(path: Path) -> Any:
    """Return the package in a folder, or None for one that does something else than translate a pair."""
    from argostranslate.package import Package  # noqa: PLC0415 - lazily: it brings sentencepiece

    package = Package(path)
    if package.type != "translate" or not (package.from_code and package.to_code):
        return None
    if not isinstance(package.from_code, str) or not isinstance(package.to_code, str):
        raise TypeError("from_code and to_code of its metadata.json are no texts")
    if not hasattr(package, "tokenizer"):
        raise ValueError("neither sentencepiece.model nor bpe.model is there")
    # Some write 1.9, some "1.9".
    package.package_version = str(package.package_version)
    return package
