"""Command-line shell: one module a kind of command, listed here.

Exit status: 0 fine, 1 problems found, 2 wrong usage, 130 stopped by its user.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from digest.cli.exits import INTERRUPTED
from digest.config.source import find_config
from digest.errors import DigestError

MODULES = {
    "add": "adding", "build": "building", "check": "content", "migrate": "migrate", "models": "models",
    "new": "new",
    "quotes": "content", "record": "record", "schema": "content", "sources": "sources", "status": "status",
    "stories": "content", "translate": "translation",
}  # fmt: skip
"""Where each command stands. A module is imported when its command runs: who adds needs no templates."""


class Digest(click.Group):
    """Shows what a user can mend without a traceback."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(MODULES)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        """Return a command, None if there is none of this name."""
        if name not in MODULES:
            return None
        command: click.Command = getattr(import_module(f"digest.cli.{MODULES[name]}"), name)
        return command

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
