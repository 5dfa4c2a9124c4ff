"""Links between folders of pages: MkDocs follows each as often as it meets it, so two circles never end."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.exceptions import PluginError

_MOST = 10_000
"""Folders behind links that are walked through; one circle of a site with a hundred folders has 4,000."""


def refuse_circles(pages: Path) -> None:
    """Look at the folders as MkDocs will walk through them, for as long as it takes to see that it ends.

    Raises:
        PluginError: links lead from folder to folder so often that it would not.
    """
    behind = 0
    waiting: list[tuple[str, str]] = [(str(pages), "")]
    while waiting:
        folder, link = waiting.pop()
        behind += bool(link)
        if behind > _MOST:
            raise PluginError(
                f"{os.path.relpath(link)}: links to folders lead to one another in circles from here, "
                "and MkDocs follows every one; take it out"
            )
        try:
            with os.scandir(folder) as entries:
                waiting += [
                    (entry.path, link or (entry.path if entry.is_symlink() else ""))
                    for entry in entries
                    if entry.is_dir()
                ]
        except OSError:
            continue  # nor does MkDocs see what is in it
