"""Reads what comes next with the help of others: texts, and the quotations in them, a window at a time.

What becomes of an article depends on those before it, so articles are still taken in one by one, in their
order. What is read ahead depends on the article alone, and is what would be read without help.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from digest.add.draft import Draft, article_of, said_in
from digest.add.outcome import Said
from digest.cache import made_in_parts
from digest.errors import DigestError
from digest.model import Article, Outlet
from digest.receive import Item, Received, UnreadableError, receive

WINDOW = 128
"""Articles that are read before the first of them is taken in."""
CHUNK = 8
"""Of these, handed over at a time."""
_SMALL = 4_000_000
"""Bytes of a file that is read before its turn: larger ones hold many articles."""
A = TypeVar("A")
B = TypeVar("B")


class Ahead:
    """What was read before its turn.

    Args:
        executor: Reads; None: nobody does, and nothing is read ahead.
        drafted: Makes a draft of what was received, of that alone.
        outlet_of: Tells whose a draft probably is.
        zone: The site's time zone.
    """

    def __init__(
        self,
        executor: Executor | None,
        drafted: Callable[[Received], Draft | str],
        outlet_of: Callable[[Draft], Outlet | None],
        zone: ZoneInfo,
    ) -> None:
        self._executor = executor
        self._zone = zone
        self._drafted = drafted
        self._outlet_of = outlet_of
        # Each with what it was read of, so that no other object can have its identity meanwhile.
        self._draft_by_id: dict[int, tuple[Received, Draft | str]] = {}
        self._said_by_id: dict[int, tuple[Draft, Outlet, tuple[Said, ...]]] = {}
        self._items_by_file: dict[str, list[Item]] = {}

    def draft(self, received: Received) -> Draft | str:
        """Return what `drafted` makes of something received."""
        known = self._draft_by_id.pop(id(received), None)
        return known[1] if known else self._drafted(received)

    def said(self, draft: Draft, outlet: Outlet, article: Article) -> tuple[Said, ...]:
        """Return the quotations of an article made of a draft."""
        known = self._said_by_id.pop(id(draft), None)
        return known[2] if known and known[1] == outlet else said_in(article)

    def items(self, items: Iterator[Item]) -> Iterator[Item]:
        """Yield items as they come, a window of them read before the first one."""
        while self._executor:
            window, error = _taken(items)
            self._read(window)
            yield from window
            if error:
                raise error
            if not window:
                return
        yield from items

    def files(self, sources: Iterable[str]) -> Iterator[str]:
        """Yield the names of sources, what small files among them hold read a window at a time."""
        names = iter(sources)
        while self._executor and (window := list(islice(names, WINDOW))):
            self._items_by_file = {name: found for name in window if (found := _held(name))}
            self._read([item for found in self._items_by_file.values() for item in found])
            yield from window
        yield from names

    def of_file(self, name: str) -> list[Item] | None:
        """Return what a file holds, if it was read before its turn."""
        return self._items_by_file.pop(name, None)

    def _read(self, items: Iterable[Item]) -> None:
        full = [item for item in items if isinstance(item, Received) and item.is_full]
        lacking = [item for item in full if id(item) not in self._draft_by_id]
        if not lacking:
            return
        drafts = self._made(self._drafted, lacking)
        self._draft_by_id |= {id(item): (item, one) for item, one in zip(lacking, drafts, strict=True)}
        whose = [(one, of) for one in drafts if isinstance(one, Draft) and (of := self._outlet_of(one))]
        said = self._made(partial(_said, self._zone), whose)
        # What nobody asked for of an earlier window, nobody will.
        self._said_by_id = {id(one): (one, of, words) for (one, of), words in zip(whose, said, strict=True)}

    def _made(self, make: Callable[[A], B], things: Sequence[A]) -> list[B]:
        if self._executor is None:
            return []
        parts = (list(things[at : at + CHUNK]) for at in range(0, len(things), CHUNK))
        return list(made_in_parts(make, parts, self._executor))


def _said(zone: ZoneInfo, whose: tuple[Draft, Outlet]) -> tuple[Said, ...]:
    draft, outlet = whose
    # Neither its file nor its id, which are not known yet, decides what it quotes.
    return said_in(article_of(draft, outlet, path="articles/ahead.md", slug="ahead", zone=zone))


def _taken(items: Iterator[Item]) -> tuple[list[Item], Exception | None]:
    """Return the next items, and what ended them, which is told after them."""
    window: list[Item] = []
    try:
        for item in islice(items, WINDOW):
            window.append(item)  # noqa: PERF402 - what came before an error counts
    except (UnreadableError, DigestError, OSError) as error:
        return window, error
    return window, None


def _held(name: str) -> list[Item] | None:
    """Return what a small file holds; None where its turn will tell why not."""
    path = Path(name)
    try:
        if not path.is_file() or path.stat().st_size > _SMALL:
            return None
        with path.open("rb") as file:
            return list(receive(file, name=path.name))
    except (UnreadableError, DigestError, OSError):
        return None
