"""One file that keeps bytes by key, whatever happens to it.

SQLite's transactions let several builds read and write it at once. Nothing it says is believed: each entry
has a checksum over key and content that only who knows the secret can make (`digest.secret`). What does not
fit is not there. A file that is no database any more is begun anew.
"""

from __future__ import annotations

import hashlib
import hmac
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, ClassVar

from digest.cache.fingerprint import Fingerprints
from digest.cache.version import version
from digest.collector import collect_rarely
from digest.secret import cache_secret

NAME = "cache.sqlite"
MOST = 2_000_000_000
"""Bytes that the file may hold; beyond, what this run did not ask for goes."""
SPARE = 64_000_000
"""Bytes that nobody counts."""
_AT_ONCE = 4_000_000
"""Bytes that are written together: others wait no longer for their turn."""
_WAIT = 5.0
"""Seconds that a build waits for another one's transaction."""
_CHECK = 16
"""Bytes of a seal: nobody finds 128 bits by trying, and a key with its row stays short."""
_TABLES = (
    "CREATE TABLE IF NOT EXISTS made (key BLOB PRIMARY KEY, kind TEXT NOT NULL, value BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS kinds (kind TEXT PRIMARY KEY) WITHOUT ROWID",
)


class Cache:
    """Results by key; where nothing can be kept, all are lacking.

    Args:
        folder: Holds the file; None: nothing is kept.
        most: Bytes that the file may hold.
    """

    of_this_run: ClassVar[Cache | None] = None
    """The one that was opened last: what pure functions deep inside a stage look their results up in."""

    def __init__(self, folder: Path | None, *, most: int = MOST) -> None:
        self.fingerprints = Fingerprints()
        self.folder = folder
        """Where other things may be kept, too; None: nothing is."""
        self._most = most
        self._file = folder / NAME if folder else None
        self._waiting: dict[bytes, tuple[str, bytes]] = {}
        self._size = 0
        self._has_grown = False
        self._asked: dict[str, dict[bytes, int]] = {}
        self._kinds: frozenset[str] = frozenset()
        """Those of which something was kept before: a first build need not look for each of its pages."""
        self._secret = cache_secret()
        self._database = self._connected() or self._connected()

    @property
    def keeps(self) -> bool:
        """Tell whether anything can be kept."""
        return self._database is not None

    def key(self, kind: str, *inputs: Any) -> bytes:
        """Return the key of what is made of some inputs: records and plain values.

        Raises:
            UnkeyedError: one is neither.
        """
        return self.fingerprints.of(version(), kind, *inputs)

    def get(self, kind: str, key: bytes) -> bytes | None:
        """Return what is kept under a key, None where that is nothing."""
        if self._database is None:
            return None
        if key in self._waiting:
            return self._waiting[key][1]
        if kind not in self._kinds and key not in self._asked.get(kind, ()):
            return None
        with self._guarded():
            # All rows at once: a statement that is not at its end keeps others from writing.
            rows = self._database.execute("SELECT value FROM made WHERE key = ?", (key,)).fetchall()
            for (value,) in rows:
                if isinstance(value, bytes) and hmac.compare_digest(
                    value[:_CHECK], self._check(key, value[_CHECK:])
                ):
                    self._asked.setdefault(kind, {})[key] = len(value)
                    return value[_CHECK:]
        return None

    def put(self, kind: str, key: bytes, value: bytes) -> None:
        """Keep something under a key."""
        if self._database is None:
            return
        self._waiting[key] = (kind, value)
        self._asked.setdefault(kind, {})[key] = len(value)
        self._size += len(value)
        self._has_grown = True
        if self._size > _AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Write what is waiting; what the disk does not take is made again by the next run."""
        if self._database is not None and self._waiting:
            rows = [
                (key, kind, self._check(key, value) + value) for key, (kind, value) in self._waiting.items()
            ]
            kinds = sorted({(kind,) for kind, _ in self._waiting.values() if kind not in self._kinds})
            with self._guarded(), self._database:
                self._database.executemany("INSERT OR IGNORE INTO kinds VALUES (?)", kinds)
                self._database.executemany("INSERT OR REPLACE INTO made VALUES (?, ?, ?)", rows)
        self._waiting.clear()
        self._size = 0

    def close(self) -> None:
        """Write what is waiting, and drop what the file has no room for."""
        self.flush()
        # Looking through all of it is for those who made it larger.
        if self._database is not None and self._has_grown:
            with self._guarded():
                self._prune(self._database)
        if self._database is not None:
            self._database.close()
            self._database = None

    def _prune(self, database: sqlite3.Connection) -> None:
        (pages,), (size,) = (
            database.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size")
        )
        asked = sum(sum(own.values()) for own in self._asked.values())
        if pages * size <= min(self._most, 4 * asked + SPARE):
            return
        # Kinds that this run had no use for stay, unless there is no room at all.
        every = pages * size > self._most
        with database:
            database.execute("CREATE TEMP TABLE asked (kind TEXT, key BLOB PRIMARY KEY)")
            rows = ((kind, key) for kind, own in self._asked.items() for key in own)
            database.executemany("INSERT OR IGNORE INTO asked VALUES (?, ?)", rows)
            database.execute(
                "DELETE FROM made WHERE key NOT IN (SELECT key FROM asked)"
                " AND (? OR kind IN (SELECT kind FROM asked))",
                (every,),
            )
        database.execute("PRAGMA incremental_vacuum")

    def _connected(self) -> sqlite3.Connection | None:
        if self._file is None:
            return None
        database = None
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            # MkDocs' server builds in a thread of its own.
            database = sqlite3.connect(self._file, timeout=_WAIT, check_same_thread=False)
            for pragma in (
                "trusted_schema = OFF",
                "page_size = 16384",
                "auto_vacuum = INCREMENTAL",
                # Whole when a process is killed; when the power fails it may be damaged, which is found out.
                "synchronous = OFF",
                "journal_mode = TRUNCATE",
            ):
                database.execute(f"PRAGMA {pragma}")
            for table in _TABLES:
                database.execute(table)
            self._kinds = frozenset(kind for (kind,) in database.execute("SELECT kind FROM kinds"))
        except (sqlite3.Error, OSError) as error:
            if database is not None:
                database.close()
            self._dropped(error)
            return None
        return database

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Go on without what the file cannot do; begin anew where it is damaged."""
        try:
            yield
        except (sqlite3.Error, OverflowError) as error:
            if not isinstance(error, sqlite3.OperationalError) and self._database is not None:
                self._database.close()
                self._database = None
                self._dropped(error)

    def _dropped(self, error: Exception) -> None:
        # Operational errors are those of the surroundings: locked, full, not to be written.
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
            assert self._file is not None  # noqa: S101 (it was opened)
            with suppress(OSError):
                self._file.unlink()

    def _check(self, key: bytes, value: bytes) -> bytes:
        return hashlib.blake2b(key + value, digest_size=_CHECK, key=self._secret).digest()


def no_cache() -> Cache:
    """Return a cache that keeps nothing."""
    return Cache(None)


def begin_work(folder: Path | None) -> None:
    """Open the cache in a folder for a process that works for others, as long as it lives."""
    collect_rarely()
    Cache.of_this_run = Cache(folder)


@contextmanager
def opened(folder: Path | None, *, most: int = MOST) -> Iterator[Cache]:
    """Give the cache in a folder; it is written when the block ends, however it does."""
    cache, before = Cache(folder, most=most), Cache.of_this_run
    Cache.of_this_run = cache
    try:
        yield cache
    finally:
        Cache.of_this_run = before
        cache.close()
