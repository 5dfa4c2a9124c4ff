"""One `digest add` at a time in a site; what a killed one left half-written is removed by the next."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from digest.errors import AddError

_FOLDERS = (".", "articles/*/*", "evidence/*/*")


@contextmanager
def locked(cache_dir: Path, content_dir: Path) -> Iterator[None]:
    """Hold the site; the system lets go of it when the process ends, however it ends.

    Raises:
        AddError: another one is at work, or the folder cannot be written to.
    """
    path = cache_dir / "add" / ".lock"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise AddError(f"{path}: cannot be written: {error.strerror}; make the folder writable") from error
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise AddError(
                "another digest add is at work here; wait until it ends, then run this again"
            ) from error
        for folder in _FOLDERS:
            for left in content_dir.glob(f"{folder}/.*.tmp"):
                with suppress(OSError):
                    left.unlink()
        yield
    finally:
        os.close(handle)
