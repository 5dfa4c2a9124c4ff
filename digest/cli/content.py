"""Commands that look at the content: `digest check`, `quotes`, `stories`, `people`, `schema`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from digest.build import Gathered, assemble, local_pool, verify
from digest.cli.audit import audited, audited_files
from digest.cli.output import (
    archive_dir,
    archive_option,
    change_rows,
    cluster_option,
    doubtful,
    doubtful_person_rows,
    emit,
    explained_row,
    format_option,
    gathered,
    notice_rows,
    person_rows,
    problem_rows,
    quote_row,
    reasons,
    story_of,
    story_row,
    trimmed_row,
    utterance_row,
    vetoed_row,
)
from digest.cli.record import show_changes
from digest.config import OLD_LAYOUT, Surroundings, archive_settings, load_settings, load_site
from digest.errors import DigestError, MemoryFileError, SiteError
from digest.model import HOSTS, Host, Layout, Problem, Settings, Severity, Wording
from digest.publish import fullness, fullness_lines
from digest.quote import with_candidates
from digest.read import SCHEMAS, read, schema_of


@click.command()
@click.option("-v", "--verbose", is_flag=True, help="Also list what was trimmed from sources, and why.")
@click.option("--strict", is_flag=True, help="Warnings fail, too.")
@click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Compare a finished site in this folder with what its content builds.",
)
@click.option(
    "--host",
    type=click.Choice(tuple(HOSTS)),
    help="Only say how much of what this host takes a finished site needs: --site, or its own folder.",
)
@archive_option
@click.option("--evidence", is_flag=True, help="Also extract each text from its evidence anew, and compare.")
@click.option("--links", is_flag=True, help="Also ask whether the articles' addresses still lead somewhere.")
@click.option(
    "--changes", is_flag=True, help="Only list what is about to change for readers of what is published."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "markdown"]),
    default="text",
    show_default=True,
    help="github: annotations of a GitHub workflow; markdown: with --changes, for a pull request.",
)
@cluster_option
@click.pass_context
def check(  # noqa: PLR0913 - one for each option
    ctx: click.Context,
    /,
    *,
    verbose: bool,
    strict: bool,
    site: Path | None,
    host: str | None,
    before: datetime | None,
    changes: bool,
    form: str,
    cluster: str,
    **looks: bool,
) -> None:
    """Find every problem of the content, and verify every quotation that pages would show.

    Nothing is written. Where outlets may have changed a meaning, a notice says so; it fails nothing.
    """
    settings, built = load_site(ctx.obj)
    if before:
        settings = archive_settings(settings, before.date())
    if host:
        own = archive_dir(built.site_dir, before) if before else built.site_dir
        _tell_fullness(site or own, HOSTS[host], settings)
        return
    try:
        found = gathered(settings, cluster=cluster)
    except MemoryFileError as error:
        # Without the memory there are no statements to judge, but what is wrong with articles is known.
        emit(problem_rows((*read(settings).problems, *error.problems), settings.content_dir), form)
        sys.exit(1)
    if settings.layout is Layout.OLD:
        click.echo(f"{ctx.obj}: notice: {OLD_LAYOUT}", err=True)
    if changes:
        show_changes(found, form)
        return
    problems = (*found.problems, *_seen_now(found, settings, **looks))
    folder = settings.content_dir
    emit(problem_rows(problems, folder), form)
    emit((row for said in found.utterances for row in change_rows(said, folder)), form)
    emit((vetoed_row(vetoed, folder) for vetoed in found.vetoed), form)
    emit(notice_rows(found, folder), form)
    if verbose:
        emit((trimmed_row(trimmed, folder) for trimmed in found.content.trimmed), form)
    with _faults_as(form, site or folder, are_all=verbose):
        shown = verify(found, settings) if site is None else _compared(found, settings, built, site)
    _end(found, problems, shown, form, strict=strict)


@contextmanager
def _faults_as(form: str, site: Path, *, are_all: bool) -> Iterator[None]:
    """Tell what is wrong with a finished site in the form of all problems, where that or all is wanted."""
    try:
        yield
    except SiteError as error:
        if form == "text" and not (are_all and error.problems):
            raise  # the first ones, and a count
        emit(problem_rows(error.problems or (Problem("", None, Severity.ERROR, str(error)),), site), form)
        sys.exit(1)


def _compared(found: Gathered, settings: Settings, built: Surroundings, site: Path) -> int:
    """Compare a finished site with what the content builds, and return how many quotations it shows."""
    from digest.compare import compare_site  # noqa: PLC0415 - most checks need no second parser

    digest = assemble(found, settings, warn=lambda said: click.echo(said, err=True))
    with local_pool(settings) as executor:
        inside = _of_digest(site, settings)
        under = "" if inside == site else settings.prefix
        shown, is_whole = compare_site(
            digest,
            built,
            inside,
            under=under,
            tell=lambda said: click.echo(said, err=True),
            executor=executor,
        )
    if not is_whole:
        click.echo(
            "what stands around the digest's part of each page is not ours, and was not compared", err=True
        )
    return shown


def _end(found: Gathered, problems: Sequence[Problem], shown: int, form: str, *, strict: bool) -> None:
    """Count what was looked at, and end with the status that it deserves."""
    if form != "json":
        for line in _summary(found, len(problems)):
            click.echo(line, err=True)
        click.echo(f"{_counted(shown, 'quotation')} verified", err=True)
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    sys.exit(1 if any(problem.severity in failing for problem in problems) else 0)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--utterances", is_flag=True, help="One line a statement, with all its wordings.")
@click.option("--explain", "why", is_flag=True, help="Also the sentence, the rule, and who else was weighed.")
@format_option
@click.pass_context
def quotes(ctx: click.Context, paths: tuple[Path, ...], *, utterances: bool, why: bool, form: str) -> None:
    """List the quotations found, of all articles or of those at PATHS (files or folders)."""
    settings = load_settings(ctx.obj)
    wanted = [path.resolve() for path in paths]
    root = settings.content_dir.resolve()

    def is_wanted(wording: Wording) -> bool:
        path = root / wording.quote.article.path
        return not wanted or any(path == one or one in path.parents for one in wanted)

    all_of = gathered(settings)
    found = [u for u in all_of.utterances if any(map(is_wanted, u.wordings))]
    if utterances:
        emit(map(utterance_row, found), form)
        _tell_what_lacks(all_of)
        return
    rows = [(u, w) for u in found for w in u.wordings if is_wanted(w)]
    rows.sort(key=lambda row: (row[1].quote.article.path, row[1].quote.span.start))
    listed = explained_row if why else quote_row
    weighed = with_candidates([wording.quote for _, wording in rows])
    shown = (
        (one, replace(wording, quote=quote)) for (one, wording), quote in zip(rows, weighed, strict=True)
    )
    emit((listed(*row, settings.content_dir) for row in shown), form)
    _tell_what_lacks(all_of)


@click.command()
@click.option("--why", metavar="ID", help="Tell why the reports of one story, or of an article's, are in it.")
@click.option("--doubtful", "doubted", is_flag=True, help="Only list what an editor would look at.")
@format_option
@click.pass_context
def stories(ctx: click.Context, *, why: str | None, doubted: bool, form: str) -> None:
    """List the stories, their articles and why these are together."""
    all_of = gathered(load_settings(ctx.obj))
    found = all_of.grouping.stories
    if why:
        emit(reasons(story_of(why, found), found), form)
    else:
        emit(doubtful(found) if doubted else map(story_row, found), form)
    _tell_what_lacks(all_of)


@click.command()
@click.option("--doubtful", "doubted", is_flag=True, help="Only list who may be one person under two names.")
@format_option
@click.pass_context
def people(ctx: click.Context, *, doubted: bool, form: str) -> None:
    """List the people who are quoted, and under which names."""
    found = gathered(load_settings(ctx.obj))
    emit(doubtful_person_rows(found) if doubted else person_rows(found), form)
    _tell_what_lacks(found)


def _tell_what_lacks(found: Gathered) -> None:
    """Say that a list may lack something, and end with 1, where the content has errors."""
    if errors := sum(problem.severity is Severity.ERROR for problem in found.problems):
        lacks = "so something may be missing here; digest check tells each"
        click.echo(f"the content has {_counted(errors, 'error')}, {lacks}", err=True)
        sys.exit(1)


@click.command()
@click.argument("name", type=click.Choice(SCHEMAS), default="article")
def schema(name: str) -> None:
    """Print the JSON Schema of an article's front matter, or of a data file.

    Editors' programs complete and check keys by it, and make forms of it.
    """
    click.echo(json.dumps(schema_of(name), ensure_ascii=False, indent=2))


def _seen_now(found: Gathered, settings: Settings, *, evidence: bool, links: bool) -> Iterable[Problem]:
    """Return what only somebody who may look at the clock, and into what was received, can see."""
    zone = ZoneInfo(settings.timezone)
    yield from audited(found.content.articles, datetime.now(zone).date())
    yield from audited_files(settings)
    if evidence:
        from digest.add.evidence import differing_from_evidence  # noqa: PLC0415 - few look into it

        yield from differing_from_evidence(found.content.articles, found.quotes, settings)
    if links:
        # Reaches out, which no other check does.
        from digest.add.links import Links  # noqa: PLC0415
        from digest.cli.adding import fetcher_of  # noqa: PLC0415

        asked = Links(settings.content_dir, settings.cache_dir, fetcher_of(settings), datetime.now(UTC))
        yield from asked.check(found.content.articles)


def _tell_fullness(folder: Path, host: Host, settings: Settings) -> None:
    if not folder.is_dir():
        raise DigestError(f"{folder}: no such folder; build the site first, or name its folder with --site")
    counted = fullness(folder, host, settings.languages)
    for line in fullness_lines(counted, host):
        click.echo(line)
    sys.exit(0 if counted.fits else 1)


def _of_digest(site: Path, settings: Settings) -> Path:
    """Return the digest's own folder in a finished site, or that folder if it was named."""
    inside = site / settings.prefix
    return inside if inside.is_dir() else site


def _summary(gathered: Gathered, problems: int) -> Iterable[str]:
    articles = gathered.content.articles
    summaries = sum(article.is_summary for article in articles)
    counts = [
        f"{_counted(len(articles), 'article')} ({summaries} by the desk)",
        _counted(len({article.language for article in articles}), "language"),
        _counted(len(gathered.quotes), "quote"),
        _counted(len(gathered.grouping.stories), "story", "stories"),
        _counted(problems, "problem"),
    ]
    yield ", ".join(counts)
    if len(articles) > summaries:
        yield "Full texts in a public repository are published texts: keep only those you may publish."


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
