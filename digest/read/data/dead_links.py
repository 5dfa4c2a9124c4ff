"""`links.json`: addresses that led nowhere when `digest check --links` last asked; builds read it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from digest.model import Moment, Problem, Severity
from digest.read.folder import is_inside
from digest.whole import json_of, read_whole

NAME = "links.json"


def read_dead_links(content_dir: Path) -> tuple[Mapping[str, Moment], tuple[Problem, ...]]:
    """Return since when which addresses have led nowhere, and what is wrong with the file."""
    path = content_dir / NAME
    try:
        if not is_inside(path, content_dir.resolve()):
            raise ValueError(NAME)  # noqa: TRY301 - as whatever else is wrong with it
        found = json_of(read_whole(path)) if path.exists() else {}
        return {str(url): Moment(date.fromisoformat(since)) for url, since in found.items()}, ()
    except (OSError, ValueError, TypeError, AttributeError):
        message = "this is broken; delete it, and run digest check --links again"
        return {}, (Problem(NAME, None, Severity.WARNING, message),)
