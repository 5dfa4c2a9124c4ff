"""A finished site in the place of the folder that a build writes into: files are compared, none written."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from digest.compare.added import Added
from digest.compare.beside import Beside
from digest.compare.data import of_css, of_json, of_text, of_xml
from digest.compare.inside import differing_inside, language_of
from digest.compare.lists import PART, SITEMAP, Search, differing_sitemap
from digest.compare.owners import is_in_menu, unread, whole, without_links_to_owned, without_owned
from digest.compare.pages import is_standard, tokens, tree_of
from digest.compare.words import differing
from digest.whole import json_of

_LINES = (".txt", ".js", ".md", "_headers", "_redirects")
"""Files of which white space at the ends of lines is all that a tool may change."""


class Finished:
    """Compares what is written into it with what stands in a folder; it takes the place of a `SiteFolder`.

    Args:
        folder: Of the site.
        site_url: Where its pages stand.
        theirs: Paths of files that are its owner's.
    """

    def __init__(self, folder: Path, site_url: str, theirs: Collection[str]) -> None:
        self._folder, self._site_url, self._theirs = folder, site_url, theirs
        self.added = Added(site_url)
        self.beside = Beside()
        self._root = urlsplit(site_url).path
        self._fault_by_path: dict[str, str | None] = {}
        self._searches: dict[str, Search] = {}
        self.with_head: dict[str, bool] = {}
        """Of pages that stand in another frame: whether what we write stands in their heads."""
        self.only: Callable[[str], bool] | None = None
        """Tells which files another generator was given; None: it had a part in none."""

    @property
    def ours(self) -> Collection[str]:
        """The paths of what the content builds."""
        return self._fault_by_path.keys()

    def faults(self) -> Iterator[tuple[str, str]]:
        """Yield the path of each file that differs, with what differs first."""
        told = {path: fault for path, fault in self._fault_by_path.items() if fault}
        yield from ({**dict(self.added.faults()), **told}).items()

    def write(self, path: str, content: bytes) -> None:
        """Compare a file."""
        if path in self._theirs:
            self._look_for(path)
            return
        if self.only and not self.only(path):
            return
        if found := PART.fullmatch(path):
            self._search(found["folder"], found["edition"]).part(found["name"], content)
            if found["name"] != "index.json":
                return  # its name is its content's: the index tells what there is
        self._fault_by_path[path] = self._fault(path, content)

    def _look_for(self, path: str) -> None:
        is_gone = path.endswith(".html") and not (self._folder / path).exists()
        if is_gone and is_in_menu(path, self._folder, self._root):
            self._fault_by_path[path] = "is missing, and menus lead to it; build the site again"

    def copy(self, source: Path, path: str) -> None:
        """Compare a copy of a file."""
        self.write(path, source.read_bytes())

    def empty(self, path: str) -> None:
        """Do nothing: what stands there is looked at."""

    def parts(self) -> set[str]:
        """Return the paths of what the site's searches are made of."""
        return {f"{folder}{name}" for folder, search in self._searches.items() for name in search.names}

    def _search(self, folder: str, front: str) -> Search:
        if folder not in self._searches:
            self._searches[folder] = Search(folder, front, self._read, self._is_owned)
        return self._searches[folder]

    def _read(self, path: str) -> bytes:
        return whole(self._folder / path)

    def _is_owned(self, page: str) -> bool:
        file = f"{page}index.html" if page.endswith("/") or not page else page
        return file not in self._fault_by_path and (self._folder / file).is_file()

    def _fault(self, path: str, content: bytes) -> str | None:
        try:
            seen = self._read(path)
            is_same = seen == content and not PART.fullmatch(path)
            if is_same:
                self.added.same(path, content)
            return None if is_same else self._differing(path, content, seen)
        except FileNotFoundError:
            return "is missing; build the site again"
        except (OSError, ValueError) as error:
            return unread(error)

    def _differing(self, path: str, content: bytes, seen: bytes) -> str | None:
        if path.endswith(".html"):
            return self._differing_page(path, content, seen)
        if SITEMAP.fullmatch(path):
            content, seen = _unpacked(content, len(content)), _unpacked(seen, len(content))
            return differing_sitemap(content, seen, self._site_url, self._is_owned)
        if found := PART.fullmatch(path):
            return self._searches[found["folder"]].differing(content, seen)
        return _differing_data(path, content, seen)

    def _differing_page(self, path: str, content: bytes, seen: bytes) -> str | None:
        is_headless = not self.with_head.get(path, True)
        if path in self.with_head:
            note = partial(self.beside.note, path)
            different = differing_inside(content, seen, with_head=not is_headless, note=note)
            different = different or (None if is_headless else self._other_language(path, seen))
        else:
            ours, theirs = tree_of(content), tree_of(seen)
            theirs = self.added.without(path, ours, theirs)
            theirs = without_links_to_owned(theirs, self._folder, path, self._root)
            different = differing([*tokens(without_owned(ours).root)], [*tokens(theirs.root)])
        if different or is_headless or is_standard(content) <= is_standard(seen):
            return different
        return "does not begin with “<!doctype html>”, so browsers lay it out by no standard"

    def _other_language(self, path: str, seen: bytes) -> str | None:
        """Return that a page says another language than the front page of its edition.

        Which one that is is the theme's affair, as not every theme has every edition's language.
        """
        front = self._folder / path.partition("/")[0] / "index.html"
        try:
            language, expected = language_of(seen), language_of(whole(front))
        except OSError:
            return None
        if language == expected:
            return None
        return f"says that it is in “{language}”, where the front page of the edition says “{expected}”"


def _differing_data(path: str, content: bytes, seen: bytes) -> str | None:
    if path.endswith((".xml", ".svg")):
        return differing(of_xml(content), of_xml(seen))
    if path.endswith(".json"):
        return differing(of_json(json_of(content, once=True)), of_json(json_of(seen, once=True)))
    if path.endswith(".css"):
        return differing(of_css(content.decode()), of_css(seen.decode("utf-8-sig")))
    if path.endswith(_LINES):
        return differing(of_text(content.decode()), of_text(seen.decode()))
    return f"holds other bytes ({len(seen):,}) than the content builds ({len(content):,})"


_MOST = 100
"""Times as much as a file packed by gzip may hold."""


def _unpacked(data: bytes, packed: int) -> bytes:
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        return gzip.GzipFile(fileobj=io.BytesIO(data)).read(packed * _MOST + 1_000_000)
    except EOFError as error:
        raise ValueError(str(error)) from error
