"""`digest add`: articles from addresses, files, feeds, lists and archives."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any

import click

from digest.add import Adding, Options, Outcome, SourceReport, State
from digest.add.sources import listed
from digest.cli.output import Row, cluster_option, emit, format_option, workers
from digest.config import load_settings
from digest.fetch import Fetcher
from digest.messages import LONGEST, one_line
from digest.model import Settings

_QUIET = frozenset({State.KNOWN, State.NOT_TAKEN})
_SEVERAL = 16
"""Sources for which it is worth starting the processes that the site is given."""
_MANY = 50
"""Articles beyond which nobody wants to read which story each would join."""


@click.command()
@click.argument("sources", nargs=-1, metavar="SOURCE…")
@click.option("--outlet", metavar="ID", help="Who published it, where the source does not say or is wrong.")
@click.option("--language", metavar="CODE", help="The language it is in, where the source is wrong.")
@click.option(
    "--fetch", is_flag=True, help="Also fetch what a file leads to: pages of a feed, feeds of a list."
)
@click.option("--all", "listed_too", is_flag=True, help="Read what is new at the sources of sources.yml.")
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=100,
    show_default=True,
    help="Pages that are fetched for one source.",
)
@click.option("-n", "--dry-run", is_flag=True, help="Write nothing; say what would be written.")
@click.option("-v", "--verbose", is_flag=True, help="Also name what is there already or was not taken.")
@format_option
@cluster_option
@click.pass_context
def add(
    ctx: click.Context,
    /,
    sources: tuple[str, ...],
    *,
    listed_too: bool,
    verbose: bool,
    form: str,
    cluster: str,
    **asked: Any,
) -> None:
    """Add articles: an address, a saved page, text, e-mail, feed, list, sitemap or web archive; - reads any.

    What a page says of itself is kept; what is missing or doubtful is said. Nothing is asked.
    """
    if not sources and not listed_too:
        raise click.UsageError("name what to add: an address, a file, or - for standard input; or --all")
    settings = load_settings(ctx.obj)
    counts: Counter[State] = Counter()
    verbose = verbose or form == "json"
    with workers(_as_many(settings, sources), cluster) as executor:
        adding = Adding(
            settings, Options(**asked), fetcher=fetcher_of(settings), now=datetime.now(UTC),
            stdin=sys.stdin.buffer, executor=executor,
        )  # fmt: skip
        emit(
            outcome_rows(
                _counted(adding.run(sources), counts), settings, verbose=verbose, dry_run=asked["dry_run"]
            ),
            form,
        )
        is_broken = listed_too and _all(
            adding, settings, counts, verbose=verbose, form=form, dry_run=asked["dry_run"]
        )
    if form == "text":
        tell_stories(adding, settings)
        click.echo(summary(counts, dry_run=asked["dry_run"]), err=True)
    sys.exit(1 if counts[State.FAILED] or is_broken else 0)


def _as_many(settings: Settings, sources: tuple[str, ...]) -> Settings:
    """Return the settings with one process where more would take longer to start than there is to do."""
    return settings if len(sources) >= _SEVERAL else replace(settings, jobs=1)


def _all(
    adding: Adding, settings: Settings, counts: Counter[State], *, verbose: bool, form: str, dry_run: bool
) -> bool:
    """Read the listed sources; tell whether one of them is broken."""
    sources = listed(settings)
    if not sources and form == "text":
        click.echo(
            "no sources are listed in sources.yml; digest sources import FILE.opml lists some", err=True
        )
    is_broken = False
    for found in adding.run_listed(sources):
        if isinstance(found, SourceReport):
            is_broken |= found.is_broken
            emit([_report_row(found)], form)
        else:
            counts[found.state] += 1
            emit(outcome_rows([found], settings, verbose=verbose, dry_run=dry_run), form)
    return is_broken


def _report_row(report: SourceReport) -> Row:
    source = report.source
    fields = {
        "source": source.url, "outlet": source.outlet, "broken": report.is_broken, "message": report.message,
        "counts": {str(state): number for state, number in report.counts.items()},
    }  # fmt: skip
    return (
        f"source {source.url} ({source.outlet}): {'broken: ' if report.is_broken else ''}{report.said}",
        fields,
    )


def fetcher_of(settings: Settings) -> Fetcher:
    """Return what fetches for a site."""
    return Fetcher(site_url=settings.site_url, cache_dir=settings.cache_dir / "add")


def tell_stories(adding: Adding, settings: Settings) -> None:
    """Say which story each article joins, if there are not too many to read."""
    if not 0 < len(adding.articles) <= _MANY:
        return
    for line in stories_of(adding, settings):
        click.echo(line)


def stories_of(adding: Adding, settings: Settings) -> Iterator[str]:
    """Yield a line for each article that joins others."""
    from digest.build import gather  # noqa: PLC0415 - only where somebody reads it
    from digest.errors import DigestError  # noqa: PLC0415

    try:
        found = gather(settings, more=adding.articles)
    except DigestError as error:
        yield f"the stories cannot be told: {error}"
        return
    added = {article.id for article in adding.articles}
    for story in found.grouping.stories:
        new = [article for article in story.articles if article.id in added]
        others = [article for article in story.articles if article.id not in added]
        if new and others:
            names = ", ".join(f"“{article.title}” ({article.outlet.name})" for article in others[:3])
            more = f" and {len(others) - 3} more" if len(others) > 3 else ""
            yield f"story: {', '.join(str(article.id) for article in new)} joins {names}{more}"


def outcome_rows(
    outcomes: Iterable[Outcome], settings: Settings, *, verbose: bool, dry_run: bool = False
) -> Iterator[Row]:
    """Yield a listing's lines, those that say that nothing happened only if wanted."""
    for outcome in outcomes:
        if verbose or outcome.differs or outcome.is_news or outcome.state not in _QUIET:
            yield _lines(outcome, settings, dry_run=dry_run), _fields(outcome)


