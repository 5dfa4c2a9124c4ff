"""`digest new article`, `outlet`, `person`, `topic`: a file or an entry to fill in."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from digest.add.known import Known
from digest.add.slug import slug_from_words
from digest.atomic import write_atomically
from digest.errors import AddError
from digest.model import Settings
from digest.read import blank, is_id, read_registries, scalar, suggestion
from digest.whole import read_whole

_FILES = {"outlet": "outlets.yml", "person": "people.yml", "topic": "topics.yml"}
_TEXT = "Write or paste the text here: a blank line between paragraphs, “## ” before a heading.\n"


def new_article(name: str, settings: Settings, *, outlet: str, now: datetime) -> Path:
    """Write an article to fill in, a draft until its author takes that line out; return its file.

    Raises:
        AddError: the name is taken or cannot be part of an address, or nobody knows the outlet.
    """
    outlets = read_registries(settings.content_dir, ZoneInfo(settings.timezone)).known_outlets
    if outlets is not None and outlet not in outlets:
        hint = suggestion(outlet, outlets, f"write digest new outlet {outlet} first")
        raise AddError(f"unknown outlet “{outlet}”{hint}")
    slug = name if is_id(name) else slug_from_words(name)
    if not slug:
        raise AddError(f"“{name}” becomes an address; use letters, digits, “-” and “_”")
    folder = f"articles/{now:%Y/%m}"
    if Known(settings.content_dir).is_taken(outlet, folder, slug):
        raise AddError(f"{outlet}/{slug}: there is such an article already; choose another name")
    title = name if not is_id(name) else name.replace("-", " ").capitalize()
    language = settings.languages[0]
    head = blank("article", {"title": title, "outlet": outlet, "language": language})
    lines = f"---\n{head}# Take this line out when the article is ready.\ndraft: true\n---\n{_TEXT}"
    path = settings.content_dir / folder / f"{slug}.md"
    _write(path, lines.encode())
    return path


def new_entry(kind: str, name: str, settings: Settings) -> Path:
    """Append an outlet, person or topic to fill in; return its file.

    Raises:
        AddError: there is one of this id, or the file cannot be gone on with.
    """
    path = settings.content_dir / _FILES[kind]
    id_ = name if is_id(name) else slug_from_words(name)
    shown = name if name != id_ else name.replace("-", " ").title()
    old = _held(path)
    before = _tree(old, path)
    if not id_ or id_ in before:
        raise AddError(
            f"{path.name}: “{id_}” is there already; choose another id"
            if id_
            else f"“{name}” is no id and no name; write one with letters, such as “herald” or “The Herald”"
        )
    labels = {settings.languages[0]: shown}
    values: dict[str, str | dict[str, str]] = {"labels": labels} if kind == "topic" else {"name": shown}
    lines = f"{scalar(id_)}:\n{blank(kind, values, indent='  ')}"
    gap = b"" if not old or old.endswith(b"\n") else b"\n"
    new = old + gap + lines.encode()
    if set(_tree(new, path)) != {*before, id_}:
        raise AddError(f"{path.name}: nothing can be added at its end; write “{id_}” by hand")
    _write(path, new)
    return path


def _tree(content: bytes, path: Path) -> dict[str, Any]:
    try:
        tree = yaml.safe_load(content) or {}
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise AddError(f"{path.name}: this is no YAML; mend it first (digest check says where)") from error
    return {str(key): value for key, value in tree.items()} if isinstance(tree, dict) else {}


def _held(file: Path) -> bytes:
    try:
        return read_whole(file) if file.exists() else b""
    except OSError as error:
        raise AddError(f"{file}: cannot be read: {error.strerror}") from error


def _write(path: Path, content: bytes) -> None:
    try:
        write_atomically(path, content)
    except OSError as error:
        raise AddError(f"{path}: cannot be written: {error.strerror}") from error
