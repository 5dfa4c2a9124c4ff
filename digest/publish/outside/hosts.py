"""How much of what a host of static sites takes a finished site needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from digest.model import Host

REDIRECTS = "_redirects"


_LEADS_ON = "leading on"
"""Pages that lead to another, as those of all reports of a story do to the story's own."""
_REFRESH, _STUB_BYTES = b'http-equiv="refresh"', 4_000
"""How a page that only leads on is known; none of them is longer."""
_TURN_OFF = {
    "article": "pages of articles: option `article_pages: false` makes them parts of their stories' pages",
    _LEADS_ON: "addresses that lead on: option `host` makes them lines of one file, where that is read",
}


@dataclass(frozen=True, slots=True)
class Need:
    """What a site needs of one thing that a host limits."""

    what: str
    is_there: int
    limit: int

    @property
    def share(self) -> float:
        """Return how full it is, 1 at the limit."""
        return self.is_there / self.limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Fullness:
    """How much of a host's limits a site needs, and which kinds of files it is made of."""

    needs: tuple[Need, ...]
    files_by_kind: tuple[tuple[str, int], ...]
    """The most first."""

    @property
    def fits(self) -> bool:
        """Tell whether no limit is passed."""
        return all(need.is_there <= need.limit for need in self.needs)


def fullness(folder: Path, host: Host, languages: tuple[str, ...]) -> Fullness:
    """Count a finished site against the limits of a host.

    Raises:
        OSError: a file cannot be read.
    """
    sizes = {path: path.stat().st_size for path in folder.rglob("*") if path.is_file()}
    folders = Counter(path.parent for path in sizes)
    kinds = Counter(
        _LEADS_ON if _leads_on(path, size) else _kind(path.relative_to(folder), languages)
        for path, size in sizes.items()
    )
    redirects = folder / REDIRECTS
    # Cloudflare and GitLab count their own file, and folders, too; a handful more or less is no matter here.
    lines = len(redirects.read_text("utf-8").splitlines()) if redirects in sizes else 0
    counted = (
        ("files", len(sizes), host.files),
        ("bytes", sum(sizes.values()), host.bytes),
        ("bytes in the largest file", max(sizes.values(), default=0), host.file_bytes),
        ("files in one folder", max(folders.values(), default=0), host.folder_files),
        (f"lines of {REDIRECTS}", lines, host.redirects or None),
        (f"bytes of {REDIRECTS}", sizes.get(redirects, 0), host.redirects_bytes),
    )
    needs = tuple(Need(what, number, limit) for what, number, limit in counted if limit)
    return Fullness(needs=needs, files_by_kind=tuple(kinds.most_common()))


def _leads_on(path: Path, size: int) -> bool:
    return size < _STUB_BYTES and path.suffix == ".html" and _REFRESH in path.read_bytes()


def _kind(path: Path, languages: tuple[str, ...]) -> str:
    parts = path.parts
    if parts[1:3] == ("search", "index"):
        return "search"
    if parts[0] not in languages or len(parts) < 2:
        return "other"
    if path.suffix in {".xml", ".json"}:
        return "feeds"
    return parts[1] if len(parts) > 2 else "other"


def fullness_lines(found: Fullness, host: Host) -> Iterator[str]:
    """Yield lines that say how full a host would be."""
    for need in found.needs:
        over = "" if need.is_there <= need.limit else ": more than it takes"
        yield f"{host.name}: {need.what}: {need.is_there:,} of {need.limit:,} ({need.share:.0%}){over}"
    most = ", ".join(f"{kind} {number:,}" for kind, number in found.files_by_kind[:6])
    yield f"files by kind: {most}"
    # Nearly full: a month of news may be what is left, so ways to need less are told in time.
    if any(need.share > 0.8 for need in found.needs):
        yield from (what for kind, what in _TURN_OFF.items() if dict(found.files_by_kind).get(kind))