def summary(counts: Counter[State], *, dry_run: bool) -> str:
    """Return what happened in one line."""
    told = [f"{counts[state]} {state}" for state in State if counts[state]]
    return (", ".join(told) or "nothing to add") + (" (dry run: nothing was written)" if dry_run else "")


def _counted(outcomes: Iterable[Outcome], counts: Counter[State]) -> Iterator[Outcome]:
    for outcome in outcomes:
        counts[outcome.state] += 1
        yield outcome


def _fields(outcome: Outcome) -> dict[str, Any]:
    return {**asdict(outcome), "full": bool(outcome.text)}


def _lines(outcome: Outcome, settings: Settings, *, dry_run: bool) -> str:
    # Titles, names and messages hold what a page or feed said; a path in them is whole or of no use.
    return "\n".join(
        ("  " if line.startswith("  ") else "") + one_line(line, 2 * LONGEST)
        for line in _told(outcome, settings, dry_run=dry_run)
    )


def _told(outcome: Outcome, settings: Settings, *, dry_run: bool) -> list[str]:
    if not outcome.path:
        title = f" (“{outcome.title}”)" if outcome.title else ""
        return [f"{outcome.state}: {outcome.source}{title}: {outcome.message}"]
    where = f"{settings.content_dir.name}/{outcome.path}"
    if outcome.state is State.KNOWN:
        told = [f"{outcome.state}: {outcome.source}: {outcome.message}: {where}"]
        return told + [f"  doubtful: {doubt}" for doubt in outcome.doubts]
    about = [outcome.outlet, outcome.language, outcome.published or outcome.updated]
    became = f"would be {outcome.state}" if dry_run else outcome.state
    lines = [f"{became}: {where}: “{outcome.title}” ({', '.join(str(part) for part in about if part)})"]
    speakers = Counter(said.speaker or "nobody sure" for said in outcome.quotes)
    said = ", ".join(f"{name} {number}" for name, number in speakers.items())
    lines.append(
        f"  {len(outcome.quotes)} quotation{'' if len(outcome.quotes) == 1 else 's'}"
        + (f": {said}" if said else "")
    )
    lines += [f"  doubtful: {doubt}" for doubt in outcome.doubts]
    return lines
