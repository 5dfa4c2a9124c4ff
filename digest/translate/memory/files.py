"""Changing files of the memory: what is not changed stays as it is, byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from digest.atomic import write_atomically
from digest.errors import MemoryFileError
from digest.model import Problem, Severity
from digest.translate.memory.changes import Change
from digest.translate.memory.index import PoFile, content_hash, errors_of, index, keep, opened, pack, row_of
from digest.translate.po import Entry, composed, entry_of, revised

_HEADER = """\
msgid ""
msgstr ""
"Language: {target}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Source-Language: {source}\\n"
"""
"""No dates, so that a file is the same whenever it is made."""


@dataclass(slots=True)
class Files:
    """The files of a memory while this process writes to them."""

    folder: Path
    cache_dir: Path | None
    known: dict[Path, PoFile]
    """As they were last seen; a file that is not there yet has none."""
    demand: Callable[[], None]
    """Raises where this process does not hold the lock; called before anything is written."""
    languages: dict[Path, tuple[str, str]] = field(default_factory=dict)
    """Source and target of files that may not be there yet."""
    written: dict[str, None] = field(default_factory=dict)
    """Names of the files that changed."""

    def apply(self, changes: Mapping[Path, Mapping[bytes, Change]]) -> None:
        """Write every file that changes, each whole; one in which nothing changes is not touched.

        What another program has written since is kept: each change sees what the file says at this moment.

        Args:
            changes: By path, and the keys of entries.

        Raises:
            MemoryFileError: a file cannot be written, or another program has broken it.
        """
        for path, wanted in sorted(changes.items()):
            name = path.relative_to(self.folder.parent).as_posix()
            try:
                with opened(path) as file:
                    content = file.read()
            except (FileNotFoundError, NotADirectoryError):
                source, target = self.languages[path]
                content = _HEADER.format(source=source, target=target).encode()
            except OSError as error:
                raise _error(name, f"cannot be read: {error.strerror}") from error
            self._apply(path, name, content, wanted)

    def _apply(self, path: Path, name: str, content: bytes, wanted: Mapping[bytes, Change]) -> None:
        file = self.known.get(path)
        if file is None or file.digest != content_hash(path.parent.name, content):
            file, problems = index(path, name, content)
            if wrong := errors_of(problems):
                raise MemoryFileError(wrong)
        new, rows = _spliced(file, content, wanted)
        if new is not content:
            self.demand()
            try:
                write_atomically(path, new)
            except OSError as error:
                message = f"cannot be written: {error.strerror}; what was written before is kept"
                raise _error(name, message) from error
            self.written[name] = None
            file = PoFile(path, name, content_hash(path.parent.name, new), rows)
            if self.cache_dir:
                keep(file, self.cache_dir)
        self.known[path] = file


def _spliced(file: PoFile, content: bytes, wanted: Mapping[bytes, Change]) -> tuple[bytes, bytes]:
    """Return the content with its changes, the same object if there are none, and its rows."""
    pair = file.path.parent.name
    left = dict(wanted)
    parts: list[bytes] = []
    rows = bytearray()
    at = moved = lines = 0
    for row in file.rows():
        here = row.key in left
        raw = content[row.start : row.start + row.length] if here else b""
        new = _revised(raw, left.pop(row.key)) if here else None
        if new is None:
            rows += pack(row._replace(start=row.start + moved, line=row.line + lines))
            continue
        parts += (content[at : row.start], new)
        line = row.line + lines + entry_of(new).line - entry_of(raw).line
        rows += pack(row_of(pair, new, row.start + moved, line))
        at = row.start + row.length
        moved += len(new) - row.length
        lines += new.count(b"\n") - raw.count(b"\n")
    parts.append(content[at:])
    made = [entry for change in left.values() if (entry := change(None))]
    if not made and len(parts) == 1:
        return content, file.packed
    if made:
        _append(parts, made, rows, pair)
    return b"".join(parts), bytes(rows)


def _append(parts: list[bytes], made: Iterable[Entry], rows: bytearray, pair: str) -> None:
    """Add new entries at the end, each after a blank line."""
    content = b"".join(parts)
    end = "\r\n" if b"\r\n" in content[:4096] else "\n"
    at, line = len(content), content.count(b"\n") + 1
    if not content.endswith(b"\n"):
        parts.append(end.encode())
        at, line = at + len(end), line + 1
    for entry in made:
        blank = end.encode()
        raw = composed(entry).replace("\n", end).encode()
        parts += (blank, raw)
        rows += pack(row_of(pair, raw, at + len(blank), line + entry_of(raw).line))
        at, line = at + len(blank) + len(raw), line + 1 + raw.count(b"\n")


def _revised(raw: bytes, change: Change) -> bytes | None:
    before = entry_of(raw)
    after = change(before)
    if after is None or after == before:
        return None
    return revised(raw.decode(), before, after).encode()


def _error(name: str, message: str) -> MemoryFileError:
    return MemoryFileError([Problem(name, 1, Severity.ERROR, message)])
