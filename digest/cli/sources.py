"""`digest sources`: the feeds, sitemaps and pages that `digest add --all` reads."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from digest.add.sources import export_opml, import_opml, listed
from digest.cli.output import emit, format_option
from digest.config import load_settings


@click.group()
def sources() -> None:
    """List, import and export what `digest add --all` reads."""


@sources.command("list")
@format_option
@click.pass_context
def list_(ctx: click.Context, form: str) -> None:
    """List the sources of sources.yml."""
    rows = listed(load_settings(ctx.obj))
    emit(
        ((f"{one.outlet}: {one.url}" + (f" ({one.name})" if one.name else ""), asdict(one)) for one in rows),
        form,
    )


@sources.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def import_(ctx: click.Context, file: Path) -> None:
    """Append the feeds of an OPML list to sources.yml, and outlets that are not known yet to outlets.yml."""
    new, left_out = import_opml(file, load_settings(ctx.obj))
    for one in new:
        click.echo(f"{one.outlet}: {one.url}")
    for item in left_out:
        click.echo(f"not taken: {item.what}: {item.why}", err=True)
    click.echo(f"{len(new)} imported; digest add --all reads them", err=True)


@sources.command()
@click.pass_context
def export(ctx: click.Context) -> None:
    """Print the sources as an OPML list, for any reader of feeds."""
    settings = load_settings(ctx.obj)
    click.echo(export_opml(listed(settings), settings.site_name), nl=False)
