"""What all pages of an edition are made with: settings, templates, words of the interface."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

from digest.cache import folder_version
from digest.model import Settings
from digest.publish.frame.compiled import templates_dir
from digest.publish.frame.strings import INTERFACE

_NO_PAGE_SHOWS = frozenset(
    {
        *("content_dir", "pages_dir", "cache_dir", "models_file", "jobs", "template_dirs"),
        *("archive_before", "archive_dir"),
    }
)
"""Settings that say where things stand and how fast they are made. Folders of templates count by content."""


def around(settings: Settings, language: str) -> list[tuple[str, Any]]:
    """Return, by name, what all pages of an edition are made with, as a key can hold it."""
    told = [
        (field.name, str(value) if isinstance(value, Path) else value)
        for field in fields(settings)
        if field.name not in _NO_PAGE_SHOWS
        for value in [getattr(settings, field.name)]
    ]
    # The site's own words of the interface, too.
    own = settings.content_dir / INTERFACE
    folders = [folder_version(folder) for folder in (*settings.template_dirs, templates_dir(), own)]
    return [("edition", language), ("folders", folders), *told]
