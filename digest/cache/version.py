"""What a result depends on besides its inputs: the project's code and tables, the libraries, and Python."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from digest.whole import read_whole

FORMAT = b"1"
"""Of keys and of what is kept under them."""
_COMPILED = "__pycache__"


@cache
def version() -> bytes:
    """Return a hash of all of it; any difference in any file is another version."""
    found = hashlib.blake2b(FORMAT, digest_size=16)
    found.update(f"{sys.version}\n{sys.byteorder}\n".encode())
    for line in _libraries():
        found.update(f"{line}\n".encode())
    found.update(folder_version(Path(__file__).parents[1]))
    return found.digest()


def folder_version(folder: Path) -> bytes:
    """Return a hash of the names and bytes of all files below a folder."""
    found = hashlib.blake2b(digest_size=16)
    for path in _files(folder):
        try:
            data = read_whole(path)
        except OSError as error:
            # A link that an editor leaves for a while, say: nothing is made of it either.
            data = f"no file: {error.errno}".encode()
        found.update(f"{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode(errors="surrogateescape"))
        found.update(data)
    return found.digest()


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != _COMPILED)
        yield from (Path(parent, name) for name in sorted(names))


def _libraries() -> Iterator[str]:
    """Yield each installed distribution with its version, as the names of the folders of metadata have it."""
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 (names alone, thousands of them)
        except OSError:
            continue
        yield from sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))
