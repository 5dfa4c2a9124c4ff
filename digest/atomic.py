"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path


def write_atomically(path: Path, content: bytes, *, durably: bool = True) -> None:
    """Replace `path` by `content` in one step, so that whoever reads sees the old file or the new one.

    Missing folders are made; the permissions of a file that is replaced are kept. A process that is killed
    leaves at most a file of another name: see `remove_leftovers`. `durably`: when the power fails, too, which
    takes the disk its time.

    Raises:
        OSError: the folder cannot be written to.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fchmod(file.fileno(), mode)
            if durably:
                os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def make_durable(paths: Iterable[Path]) -> None:
    """Let files outlast a power failure that were written without that; those that are gone are passed over.

    Many at once take the disk little more time than the first.
    """
    for path in paths:
        with contextlib.suppress(FileNotFoundError), path.open("rb") as file:
            os.fsync(file.fileno())


def remove_leftovers(folder: Path, suffix: str) -> None:
    """Remove what killed processes left in the folders of `folder` while they wrote files of this suffix.

    What cannot be removed stays; it is in nobody's way.
    Only for who holds a lock that keeps others from writing there.
    """
    for path in folder.glob(f"*/.*{suffix}.*.tmp"):
        with contextlib.suppress(OSError):
            path.unlink()
