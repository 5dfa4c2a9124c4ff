"""Pages of years that are closed, kept between builds and sealed.

`digest archive` writes what such pages are made of into a folder, one file an edition and month, and the hash
of each file into `archive.json` beside it, which is committed. A build takes a page from there where it
would be made of the same by the same Digest, and makes it where it would not, or where the folder is not
there: both ways the same bytes come out. What is kept is verified like any other page, and a file that is
not as it was sealed ends the build.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import IO

from digest.atomic import write_atomically
from digest.cache import folder_version
from digest.errors import DigestError
from digest.model import Settings, Site, Story
from digest.publish.order import is_closed
from digest.whole import json_of, read_whole

_ENDS = ".pages"
_LIBRARIES = ("babel", "jinja2", "markupsafe", "anyascii")
"""What words dates, names and addresses on pages, beside our own code and templates."""


class ArchiveError(DigestError):
    """Kept pages are not what was sealed, or cannot be kept."""


@cache
def made_by() -> bytes:
    """Return a hash of what makes pages: the same on every machine, unlike that of the cache."""
    found = hashlib.blake2b(folder_version(Path(__file__).parents[1]), digest_size=16)
    for name in _LIBRARIES:
        found.update(f"{name} {version(name)}\n".encode())
    return found.digest()


def settled(site: Site) -> Site:
    """Return a site whose closed stories lead to closed ones alone: what comes later changes none of them."""
    before = site.settings.archive_before
    if before is None:
        return site
    closed = {story.id for story in site.stories if is_closed(story, before)}
    members = {article.id for story in site.stories if story.id in closed for article in story.articles}

    def alone(story: Story) -> Story:
        return replace(story, related=tuple(one for one in story.related if one.article in members))

    stories = tuple(alone(story) if story.id in closed else story for story in site.stories)
    return replace(site, stories=stories)


class Closed:
    """The kept pages of one edition.

    Args:
        settings: Say where they are.
        language: Of the edition.

    Raises:
        ArchiveError: a file of them is not as it was sealed, or was never sealed.
    """

    def __init__(self, settings: Settings, language: str) -> None:
        self._settings = settings
        self._place_by_path: dict[str, tuple[Path, int, int]] = {}
        if settings.archive_before is None:
            return
        sums = seals(settings)
        for file in sorted(settings.archive_dir.glob(f"*/{language}{_ENDS}")):
            name = file.relative_to(settings.archive_dir).as_posix()
            if self._sum_of(file) != sums.get(name):
                said = "is not as it was sealed" if name in sums else "was never sealed"
                raise ArchiveError(
                    f"{_named(file, settings)}: this {said} in {_seal_file(settings).name}; bring the file "
                    "back from where it is kept, or remove it, and its pages are made again"
                )

    def _sum_of(self, file: Path) -> str:
        """Return the hash of a file, and note where each page is in it."""
        found, at = hashlib.sha256(), 0
        try:
            with file.open("rb") as lines:
                for line in lines:
                    found.update(line)
                    path = line.partition(b"\t")[0].decode("utf-8", "replace")
                    self._place_by_path[path] = (file, at, len(line))
                    at += len(line)
        except OSError as error:
            raise ArchiveError(f"{_named(file, self._settings)}: cannot be read: {error.strerror}") from error
        return found.hexdigest()

    def get(self, path: str, key: bytes) -> bytes | None:
        """Return what is kept of the page at a path, if it was made of the same."""
        if path not in self._place_by_path:
            return None
        file, at, size = self._place_by_path[path]
        with file.open("rb") as lines:
            lines.seek(at)
            _, own, packed = lines.read(size).rstrip(b"\n").split(b"\t", 2)
        return json.loads(packed).encode("utf-8", "surrogatepass") if own == key.hex().encode() else None

    def put(self, path: str, key: bytes, packed: bytes, month: str) -> None:
        """Note a page that was made, or taken from where it was kept; a build keeps none."""


class Closing(Closed):
    """Keeps the pages of one edition that are closed."""

    def __init__(self, settings: Settings, language: str) -> None:
        super().__init__(settings, language)
        self._folder = settings.archive_dir
        self._language = language
        self._open: dict[str, IO[bytes]] = {}
        self.pages = 0

    def put(self, path: str, key: bytes, packed: bytes, month: str) -> None:
        """Keep a page."""
        text = json.dumps(packed.decode("utf-8", "surrogatepass"))
        name = f"{month}/{self._language}{_ENDS}"
        if name not in self._open:
            new = self._folder / f"{name}.new"
            new.parent.mkdir(parents=True, exist_ok=True)
            self._open[name] = new.open("wb")
        self._open[name].write(f"{path}\t{key.hex()}\t{text}\n".encode("utf-8", "replace"))
        self.pages += 1

    def finish(self) -> dict[str, str]:
        """Put what is new in place of what was there; return the hash of each file by name."""
        sums = {}
        for name, file in self._open.items():
            file.close()
            new = self._folder / f"{name}.new"
            sums[name] = hashlib.sha256(new.read_bytes()).hexdigest()
            new.replace(self._folder / name)
        for old in self._folder.glob(f"*/{self._language}{_ENDS}"):
            if old.relative_to(self._folder).as_posix() not in sums:
                old.unlink()
        return sums


def _named(file: Path, settings: Settings) -> str:
    """Return what a file is called in messages: its path beside the configuration."""
    return file.relative_to(settings.archive_dir.parent).as_posix()


def _seal_file(settings: Settings) -> Path:
    return settings.archive_dir.with_suffix(".json")


def seals(settings: Settings) -> dict[str, str]:
    """Return the hash of each file of kept pages, as it was sealed.

    Raises:
        ArchiveError: that cannot be read.
    """
    file = _seal_file(settings)
    try:
        found = json_of(read_whole(file)) if file.exists() else {}
    except (OSError, ValueError) as error:
        raise ArchiveError(
            f"{_named(file, settings)}: cannot be read: {error}; bring it back, or run digest archive"
        ) from error
    if not isinstance(found, dict) or not all(isinstance(one, str) for one in found.values()):
        raise ArchiveError(f"{_named(file, settings)}: write a hash for each file, as digest archive does")
    return found


def seal(settings: Settings, sums: dict[str, str]) -> None:
    """Write the hash of each file of kept pages."""
    write_atomically(
        _seal_file(settings), (json.dumps(sums, indent=0, sort_keys=True, ensure_ascii=False) + "\n").encode()
    )
