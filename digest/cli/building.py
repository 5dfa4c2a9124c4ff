"""`digest build` and `digest export`: the site alone without a generator, or as sources of another one."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from digest.alone import ExportForm, StrictError, build_alone
from digest.alone import export as write_export
from digest.cli.output import archive_dir, archive_option, emit, problem_rows
from digest.config import OLD_LAYOUT, archive_settings, load_settings, load_site
from digest.model import Layout, Severity


@click.command()
@click.option(
    "--site-dir", type=click.Path(file_okay=False, path_type=Path), help="Instead of the site's own."
)
@click.option("--strict", is_flag=True, help="Any problem ends the build, and the site stays as it was.")
@click.option(
    "--jobs", type=click.IntRange(min=1, max=1_000), help="Processes that work at a time, instead of `jobs`."
)
@archive_option
@click.pass_context
def build(
    ctx: click.Context, *, site_dir: Path | None, strict: bool, jobs: int | None, before: datetime | None
) -> None:
    """Write the whole site without MkDocs: the digest's pages the same, byte for byte.

    Ordinary pages are made by Python-Markdown, in the digest's own frame. The site is replaced as a whole
    once all of it stands; a build that is stopped leaves it as it was.

    With --before, one of the sites of closed years (`archive_sites`), into a folder beside the site's own.
    """
    settings, site = load_site(ctx.obj, site_dir=site_dir)
    if before:
        settings = archive_settings(settings, before.date())
        site = site if site_dir else replace(site, site_dir=archive_dir(site.site_dir, before))
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
    done = "nothing has changed:" if built.is_unchanged else "wrote"
    where = "in" if built.is_unchanged else "into"
    click.echo(f"{done} {built.pages} pages {where} {site.site_dir / settings.prefix}", err=True)


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice([str(form) for form in ExportForm]),
    default=str(ExportForm.MARKDOWN),
    show_default=True,
    help="markdown: for Zensical, MkDocs and Pelican; html: for Hugo.",
)
@click.pass_context
def export(ctx: click.Context, folder: Path, form: str) -> None:
    """Write the pages as sources of another generator into FOLDER, a folder a language.

    Every page has front matter (title, description, date, lang, url, slug) and its own style sheet. FOLDER is
    replaced as a whole.
    """
    from digest.build import build as build_site  # noqa: PLC0415 - `digest build` may need none of it
    from digest.build import local_pool  # noqa: PLC0415

    settings = load_settings(ctx.obj)
    with local_pool(settings) as executor:
        site = build_site(settings, executor=executor, warn=lambda said: click.echo(said, err=True))
    emit(problem_rows(site.problems, settings.content_dir), "text")
    click.echo(f"wrote {write_export(site, ExportForm(form), folder)} pages into {folder}", err=True)


@click.command()
@click.pass_context
def archive(ctx: click.Context) -> None:
    """Keep the pages of closed years (`archive_before`) in archive/, and seal them in archive.json.

    Commit archive.json; keep the folder in the repository or in CI's cache. A build without it makes the same
    pages, and one in which a kept file was changed ends.
    """
    from digest.build import build as build_site  # noqa: PLC0415 - as above
    from digest.build import close, local_pool  # noqa: PLC0415

    settings = load_settings(ctx.obj)
    if settings.archive_before is None:
        raise click.UsageError("archive_before is not set in mkdocs.yml; write a day, as 2025-01-01")
    with local_pool(settings) as executor:
        site = build_site(settings, executor=executor, warn=lambda said: click.echo(said, err=True))
    errors = [problem for problem in site.problems if problem.severity is Severity.ERROR]
    if errors:
        emit(problem_rows(errors, settings.content_dir), "text")
        click.echo("nothing was kept: mend these first", err=True)
        sys.exit(1)
    click.echo(
        f"kept {close(site)} pages of before {settings.archive_before} in {settings.archive_dir.name}/"
    )
