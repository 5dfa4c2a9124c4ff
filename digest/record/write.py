"""The file of the record, written: whole or not at all, old lines as they are."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from digest.atomic import write_atomically
from digest.model import Event
from digest.record.lines import FORGETTABLE, written
from digest.record.load import RECORD


def append(content_dir: Path, events: Sequence[Event]) -> None:
    """Add events to the record; where it ends in the middle of a line, behind an end of that.

    Raises:
        OSError: it cannot be written; it is then as it was.
    """
    if not events:
        return
    path = content_dir / RECORD
    with _locked(content_dir):
        before = path.read_bytes() if path.exists() else b""
        if before and not before.endswith(b"\n"):
            before += b"\n"
        # Another process may have written the same while this one was looking.
        there = frozenset(before.split(b"\n"))
        lines = [line for line in (written(event).encode() for event in events) if line not in there]
        write_atomically(path, before + b"".join(line + b"\n" for line in lines))


def forget(content_dir: Path, id_: str, *, dry_run: bool = False) -> int:
    """Take the words of a wording, or all of an article's and its titles, out of the record.

    Returns how many lines that were. The hashes stay, so that the site still knows what it published, and
    whether the words are there again.

    Args:
        content_dir: holds the record.
        id_: of a wording (twelve hexadecimal digits) or of an article (`OUTLET/SLUG`).
        dry_run: count, and write nothing.

    Raises:
        OSError: it cannot be read or written.
    """
    path = content_dir / RECORD
    with _locked(content_dir):
        lines, changed = [], 0
        for line in path.read_bytes().split(b"\n"):
            without = _without(line, id_)
            changed += without is not None
            lines.append(line if without is None else without)
        if changed and not dry_run:
            write_atomically(path, b"\n".join(lines))
    return changed


@contextmanager
def _locked(content_dir: Path) -> Iterator[None]:
    """Let one process at a time read the record and write it back; the lock ends with the process."""
    folder = os.open(content_dir, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _without(line: bytes, id_: str) -> bytes | None:
    try:
        plain: Any = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(plain, dict) or id_ not in {plain.get("id"), plain.get("article")}:
        return None
    kept = {key: value for key, value in plain.items() if key not in FORGETTABLE}
    if kept == plain:
        return None
    return json.dumps(kept, ensure_ascii=False, separators=(", ", ": ")).encode()
