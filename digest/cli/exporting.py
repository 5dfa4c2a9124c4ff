"""`digest export`: the digest as sources of another generator."""

from __future__ import annotations

from pathlib import Path

import click

from digest.alone import ExportForm
from digest.alone import export as write_export
from digest.build import build, local_pool
from digest.cli.output import emit, problem_rows
from digest.config import load_settings


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
    settings = load_settings(ctx.obj)
    with local_pool(settings) as executor:
        site = build(settings, executor=executor, warn=lambda said: click.echo(said, err=True))
    emit(problem_rows(site.problems, settings.content_dir), "text")
    click.echo(f"wrote {write_export(site, ExportForm(form), folder)} pages into {folder}", err=True)
