"""Command-line shell: one module a kind of command, listed here.

Exit status: 0 fine, 1 problems found, 2 wrong usage, 130 stopped by its user.
"""

from __future__ import annotations

from typing import Any

import click

from digest.cli.adding import add
from digest.cli.building import build
from digest.cli.content import check, quotes, schema, stories
from digest.cli.migrate import migrate
from digest.cli.models import models
from digest.cli.new import new
from digest.cli.record import record
from digest.cli.sources import sources
from digest.cli.status import status
from digest.cli.translation import INTERRUPTED, translate
from digest.config import find_config
from digest.errors import DigestError


class Digest(click.Group):
    """Shows what a user can mend without a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an expected error ends it with status 1, its user with 130."""
        try:
            return super().invoke(ctx)
        except DigestError as error:
            click.echo(str(error), err=True)
            ctx.exit(1)
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            ctx.exit(INTERRUPTED)


@click.group(cls=Digest, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-f", "--config-file", help="The site's configuration, instead of mkdocs.yml or properdocs.yml here."
)
@click.version_option(package_name="mkdocs-digest")
@click.pass_context
def main(ctx: click.Context, config_file: str | None) -> None:
    """Check, list and translate what a digest is built from."""
    ctx.obj = find_config(config_file)


for command in (
    add, build, check, migrate, models, new, quotes, record, schema, sources, status, stories, translate,
):  # fmt: skip
    main.add_command(command)
