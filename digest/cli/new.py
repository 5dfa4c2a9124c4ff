"""`digest new`: a site, an article, an outlet, a person, a topic to fill in."""

from __future__ import annotations

import shlex
from datetime import UTC, datetime
from pathlib import Path

import click

from digest.add.blank import new_article, new_entry, new_site
from digest.config import load_settings


@click.group()
def new() -> None:
    """Make something to fill in: a site, an article, an outlet, a person, a topic."""


@new.command()
@click.argument("folder", type=click.Path(path_type=Path))
def site(folder: Path) -> None:
    """Make a site in FOLDER that builds at once."""
    for path in new_site(folder):
        click.echo(folder / path)
    click.echo(f"next: cd {shlex.quote(str(folder))}, digest check, mkdocs serve", err=True)


@new.command()
@click.argument("name")
@click.option("--outlet", required=True, metavar="ID", help="Who published it: an id of outlets.yml.")
@click.pass_context
def article(ctx: click.Context, name: str, outlet: str) -> None:
    """Write an article to fill in; NAME is its headline or the name of its file."""
    settings = load_settings(ctx.obj)
    click.echo(new_article(name, settings, outlet=outlet, now=datetime.now(UTC)))


def _entry(kind: str, about: str) -> click.Command:
    @click.command(kind, help=about)
    @click.argument("name")
    @click.pass_context
    def command(ctx: click.Context, name: str) -> None:
        click.echo(new_entry(kind, name, load_settings(ctx.obj)))

    return command


new.add_command(_entry("outlet", "Append an outlet to outlets.yml; NAME is its id or its name."))
new.add_command(_entry("person", "Append a person to people.yml; NAME is an id or a name."))
new.add_command(_entry("topic", "Append a topic to topics.yml; NAME is its id or its name."))
