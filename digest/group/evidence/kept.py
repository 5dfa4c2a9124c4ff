"""Terms kept by content, in a folder that is safe to delete.

A record is the hash of the article's language, title and text, the length of what follows, the terms, and a
checksum that only who knows the secret can make (`digest.secret`). What does not fit it is passed over and
worked out again.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import struct
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from pathlib import Path

import numpy as np

from digest.cache import made_in_parts
from digest.group.evidence.terms import KINDS, NOTHING, Column, Terms, terms_of
from digest.model import Article
from digest.secret import cache_secret

VERSION = "7"
"""Of what `terms_of` makes of an article: what was kept by another is not read."""
_KEY, _CHECK = 16, 8
_MANY = 1024
"""Records after which the pages that they were read from are given back."""
_AT_ONCE = 64
"""Articles handed to a process at a time."""
_LENGTH = struct.Struct("<I")
_KINDS = KINDS[:-1]
"""Translations are the memory's."""
_COUNTS = struct.Struct(f"<{len(_KINDS)}H")


class Kept:
    """The terms of articles, worked out once.

    Args:
        folder: keeps them between runs; None: nothing is kept.
    """

    def __init__(self, folder: Path | None) -> None:
        self._secret = cache_secret()
        self._file = folder / f"terms-{VERSION}.bin" if folder else None
        self._map = _mapped(self._file) if self._file else None
        self._places = dict(_places(self._map)) if self._map else {}
        self._new: dict[bytes, bytes] = {}
        self._read = 0
        self._leave()

    def of(self, article: Article) -> Terms:
        """Return the terms of an article."""
        key = _key(article)
        if self._map and (place := self._places.get(key)):
            found = self._map[place[0] : place[1]]
            self._read += 1
            if self._read % _MANY == 0:
                self._leave()
            if self._check(key, found) == self._map[place[1] : place[1] + _CHECK]:
                return _unpacked(found)
        if key not in self._new:
            self._new[key] = _made(article)
        found = self._new[key]
        if not self._file:
            del self._new[key]
        return _unpacked(found)

    def read_ahead(self, articles: Sequence[Article], executor: Executor | None) -> None:
        """Work out in other processes, if there are any, what is not known of articles and can be kept."""
        if self._file and executor:
            lacking = {key: one for one in articles if (key := _key(one)) not in self._places}
            things = [*lacking.values()]
            parts = [things[at : at + _AT_ONCE] for at in range(0, len(things), _AT_ONCE)]
            self._new.update(zip(lacking, made_in_parts(_made, parts, executor), strict=True))

    def _leave(self) -> None:
        """Give back the pages of the file that were read: of a big site it would all stay in memory."""
        if self._map and hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)

    def keep(self) -> None:
        """Write what was worked out; where the disk does not take it, the next run works it out again."""
        if not self._file or not self._new:
            return
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            written, name = tempfile.mkstemp(dir=self._file.parent, prefix=".terms-")
            try:
                with os.fdopen(written, "wb") as file:
                    if self._map:
                        file.write(self._map)
                    for key, found in self._new.items():
                        file.write(key + _LENGTH.pack(len(found)) + found + self._check(key, found))
                Path(name).replace(self._file)
                self._new = {}
            finally:
                Path(name).unlink(missing_ok=True)

    def _check(self, key: bytes, found: bytes) -> bytes:
        return hashlib.blake2b(key + found, digest_size=_CHECK, key=self._secret).digest()


def _key(article: Article) -> bytes:
    told = f"{article.language}\0{article.title}\0{article.text}"
    return hashlib.blake2b(told.encode(errors="surrogatepass"), digest_size=_KEY).digest()


def _mapped(file: Path) -> mmap.mmap | None:
    with suppress(OSError, ValueError), file.open("rb") as opened:
        return mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
    return None


def _places(kept: mmap.mmap) -> Iterator[tuple[bytes, tuple[int, int]]]:
    at, size = 0, len(kept)
    while at + _KEY + _LENGTH.size <= size:
        start = at + _KEY + _LENGTH.size
        end = start + _LENGTH.unpack_from(kept, at + _KEY)[0]
        if end + _CHECK > size:
            return
        yield kept[at : at + _KEY], (start, end)
        at = end + _CHECK


def _made(article: Article) -> bytes:
    return _packed(terms_of(article.title, article.text, article.language))


def _packed(terms: Terms) -> bytes:
    columns = [getattr(terms, kind) for kind in _KINDS]
    parts = [_COUNTS.pack(*(len(column.codes) for column in columns))]
    for column in columns:
        parts += [column.codes.astype("<u4").tobytes(), column.weights.astype("<u2").tobytes()]
    return b"".join([*parts, terms.written])


def _unpacked(packed: bytes) -> Terms:
    at, columns = _COUNTS.size, {}
    for kind, count in zip(_KINDS, _COUNTS.unpack_from(packed), strict=True):
        codes = np.frombuffer(packed, dtype="<u4", count=count, offset=at)
        weights = np.frombuffer(packed, dtype="<u2", count=count, offset=at + 4 * count)
        columns[kind] = Column(codes, weights)
        at += 6 * count
    return Terms(**columns, translated=NOTHING, written=packed[at:])
