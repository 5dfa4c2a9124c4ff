"""Where each entry of a file of the memory stands, so that texts are read only when somebody asks for them.

An index is made by reading the whole file strictly, and kept in the cache folder with the hash of the file:
later loads hash files instead of reading them. It holds no text. A damaged one is made anew, and every entry
is taken from the PO file itself and compared with its hash, so no cache can change a translation.
"""

from __future__ import annotations

import errno
import hashlib
import logging
import os
import stat
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple

from digest.atomic import write_atomically
from digest.errors import MemoryFileError
from digest.model import Problem, Severity
from digest.secret import cache_secret
from digest.translate.memory.checks import doubtful_entry, wrong_entry, wrong_header
from digest.translate.memory.origin import refused
from digest.translate.po import Entry, Flaw, entry_of, read_entries

_log = logging.getLogger(__name__)
_FORMAT = b"digest memory 4\n"
"""Raised when files are read or checked in another way."""
_ROW = struct.Struct("<16s16sQIIB")
_HASH = 32
"""Bytes: nothing but the same text has the same."""
_NO_HEADER = (
    'no header; begin the file with msgid "" and msgstr "Content-Type: text/plain; charset=UTF-8\\n", '
    "or take it back from the repository if it was longer"
)


class ChangedFileError(MemoryFileError):
    """A file is not as it was when it was indexed."""


class Mark:
    """What can be asked of an entry without reading it."""

    FILLED = 1
    OBSOLETE = 2
    OUTLET = 4
    """It claims to be an outlet's wording."""
    CHANGED = 8
    """Its source changed since its text was made."""
    REFUSED = 16
    """It has no text, because a machine's was not taken."""
    DOUBTFUL = 32
    """Something of it is hardly meant, and told at each reading; the highest of them."""


class Row(NamedTuple):
    """An entry of a file."""

    key: bytes
    """Of its pair, kind and source text: see `key_of`."""
    digest: bytes
    start: int
    """In bytes."""
    length: int
    line: int
    marks: int


@dataclass(frozen=True, slots=True)
class PoFile:
    """A file of the memory, as it was when it was read."""

    path: Path
    name: str
    """`translations/es-en/2025-12.po`: the path in messages."""
    digest: bytes
    """Of the file's content."""
    packed: bytes
    """Its rows, in the order of the file."""

    def rows(self) -> Iterator[Row]:
        """Yield every row."""
        return map(Row._make, _ROW.iter_unpack(self.packed))

    def row(self, number: int) -> Row:
        """Return the row of that number, from 0."""
        return Row._make(_ROW.unpack_from(self.packed, number * _ROW.size))

    def entry(self, row: Row) -> Entry:
        """Read one entry.

        Raises:
            ChangedFileError: the file has changed since it was indexed.
            MemoryFileError: it cannot be read.
        """
        try:
            with opened(self.path) as file:
                file.seek(row.start)
                raw = file.read(row.length)
        except OSError as error:
            raise MemoryFileError(
                [_problem(self.name, row.line, f"cannot be read: {error.strerror}")]
            ) from error
        if _short(raw) != row.digest:
            message = "the file was changed while it was in use; run this again"
            raise ChangedFileError([_problem(self.name, row.line, message)])
        return entry_of(raw)


def opened(path: Path) -> BinaryIO:
    """Open a file for reading.

    Raises:
        OSError: it cannot be read, or is none: a named pipe would be waited for until somebody writes to it.
    """
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "not a file")
    return os.fdopen(handle, "rb")


def key_of(pair: str, kind: str, source: str) -> bytes:
    """Return what an entry is found under: a hash of 128 bits."""
    return _short(f"{pair}\0{kind}\0{source}".encode())


def content_hash(pair: str, content: bytes) -> bytes:
    """Return the hash of a file's content, in the folder of its pair."""
    return hashlib.blake2b(_FORMAT + pair.encode() + b"\0" + content, digest_size=_HASH).digest()


def read_file(path: Path, name: str, cache_dir: Path | None) -> tuple[PoFile, tuple[Problem, ...]]:
    """Read a file of the memory, or its index if the cache has one for this content.

    Args:
        path: Where it is; its folder is named after the pair.
        name: What to call it in messages.
        cache_dir: Where indexes are kept; None: nowhere.
    """
    try:
        if cache_dir and (file := _from_cache(path, name, cache_dir)):
            return file, ()
        with opened(path) as po:
            content = po.read()
    except OSError as error:
        return PoFile(path, name, b"", b""), (_problem(name, 1, f"cannot be read: {error.strerror}"),)
    file, problems = index(path, name, content)
    if cache_dir and not problems:
        keep(file, cache_dir)
    return file, problems


def entries_now(file: PoFile) -> dict[bytes, Entry]:
    """Return what a file says now that it has changed, by key.

    Raises:
        MemoryFileError: it cannot be read any more.
    """
    now, problems = read_file(file.path, file.name, None)
    if wrong := errors_of(problems):
        raise MemoryFileError(wrong)
    return {row.key: now.entry(row) for row in now.rows() if not row.marks & Mark.OBSOLETE}


