"""Whatever is named → articles in the content folder: `digest add`. It writes; no build ever calls it.

    address, file or standard input → fetch → receive → read → content/articles/<yyyy>/<mm>/<slug>.md

Each file is written whole or not at all, and nothing is remembered but what stands in the files: a run
that is stopped at any moment leaves a site that builds, and the next one goes on where it stopped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import IO, TYPE_CHECKING
from zoneinfo import ZoneInfo

from digest.add.lock import locked
from digest.add.options import Options
from digest.add.outcome import Outcome, Said, State
from digest.add.sources import SourceState, States
from digest.errors import FetchError
from digest.fetch import Answer, Fetcher
from digest.model import Article, Settings
from digest.read import ListedSource

if TYPE_CHECKING:
    from digest.add.desk import Desk

__all__ = ["Adding", "Options", "Outcome", "Said", "SourceReport", "State"]


@dataclass(kw_only=True)
class SourceReport:
    """What a run found at one of the listed sources."""

    source: ListedSource
    counts: Counter[State] = field(default_factory=Counter)
    message: str = ""
    """Why it was not read; empty if it was."""
    is_broken: bool = False

    @property
    def said(self) -> str:
        """What happened, in a line."""
        counted = ", ".join(f"{self.counts[state]} {state}" for state in State if self.counts[state])
        return self.message or counted or "nothing new"


class Adding:
    """One run of `digest add`.

    Args:
        settings: Of the site.
        options: What the user asked for.
        fetcher: Reaches addresses.
        now: When it is.
        stdin: What `-` means.
        executor: Reads texts and finds quotations before their turn; None: this process does, in turn.
    """

    def __init__(
        self,
        settings: Settings,
        options: Options,
        *,
        fetcher: Fetcher,
        now: datetime,
        stdin: IO[bytes],
        executor: Executor | None = None,
    ) -> None:
        self._settings = settings
        self._options = options
        self._fetcher = fetcher
        self._now = now
        self._stdin = stdin
        self._executor = executor
        self.articles: list[Article] = []
        """Those that were added or updated."""

    def run(self, sources: Iterable[str]) -> Iterator[Outcome]:
        """Add what the sources hold, and yield what becomes of each article.

        Raises:
            AddError: the site is not fit for it.
        """
        with self._held():
            for source in self._desk.ahead.files(sources) if self._executor else sources:
                # Brings all that reads texts; with --all alone there is no source here.
                from digest.add.walk import Walk  # noqa: PLC0415

                walk = Walk(desk=self._desk, fetcher=self._fetcher, options=self._options)
                yield from walk.named(source, self._stdin)
            self._settle()

    def run_listed(self, sources: Iterable[ListedSource]) -> Iterator[Outcome | SourceReport]:
        """Add what is new at the sources of `sources.yml`; yield outcomes, and a report after each source.

        A source that cannot be read is reported, and the others go on. What a server said about it is only
        remembered when all of a source was taken, so that a run that is stopped is gone on with.

        Raises:
            AddError: the site is not fit for it.
        """
        with self._held():
            states = States(self._settings.content_dir)
            listed = {source.url: source for source in sources}
            for source in listed.values():
                yield from self._listed(source, states)
            if not self._options.dry_run:
                states.keep(listed)

    def _listed(self, source: ListedSource, states: States) -> Iterator[Outcome | SourceReport]:
        state, report = states[source.url], SourceReport(source=source)
        if state.is_waiting(self._now):
            report.message = f"its server asked not to be asked before {state.retry_at}"
            yield report
            return
        new = state
        try:
            answer = self._fetcher.fetch(source.url, etag=state.etag, modified=state.modified)
        except FetchError as error:
            report.message, report.is_broken = str(error).removeprefix(f"{source.url}: "), True
            later = error.retry_at.isoformat(timespec="seconds") if error.retry_at else None
            new = replace(state, retry_at=later)
        else:
            if answer.status != 304:
                new = yield from self._taken(source, answer, state, report)
        if not self._options.dry_run:
            self._settle()  # before it is remembered that all of the source was taken
            states.write(source.url, new)
        yield report

    def _taken(
        self, source: ListedSource, answer: Answer, state: SourceState, report: SourceReport
    ) -> Generator[Outcome, None, SourceState]:
        """Yield what becomes of all that a source holds; return what is to be remembered of it."""
        from digest.add.walk import Walk  # noqa: PLC0415 - many runs find nothing new and never need it

        walk = Walk(
            desk=self._desk, fetcher=self._fetcher,
            options=replace(self._options, limit=source.limit or self._options.limit),
            outlet=source.outlet, language=source.language, left_out=frozenset(state.left_out),
        )  # fmt: skip
        for outcome in walk.answered(answer):
            report.counts[outcome.state] += 1
            yield outcome
        said = (answer.header("ETag"), answer.header("Last-Modified"))
        etag, modified = (None, None) if walk.unfinished else said
        return SourceState(etag=etag, modified=modified, left_out=tuple(sorted(set(walk.no_article))))

    def _settle(self) -> None:
        if "_desk" in self.__dict__:
            self._desk.settle()

    def _held(self) -> AbstractContextManager[None]:
        settings = self._settings
        return nullcontext() if self._options.dry_run else locked(settings.cache_dir, settings.content_dir)

    @cached_property
    def _desk(self) -> Desk:
        from digest.add.desk import Desk  # noqa: PLC0415 - as above

        desk = Desk(
            content_dir=self._settings.content_dir, zone=ZoneInfo(self._settings.timezone),
            most=self._settings.max_text_bytes, options=self._options, now=self._now,
            executor=self._executor,
        )  # fmt: skip
        self.articles = desk.articles
        return desk
