"""The order of the stages, and nothing else: the map of the project.

    content/ → read → quote → group → match → translate → publish → site/

Both shells (`digest.plugin`, `digest.cli`) call `gather` and `build`; nothing here knows them.
"""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context

from digest import translate
from digest.cache import Cache, Codec, Stage, begin_work, each, give_back, opened
from digest.group import counted_once, group, rival_decisions
from digest.languages import identify as detector
from digest.match import match, unknown
from digest.meaning import UniversalEncoder, Vectors
from digest.model import (
    Article,
    Content,
    Grouping,
    History,
    OutputFile,
    Page,
    Problem,
    Quote,
    Segment,
    SegmentUse,
    Settings,
    Severity,
    Site,
    TranslateMode,
    Utterance,
    Vetoed,
)
from digest.publish import (
    close_years,
    count_quotations,
    interface_problems,
    late,
    parted,
    publish,
)
from digest.quote import FoundQuotes, are_named, find_quotes, problems_of, voted
from digest.read import read
from digest.record import Identity, Now, history_of, identify, load_record

log = logging.getLogger(__name__)

_FEW = 500
"""Articles of a site whose build has memory to spare: `serve` need not load models at every change."""

_QUOTES: Stage[Article, FoundQuotes] = Stage(
    kind="quotes",
    make=find_quotes,
    codec=Codec(FoundQuotes, given=(Article,)),
    given=lambda article: {"article": article},
    believed=lambda article, found: are_named(article, found.quotes),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What the content says, before anything is translated."""

    content: Content
    memory: translate.PoMemory
    quotes: tuple[Quote, ...]
    grouping: Grouping
    utterances: tuple[Utterance, ...]
    vetoed: tuple[Vetoed, ...]
    """What only a number or a denial kept from being one statement."""
    segments: tuple[SegmentUse, ...]
    history: History
    """What became of everything published before."""
    problems: tuple[Problem, ...]

    @property
    def protected(self) -> translate.Protected:
        """Return the names and terms that no engine may lose."""
        return translate.protected(self.grouping.people, self.content.outlets, self.content.glossary)


def gather(settings: Settings, *, executor: Executor | None = None, more: Iterable[Article] = ()) -> Gathered:
    """Read the content and find its quotes, stories and utterances.

    Args:
        settings: Of the site.
        executor: Runs what is done article by article; None: this process.
        more: Articles that are not in the content folder, or not as they stand there.

    Raises:
        MemoryFileError: a file of the translation memory changed while it was read.
        EncoderError: the encoder's model is not there or damaged.
    """
    with opened(settings.cache_dir) as cache:
        return _gathered(settings, cache, executor, more)


def _gathered(
    settings: Settings, cache: Cache, executor: Executor | None, more: Iterable[Article]
) -> Gathered:
    published, damaged = load_record(settings.content_dir)
    content = _with(read(settings, published.articles, cache=cache, executor=executor), more)
    found = _quotes(content.articles, cache, executor)
    identity = identify(published, content.articles)
    # The memory comes first and is only read: it is evidence for stories and for matching.
    memory = translate.load_memory(settings.content_dir / "translations", settings.cache_dir)
    memory = translate.proven(memory, content.articles, content.incomplete)
    # What the desk has retracted is nobody's words.
    vote = voted([quote for one in found for quote in one.quotes if not quote.article.retracted])
    quotes = vote.quotes
    identity = identity.with_quotes(quotes)
    vectors = Vectors(UniversalEncoder(), settings.cache_dir / "meaning", executor)
    likely = settings.likely_topics
    told = content, quotes, memory, identity.together
    grouping = group(*told, vectors=vectors, cache=cache, likely_topics=likely, executor=executor)
    grouping = replace(grouping, stories=identity.named_stories(grouping.stories))
    decided = identity.decided(content.decisions.changes)
    matched = match(grouping, quotes, memory, decided, vectors=vectors, cache=cache, executor=executor)
    _close(vectors, len(content.articles))
    utterances = counted_once(identity.named_statements(matched.utterances), grouping.stories)
    segments = translate.segments(content.articles, utterances, grouping.people, settings.languages)
    problems = (
        *content.problems,
        *problems_of(found),
        *vote.problems,
        *(problem for one in _quotes(content.broken, cache, executor) for problem in one.problems),
        *memory.problems,
        *interface_problems(settings),
        *rival_decisions(grouping.stories, content.decisions),
        *damaged,
        *unknown(decided, matched.utterances),
        *late(content.articles, settings),
    )
    return Gathered(
        content=content,
        memory=memory,
        quotes=quotes,
        grouping=grouping,
        utterances=utterances,
        vetoed=matched.vetoed,
        segments=segments,
        history=_history(settings, identity, content, grouping, utterances),
        problems=tuple(sorted(problems, key=lambda problem: (problem.path, problem.line or 0))),
    )


def _close(vectors: Vectors, articles: int) -> None:
    """Keep the vectors; of many articles, free what pages have no use for."""
    vectors.keep()
    if articles > _FEW:
        vectors.let_go()
        give_back("digest.languages", "digest.quote", "digest.group", "digest.match")


def _quotes(articles: Sequence[Article], cache: Cache, executor: Executor | None) -> tuple[FoundQuotes, ...]:
    """Return the quotes of each article; of one that did not change, those that were found before."""
    found = tuple(each(_QUOTES, articles, cache=cache, executor=executor))
    if len(articles) > _FEW:
        detector.let_go()
    return found


def _history(
    settings: Settings,
    identity: Identity,
    content: Content,
    grouping: Grouping,
    utterances: tuple[Utterance, ...],
) -> History:
    now = Now(
        articles=content.articles,
        stories=grouping.stories,
        people=grouping.people,
        utterances=utterances,
    )
    complete = not any(one.severity is Severity.ERROR and "articles/" in one.path for one in content.problems)
    as_of = settings.as_of.isoformat() if settings.as_of else None
    return history_of(identity, now, as_of, complete=complete)


def _with(content: Content, more: Iterable[Article]) -> Content:
    by_id = {article.id: article for article in (*content.articles, *more)}
    articles = tuple(sorted(by_id.values(), key=lambda article: article.sort_key))
    return replace(content, articles=articles) if len(by_id) != len(content.articles) else content


def build(
    settings: Settings, *, executor: Executor | None = None, warn: Callable[[str], None] = log.warning
) -> Site:
    """Return everything the pages show; the network and the content folder stay untouched.

    Args:
        settings: Of the site.
        executor: Runs what is done article by article; None: this process.
        warn: Told, in a sentence, of each translation engine that broke down.
    """
    return assemble(gather(settings, executor=executor), settings, warn=warn)


def assemble(gathered: Gathered, settings: Settings, *, warn: Callable[[str], None] = log.warning) -> Site:
    """Return everything the pages show of what was gathered; the arguments are those of `build`."""
    with opened(settings.cache_dir):
        return parted(_assembled(gathered, settings, warn))


def _assembled(gathered: Gathered, settings: Settings, warn: Callable[[str], None]) -> Site:
    refused: set[tuple[Segment, str]] = set()
    return Site(
        settings=settings,
        stories=gathered.grouping.stories,
        topics=gathered.grouping.topics,
        people=gathered.grouping.people,
        utterances=gathered.utterances,
        history=gathered.history,
        translations=translate.translate(
            gathered.segments,
            gathered.memory,
            settings=settings,
            kept=gathered.protected,
            warn=warn,
            refuse=lambda segment, language: refused.add((segment, language)),
        ),
        refused=refused,
        problems=gathered.problems,
        trimmed=gathered.content.trimmed,
        is_complete=translate.is_complete(gathered.segments, gathered.memory, settings),
    )


def outputs(site: Site, *, executor: Executor | None = None) -> Iterator[Page | OutputFile]:
    """Yield every page and file of the site.

    Args:
        site: What they show.
        executor: Makes the editions; None: this process.

    Raises:
        QuotationError: one shows words as printed that their source does not hold.
    """
    with opened(site.settings.cache_dir) as cache:
        yield from publish(site, cache, executor=executor)


def close(site: Site) -> int:
    """Keep the pages of closed years for later builds, and seal them; return their number.

    Raises:
        QuotationError: one shows words as printed that their source does not hold.
        ArchiveError: they cannot be kept, or what was kept is not as it was sealed.
    """
    with opened(site.settings.cache_dir) as cache:
        return close_years(site, cache)


def verify(gathered: Gathered, settings: Settings) -> int:
    """Make every page in memory and return how many quotations stand in their sources as shown.

    Raises:
        QuotationError: one does not.
    """
    return count_quotations(outputs(assemble(gathered, replace(settings, translate=TranslateMode.NEVER))))


_TRACKER = "ignore::UserWarning:multiprocessing.resource_tracker"


@contextmanager
def local_pool(settings: Settings) -> Iterator[Executor | None]:
    """Give the processes that `jobs` asks for, or None where one is enough."""
    if settings.jobs == 1:
        yield None
        return
    # What tracks semaphores tells of those that an interruption left and takes them away: its warning would
    # stand below the one line that says what happened.
    if _TRACKER not in sys.warnoptions:
        sys.warnoptions.append(_TRACKER)
    # `mkdocs serve` has threads, so nothing is forked.
    pool = ProcessPoolExecutor(settings.jobs, get_context("spawn"), begin_work, (settings.cache_dir,))
    try:
        # A terminal interrupts every process of a program; only this one answers. Masks are inherited.
        blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        for _ in range(settings.jobs):
            pool.submit(int)
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)
