"""Whatever is named → articles in the content folder: `digest add`. It writes; no build ever calls it.

    address, file or standard input → fetch → receive → read → content/articles/<yyyy>/<mm>/<slug>.md

Each file is written whole or not at all, and nothing is remembered but what stands in the files: a run
that is stopped at any moment leaves a site that builds, and the next one goes on where it stopped.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import IO
from zoneinfo import ZoneInfo

from digest.add.desk import Desk, Options
from digest.add.lock import locked
from digest.add.outcome import Outcome, Said, State
from digest.errors import FetchError
from digest.fetch import Answer, Fetcher
from digest.model import Article, Settings
from digest.receive import Body, Feed, Item, NotTaken, Received, UnreadableError, receive

__all__ = ["Adding", "Options", "Outcome", "Said", "State"]

_DEEPEST = 2
"""Lists that lead to lists that lead to articles; more would be a labyrinth."""


class Adding:
    """One run of `digest add`.

    Args:
        settings: Of the site.
        options: What the user asked for.
        fetcher: Reaches addresses.
        now: When it is.
        stdin: What `-` means.
    """

    def __init__(
        self, settings: Settings, options: Options, *, fetcher: Fetcher, now: datetime, stdin: IO[bytes]
    ) -> None:
        self._settings = settings
        self._options = options
        self._fetcher = fetcher
        self._now = now
        self._stdin = stdin
        self.articles: list[Article] = []
        """Those that were added or updated, once `run` is over."""

    def run(self, sources: Iterable[str]) -> Iterator[Outcome]:
        """Add what the sources hold, and yield what becomes of each article.

        Raises:
            AddError: the site is not fit for it.
        """
        settings = self._settings
        dry = self._options.dry_run
        with nullcontext() if dry else locked(settings.cache_dir, settings.content_dir):
            desk = Desk(
                content_dir=settings.content_dir, zone=ZoneInfo(settings.timezone), options=self._options,
                now=self._now,
            )  # fmt: skip
            self.articles = desk.articles
            for source in sources:
                yield from _Source(desk, self._fetcher, self._options, self._now).named(source, self._stdin)


class _Source:
    """What one name that the user gave leads to."""

    def __init__(self, desk: Desk, fetcher: Fetcher, options: Options, now: datetime) -> None:
        self._desk = desk
        self._fetcher = fetcher
        self._options = options
        self._now = now
        self._left = options.limit
        self._more = 0

    def named(self, source: str, stdin: IO[bytes]) -> Iterator[Outcome]:
        if source.startswith(("http://", "https://")):
            yield from self._address(source, depth=0)
        elif source == "-":
            yield from self._items(receive(io.BytesIO(stdin.read())), "standard input", None, depth=0)
        else:
            yield from self._file(Path(source))
        if self._more:
            message = (
                f"{self._more} more were not fetched, as one run fetches {self._options.limit}; run it again"
            )
            yield Outcome(state=State.NOT_TAKEN, source=source, message=message)

    def _file(self, path: Path) -> Iterator[Outcome]:
        try:
            if not path.is_file():
                what = "is a folder; name the files in it" if path.is_dir() else "there is no such file"
                yield Outcome(state=State.FAILED, source=str(path), message=what)
                return
            with path.open("rb") as file:
                yield from self._items(receive(file, name=path.name), str(path), None, depth=0)
        except OSError as error:
            yield Outcome(
                state=State.FAILED, source=str(path), message=f"it cannot be read: {error.strerror}"
            )

    def _address(self, address: str, depth: int) -> Iterator[Outcome]:
        try:
            answer = self._fetcher.fetch(address)
        except FetchError as error:
            yield _failed(address, error)
            return
        items = receive(io.BytesIO(answer.body), base=answer.address, charset=answer.charset)
        yield from self._items(items, address, answer, depth)

    def _items(
        self, items: Iterator[Item], source: str, answer: Answer | None, depth: int
    ) -> Iterator[Outcome]:
        try:
            for item in items:
                if isinstance(item, NotTaken):
                    yield Outcome(state=State.NOT_TAKEN, source=item.what or source, message=item.why)
                elif isinstance(item, Feed):
                    yield from self._feed(item, answer, depth)
                else:
                    yield self._article(item, source, answer)
        except UnreadableError as error:
            yield Outcome(state=State.FAILED, source=source, message=str(error))

    def _feed(self, feed: Feed, answer: Answer | None, depth: int) -> Iterator[Outcome]:
        if not (answer or self._options.fetch):
            message = "a feed of this list; --fetch reads it, “digest sources import” keeps it for later"
            yield Outcome(state=State.LISTED, source=feed.url, message=message, title=feed.name)
        elif depth >= _DEEPEST:
            yield Outcome(state=State.NOT_TAKEN, source=feed.url, message="lists lead on too far here")
        else:
            yield from self._address(feed.url, depth + 1)

    def _article(self, item: Received, source: str, answer: Answer | None) -> Outcome:
        shown = item.url or source
        if item.is_full:
            whole = answer is not None and item.body is Body.PAGE and item.source == answer.body
            return self._desk.take(
                item, source if whole or not item.url else shown, fetched=self._now if answer else None
            )
        if self._desk.is_old(item):
            return Outcome(state=State.KNOWN, source=shown, message="it is there already", url=item.url)
        if not item.url or not (answer or self._options.fetch):
            hint = "; --fetch gets its page" if item.url else ""
            return _not_in_full(item, shown, f"only a summary of it is here{hint}")
        if self._left <= 0:
            self._more += 1
            return _not_in_full(item, shown, "not fetched in this run")
        self._left -= 1
        return self._page(item)

    def _page(self, item: Received) -> Outcome:
        """Fetch the page of an article that a list only names."""
        address = str(item.url)
        try:
            answer = self._fetcher.fetch(address)
        except FetchError as error:
            return _failed(address, error)
        try:
            received = list(receive(io.BytesIO(answer.body), base=answer.address, charset=answer.charset))
        except UnreadableError as error:
            return Outcome(state=State.FAILED, source=address, message=str(error))
        if not (len(received) == 1 and isinstance(received[0], Received) and received[0].body is Body.PAGE):
            return Outcome(state=State.FAILED, source=address, message="there is no page at this address")
        page = replace(item, source=answer.body, body=Body.PAGE, charset=answer.charset)
        return self._desk.take(page, address, fetched=self._now)


def _failed(source: str, error: FetchError) -> Outcome:
    return Outcome(state=State.FAILED, source=source, message=str(error).removeprefix(f"{source}: "))


def _not_in_full(item: Received, source: str, message: str) -> Outcome:
    return Outcome(
        state=State.NOT_IN_FULL, source=source, message=message, url=item.url, title=item.title,
        language=item.language, published=item.published, updated=item.updated, authors=item.authors,
        summary=item.summary, image=item.image, credit=item.credit, translations=item.translations,
        doubts=item.doubts,
    )  # fmt: skip
