"""What Mozilla's catalogue of translation models offers: records of Remote Settings, live, mirrored or saved.

A record is one file; those of a pair, a version and an architecture are a model. Of version 2 of the
collection (`translations-models-v2`: zstd, `sourceLanguage`) and of version 1 (plain, `fromLang`).
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from digest.errors import PackageError
from digest.translate.models.download import fetch
from digest.translate.models.index import Offer, numbers
from digest.translate.models.pins import NAME, VERSION

ADDRESS = (
    "https://firefox.settings.services.mozilla.com/v1/buckets/main/collections/translations-models-v2/records"
)
VARIABLE = "FXTRANSLATE_RECORDS_URL"
"""What fxtranslate itself reads."""
_NAMES = {"model": "model.bin", "vocab": "vocab.spm", "srcvocab": "srcvocab.spm", "trgvocab": "trgvocab.spm"}
"""What an engine needs; the shortlist (`lex`) is left out."""
_MOST_BYTES = 64 * 1024**2
_ARCHITECTURES = ("base-memory", "base", "tiny")
"""The best first; other ones last."""
_HASH = re.compile("[0-9a-f]{64}")
_LOCATION = re.compile(r"[\w./@+-]+")
_UNFINISHED = re.compile(r"\d(?:a|b|rc|alpha|beta)\d*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file of a model."""

    name: str
    """Under which it is kept here."""
    address: str
    """Of the web, or a path."""
    size: int
    """Bytes to come; 0: not told."""
    sha256: str
    """Of what comes."""
    packed: bool
    """Whether that is zstd."""
    unpacked_sha256: str
    unpacked_size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelOffer(Offer):
    """A model that can be downloaded, in its files."""

    parts: tuple[Part, ...]

    @property
    def lacks(self) -> str:
        """The kinds of files that the catalogue has no sound record of; nothing where the model is whole."""
        there = {part.name for part in self.parts}
        lacking = [] if "model.bin" in there else ["model"]
        if not ("vocab.spm" in there or there >= {"srcvocab.spm", "trgvocab.spm"}):
            lacking.append("vocab")
        return " and ".join(lacking)


def model_offers(index: str) -> tuple[ModelOffer, ...]:
    """Return what a catalogue offers, by pair, the best of each first; some may lack a file.

    Args:
        index: An address of records, a file of them, or a folder with `records.json` and the attachments.

    Raises:
        PackageError: there is no catalogue.
    """
    listed, where = _read(index)
    base = _attachments(index) if where is None else None
    models: dict[tuple[str, str, str], dict[str, Part]] = {}
    for record in listed:
        key = _key(record)
        part = _part(record, base, where) if key else None
        if key and part:
            # Records of one file in two wordings (a channel's) differ in nothing that matters.
            models.setdefault(key, {}).setdefault(part.name, part)
    found = [
        ModelOffer(
            name=name,
            version="-".join(filter(None, (version, architecture))),
            addresses=tuple(part.address for part in parts.values()),
            parts=tuple(parts[one] for one in sorted(parts)),
        )
        for (name, version, architecture), parts in models.items()
    ]
    return tuple(sorted(found, key=_order))


def default_address() -> str:
    """Return where Mozilla's catalogue is, or where the environment says."""
    return os.environ.get(VARIABLE) or ADDRESS


def _order(offer: ModelOffer) -> tuple[Any, ...]:
    version, _, architecture = offer.version.partition("-")
    place = _ARCHITECTURES.index(architecture) if architecture in _ARCHITECTURES else len(_ARCHITECTURES)
    newest_first = tuple(-one for one in numbers(version))
    return offer.name, bool(_UNFINISHED.search(version)), newest_first, place, architecture


def _read(index: str) -> tuple[list[Mapping[str, Any]], Path | None]:
    """Return the records, and the folder of their attachments where they are no address."""
    path = None if "://" in index else Path(index)
    try:
        if path and path.is_dir():
            path /= "records.json"
        said = json.loads(path.read_bytes() if path else fetch(index, _MOST_BYTES))
    except OSError as error:
        raise PackageError(f"{path} cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise PackageError(f"{path or index} is no catalogue of models: {error}") from error
    listed = said.get("data") if isinstance(said, dict) else said
    if not isinstance(listed, list):
        raise PackageError(f"{path or index} is no catalogue of models: it holds no list of records")
    return [one for one in listed if isinstance(one, dict)], path and path.parent


def _attachments(index: str) -> str:
    """Return where the attachments are: as the server says, or beside the records of a plain mirror."""
    root, found, _ = index.partition("/v1/")
    if found:
        try:
            said = json.loads(fetch(f"{root}/v1/", _MOST_BYTES))
            return str(said["capabilities"]["attachments"]["base_url"])
        except (PackageError, ValueError, KeyError, TypeError, RecursionError):
            return index
    return index


def _key(record: Mapping[str, Any]) -> tuple[str, str, str] | None:
    source = record.get("sourceLanguage") or record.get("fromLang")
    target = record.get("targetLanguage") or record.get("toLang")
    version, architecture = str(record.get("version", "")), str(record.get("architecture") or "")
    name, whole = f"{source}_{target}", "-".join(filter(None, (version, architecture)))
    return (name, version, architecture) if NAME.fullmatch(name) and VERSION.fullmatch(whole) else None


def _part(record: Mapping[str, Any], base: str | None, where: Path | None) -> Part | None:
    kind, attachment = _NAMES.get(str(record.get("fileType"))), record.get("attachment")
    if not kind or not isinstance(attachment, dict):
        return None
    location = str(attachment.get("location") or "")
    sha256, unpacked = str(attachment.get("hash") or ""), record.get("decompressedHash")
    if not _HASH.fullmatch(sha256) or not _LOCATION.fullmatch(location) or ".." in location:
        return None
    if unpacked is not None and not _HASH.fullmatch(str(unpacked)):
        return None
    return Part(
        name=kind,
        address=urljoin(base, location) if base else str(_beside(where or Path(), location)),
        size=_number(attachment.get("size")),
        sha256=sha256,
        packed=unpacked is not None or location.endswith(".zst"),
        unpacked_sha256=str(unpacked or ""),
        unpacked_size=_number(record.get("decompressedSize")),
    )


def _beside(folder: Path, location: str) -> Path:
    """Return the file of an attachment in a folder: at its location, or by its last name alone."""
    whole = folder / location.lstrip("/")
    return whole if whole.is_file() else folder / Path(location).name


def _number(value: object) -> int:
    return value if isinstance(value, int) and value >= 0 else 0
