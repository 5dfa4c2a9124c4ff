"""What of a finished site is its owner's: pages in Markdown, what hooks and themes make, links to them.

None of it is compared: the owner answers for it. But where it shows words as the digest does, they are held
against the content as everywhere, and nothing of it stands where only the digest's pages do.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from posixpath import join, normpath
from typing import Any
from urllib.parse import unquote, urlsplit

from digest.compare.data import plain
from digest.compare.pages import tree_of
from digest.compare.sent import HEADERS, PACKED, differing_copy, kept_out, packed_of
from digest.publish.verify import FEEDS, Verifier, is_feed, shown_in_feed, shown_on, xml_of
from digest.whole import json_of, read_whole

PAGES = (".html", ".htm", ".xhtml")
REDIRECTS = "_redirects"
_INDEXES = ("index.htm", "index.xhtml")
"""What servers may send for a folder, perhaps before `index.html`."""
_OWN_SECTIONS = 4
"""Sections of an edition that lead to pages of ours; what follows are the owner's pages."""
_OURS = '[class*="page--"]:not(.page--owned)'
"""Around the body of each page of ours, in our own frame."""


def without_owned(page: Any) -> Any:
    """Return a page as it is built without the links in its head that lead to the owner's pages."""
    for item in _more_sections(page):
        item.decompose()
    return page


def without_links_to_owned(page: Any, folder: Path, path: str, root: str) -> Any:
    """Return a page as it stands there without such links, each named as the page that it leads to.

    Which pages there are, and what they are called, is known to the generator that made them alone.

    Args:
        page: The document.
        folder: Of the site.
        path: Of the file that holds the page.
        root: The path of the site's address, in which links of a page without a place begin.
    """
    for item in _more_sections(page):
        name = plain(item.text())
        if [one.tag for one in item.css("*")][-1:] == ["a"] and _leads_to(
            item, folder, path, root
        ).startswith(f"{name} – "):
            item.decompose()
    return page


def _more_sections(page: Any) -> list[Any]:
    return [item for nav in page.css("nav.masthead__nav") for item in nav.css("li")[_OWN_SECTIONS:]]


def _leads_to(item: Any, folder: Path, path: str, root: str) -> str:
    """Return the title of the page that an item of a list leads to."""
    return _title(folder / _target(item.css_first("a"), path, root))


def _target(link: Any, path: str, root: str) -> str:
    """Return the path of the file that a link leads to."""
    target = unquote(urlsplit(link.attributes.get("href") or "").path)
    file = normpath(join(path.rpartition("/")[0], target))
    file = file.removeprefix(root).lstrip("/")
    return file if file.endswith(".html") else f"{file}/index.html"


def is_in_menu(file: str, folder: Path, root: str) -> bool:
    """Tell whether the front page of an edition leads to a page of the owner's in that edition.

    Which of them a build makes is decided by plugins and hooks, too; but what a menu names is there.
    """
    front = f"{file.partition('/')[0]}/index.html"
    try:
        page = tree_of(read_whole(folder / front))
    except (OSError, ValueError):
        return False  # which is told
    return any(_target(link, front, root) == file for link in page.css("nav.masthead__nav a"))


def _title(file: Path) -> str:
    try:
        title = tree_of(read_whole(file)).css_first("title")
    except (OSError, ValueError):
        return ""
    # Of a page that is called as the site is, nothing follows.
    return f"{plain(title.text())} – " if title else ""


def strangers(
    folder: Path,
    ours: Collection[str],
    areas: Collection[tuple[str, ...]],
    verifier: Verifier,
    root: str,
) -> Iterator[tuple[str, str]]:
    """Yield the path of each file that is not the digest's, with what is wrong with it.

    Args:
        folder: Of the site.
        ours: Paths of what the digest builds.
        areas: Folders in which only its files stand; `()`: all of the site.
        verifier: Knows the content.
        root: The path of the site's address.
    """
    for name in _files(folder):
        if name in ours:
            continue
        parts = tuple(name.split("/"))
        among = packed_of(name) not in ours and any(parts[: len(area)] == area for area in areas)
        try:
            faults = [*_of_stranger(folder, name, ours, verifier, root)]
        except (OSError, ValueError) as error:
            faults = [unread(error)]
        if among or _stands_for_ours(name, ours):
            faults = ["stands among the digest's files, and the content builds no such file; delete it"]
        yield from ((name, fault) for fault in faults)


def _of_stranger(
    folder: Path, name: str, ours: Collection[str], verifier: Verifier, root: str
) -> Iterator[str]:
    of = packed_of(name)
    if of in ours or (of.lower().endswith(PAGES) and (folder / of).exists()):
        yield from differing_copy(name, whole(folder / name), whole(folder / of))
    elif name == HEADERS:
        yield from kept_out(whole(folder / name), root, ours)
    elif not of:
        yield from _faults(name, whole(folder / name), verifier)


def _stands_for_ours(name: str, ours: Collection[str]) -> bool:
    """Tell whether a server may send a file for an address of ours: another index, or lines that lead on."""
    folder, _, file = name.rpartition("/")
    index = f"{folder}/index.html" if folder else "index.html"
    return file == REDIRECTS or (file.lower() in _INDEXES and index in ours)


def whole(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        OSError: it cannot be read.
        ValueError: it is empty.
    """
    data = read_whole(path)
    if not data.strip():
        raise ValueError("it is empty")
    return data


def unread(error: OSError | ValueError) -> str:
    """Return that a file cannot be read."""
    return f"cannot be read: {error.strerror if isinstance(error, OSError) else error}"


def _files(folder: Path) -> Iterator[str]:
    """Yield the paths of pages and of files for programs, but for what is hidden at the site's top."""
    for parent, folders, names in os.walk(folder):
        inside = Path(parent).relative_to(folder)
        if not inside.parts:
            folders[:] = [name for name in folders if not name.startswith(".")]
        folders.sort()
        yield from (
            (inside / name).as_posix()
            for name in sorted(names)
            if name.lower().endswith((*PAGES, *FEEDS, *PACKED)) or name in {REDIRECTS, HEADERS}
        )


def _faults(name: str, data: bytes, verifier: Verifier) -> Iterator[str]:
    """Yield what is wrong with what a file shows as the digest does.

    Raises:
        ValueError: it cannot be read.
    """
    if name.lower().endswith(PAGES):
        yield from verifier.faults(shown_on(data), name)
        if b"page--" in data and tree_of(data).css_first(_OURS):
            yield "is made like a page of the digest's, and the content builds no such page; delete it"
    elif is_feed(name, data):
        yield from verifier.faults(shown_in_feed(data), name)
    elif name.lower().endswith(".json"):
        json_of(data)
    elif name.lower().endswith(FEEDS):
        xml_of(data)
