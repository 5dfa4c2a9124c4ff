"""`digest build`: the site alone, without a generator."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from digest.alone import StrictError, build_alone
from digest.cli.output import emit, problem_rows
from digest.config import OLD_LAYOUT, load_site
from digest.model import Layout


@click.command()
@click.option(
    "--site-dir", type=click.Path(file_okay=False, path_type=Path), help="Instead of the site's own."
)
@click.option("--strict", is_flag=True, help="Any problem ends the build, and the site stays as it was.")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes that work at a time, instead of `jobs`.")
@click.pass_context
def build(ctx: click.Context, *, site_dir: Path | None, strict: bool, jobs: int | None) -> None:
    """Write the whole site without MkDocs: the digest's pages the same, byte for byte.

    Ordinary pages are made by Python-Markdown, in the digest's own frame. The site is replaced as a whole
    once all of it stands; a build that is stopped leaves it as it was.
    """
    settings, site = load_site(ctx.obj, site_dir=site_dir)
    settings = replace(settings, jobs=jobs or settings.jobs)
    if settings.layout is Layout.OLD:
        click.echo(f"{ctx.obj}: notice: {OLD_LAYOUT}", err=True)
    try:
        built = build_alone(settings, site, strict=strict, warn=lambda said: click.echo(said, err=True))
    except StrictError as error:
        emit(problem_rows(error.problems, settings.content_dir), "text")
        click.echo(str(error), err=True)
        sys.exit(1)
    emit(problem_rows(built.problems, settings.content_dir), "text")
    click.echo(f"wrote {built.pages} pages into {site.site_dir / settings.prefix}", err=True)
