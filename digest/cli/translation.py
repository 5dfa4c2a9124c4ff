"""Commands that fill the translation memory: `digest translate`."""

from __future__ import annotations

import sys

import click

from digest.cli.rows import gathered
from digest.config import load_settings
from digest.translate import fill_memory

INTERRUPTED = 130
"""What shells report of a program that its user stopped."""


@click.command()
@click.pass_context
def translate(ctx: click.Context) -> None:
    """Fill the translation memory with the installed engines, for people to review."""
    settings = load_settings(ctx.obj)
    found = gathered(settings)
    with click.progressbar(length=1, label="translating", file=sys.stderr) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = max(total, 1)
            bar.update(done - bar.pos)

        report = fill_memory(
            found.segments,
            found.memory,
            settings=settings,
            articles=found.content.articles,
            progress=progress,
        )
    for refused in report.refused:
        click.echo(f"refused ({refused.reason}): {refused.segment.text} → {refused.text}", err=True)
    for failure in report.failures:
        click.echo(failure, err=True)
    for name in report.files:
        click.echo(f"wrote {name}")
    click.echo(
        f"{report.present} were there, {len(report.filled)} are new, {len(report.missing)} are still missing"
    )
    if report.interrupted:
        click.echo("interrupted: what is new is kept; run this again to go on", err=True)
        sys.exit(INTERRUPTED)
    sys.exit(1 if report.failures else 0)
