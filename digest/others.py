"""What other packages bring, by entry points: rows of languages, catalogs, readers of formats.

    [project.entry-points."digest.languages"]
    et = "digest_et"        # the package that holds et.toml

    [project.entry-points."digest.catalogs"]
    et = "digest_et"        # … and et.po

    [project.entry-points."digest.readers"]
    mine = "digest_et:read"  # a function of bytes and a name; see `digest.receive.receive`

What is ours wins: a package adds, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib.metadata import entry_points
from importlib.resources import files
from typing import Any

from digest.errors import ConfigError

LANGUAGES, CATALOGS, READERS = "digest.languages", "digest.catalogs", "digest.readers"


@cache
def packages(group: str) -> Mapping[str, str]:
    """Return the modules that entry points of a group name, by what they bring."""
    return {point.name: point.value for point in sorted(entry_points(group=group), key=lambda one: one.name)}


def resource(group: str, name: str, ending: str) -> bytes:
    """Return a file that another package brings.

    Raises:
        ConfigError: the package cannot be imported, or holds no such file.
    """
    package = packages(group)[name]
    try:
        return files(package).joinpath(name + ending).read_bytes()
    except (ImportError, OSError, TypeError) as error:
        raise ConfigError(
            f"{package}: brings “{name}” for {group}, and has no file {name}{ending}: {error}"
        ) from error


@cache
def readers() -> Mapping[str, Callable[[bytes, str], Any]]:
    """Return the readers of other packages, by name.

    Raises:
        ConfigError: one cannot be loaded.
    """
    found: dict[str, Callable[[bytes, str], Any]] = {}
    for point in sorted(entry_points(group=READERS), key=lambda one: one.name):
        try:
            found[point.name] = point.load()
        # Another package's code: whatever it raises is a reason why there is no such reader.
        except Exception as error:
            raise ConfigError(f"the reader {point.name} of {point.value} cannot be had: {error}") from error
    return found
