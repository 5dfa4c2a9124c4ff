"""Sources of a content folder that stand in a finished site as they are, under whatever name and type."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path

from digest.read import DATA_FILES, SOURCE_FOLDERS

_LEAST = 64
"""Bytes of a source: one with fewer may be what any file holds, such as `{}`."""


def leaked(folder: Path, content: Path, known: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the path of each file of a site that is a source, with what is wrong with it.

    Somebody copied the content along, or another generator took its folder for pages.

    Args:
        folder: Of the site.
        content: The folder of the sources.
        known: Paths of what the digest builds.
    """
    sources: dict[int, list[Path]] = defaultdict(list)
    for file in _sources(content):
        size = _size(file)
        if size >= _LEAST:
            sources[size].append(file)
    for file in _files(folder):
        name = file.relative_to(folder).as_posix()
        if name in known:
            continue
        for source in sources.get(_size(file), ()):
            if _is_same(file, source):
                shown = source.relative_to(content.parent).as_posix()
                yield name, f"is {shown} as it is, and sources are never published; delete it"
                break


def _sources(content: Path) -> Iterator[Path]:
    yield from (content / name for name in DATA_FILES)
    for name in SOURCE_FOLDERS:
        yield from _files(content / name)


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder, but for what is hidden at its top: a repository, a tool's state."""
    for parent, folders, names in os.walk(folder):
        if Path(parent) == folder:
            folders[:] = [name for name in folders if not name.startswith(".")]
        folders.sort()
        yield from (Path(parent, name) for name in sorted(names))


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return -1


def _is_same(file: Path, source: Path) -> bool:
    try:
        return file.read_bytes() == source.read_bytes()
    except OSError:
        return False
