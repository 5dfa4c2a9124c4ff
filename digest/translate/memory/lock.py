"""One `digest translate` at a time on one memory."""

from __future__ import annotations

import fcntl
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from digest.errors import MemoryFileError
from digest.model import Problem, Severity

NAME = ".lock"


@contextmanager
def locked(folder: Path) -> Iterator[Callable[[], None]]:
    """Hold the memory in `folder`, which is made if it is missing; give what to call before writing anything.

    The system lets go of the lock when the process ends, however it ends; the file that is left then blocks
    nobody, and the next run removes it. A folder that cannot be written to cannot be held, and need not be
    by who finds nothing to write: only the call raises.

    Raises:
        MemoryFileError: another process holds it; of the call, the folder cannot be written to.
    """
    path = folder / NAME
    handle, fault = None, None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = _opened(path)
    except BlockingIOError:
        message = (
            f"another digest translate is at work here ({_holder(path)}); wait until it ends or stop it, "
            "then run this again"
        )
        raise _error(path, message) from None
    except OSError as error:
        fault = _error(
            path if path.is_dir() else folder,
            f"cannot be written: {error.strerror}; make the folder writable",
        )

    def demand() -> None:
        if fault:
            raise fault

    try:
        yield demand
    finally:
        if handle is not None:
            with suppress(OSError):
                path.unlink()
            os.close(handle)


def _opened(path: Path) -> int:
    """Return the lock file, open and locked."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Whoever held it may have removed the file in between: then another one has its name.
            if path.exists() and path.stat().st_ino == os.fstat(handle).st_ino:
                # On a full disk the lock holds as well without a name.
                with suppress(OSError):
                    os.ftruncate(handle, 0)
                    os.write(handle, f"process {os.getpid()} on {socket.gethostname()}\n".encode())
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _holder(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip() or "a process"
    except OSError:
        return "a process"


def _error(path: Path, message: str) -> MemoryFileError:
    where = f"{path.parent.name}/{path.name}" if path.name == NAME else path.name
    return MemoryFileError([Problem(where, 1, Severity.ERROR, message)])
