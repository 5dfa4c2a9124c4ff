"""The folder of a site while it is written: what the site before has as it is now is not written again."""

from __future__ import annotations

import hashlib
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Protocol

_LARGE = 4_000_000
"""Bytes of a file that is copied without being held in memory."""


def hash_of(content: bytes) -> str:
    """Return what tells files apart."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


class Target(Protocol):
    """Takes the files of a site as they are made: a `SiteFolder`, or what only looks at them."""

    def write(self, path: str, content: bytes) -> None:
        """Take a file."""

    def copy(self, source: Path, path: str) -> None:
        """Take a copy of a file."""

    def empty(self, path: str) -> None:
        """Forget what a folder holds, as its files have other names each time."""


class SiteFolder:
    """Writes files into a folder; of one that the site before has, byte for byte, it makes a second name.

    Args:
        new: The folder.
        before: Where the site stands that it will take the place of; None: there is none. Nothing in it is
            believed: what a file is to hold is compared with what it holds.
    """

    def __init__(self, new: Path, before: Path | None = None) -> None:
        self._new = str(new)
        self._before = str(before) if before and before.is_dir() else None
        self._folders: set[str] = set()
        self._mode: int | None = None
        self.sums: dict[str, str] = {}
        """The hash of each file, by path."""

    def write(self, path: str, content: bytes) -> None:
        """Put a file at a path.

        Raises:
            OSError: the disk is full, or the folder cannot be written to.
        """
        target = f"{self._new}/{path}"
        self._make(target.rpartition("/")[0])
        if path in self.sums or not self._linked(path, target, content):
            # What is there may be a second name of a file of the site before, which nobody is to change.
            if os.path.lexists(target):
                os.unlink(target)  # noqa: PTH108 (as below)
            with open(target, "wb") as file:  # noqa: PTH123 (ten thousand of them)
                file.write(content)
                if self._mode is None:
                    self._mode = os.fstat(file.fileno()).st_mode
        self.sums[path] = hash_of(content)

    def _make(self, folder: str) -> None:
        if folder in self._folders:
            return
        if folder == self._new:
            Path(folder).mkdir(parents=True, exist_ok=True)
        else:
            self._make(folder.rpartition("/")[0])
            with suppress(FileExistsError):
                os.mkdir(folder)  # noqa: PTH102 (ten thousand of them)
        self._folders.add(folder)

    def copy(self, source: Path, path: str) -> None:
        """Put a copy of a file at a path.

        Raises:
            OSError: as `write`; the file cannot be read.
        """
        if source.stat().st_size < _LARGE:
            self.write(path, source.read_bytes())
            return
        target = Path(self._new, path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        shutil.copyfile(source, target)
        self.sums[path] = hash_of(target.read_bytes())

    def empty(self, path: str) -> None:
        """Remove a folder of files that have other names each time."""
        shutil.rmtree(Path(self._new, path), ignore_errors=True)

    def _linked(self, path: str, target: str, content: bytes) -> bool:
        # Until a file was written nobody knows with which mode files are written here.
        if self._before is None or self._mode is None:
            return False
        standing = f"{self._before}/{path}"
        if not self._holds(standing, content):
            return False
        try:
            os.link(standing, target, follow_symlinks=False)
        except FileExistsError:
            return False
        except OSError:
            # File systems without links, or another one: the next file will do no better.
            self._before = None
            return False
        return True

    def _holds(self, standing: str, content: bytes) -> bool:
        """Tell whether a file holds what one is to hold, and may be read and written by the same people."""
        try:
            handle = os.open(standing, os.O_RDONLY | os.O_NOFOLLOW)
        except OSError:
            return False
        try:
            found = os.fstat(handle)
            if found.st_mode != self._mode or found.st_size != len(content):
                return False
            return os.read(handle, len(content) + 1) == content
        except OSError:
            return False
        finally:
            os.close(handle)
