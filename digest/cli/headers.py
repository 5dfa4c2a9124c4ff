"""`digest headers`: what a static host may send with the pages."""

from __future__ import annotations

import click

from digest.config import load_settings
from digest.publish import headers as lines


@click.command()
@click.pass_context
def headers(ctx: click.Context) -> None:
    """Print lines for a file `_headers` of a static host."""
    click.echo(lines(load_settings(ctx.obj)), nl=False)
