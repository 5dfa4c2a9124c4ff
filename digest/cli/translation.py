"""Commands that fill the translation memory: `digest translate`."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable
from contextlib import ExitStack
from dataclasses import replace
from functools import partial

import click

from digest.cli.exits import INTERRUPTED
from digest.cli.output import cluster_option, gathered, progress, workers
from digest.config import load_settings
from digest.model import Problem, SegmentKind, Settings, Translation
from digest.translate import (
    Protected,
    Redo,
    Report,
    doubt_about,
    engine_names,
    fill_memory,
    names_for,
    unpinned,
)
from digest.translate.models import code_of, not_installed


@click.command()
@click.option(
    "--jobs", type=click.IntRange(min=1, max=1_000), help="Batches translated at a time, instead of `jobs`."
)
@click.option("--engine", metavar="NAME", help="Ask this engine alone, instead of `engines`.")
@click.option(
    "--redo",
    is_flag=True,
    help="Also make anew what a machine worded and nobody has reviewed; people's stays.",
)
@click.option(
    "--only",
    metavar="KINDS",
    default=None,
    help="What --redo makes anew; with doubtful: only what seems to have lost something."
    "  [default: machine,unreviewed]",
)
@cluster_option
@click.pass_context
def translate(
    ctx: click.Context, *, jobs: int | None, engine: str | None, redo: bool, only: str | None, cluster: str
) -> None:
    """Fill the translation memory with the installed engines, for people to review."""
    if only and not redo:
        raise click.UsageError("--only says what --redo makes anew; add --redo, or leave it out")
    kinds = _kinds(only or "machine,unreviewed")
    settings = _settings(ctx.obj, jobs, engine)
    found = gathered(settings, cluster=cluster)
    again = None
    if redo:
        lost = partial(_is_doubtful, kept=found.protected) if "doubtful" in kinds else None
        again = Redo(but_by=engine, doubtful=lost)
    with ExitStack() as stack:
        tell = stack.enter_context(progress("translating", "segments"))
        executor = stack.enter_context(workers(settings, cluster))
        report = fill_memory(
            found.segments,
            found.memory,
            settings=settings,
            articles=found.content.articles,
            kept=found.protected,
            progress=tell,
            redo=again,
            executor=executor if cluster else None,
            judges=None if cluster else executor,
        )
    _tell(report, found.memory.problems)
    for name in [] if report.failures else not_installed(settings):
        click.echo(
            f"{name} is pinned and not installed, so it translated nothing; run digest models install",
            err=True,
        )
    for source, target in _unserved(report):
        names = names_for(settings, source, target)
        click.echo(_advice(source, target, names, tuple(unpinned(source, target, settings))), err=True)
    if report.interrupted:
        click.echo("interrupted: what is new is kept; run this again to go on", err=True)
        sys.exit(INTERRUPTED)
    sys.exit(1 if report.failures or report.unsound else 0)


def _settings(config_file: str, jobs: int | None, engine: str | None) -> Settings:
    """Return the site's settings, with what was asked for this time."""
    settings = load_settings(config_file)
    if not settings.content_dir.is_dir():
        told = f"{settings.content_dir.name}: there is no such folder, so there is nothing to translate"
        raise click.ClickException(f"{told}; “digest add” begins one")
    if engine and engine not in engine_names():
        raise click.UsageError(f"“{engine}” is no engine; there are {', '.join(engine_names())}")
    engines = {"default": (engine,)} if engine else settings.engines
    return replace(settings, jobs=jobs or settings.jobs, engines=engines)


def _is_doubtful(made: Translation, *, kept: Protected) -> bool:
    return doubt_about(made, kept) is not None


def _tell(report: Report, problems: Iterable[Problem]) -> None:
    """Say what was written, what was not and why."""
    for one in report.refused:
        if (one.segment, one.language) not in report.known:
            gave = f" → {one.text}" if one.text.strip() else ""
            why = one.reason if gave else "the engine gave nothing for it"
            click.echo(f"refused ({why}): {one.segment.text}{gave}", err=True)
    for failure in report.failures:
        click.echo(failure, err=True)
    for problem in problems:
        click.echo(str(problem), err=True)
    for name in report.unsound:
        click.echo(f"translations/{name} is left as it is until what is wrong there is mended", err=True)
    for name in report.files:
        click.echo(f"wrote {name}")
    new, missing = sum(report.filled.values()), len(report.missing)
    counts = f"{report.present} were there, {new} are new, {missing} are still missing"
    refused = {(one.segment, one.language) for one in report.refused}.intersection(report.missing)
    click.echo(f"{counts}, {len(refused)} of them refused" if refused else counts)


def _kinds(only: str) -> set[str]:
    """Return what --only names; a person's text is never among it."""
    kinds = {kind.strip() for kind in only.split(",")}
    if unknown := sorted(kinds - {"machine", "unreviewed", "doubtful"}):
        raise click.UsageError(f"“{unknown[0]}” is no kind; there are machine, unreviewed, doubtful")
    return kinds


def _unserved(report: Report) -> list[tuple[str, str]]:
    """Return the pairs of texts that engines may word and should, and no engine answered."""
    if report.interrupted or report.failures:
        return []
    asked = (*report.missing, *report.untouched)
    texts = ((one, to) for one, to in asked if one.kind is not SegmentKind.LABEL)
    pairs = {(one.language, to) for one, to in texts}
    refused = {(one.segment.language, one.language) for one in report.refused}
    return sorted(pairs - report.filled.keys() - refused)


def _advice(source: str, target: str, engines: Collection[str], unpinned: Collection[str]) -> str:
    """Say what to do about a pair that none of its engines serves."""
    if not engines:
        return f"mkdocs.yml names no engine for {source} → {target}; write the texts in the PO files"
    ways = {
        "argos": f"a model (digest models install {code_of(source)} {code_of(target)})",
        "firefox": f"a model of Firefox (digest models install --engine firefox {source} {target})",
        "apertium": "an Apertium pair (apt search apertium)",
    }
    lacking = [name for name in engines if name not in unpinned]
    install = " or ".join(ways[name] for name in lacking if name in ways)
    # The others are servers and plug-ins.
    served = ", ".join(name for name in lacking if name not in ways)
    steps = [
        f"{name} would, if models.toml pinned it (digest models install --engine {name} {source} {target})"
        for name in unpinned
    ]
    steps += [f"install {install}"] if install else []
    steps += [f"check engine_options: of {served} in mkdocs.yml"] if served else []
    steps.append("write the texts in the PO files")
    return f"no engine translated {source} → {target}; {', or '.join(steps)}"
