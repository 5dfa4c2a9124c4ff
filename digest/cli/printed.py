"""Commands that print a file: `digest headers`, `digest constraints`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.pass_context
def headers(ctx: click.Context) -> None:
    """Print lines for a file `_headers` of a static host."""
    from digest.config import load_settings  # noqa: PLC0415 - the other one needs none
    from digest.publish import headers as lines  # noqa: PLC0415 - as above

    click.echo(lines(load_settings(ctx.obj)), nl=False)


@click.command()
def constraints() -> None:
    """Print the versions that Digest is tested with, for pip --constraint.

    With them, a site is the same bytes on every machine: digest constraints > constraints.txt; pip install
    --constraint constraints.txt mkdocs-digest
    """
    package = Path(__file__).parents[1]
    # In the wheel beside the package's modules, else in the checkout.
    files = (package / "constraints.txt", package.parent / "constraints.txt")
    click.echo(next(file for file in files if file.is_file()).read_text("utf-8"), nl=False)
