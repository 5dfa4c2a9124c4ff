"""Vectors kept by content, in a folder that is safe to delete.

A record is the hash of encoder and text, the 512 numbers as little-endian float32, and a checksum over both;
which only who knows the secret can make (`digest.secret`); a file is a row of them. What does not fit its
checksum is passed over and computed again; a file that ends in the middle of a record loses that one.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import sys
import tempfile
from array import array
from collections.abc import Iterable, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from digest.meaning.encoder import Encoder, Vector, prepared
from digest.secret import cache_secret

KEY, NUMBERS, CHECK = 16, 2048, 8
RECORD = KEY + NUMBERS + CHECK
MOST = 400_000
"""Vectors that the file may hold, 829 MB; beyond, those go that this run did not ask for."""

WHOLE = 4000
"""Rows of a table are rounded to so many parts: 4,000² < 2²⁴."""
_NOTHING = bytes(NUMBERS)
_FEW = 128
"""Texts that are not worth another process, which has to load the model; each is given so many."""
_OWN: dict[str, Encoder] = {}
"""The encoder of a process that encodes for another, by name."""

T = TypeVar("T")


class Vectors:
    """What an encoder makes of texts, computed once.

    Args:
        encoder: makes what is not known yet.
        folder: keeps them between runs; None: nothing is kept.
        executor: runs the encoder where many texts are new; None: this process.
    """

    def __init__(self, encoder: Encoder, folder: Path | None, executor: Executor | None = None) -> None:
        self.encoder = encoder
        self._executor = executor
        self._secret = cache_secret()
        self._file = folder / "vectors.bin" if folder else None
        self._map = _mapped(self._file) if self._file else None
        self._places = _places(self._map) if self._map else {}
        self._leave()
        self._new: dict[bytes, bytes] = {}
        self._asked: set[bytes] = set()

    def of(self, texts: Iterable[tuple[str, str]]) -> list[Vector | None]:
        """Return the vector of each text, or None where it has none.

        Args:
            texts: each with its language (BCP 47).

        Raises:
            EncoderError: the model is not there or damaged, and a vector is not known.
        """
        return [_unpacked(found) if found else None for found in self._packed_of(texts)]

    def table(self, texts: Iterable[tuple[str, str]]) -> NDArray[np.int16]:
        """Return the vectors of texts as rows, in whole numbers of `WHOLE`; zeros where a text has none.

        Products of such rows are sums of whole numbers below 2²⁴, which single precision adds exactly: no
        library of matrices, whatever its order, comes to another digit.

        Raises:
            EncoderError: as `of`.
        """
        rows = []
        for part in _parts(texts, 1024):
            numbers = [found or _NOTHING for found in self._packed_of(part)]
            vectors = np.frombuffer(b"".join(numbers), dtype="<f4").reshape(len(numbers), -1)
            rows.append(np.round(vectors.astype(np.float64) * WHOLE).astype(np.int16))
            self._leave()
        return np.concatenate(rows) if rows else np.zeros((0, NUMBERS // 4), dtype=np.int16)

    def _leave(self) -> None:
        """Give back the pages of the file that were read: of a big site it would all stay in memory."""
        if self._map and hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)

    def let_go(self) -> None:
        """Free the encoder's memory; it is loaded again where another text is new."""
        self.encoder.let_go()

    def keep(self) -> None:
        """Write what was computed; where the disk does not take it, the next run computes it again."""
        if not self._file or not self._new:
            return
        known = len(self._places) + len(self._new)
        keys = {*self._places, *self._new} if known <= MOST else {*sorted(self._asked)[:MOST]}
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            written, name = tempfile.mkstemp(dir=self._file.parent, prefix=".vectors-")
            try:
                with os.fdopen(written, "wb") as file:
                    for key in sorted(keys):
                        if numbers := self._known(key):
                            file.write(key + numbers + self._check(key, numbers))
                Path(name).replace(self._file)
                self._map = _mapped(self._file)
                self._places = _places(self._map) if self._map else {}
                self._new = {}
            finally:
                Path(name).unlink(missing_ok=True)

    def _packed_of(self, texts: Iterable[tuple[str, str]]) -> list[bytes | None]:
        wanted = [prepared(text) if self.encoder.speaks(language) else "" for text, language in texts]
        keys = [self._key(text) if text else None for text in wanted]
        found = {key: self._known(key) for key in keys if key}
        lacking = {key: text for key, text in zip(keys, wanted, strict=True) if key and not found[key]}
        for key, vector in zip(lacking, self._encoded([*lacking.values()]), strict=True):
            self._new[key] = found[key] = _packed(vector)
        self._asked.update(found)
        return [found[key] if key else None for key in keys]

    def _encoded(self, texts: Sequence[str]) -> Iterable[Vector]:
        if self._executor is None or len(texts) <= _FEW:
            return self.encoder.encode(texts) if texts else ()
        # The cut is the same whatever runs it, and each text is encoded for itself.
        parts = [*_parts(texts, _FEW)]
        return chain.from_iterable(self._executor.map(_encoded, [self.encoder] * len(parts), parts))

    def _known(self, key: bytes) -> bytes | None:
        """Return the numbers that are kept under a key, or None where there are none or damaged ones."""
        if key in self._new:
            return self._new[key]
        place = self._places.get(key)
        if place is None or self._map is None:
            return None
        numbers = self._map[place + KEY : place + KEY + NUMBERS]
        sound = self._check(key, numbers) == self._map[place + KEY + NUMBERS : place + RECORD]
        return numbers if sound else None

    def _check(self, key: bytes, numbers: bytes) -> bytes:
        return hashlib.blake2b(key + numbers, digest_size=CHECK, key=self._secret).digest()

    def _key(self, text: str) -> bytes:
        return hashlib.blake2b(f"{self.encoder.name}\0{text}".encode(), digest_size=KEY).digest()


def _encoded(encoder: Encoder, texts: Sequence[str]) -> list[Vector]:
    """Encode texts in another process, which keeps its encoder while it lives."""
    return _OWN.setdefault(encoder.name, encoder).encode(texts)


def _parts(items: Iterable[T], size: int) -> Iterable[list[T]]:
    left = iter(items)
    while part := list(islice(left, size)):
        yield part


def _mapped(file: Path) -> mmap.mmap | None:
    with suppress(OSError, ValueError), file.open("rb") as opened:
        return mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
    return None


def _places(kept: mmap.mmap) -> dict[bytes, int]:
    return {kept[at : at + KEY]: at for at in range(0, len(kept) - RECORD + 1, RECORD)}


def _packed(vector: Vector) -> bytes:
    return _little(array("f", vector)).tobytes()


def _unpacked(numbers: bytes) -> Vector:
    return tuple(_little(array("f", numbers)))


def _little(numbers: array[float]) -> array[float]:
    # The same file on every machine.
    if sys.byteorder == "big":  # pragma: no cover
        numbers.byteswap()
    return numbers
