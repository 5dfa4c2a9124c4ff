"""What stands beside the articles: which pages may go out as they are, and what was meant as an article.

What a site publishes is a list of what may go out, never of what may not: pages and media by their type, no
link that leads elsewhere, and nothing that says of itself that it is an article.
"""

from __future__ import annotations

import codecs
import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from zoneinfo import ZoneInfo

from digest.model import Layout, Problem, Settings
from digest.read.keys import Keys, tree_from_yaml
from digest.read.report import Report

SOURCE_FOLDERS = ("articles", "translations", "evidence", "interface")
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
"""What may begin with front matter: such a file is named even where its type is never published."""

_MEDIA = frozenset(
    {".avif", ".css", ".gif", ".ico", ".jpeg", ".jpg", ".js", ".mjs", ".mp3", ".mp4", ".ogg", ".otf", ".pdf"}
    | {".png", ".svg", ".ttf", ".webm", ".webp", ".woff", ".woff2"},
)
_NAMES = frozenset({"CNAME", "robots.txt", "ads.txt", "humans.txt"})
_EDITORS_NOTE = "README.md"
# Keys that nothing but an article has.
_KEYS = ("outlet", "quotes", "written_by")
# Nobody sees these before a first line, and the fence is one all the same.
_BEFORE = re.compile(r"\A(?:[\s\ufeff\ufffd\u200b-\u200f\u2060]|<!--.*?-->)+", re.DOTALL)
_FENCE = re.compile(r"---[ \t]*\n(.*?)(?:^(?:---|\.\.\.)[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
# Front matter as other generators write it, in TOML and in JSON: MkDocs would print it above the whole text.
_TOML = re.compile(r"\+\+\+[ \t]*\n(.*?)(?:^\+\+\+[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
_JSON = re.compile(r"\{\s*\".*?(?:^\s*\}|\}[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
# What MultiMarkdown takes for front matter has no fence: lines of keys up to the first blank one.
_UNFENCED = re.compile(r"(?:\S[^\n]*:[^\n]*(?:\n|\Z)(?:[ \t]+\S[^\n]*(?:\n|\Z))*)+")
_ANY_KEY = re.compile(
    rf"""(?:^|[{{,])[ \t]*["']?({"|".join(_KEYS)})["']?[ \t]*[:=]""", re.MULTILINE | re.IGNORECASE
)


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
    if settings.pages_dir is not None and file.is_relative_to(settings.pages_dir):
        why = _unpublishable(file, settings.pages_dir, settings.layout)
        if why is not None:
            return why
    key = _article_key(file)
    if key is None:
        return None
    return f"“{key}:” makes this an article, so it is held back; move it into articles/, or take the key out"


def _unpublishable(file: Path, pages: Path, layout: Layout) -> str | None:
    root, target = _resolved(pages), _resolved(file)
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
    target, here = _resolved(path), _resolved(path.parent)
    return path.is_symlink() and target is not None and here is not None and here.is_relative_to(target)


def _resolved(path: Path) -> Path | None:
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return None


def _article_key(file: Path) -> str | None:
    """Return the key that makes `file`, or the `.yml` beside it, an article."""
    suffix = file.suffix.lower()
    key = _key_of(_front_matter(_text(file))) if suffix in _TEXTS else None
    if key is not None or suffix in PAGE_TYPES:
        return key
    for ending in (".yml", ".yaml"):
        beside = file.with_suffix(ending)
        if beside != file and beside.is_file():
            return _key_of(_text(beside))
    return None


def _text(file: Path) -> str:
    """Return what a file says, as far as it can be read: here a doubt holds a file back."""
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            return ""
        data = file.read_bytes()
    except OSError:
        return ""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = data.decode("utf-16" if wide else "utf-8-sig", errors="replace")
    return _BEFORE.sub("", re.sub(r"\r\n?", "\n", text.replace("\0", "")))


def _front_matter(text: str) -> str:
    fenced = _FENCE.match(text) or _TOML.match(text)
    if fenced:
        return fenced[1]
    unfenced = _JSON.match(text) or _UNFENCED.match(text)
    return unfenced[0] if unfenced else ""


def _key_of(source: str) -> str | None:
    found = _ANY_KEY.search(source)
    if not found:
        return None
    tree = tree_from_yaml(source, Report("", ZoneInfo("UTC")))
    if isinstance(tree, Keys):
        return next((key for key in tree.values if key.lower() in _KEYS), None)
    return found[1]


def _files_beside(settings: Settings) -> Iterator[Path]:
    """Yield the files of the content that stand in no source folder, in the order of their paths."""
    top = settings.content_dir
    sources = [top / name for name in SOURCE_FOLDERS]
    waiting = [top]
    while waiting:
        folder = waiting.pop()
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
                is_source = folder == top and any(_is_same(path, source) for source in sources)
                if not is_source and not (entry.name.startswith(".") and folder == top):
                    folders.append(path)
            elif not (folder == top and entry.name in DATA_FILES):
                yield path
        waiting += reversed(folders)


def _is_same(first: Path, second: Path) -> bool:
    try:
        return first.samefile(second)
    except OSError:
        return False


def _shown(file: Path, content_dir: Path) -> str:
    name = file.relative_to(content_dir).as_posix()
    return unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode("utf-8"))
