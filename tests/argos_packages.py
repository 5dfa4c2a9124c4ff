"""The tiny Argos packages of `tests/argos/`, unpacked as Argos unpacks any."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

FOLDER = Path(__file__).parent / "argos"


def unpacked(folder: Path, *pairs: str) -> Path:
    """Unpack the packages of `pairs` (`es_en`, `en_fr`; all if none is named) into `folder`; return it."""
    for archive in sorted(FOLDER.glob("*.argosmodel")):
        if not pairs or any(f"-{pair}-" in archive.name for pair in pairs):
            with zipfile.ZipFile(archive) as package:
                package.extractall(folder)
    return folder


def sentences() -> list[tuple[str, str, str]]:
    """Return what the packages know, in Spanish, English and French."""
    with (FOLDER / "sentences.tsv").open(encoding="utf-8", newline="") as file:
        return [(row[0], row[1], row[2]) for row in csv.reader(file, delimiter="\t")]
