"""The folder of a site while it is written: what the site before has as it is now is not written again.

The folder may hold an older site: what of that is as it is to be stays, and all else goes at the end.
"""

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
        new: The folder. Where there is a site before, it may hold an older one.
        before: Where the site stands that it will take the place of; None: there is none. Nothing in it is
            believed: what a file is to hold is compared with what it holds.
    """

    def __init__(self, new: Path, before: Path | None = None) -> None:
        self._new = str(new)
        self._before = str(before) if before and before.is_dir() else None
        self._mode: int | None = None
        self._is_new = before is not None
        self._files, self._folders = _held(self._new) if self._is_new else (set[str](), set[str]())
        """Paths of files that an older site left and nobody has asked for; whole paths of folders."""
        self.sums: dict[str, str] = {}
        """The hash of each file, by path."""

    def write(self, path: str, content: bytes) -> None:
        """Put a file at a path.

        Raises:
            OSError: the disk is full, or the folder cannot be written to.
        """
        target = f"{self._new}/{path}"
        self._make(target.rpartition("/")[0])
        if not (self._stays(path, target, content) or self._linked(path, target, content)):
            with open(target, "wb") as file:  # noqa: PTH123 (ten thousand of them)
                file.write(content)
                if self._mode is None:
                    self._mode = os.fstat(file.fileno()).st_mode
        self.sums[path] = hash_of(content)

    def _stays(self, path: str, target: str, content: bytes) -> bool:
        """Tell whether a file stands as it is to be; if not, nothing stands in its place any more."""
        if path in self._files:
            self._files.discard(path)
            if self._mode is not None and self._holds(target, content):
                return True
        elif target in self._folders and not any(one.startswith(f"{path}/") for one in self.sums):
            self._remove(target)
            return False
        elif self._is_new and path not in self.sums:
            return False
        # What is there may be a second name of a file of the site before, which nobody is to change.
        with suppress(FileNotFoundError):
            os.unlink(target)  # noqa: PTH108 (as below)
        return False

    def _make(self, folder: str) -> None:
        if folder in self._folders:
            return
        if folder == self._new:
            Path(folder).mkdir(parents=True, exist_ok=True)
        else:
            self._make(folder.rpartition("/")[0])
            path = folder[len(self._new) + 1 :]
            if path in self._files:
                self._files.discard(path)
                os.unlink(folder)  # noqa: PTH108 (as below)
            with suppress(FileExistsError):
                os.mkdir(folder)  # noqa: PTH102 (ten thousand of them)
        self._folders.add(folder)

    def _remove(self, folder: str) -> None:
        """Remove a folder of the older site."""
        shutil.rmtree(folder)
        inside = f"{folder[len(self._new) + 1 :]}/"
        self._files = {path for path in self._files if not path.startswith(inside)}
        self._folders = {one for one in self._folders if one != folder and not one.startswith(f"{folder}/")}

    def finish(self) -> None:
        """Remove what the older site had and this one has not.

        Raises:
            OSError: it cannot be removed.
        """
        for path in self._files:
            os.unlink(f"{self._new}/{path}")  # noqa: PTH108 (as above)
        self._files = set()
        used = {self._new}
        for path in self.sums:
            folder = f"{self._new}/{path}".rpartition("/")[0]
            while folder not in used:
                used.add(folder)
                folder = folder.rpartition("/")[0]
        for folder in sorted(self._folders - used, key=len, reverse=True):
            os.rmdir(folder)  # noqa: PTH106 (as above)
        self._folders &= used

    def copy(self, source: Path, path: str) -> None:
        """Put a copy of a file at a path.

        Raises:
            OSError: as `write`; the file cannot be read.
        """
        if source.stat().st_size < _LARGE:
            self.write(path, source.read_bytes())
            return
        target = Path(self._new, path)
        self._make(str(target.parent))
        self._stays(path, str(target), b"")
        target.unlink(missing_ok=True)
        shutil.copyfile(source, target)
        self.sums[path] = hash_of(target.read_bytes())

    def empty(self, path: str) -> None:
        """Remove a folder of files that have other names each time; where all is new, they go at the end."""
        if self._is_new:
            return
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


def _held(folder: str) -> tuple[set[str], set[str]]:
    """Return the files of an older site, by path, and its folders; where it is no such site, none.

    Links would lead out of it, and folders of other rights would shut readers out: then all of it goes.
    """
    if not Path(folder).is_dir():
        return set(), set()
    files, folders = set[str](), {folder}
    inside = len(folder) + 1
    made = f"{folder}/.made"
    if os.path.lexists(made):
        _emptied(folder)
    os.mkdir(made)  # noqa: PTH102
    mode = os.lstat(made).st_mode
    os.rmdir(made)  # noqa: PTH106
    waiting = [folder]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False) and entry.stat(follow_symlinks=False).st_mode == mode:
                    waiting.append(entry.path)
                    folders.add(entry.path)
                elif entry.is_file(follow_symlinks=False):
                    files.add(entry.path[inside:])
                else:
                    _emptied(folder)
                    return set(), {folder}
    return files, folders


def _emptied(folder: str) -> None:
    for one in Path(folder).iterdir():
        if one.is_dir() and not one.is_symlink():
            shutil.rmtree(one)
        else:
            one.unlink()
