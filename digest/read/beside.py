"""What stands beside the articles: which pages may go out as they are, and what was meant as an article.

What a site publishes is a list of what may go out, never of what may not: pages and media by their type, no
link that leads elsewhere, and nothing that says of itself that it is an article.
"""

from __future__ import annotations

import glob
import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from zoneinfo import ZoneInfo

from digest.model import Layout, Problem, Settings
from digest.read.opening import article_key
from digest.read.report import Report
from digest.whole import resolved

_ARTICLES = "articles"
SOURCE_FOLDERS = (_ARTICLES, "translations", "evidence", "interface")
"""Folders of the content whose files never reach the site, whatever their type."""

DATA_FILES = (
    "outlets.yml",
    "people.yml",
    "topics.yml",
    "glossary.yml",
    "stories.yml",
    "sources.yml",
    "links.json",
    "sources.state.json",
    "record.jsonl",
)

PAGE_TYPES = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
"""What generators take for Markdown."""

_TEXTS = PAGE_TYPES | {".htm", ".html", ".mdx", ".org", ".rst", ".text", ".txt", ".xhtml"}
"""What an article may be written in, looked for in folders of other sources, too."""

_DATA = (".yml", ".yaml")
"""What may hold the keys of a file beside it."""

_MEDIA = frozenset(
    {".avif", ".css", ".gif", ".ico", ".jpeg", ".jpg", ".js", ".mjs", ".mp3", ".mp4", ".ogg", ".otf", ".pdf"}
    | {".png", ".svg", ".ttf", ".webm", ".webp", ".woff", ".woff2"},
)
_NOT_TEXTS = _MEDIA | {".gz", ".json", ".jsonl", ".mo", ".po", ".pot", ".tar", ".warc", ".wacz", ".zip"}
"""What has no front matter. A file of any other type is named where it has that of an article."""
_NAMES = frozenset({"CNAME", "robots.txt", "ads.txt", "humans.txt"})
_EDITORS_NOTE = "README.md"


def may_go_out(file: Path, settings: Settings) -> bool:
    """Tell whether a file of the pages' folder may be published by the generator."""
    return _is_type_that_goes_out(file, settings) and _held_back(file, settings) is None


def strays(settings: Settings, zone: ZoneInfo) -> list[Problem]:
    """Return a problem for every file of the content that was meant as an article, or may not go out."""
    problems: list[Problem] = []
    for file in _files_beside(settings):
        why = _held_back(file, settings)
        if why is not None:
            report = Report(_shown(file, settings.content_dir), zone)
            report.error(None, why)
            problems += report.problems
    return problems


def _is_type_that_goes_out(file: Path, settings: Settings) -> bool:
    path = PurePosixPath(file.relative_to(settings.pages_dir or settings.content_dir).as_posix())
    if settings.layout is Layout.OLD and (path.parts[0] in SOURCE_FOLDERS or path.name == _EDITORS_NOTE):
        return False
    suffix = path.suffix.lower()
    return suffix in PAGE_TYPES or suffix in _MEDIA or path.name in _NAMES


def _held_back(file: Path, settings: Settings) -> str | None:
    """Return why a file cannot be published, whatever its type; None if nothing is against it."""
    if settings.pages_dir is not None and _is_beside(file, settings.pages_dir, settings.layout):
        why = _unpublishable(file, settings.pages_dir, settings.layout)
        if why is not None:
            return why
    key = _article_key(file)
    if key is None:
        return None
    return f"“{key}:” makes this an article, so it is held back; move it into articles/, or take the key out"


def _is_beside(file: Path, pages: Path, layout: Layout) -> bool:
    """Tell whether a file stands among ordinary pages; the old layout has its sources in the same folder."""
    if not file.is_relative_to(pages):
        return False
    return layout is not Layout.OLD or file.relative_to(pages).parts[0] not in SOURCE_FOLDERS


def _unpublishable(file: Path, pages: Path, layout: Layout) -> str | None:
    root, target = resolved(pages), resolved(file)
    if root is not None and target is not None and _leads_out(target, root, layout):
        return "a link that leads out of the folder of pages is not followed; copy here what it leads to"
    if any(_is_loop(one) for one in (file, *file.parents) if one != pages and one.is_relative_to(pages)):
        return "this link leads to a folder that it stands in, and is not followed; take it out"
    try:
        kind = file.stat().st_mode
    except OSError as error:
        return f"this cannot be read, so it is not published: {error.strerror}"
    if stat.S_ISREG(kind) or stat.S_ISDIR(kind):
        return None
    return "this is no ordinary file, so it is not published; put a file here"


def _leads_out(target: Path, root: Path, layout: Layout) -> bool:
    if not target.is_relative_to(root):
        return True
    # In the old layout the sources stand in the very folder that pages may link to.
    return layout is Layout.OLD and target.relative_to(root).parts[:1] in {(name,) for name in SOURCE_FOLDERS}


def _is_loop(path: Path) -> bool:
    target, here = resolved(path), resolved(path.parent)
    return path.is_symlink() and target is not None and here is not None and here.is_relative_to(target)


def _article_key(file: Path) -> str | None:
    """Return the key that makes `file`, or the `.yml` beside it, an article."""
    suffix = file.suffix.lower()
    if suffix in _DATA:
        return None if _has_text(file) else article_key(file, whole=True)
    key = None if suffix in _NOT_TEXTS else article_key(file)
    if key is not None or suffix in PAGE_TYPES:
        return key
    beside = next((one for one in map(file.with_suffix, _DATA) if one.is_file()), None)
    return article_key(beside, whole=True) if beside else None


def _has_text(data: Path) -> bool:
    """Tell whether a `.yml` stands beside a file that is named for it."""
    try:
        return any(
            one.suffix.lower() not in (*_DATA, *PAGE_TYPES)
            for one in data.parent.glob(f"{glob.escape(data.stem)}.*")
        )
    except OSError:
        return False


def _files_beside(settings: Settings) -> Iterator[Path]:
    """Yield the files of the content that are no articles, in the order of their paths.

    Of the folders of other sources, and of tools (their names begin with a dot), only what may be an article
    that somebody put there.
    """
    top = settings.content_dir
    waiting = [(top, False)]
    while waiting:
        folder, is_source = waiting.pop()
        try:
            with os.scandir(folder) as listed:
                entries = sorted(listed, key=lambda entry: entry.name)
        except OSError:
            continue
        folders = []
        for entry in entries:
            path = Path(entry.path)
            if entry.is_dir(follow_symlinks=False):
                # On a disk that knows no case, Articles/ is articles/.
                if folder == top and _is_same(path, top / _ARTICLES):
                    continue
                folders.append((path, is_source or (folder == top and _is_source(path, top))))
            elif not (folder == top and entry.name in DATA_FILES) and (
                not is_source or path.suffix.lower() in _TEXTS
            ):
                yield path
        waiting += reversed(folders)


def _is_source(folder: Path, top: Path) -> bool:
    return folder.name.startswith(".") or any(_is_same(folder, top / name) for name in SOURCE_FOLDERS)


def _is_same(first: Path, second: Path) -> bool:
    try:
        return first.samefile(second)
    except OSError:
        return False


def _shown(file: Path, content_dir: Path) -> str:
    name = file.relative_to(content_dir).as_posix()
    return unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode("utf-8"))
