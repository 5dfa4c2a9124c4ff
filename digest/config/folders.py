"""Whose site it is, and where its sources are: two folders decide, and nothing else."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from digest.model import Layout
from digest.read import SOURCE_FOLDERS
from digest.whole import resolved as followed

OLD_LAYOUT = (
    "docs_dir is the content folder itself, so a generator without this plugin would publish every source; "
    "run digest migrate, which moves ordinary pages into a folder of their own"
)
"""Told of a layout that is still read as before; fails nothing."""

_OUTLETS = "outlets.yml"


def normal(path: Path) -> Path:
    """Return an absolute path without `..`, links unfollowed, as MkDocs writes `docs_dir`."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() follows links


def layout_of(pages_dir: Path, content_dir: Path) -> tuple[Layout, Path, Path]:
    """Return whose site it is, its pages and its sources."""
    if pages_dir != content_dir and pages_dir.is_relative_to(content_dir):
        return Layout.OWN, pages_dir, content_dir
    pages, content = resolved(pages_dir), resolved(content_dir)
    if pages != content and pages.is_relative_to(content):
        return Layout.OWN, pages, content
    holds_data = os.path.lexists(content_dir / _OUTLETS)
    if os.path.lexists(pages_dir / _OUTLETS) and (pages == content or not holds_data):
        return Layout.OLD, pages_dir, pages_dir
    return Layout.HOST, pages_dir, content_dir


def folder_problems(
    layout: Layout, pages_dir: Path, content_dir: Path, site_dir: Path
) -> Iterator[tuple[str, str]]:
    """Yield what would publish sources, by the name of the option that says so."""
    for option, path in (("content_dir", content_dir), ("docs_dir", pages_dir), ("site_dir", site_dir)):
        if not _is_a_name(path):
            yield option, "no disk takes this as the name of a folder; write a shorter one of letters"
            return
        if followed(path) is None:
            yield option, "this link leads to itself; put a folder here"
            return
    pages, content, name = resolved(pages_dir), resolved(content_dir), content_dir.name
    if layout is Layout.OWN and not pages.is_relative_to(content):
        yield (
            "docs_dir",
            "a link that leads out of the content folder is not followed; make it a folder",
        )
    elif layout is Layout.OWN and pages.relative_to(content).parts[0] in SOURCE_FOLDERS:
        yield "docs_dir", f"a folder of sources cannot be published; write docs_dir: {name}/pages"
    if layout is Layout.HOST and content.is_relative_to(pages):
        said = f"it holds content_dir ({name}), so whatever builds the site would publish the sources; "
        right = f"write docs_dir: {name}/pages for a digest of its own, or a content_dir outside of docs_dir"
        yield "docs_dir", said + right
    if resolved(site_dir).is_relative_to(content):
        yield "site_dir", f"it lies inside {name}, where the sources are; write site_dir: site"
    for held in (content, pages):
        if held.is_relative_to(resolved(site_dir)):
            yield "site_dir", f"it holds {held.name}, and a build replaces it; write site_dir: site"


def cache_problem(cache_dir: Path, folder: Path, others: Iterable[Path]) -> Iterator[str]:
    """Yield why nothing can be kept in a folder: it is somebody else's.

    Args:
        cache_dir: The folder.
        folder: Of the configuration.
        others: Folders of the site's sources and of the site.
    """
    if not _is_a_name(cache_dir) or followed(cache_dir) is None:
        yield "no folder can have this name; write one as .cache/digest"
        return
    cache = resolved(cache_dir)
    if resolved(folder).is_relative_to(cache):
        yield "it holds this configuration, and not only what builds may keep; write one as .cache/digest"
    elif held := next((one for one in others if cache.is_relative_to(resolved(one))), None):
        yield f"it lies in {held.name}, which holds something else; write one as .cache/digest"
    elif os.path.lexists(cache) and not cache.is_dir():
        yield "this is no folder; write one as .cache/digest"


def _is_a_name(path: Path) -> bool:
    try:
        path.lstat()
    except OSError as error:
        return error.errno != errno.ENAMETOOLONG
    except ValueError:  # NUL
        return False
    return True


def resolved(path: Path) -> Path:
    """Return where a path leads to; of a link to itself, the path."""
    return followed(path) or path
