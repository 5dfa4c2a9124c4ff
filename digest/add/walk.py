"""What one name that the user gave leads to: a file's items, an address, the pages and feeds it lists."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO

from digest.add.desk import Desk
from digest.add.draft import code_of
from digest.add.options import Options
from digest.add.outcome import Outcome, State
from digest.errors import FetchError
from digest.fetch import Answer, Fetcher
from digest.receive import Body, Feed, Item, NotTaken, Received, UnreadableError, key_of, receive

_DEEPEST = 2
"""Lists that lead to lists that lead to articles; more would be a labyrinth."""
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://")
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)
_FOR_NOW = frozenset({408, 425, 429})
"""What servers answer, beside faults of their own, that may be another answer in an hour."""
_FAULTS = 500
"""The first status by which a server says that the fault is its own (RFC 9110, 15.6)."""


@dataclass(kw_only=True)
class Walk:
    """One source, from its name to its articles."""

    desk: Desk
    fetcher: Fetcher
    options: Options
    outlet: str | None = None
    """Whose it is, where a list of sources says so."""
    language: str | None = None
    """The language of its articles, where they do not say."""
    left_out: frozenset[str] = frozenset()
    """Addresses that hold no article, as an earlier run found."""
    no_article: list[str] = field(default_factory=list)
    """Those that this run found to hold none, and earlier ones that are still listed."""
    unfinished: bool = False
    """Whether another run may find more though the source stays as it is."""
    _fetched: int = 0
    _more: int = 0

    def named(self, source: str, stdin: IO[bytes]) -> Iterator[Outcome]:
        """Yield what becomes of all that an address, a file or `-` holds."""
        if source.lower().startswith(("http://", "https://")):
            yield from self._address(source, depth=0)
        elif _SCHEME.match(source):
            message = "only http and https addresses are fetched"
            yield Outcome(state=State.FAILED, source=source, message=message)
        elif not source.strip():
            message = "it is empty; name an address, a file, or - for standard input"
            yield Outcome(state=State.FAILED, source="a source without a name", message=message)
        elif source == "-":
            yield from self._items(receive(io.BytesIO(stdin.read())), "standard input", None, depth=0)
        else:
            yield from self._file(Path(source))
        yield from self._rest(source)

    def answered(self, answer: Answer) -> Iterator[Outcome]:
        """Yield what becomes of all that an answer holds."""
        items = receive(io.BytesIO(answer.body), base=answer.address, charset=answer.charset)
        yield from self._items(items, answer.address, answer, depth=0)
        yield from self._rest(answer.address)

    def _rest(self, source: str) -> Iterator[Outcome]:
        if self._more:
            self.unfinished = True
            message = (
                f"{self._more} more were not fetched: one run fetches {self.options.limit}; run it again"
            )
            yield Outcome(state=State.NOT_TAKEN, source=source, message=message)

    def _file(self, path: Path) -> Iterator[Outcome]:
        if read := self.desk.ahead.of_file(str(path)):
            yield from self._items(iter(read), str(path), None, depth=0)
            return
        try:
            if not path.is_file():
                what = "this is no ordinary file" if path.exists() else _nothing(path)
                what = "this is a folder; name the files in it" if path.is_dir() else what
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
            answer = self.fetcher.fetch(address)
        except FetchError as error:
            yield self._failed(address, error)
            return
        items = receive(io.BytesIO(answer.body), base=answer.address, charset=answer.charset)
        yield from self._items(items, address, answer, depth)

    def _items(
        self, items: Iterator[Item], source: str, answer: Answer | None, depth: int
    ) -> Iterator[Outcome]:
        try:
            for item in self.desk.ahead.items(map(self._in_language, items)):
                if isinstance(item, NotTaken):
                    yield Outcome(state=State.NOT_TAKEN, source=item.what or source, message=item.why)
                elif isinstance(item, Feed):
                    yield from self._feed(item, answer, depth)
                else:
                    yield self._article(item, source, answer)
        except UnreadableError as error:
            yield Outcome(state=State.FAILED, source=source, message=str(error))

    def _in_language(self, item: Item) -> Item:
        if isinstance(item, Received) and self.language and not item.language:
            return replace(item, language=self.language)
        return item

    def _feed(self, feed: Feed, answer: Answer | None, depth: int) -> Iterator[Outcome]:
        if not (answer or self.options.fetch):
            message = "a feed of this list; --fetch reads it, “digest sources import” keeps it for later"
            yield Outcome(
                state=State.LISTED, source=feed.url, message=message, title=feed.name, page=feed.page,
                language=code_of(feed.language), folders=feed.folders,
            )  # fmt: skip
        elif depth >= _DEEPEST:
            yield Outcome(state=State.NOT_TAKEN, source=feed.url, message="lists lead on too far here")
        else:
            yield from self._address(feed.url, depth + 1)

    def _article(self, item: Received, source: str, answer: Answer | None) -> Outcome:
        shown = item.url or source
        if item.is_full:
            whole = answer is not None and item.body is Body.PAGE and item.source == answer.body
            return self._take(item, source if whole or not item.url else shown, answer)
        if self.desk.is_old(item):
            return Outcome(state=State.KNOWN, source=shown, message="it is there already", url=item.url)
        if not item.url or not (answer or self.options.fetch):
            hint = "; --fetch gets its page" if item.url else ""
            return _not_in_full(item, shown, f"only a summary of it is here{hint}")
        if key_of(item.url) in self.left_out:
            self.no_article.append(key_of(item.url))
            return Outcome(state=State.NOT_TAKEN, source=shown, message="there was no article before")
        if self._fetched >= self.options.limit:
            self._more += 1
            return _not_in_full(item, shown, "not fetched in this run")
        self._fetched += 1
        return self._page(item)

    def _page(self, item: Received) -> Outcome:
        """Fetch the page of an article that a list only names."""
        address = str(item.url)
        try:
            answer = self.fetcher.fetch(address)
            received = list(receive(io.BytesIO(answer.body), base=answer.address, charset=answer.charset))
        except FetchError as error:
            failed = self._failed(address, error)
            return failed if _is_for_now(error) else replace(failed, state=State.NOT_TAKEN, is_news=True)
        except UnreadableError as error:
            return self._without(item, str(error))
        if not (len(received) == 1 and isinstance(received[0], Received) and received[0].body is Body.PAGE):
            return self._without(item, "there is no page at this address")
        page = replace(
            item, source=answer.body, body=Body.PAGE, charset=answer.charset, title=None, listed=item.title
        )
        outcome = self._take(page, address, answer)
        return self._without(item, outcome.message) if outcome.state is State.FAILED else outcome

    def _take(self, item: Received, source: str, answer: Answer | None) -> Outcome:
        return self.desk.take(item, source, answer=answer, outlet_id=self.outlet)

    def _without(self, item: Received, message: str) -> Outcome:
        """Return that a page holds no article, and remember it."""
        self.no_article.append(key_of(str(item.url)))
        return Outcome(
            state=State.FAILED, source=str(item.url), message=message, url=item.url, title=item.title
        )

    def _failed(self, source: str, error: FetchError) -> Outcome:
        if _is_for_now(error):
            self.unfinished = True
        else:
            self.no_article.append(key_of(source))
        return Outcome(state=State.FAILED, source=source, message=str(error).removeprefix(f"{source}: "))


def _is_for_now(error: FetchError) -> bool:
    """Tell whether an address may answer otherwise in an hour: it is not gone, and no rule forbids it."""
    status = error.status
    return not error.is_refused and (status is None or status in _FOR_NOW or status >= _FAULTS)


def _nothing(path: Path) -> str:
    """Return that there is no such file, and what to write where an address was meant."""
    host, _, rest = str(path).partition("/")
    named = _HOST.fullmatch(host) and (rest or host.startswith("www."))
    return "there is no such file" + (f"; if it is an address, write https://{path}" if named else "")


def _not_in_full(item: Received, source: str, message: str) -> Outcome:
    return Outcome(
        state=State.NOT_IN_FULL, source=source, message=message, url=item.url, id=item.id, title=item.title,
        language=code_of(item.language), published=item.published, updated=item.updated, authors=item.authors,
        captured=item.captured, summary=item.summary, image=item.image, credit=item.credit,
        translations=item.translations, doubts=item.doubts,
    )  # fmt: skip
