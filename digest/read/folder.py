"""Which files of the content folder are articles; nothing outside the folder is ever opened."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from digest.model import Problem
from digest.read.keys import is_id
from digest.read.report import Report
from digest.whole import resolved

_TEXTS = frozenset({".md", ".html", ".txt"})
_NOT_READ = {
    ".yaml": "name it “.yml”",
    ".markdown": "name it “.md”",
    **dict.fromkeys((".htm", ".xhtml"), "name it “.html”, or let “digest add” read it"),
    **dict.fromkeys(
        (".mhtml", ".mht", ".eml", ".xml", ".rss", ".atom", ".opml", ".json", ".warc", ".gz", ".wacz"),
        "“digest add” makes articles of it",
    ),
    **dict.fromkeys(
        (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"),
        "put pictures into the folder of pages, and name them in “image:”",
    ),
    ".webarchive": "save the page as “.html”",
    ".pdf": "paste its text into a “.txt” file with a “.yml” beside",
    ".rtf": "paste its text into a “.txt” file with a “.yml” beside",
    ".doc": "paste its text into a “.txt” file with a “.yml” beside",
    ".docx": "paste its text into a “.txt” file with a “.yml” beside",
    ".odt": "paste its text into a “.txt” file with a “.yml” beside",
}
# Where browsers in various languages put the parts of “saved page.html”.
_PAGE_PARTS = ("_files", "_archivos", "_fichiers", "-Dateien", "_ficheiros", "_arquivos", "_file", "-filer")


_HOUSEKEEPING = re.compile(
    r"\.(?:git\w*|keep|DS_Store|directory|_.*|~lock\..*#|#.*|nfs.*|.*(?:~|\.sw[a-z]|\.tmp))"
)
"""What repositories, desktops and programs at work put into folders; no article is called so."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article's file, and the `.yml` beside a page or plain text."""

    path: str
    """Relative to the content folder, with `/`."""
    file: Path
    slug: str
    beside: Path | None = None

    @property
    def is_page(self) -> bool:
        """Tell whether it is a saved page."""
        return self.file.suffix.lower() == ".html"

    @property
    def beside_path(self) -> str:
        """The path of the `.yml`, relative to the content folder."""
        return str(Path(self.path).with_suffix(".yml").as_posix())


def find_sources(content_dir: Path, zone: ZoneInfo) -> tuple[list[Source], list[Problem]]:
    """Return the articles' files in the order of their paths, and what is wrong with others."""
    root = content_dir.resolve()
    sources: list[Source] = []
    problems: list[Problem] = []
    report = Report("articles", zone)
    if not is_inside(content_dir / "articles", root):
        report.error(None, "a link that leaves the content folder is not followed; copy the articles here")
        return [], report.problems
    if not (content_dir / "articles").is_dir():
        report.warning(
            None, "there is no such folder, so there is nothing to publish; articles belong into it"
        )
        return [], report.problems
    for folder, names in _folders(content_dir / "articles", root, content_dir, zone, problems):
        for name in sorted(names):
            report = Report(_shown(folder / name, content_dir), zone)
            source = _source(folder / name, names, report)
            if source:
                sources.append(source)
            problems += report.problems
    if not sources and not problems:
        report = Report("articles", zone)
        report.warning(None, "the folder is empty, so there is nothing to publish; articles belong into it")
        problems = report.problems
    return sources, problems


def is_inside(file: Path, root: Path) -> bool:
    """Tell whether `file`, with every link followed, lies in the folder `root`; a link to itself nowhere."""
    target = resolved(file)
    return target is not None and target.is_relative_to(root)


def _folders(
    folder: Path, root: Path, content_dir: Path, zone: ZoneInfo, problems: list[Problem]
) -> Iterator[tuple[Path, frozenset[str]]]:
    """Yield each folder below `folder` with the names of its files that may be read."""
    files, folders = set(), []
    report = Report(_shown(folder, content_dir), zone)
    for entry in _entries(folder, report):
        report.path = _shown(Path(entry.path), content_dir)
        if entry.name.startswith("."):
            if not _HOUSEKEEPING.fullmatch(entry.name):
                report.warning(None, "names that begin with a dot are not read; rename it, or move it away")
            continue
        if entry.is_symlink() and (_is_folder(entry) or not is_inside(Path(entry.path), root)):
            report.error(
                None,
                "a link that leaves the content folder, or to a folder, is not followed; copy it here",
            )
        elif _is_folder(entry):
            folders.append(entry.name)
        elif Path(entry.path).is_file():
            files.add(entry.name)
        else:
            report.error(None, "this is no ordinary file, so it is not read; put the article here")
    problems += report.problems
    yield folder, frozenset(files)
    pages = {name.removesuffix(".html") for name in files if name.endswith(".html")}
    parts = {page + suffix for page in pages for suffix in _PAGE_PARTS}
    for name in folders:
        if name not in parts:
            yield from _folders(folder / name, root, content_dir, zone, problems)


def _entries(folder: Path, report: Report) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        report.error(None, f"this folder cannot be read: {error.strerror}")
        return []


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _source(file: Path, names: frozenset[str], report: Report) -> Source | None:
    """Return the article that `file` holds; None for other files, after noting what they lack."""
    suffix = file.suffix.lower()
    if suffix not in _TEXTS and suffix != ".yml":
        what = f"“{suffix}” files are not read" if suffix else "files without an ending are not read"
        report.warning(None, f"{what}; {_NOT_READ.get(suffix, 'articles are “.md”, “.html” or “.txt”')}")
    if suffix == ".yml":
        _check_lonely(file, names, report)
    if suffix not in _TEXTS:
        return None
    slug = unicodedata.normalize("NFC", file.stem)
    if not is_id(slug):
        report.error(
            None,
            f"“{_printable(slug)}” becomes an address; name the file with letters, digits, “-” and “_” only",
        )
        return None
    if suffix == ".md":
        return Source(report.path, file, slug)
    if f"{file.stem}.yml" not in names:
        if os.path.lexists(file.with_suffix(".yml")):
            return None  # named already: a link, or no file
        report.error(
            None,
            f"“{slug}.yml” is missing beside it; write one with its title, outlet and language",
        )
        return None
    return Source(report.path, file, slug, file.with_suffix(".yml"))


def _check_lonely(file: Path, names: frozenset[str], report: Report) -> None:
    stems = {
        suffix: any(Path(name).stem == file.stem and Path(name).suffix.lower() == suffix for name in names)
        for suffix in _TEXTS
    }
    if stems[".html"] or stems[".txt"] or any(map(os.path.lexists, map(file.with_suffix, (".html", ".txt")))):
        return  # what is no file, or a link, is named already
    if stems[".md"]:
        report.error(
            None, "an “.md” article holds its own front matter; move these keys there and delete this file"
        )
    else:
        report.error(
            None,
            f"there is no text to this; put “{_printable(file.stem)}.txt” or “.html” beside it",
        )


def _shown(file: Path, content_dir: Path) -> str:
    return _printable(file.relative_to(content_dir).as_posix())


def _printable(name: str) -> str:
    # File names need not be UTF-8.
    return unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode("utf-8"))
