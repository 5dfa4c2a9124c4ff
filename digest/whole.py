"""Reading a file whole, or saying why not: what is no file is never waited for, no nesting too deep."""

from __future__ import annotations

import errno
import json
import os
import re
import stat
from pathlib import Path
from typing import Any

CONFLICT = "an unresolved merge conflict; keep one side and delete the marks"
_CONFLICT = re.compile(r"^<{7}(?: |$)", re.MULTILINE)
"""Where Git begins to write two versions of some lines: its other marks are Markdown, too."""


def conflict_line(text: str) -> int | None:
    r"""Return the line of a text on which two versions of it begin, between the marks of a merge.

    >>> conflict_line("a\n<<<<<<< HEAD\nb"), conflict_line("a <<<<<<< b")
    (2, None)
    """
    found = _CONFLICT.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else None


def read_whole(path: Path, *, most: int | None = None) -> bytes:
    """Return the bytes of a file.

    Args:
        path: Of an ordinary file, or of a link to one.
        most: Bytes that are read of it; None: all.

    Raises:
        OSError: it is none, or cannot be read.
    """
    # A named pipe would wait for somebody who writes into it.
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "this is no ordinary file", str(path))
        return file.read(-1 if most is None else most)


def json_of(data: bytes | str, *, once: bool = False) -> Any:
    """Return what JSON says.

    Args:
        data: In UTF-8.
        once: Whether keys that stand twice in one object, of which parsers take one, make it none.

    Raises:
        ValueError: it is none, or nests deeper than Python follows.
    """
    try:
        return json.loads(data, object_pairs_hook=_once if once else None)
    except RecursionError as error:
        raise ValueError("lists are nested too deeply in it") from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice in one object of it")
    return found


def resolved(path: Path) -> Path | None:
    """Return where a path leads to, every link followed; None for a link to itself and for NUL."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return None


def is_file(path: Path) -> bool:
    """Tell whether there is such a file; a name that no disk takes, as one of 300 letters, has none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
