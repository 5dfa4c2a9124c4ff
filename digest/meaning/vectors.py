"""Vectors kept by content, in a folder that is safe to delete.

A record is the hash of encoder and text, the 512 numbers as little-endian float32, and a checksum over both;
a file is a row of them. What does not fit its checksum is passed over and computed again; a file that ends in
the middle of a record loses that one.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from array import array
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from digest.meaning.encoder import Encoder, Vector, prepared

KEY, NUMBERS, CHECK = 16, 2048, 8
RECORD = KEY + NUMBERS + CHECK
MOST = 200_000
"""Vectors that the file may hold, 414 MB; beyond, those go that this run did not ask for."""


class Vectors:
    """What an encoder makes of texts, computed once.

    Args:
        encoder: makes what is not known yet.
        folder: keeps them between runs; None: nothing is kept.
    """

    def __init__(self, encoder: Encoder, folder: Path | None) -> None:
        self.encoder = encoder
        self._file = folder / "vectors.bin" if folder else None
        self._known: dict[bytes, bytes] = dict(_records(self._file)) if self._file else {}
        self._asked: set[bytes] = set()
        self._new = 0

    def of(self, texts: Iterable[tuple[str, str]]) -> list[Vector | None]:
        """Return the vector of each text, or None where it has none.

        Args:
            texts: each with its language (BCP 47).

        Raises:
            EncoderError: the model is not there or damaged, and a vector is not known.
        """
        wanted = [prepared(text) if self.encoder.speaks(language) else "" for text, language in texts]
        keys = [self._key(text) if text else None for text in wanted]
        lacking = {
            key: text for key, text in zip(keys, wanted, strict=True) if key and key not in self._known
        }
        for key, vector in zip(
            lacking, self.encoder.encode([*lacking.values()]) if lacking else (), strict=True
        ):
            self._known[key] = _packed(vector)
        self._new += len(lacking)
        self._asked.update(key for key in keys if key)
        return [_unpacked(self._known[key]) if key else None for key in keys]

    def keep(self) -> None:
        """Write what was computed; where the disk does not take it, the next run computes it again."""
        if not self._file or not self._new:
            return
        keys = [*self._known] if len(self._known) <= MOST else sorted(self._asked)[:MOST]
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            written, name = tempfile.mkstemp(dir=self._file.parent, prefix=".vectors-")
            try:
                with os.fdopen(written, "wb") as file:
                    file.writelines(key + self._known[key] + _check(key, self._known[key]) for key in keys)
                Path(name).replace(self._file)
                self._new = 0
            finally:
                Path(name).unlink(missing_ok=True)

    def _key(self, text: str) -> bytes:
        return hashlib.blake2b(f"{self.encoder.name}\0{text}".encode(), digest_size=KEY).digest()


def _records(file: Path) -> Iterable[tuple[bytes, bytes]]:
    with suppress(OSError), file.open("rb") as opened:
        while len(record := opened.read(RECORD)) == RECORD:
            key, numbers, check = record[:KEY], record[KEY:-CHECK], record[-CHECK:]
            if check == _check(key, numbers):
                yield key, numbers


def _check(key: bytes, numbers: bytes) -> bytes:
    return hashlib.blake2b(key + numbers, digest_size=CHECK).digest()


def _packed(vector: Vector) -> bytes:
    return _little(array("f", vector)).tobytes()


def _unpacked(numbers: bytes) -> Vector:
    return tuple(_little(array("f", numbers)))


def _little(numbers: array[float]) -> array[float]:
    # The same file on every machine.
    if sys.byteorder == "big":  # pragma: no cover
        numbers.byteswap()
    return numbers
