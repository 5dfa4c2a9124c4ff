"""Pages on the disk while their site is made: memory holds only what other pages need to know of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from tempfile import TemporaryFile
from typing import IO
from weakref import finalize

from digest.model import OutputFile, Page


def _closed(file: IO[bytes]) -> None:
    """Close a file that may still hold what a full disk would not take: nobody reads it any more."""
    with suppress(OSError):
        file.close()


def _bare(page: Page) -> Page:
    return replace(page, body="", head="", search_text="")


class Spool:
    """Keeps what pages are made of, and files, in a file without a name, which goes when nobody uses it."""

    def __init__(self) -> None:
        self._file = TemporaryFile(prefix="digest-pages-")  # noqa: SIM115 (it lives as long as this)
        finalize(self, _closed, self._file)
        self._place_by_page: dict[str, tuple[int, tuple[int, ...]]] = {}
        self._place_by_file: dict[str, tuple[int, tuple[int, ...]]] = {}
        self._end = 0

    def keep_all(self, made: Iterable[Page | OutputFile]) -> tuple[Page, ...]:
        """Put everything away as it is made, and return what remains in memory of the pages."""
        kept: list[Page] = []
        for one in made:
            if isinstance(one, Page):
                kept.append(self.keep(one))
            else:
                self.keep_file(one)
        return tuple(kept)

    def keep(self, page: Page) -> Page:
        """Put a page away, and return what remains in memory of it.

        Raises:
            OSError: the disk is full.
        """
        self._put_away(page.path, page.body, page.head, page.search_text)
        return _bare(page)

    def keep_found(self, page: Page) -> Page:
        """Put away what the search finds in a page that is written already; as `keep`."""
        self._put_away(page.path, "", "", page.search_text)
        return _bare(page)

    def _put_away(self, path: str, *texts: str) -> None:
        if any(texts):
            self._place_by_page[path] = self._put(*(text.encode("utf-8", "surrogatepass") for text in texts))

    def keep_file(self, file: OutputFile) -> None:
        """Put a file away.

        Raises:
            OSError: the disk is full.
        """
        self._place_by_file[file.path] = self._put(file.content)

    def whole(self, page: Page) -> Page:
        """Return a page with all it is made of; one that was never put away is whole. Threads may ask."""
        if page.path not in self._place_by_page:
            return page
        parts = self._parts(*self._place_by_page[page.path])
        body, head, search_text = (part.decode("utf-8", "surrogatepass") for part in parts)
        return replace(page, body=body, head=head, search_text=search_text)

    def files(self) -> Iterator[OutputFile]:
        """Yield the files that were put away."""
        for path, place in self._place_by_file.items():
            yield OutputFile(path, b"".join(self._parts(*place)))

    def _put(self, *parts: bytes) -> tuple[int, tuple[int, ...]]:
        start = self._end
        self._end += self._file.write(b"".join(parts))
        return start, tuple(map(len, parts))

    def _parts(self, start: int, sizes: tuple[int, ...]) -> Iterator[bytes]:
        self._file.flush()
        data = os.pread(self._file.fileno(), sum(sizes), start)
        at = 0
        for size in sizes:
            yield data[at : at + size]
            at += size
