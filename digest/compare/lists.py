"""Lists in which the owner's pages stand beside the digest's: the sitemap, and what a search knows.

What an owner's page is called and says is known to the generator that made it alone. So where such a list is
not as it would be built, what it tells of the digest's pages is compared, and that the others are there.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from operator import itemgetter
from typing import Any

from digest.compare.data import of_json, of_tree
from digest.compare.words import differing
from digest.publish.verify import xml_of
from digest.whole import json_of

SITEMAP = re.compile(r"sitemap(?:-[0-9]+)?\.xml(?:\.gz)?")
PART = re.compile(r"(?P<folder>(?P<edition>[^/]+/)search/index/)(?P<name>[^/]+\.json)")
"""Of a search: `index.json`, which names the others, or one of these, whose name ends in its hash."""
_HASH = re.compile(r"-([0-9a-f]{8})\.json$")

Read = Callable[[str], bytes]
"""Gives a file of the finished site, by path."""
_KINDS = ("people", "outlets", "topics", "languages")
"""What readers choose stories by, in the order in which an index tells them."""
Owned = Callable[[str], bool]
"""Tells whether at a path of the site stands a page that is there and not the digest's."""


def differing_sitemap(built: bytes, seen: bytes, site_url: str, is_owned: Owned) -> str | None:
    """Return what differs first in what a sitemap tells of the digest's pages, None where nothing does.

    Raises:
        ValueError: it is no XML.
    """
    ours, theirs = (_without(data, site_url, is_owned) for data in (built, seen))
    return differing(ours, theirs)


def _without(data: bytes, site_url: str, is_owned: Owned) -> list[str]:
    root = xml_of(data)
    for url in list(root):
        place = url.findtext("{*}loc", "") if isinstance(url.tag, str) else ""
        if place.startswith(site_url) and is_owned(place.removeprefix(site_url)):
            root.remove(url)
    return of_tree(root)


class Search:
    """The index of one edition's search, while its files are compared; its `index.json` comes last."""

    def __init__(self, folder: str, front: str, read: Read, is_owned: Owned) -> None:
        self._folder, self._front, self._read, self._is_owned = folder, front, read, is_owned
        self._parts: dict[str, bytes] = {}
        self._is_same = True
        self.names: set[str] = set()
        """Of the parts as they would be built, and as the site's own index names them."""

    def part(self, name: str, content: bytes) -> None:
        """Take in a part as it would be built."""
        self._parts[name] = content
        try:
            is_same = self._read(self._folder + name) == content
        except (OSError, ValueError):
            is_same = False
        self.names.add(name)
        self._is_same = self._is_same and is_same

    def differing(self, index: bytes, seen: bytes) -> str | None:
        """Return what differs first in what the index tells of the digest's pages.

        Args:
            index: As it would be built.
            seen: As it stands there.

        Raises:
            OSError: a part that it names cannot be read.
            ValueError: it is no index, or a part is not what its name says.
        """
        if self._is_same and of_json(json_of(index, once=True)) == of_json(json_of(seen, once=True)):
            return None
        self.names |= _names(json_of(seen, once=True))
        ours, theirs = _Read(index, self._parts.__getitem__), _Read(seen, self._sealed)
        self._parts.clear()
        return (
            differing(of_json(self._of_digest(ours.pages)), of_json(self._of_digest(theirs.pages)))
            or differing(*_places(self._found(ours), self._found(theirs)))
            or self._strange_words(ours, theirs)
        )

    def _sealed(self, name: str) -> bytes:
        try:
            data = self._read(self._folder + name)
        except FileNotFoundError as error:
            raise ValueError(f"{name}, which it names, is missing; build the site again") from error
        found = _HASH.search(name)
        # A file that was set out otherwise holds the same data.
        if not found or found[1] not in {_hash(data), _hash(_compact(data))}:
            raise ValueError(f"{name} does not hold what its name says; build the site again")
        return data

    def _is_of_digest(self, path: str) -> bool:
        return not self._is_owned(f"{self._front}{path}")

    def _of_digest(self, pages: Mapping[str, Any]) -> dict[str, Any]:
        return {path: page for path, page in pages.items() if self._is_of_digest(path)}

    def _found(self, read: _Read) -> dict[tuple[str, str], list[int]]:
        return {key: places for key, places in read.found.items() if self._is_of_digest(key[1])}

    def _strange_words(self, ours: _Read, theirs: _Read) -> str | None:
        """Return what may not be suggested: words of the owner's headlines may."""
        owned = " ".join(
            page["shown"][1] for path, page in theirs.pages.items() if not self._is_of_digest(path)
        )
        strange = [word for word in theirs.words if word not in ours.words and word not in owned]
        return differing([], strange)


def _names(told: Any) -> set[str]:
    try:
        return {name for _, name in (*told["terms"], *told["texts"])} | {told["words"]}
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError("it is no index of a search") from error


class _Read:
    """An index as it is read, in the words of `publish.search.index`.

    Raises:
        ValueError: it is none.
    """

    def __init__(self, index: bytes, read: Read) -> None:
        try:
            self._take(json_of(index, once=True), read)
        except (KeyError, TypeError, IndexError, AttributeError) as error:
            raise ValueError("it is no index of a search") from error

    def _take(self, told: dict[str, Any], read: Read) -> None:
        self.words: list[str] = json_of(read(told["words"]), once=True)
        rows = [row for _, name in told["texts"] for row in json_of(read(name), once=True)]
        paths = [str(row[0]) for row in rows]
        chosen = (
            [day, [[told[kind][one] for one in ids] for kind, ids in zip(_KINDS, by_kind, strict=True)]]
            for day, *by_kind in told["stories"]
        )
        self.pages = {
            path: {"shown": row, "chosen": by}
            for path, row, by in sorted(zip(paths, rows, chosen, strict=True), key=itemgetter(0))
        }
        self.found = {
            (term, paths[number]): places
            for _, name in told["terms"]
            for term, flat in json_of(read(name), once=True).items()
            for number, places in _numbered(flat)
        }


def _numbered(flat: list[int]) -> Iterator[tuple[int, list[int]]]:
    """Yield the number of each page that has a term, and the places of the term in it."""
    at = number = 0
    while at < len(flat):
        number += flat[at]
        end = at + 2 + flat[at + 1]
        yield number, flat[at + 2 : end]
        at = end


def _places(*sides: dict[tuple[str, str], list[int]]) -> list[list[str]]:
    """Return where each side finds terms; of terms that are in most pages of one, no places are kept."""
    bare = {key for side in sides for key, places in side.items() if not places}
    return [
        [
            f"{term} in {path} {[] if (term, path) in bare else side[term, path]}"
            for term, path in sorted(side)
        ]
        for side in sides
    ]


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:8]


def _compact(data: bytes) -> bytes:
    return json.dumps(json_of(data, once=True), ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "replace"
    )