def errors_of(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems for which something of a file was left out."""
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)


def index(path: Path, name: str, content: bytes) -> tuple[PoFile, tuple[Problem, ...]]:
    """Return the index of a file's entries that nothing is wrong with, and everything that is wrong."""
    problems: list[Problem] = []
    rows = bytearray()
    for row in _rows(path.parent.name, name, content, problems):
        rows += pack(row)
    return PoFile(path, name, content_hash(path.parent.name, content), bytes(rows)), tuple(problems)


def _rows(pair: str, name: str, content: bytes, problems: list[Problem]) -> Iterator[Row]:
    line_of: dict[bytes, int] = {}
    has_header = False
    is_ours = True  # unless the header names another language or encoding: then no entry is what it seems
    for entry in read_entries(content):
        if isinstance(entry, Flaw):
            problems.append(_problem(name, entry.line, entry.message))
            continue
        wrong = [*(wrong_header(entry, pair) if entry.is_header else wrong_entry(entry))]
        problems += (_problem(name, entry.line, message) for message in wrong)
        doubts = () if entry.is_header or wrong else doubtful_entry(entry)
        problems += (Problem(name, entry.line, Severity.WARNING, message) for message in doubts)
        if entry.is_header:
            has_header = has_header or bool(entry.text)
            is_ours = is_ours and not wrong
        key = key_of(pair, entry.context or "", entry.source)
        if key in line_of:
            message = f"the same text stands at {name}:{line_of[key]}; keep one of the two"
            problems.append(_problem(name, entry.line, message))
        line_of.setdefault(key, entry.line)
        if is_ours and not wrong and not entry.is_header:
            digest = _short(content[entry.start : entry.end])
            yield Row(key, digest, entry.start, entry.end - entry.start, entry.line, _marks(entry))
    # Of a broken file it may well be the header that could not be read.
    if not has_header and not problems:
        problems.append(_problem(name, 1, _NO_HEADER))


def row_of(pair: str, raw: bytes, start: int, line: int) -> Row:
    """Return the row of one entry that stands at `start`, with its `msgid` in `line`."""
    entry = entry_of(raw)
    key = key_of(pair, entry.context or "", entry.source)
    return Row(key, _short(raw), start, len(raw), line, _marks(entry))


def pack(row: Row) -> bytes:
    """Return a row as indexes hold it."""
    return _ROW.pack(*row)


def _marks(entry: Entry) -> int:
    marks = Mark.FILLED if entry.text and not entry.text.isspace() else 0
    if entry.obsolete:
        marks |= Mark.OBSOLETE
    if entry.previous is not None:
        marks |= Mark.CHANGED
    if any(remark.startswith("outlet:") for remark in entry.remarks):
        marks |= Mark.OUTLET
    if refused(entry) is not None:
        marks |= Mark.REFUSED
    if any(doubtful_entry(entry)):
        marks |= Mark.DOUBTFUL
    return marks


def _from_cache(path: Path, name: str, cache_dir: Path) -> PoFile | None:
    """Return the file by its cached index, or None if that is missing, damaged or of another content."""
    try:
        kept = _cached(path, cache_dir).read_bytes()
    except OSError:
        return None
    check, digest, packed = kept[:_HASH], kept[_HASH : 2 * _HASH], kept[2 * _HASH :]
    if len(packed) % _ROW.size or _checksum(digest, packed) != check:
        return None
    hashed = hashlib.blake2b(_FORMAT + path.parent.name.encode() + b"\0", digest_size=_HASH)
    with opened(path) as file:
        while part := file.read(1 << 20):
            hashed.update(part)
    return PoFile(path, name, digest, packed) if hashed.digest() == digest else None


def keep(file: PoFile, cache_dir: Path) -> None:
    """Put a file's index into the cache, if that can be written and nothing is to be told of the file."""
    if max(file.packed[_ROW.size - 1 :: _ROW.size], default=0) >= Mark.DOUBTFUL:
        return
    content = _checksum(file.digest, file.packed) + file.digest + file.packed
    try:
        # A checksum tells what a power failure leaves.
        write_atomically(_cached(file.path, cache_dir), content, durably=False)
    except OSError as error:
        _log.info("the cache of the memory cannot be written: %s", error)


def _cached(path: Path, cache_dir: Path) -> Path:
    return cache_dir / "memory" / path.parent.name / f"{path.stem}.index"


def _checksum(digest: bytes, packed: bytes) -> bytes:
    return hashlib.blake2b(digest + packed, digest_size=_HASH, key=cache_secret()).digest()


def _short(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=16).digest()


def _problem(name: str, line: int, message: str) -> Problem:
    return Problem(name, line, Severity.ERROR, message)
