"""A folder takes the place of another as a whole: a run that is stopped, whenever, leaves one of the two."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from digest.errors import DigestError

_NEW, _OLD, _SPARE = "new", "old", "spare"


@contextmanager
def replacing(target: Path, kept: Path | None = None) -> Iterator[Path]:
    """Give a folder beside `target` that takes its place when the block ends without an error.

    It is empty, or, where that is kept, what `target` has replaced: to make ten thousand folders, and to
    remove as many, takes longer than to write a few pages.

    Hidden files at the top of the old folder (`.git`, `.nojekyll`) stay there, as they do under MkDocs. What
    runs that were killed have left is put in order first.

    Args:
        target: The folder.
        kept: A folder in which what was replaced is kept, if it is on the same disk; None: it is removed.

    Raises:
        DigestError: a file cannot be written, or the folder not be replaced; the old one is as it was.
    """
    target = target.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _locked(target.parent):
            _restored(target)
            new = _beside(target, _NEW)
            if kept:
                with suppress(OSError):
                    (kept / _SPARE).rename(new)
        with _locked(new):
            try:
                yield new
                _swap(new, target, kept)
            except BaseException:
                shutil.rmtree(new, ignore_errors=True)
                raise
    except OSError as error:
        raise DigestError(
            f"{target}: cannot be written: {_reason(error)}; {target.name} is as it was"
        ) from error


def settle(target: Path) -> None:
    """Put in order what runs that were killed have left beside a folder that will stay as it is."""
    target = target.resolve()
    if target.parent.is_dir():
        with suppress(OSError), _locked(target.parent):
            _restored(target)


def _reason(error: OSError) -> str:
    if isinstance(error, shutil.Error) and error.args and isinstance(error.args[0], list):
        # Of a whole tree: a list of what failed, each with its reason.
        return str(error.args[0][0][-1])
    return f"{error.strerror} ({error.filename})" if error.strerror and error.filename else str(error)


def _swap(new: Path, target: Path, kept: Path | None) -> None:
    new.chmod(target.stat().st_mode & 0o777 if target.is_dir() else 0o755)
    old = _beside(target, _OLD)
    try:
        if os.path.lexists(target):
            target.replace(old)
        new.rename(target)
    except OSError:
        # A folder that something is mounted on cannot be moved; what was moved goes back.
        if not os.path.lexists(target):
            old.replace(target)
        raise
    finally:
        if target.is_dir():
            _cleared(old, target, kept)


def _cleared(old: Path, target: Path, kept: Path | None = None) -> None:
    """Keep or remove what `target` has replaced, after its hidden files have moved on."""
    for hidden in old.glob(".*"):
        if not os.path.lexists(target / hidden.name):
            hidden.rename(target / hidden.name)
    if kept and old.is_dir() and not old.is_symlink() and not any(old.glob(".*")):
        with suppress(OSError):
            kept.mkdir(parents=True, exist_ok=True)
            old.rename(kept / _SPARE)
            return
    shutil.rmtree(old, ignore_errors=True)


def _restored(target: Path) -> None:
    """Finish what runs that were killed have left; one that is still at work holds its folder's lock."""
    for old in sorted(target.parent.glob(f".{target.name}.{_OLD}-*")):
        if not os.path.lexists(target) and any(old.iterdir()):
            old.rename(target)
        elif target.is_dir():
            _cleared(old, target)
        else:
            shutil.rmtree(old, ignore_errors=True)
    for new in sorted(target.parent.glob(f".{target.name}.{_NEW}-*")):
        with suppress(BlockingIOError), _locked(new, wait=False):
            shutil.rmtree(new, ignore_errors=True)


def _beside(target: Path, kind: str) -> Path:
    return Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}.{kind}-"))


@contextmanager
def _locked(folder: Path, *, wait: bool = True) -> Iterator[None]:
    """Hold the system's lock on a folder; it ends with the process."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        yield
    finally:
        os.close(handle)
