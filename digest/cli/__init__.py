"""Command-line shell: one module a kind of command, listed here.

Exit status: 0 fine, 1 problems found, 2 wrong usage, 130 stopped by its user.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

from digest.cli.exits import INTERRUPTED

COMMANDS = {
    "add": (
        "adding",
        (
            "Add articles: an address, a saved page, text, e-mail, feed, list, sitemap or web archive; "
            "- reads any."
        ),
    ),
    "archive": (
        "building",
        "Keep the pages of closed years (`archive_before`) in archive/, and seal them in archive.json.",
    ),
    "build": ("building", "Write the whole site without MkDocs: the digest's pages the same, byte for byte."),
    "check": (
        "content",
        "Find every problem of the content, and verify every quotation that pages would show.",
    ),
    "constraints": ("printed", "Print the versions that Digest is tested with, for pip --constraint."),
    "export": (
        "building",
        "Write the pages as sources of another generator into FOLDER, a folder a language.",
    ),
    "headers": ("printed", "Print lines for a file `_headers` of a static host."),
    "migrate": (
        "migrate",
        "Move ordinary pages out of the content folder into content/pages, and change docs_dir.",
    ),
    "models": ("models", "Install, pin and check the models that engines translate with."),
    "new": ("new", "Make something to fill in: a site, an article, an outlet, a person, a topic."),
    "people": ("content", "List the people who are quoted, and under which names."),
    "quotes": (
        "content",
        "List the quotations found, of all articles or of those at PATHS (files or folders).",
    ),
    "record": (
        "record",
        "Record what the site has published: run it after a build, and commit content/record.jsonl.",
    ),
    "review": (
        "review",
        "Read what a machine or the desk worded, one text at a time: accept, edit or skip.",
    ),
    "schema": ("content", "Print the JSON Schema of an article's front matter, or of a data file."),
    "sources": ("sources", "List, import and export what `digest add --all` reads."),
    "status": ("status", "Count, by language and pair, what is translated, by whom, and what is missing."),
    "stories": ("content", "List the stories, their articles and why these are together."),
    "translate": (
        "translation",
        "Fill the translation memory with the installed engines, for people to review.",
    ),
}
"""Where each command stands, and what it says it does: `digest --help` imports none of them.

A module is imported when its command runs: who adds needs no templates.
"""


class Digest(click.Group):
    """Shows what a user can mend without a traceback."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        """Return a command, None if there is none of this name."""
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"digest.cli.{COMMANDS[name][0]}"), name)
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by their own first sentences, without importing them."""
        most = formatter.width - 6 - max(map(len, COMMANDS))
        with formatter.section("Commands"):
            commands = (click.Command(name, help=said) for name, (_, said) in sorted(COMMANDS.items()))
            formatter.write_dl([(own.name or "", own.get_short_help_str(most)) for own in commands])

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read the command line; who stops that ends it with 130, where click would say “Aborted!” and 1."""
        try:
            return super().make_context(*args, **kwargs)
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            sys.exit(INTERRUPTED)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an expected error ends it with status 1, its user with 130."""
        try:
            return self._invoked(ctx)
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            ctx.exit(INTERRUPTED)

    def _invoked(self, ctx: click.Context) -> Any:
        # `digest --help` needs no records.
        from digest.errors import DigestError  # noqa: PLC0415
        from digest.messages import lines_of  # noqa: PLC0415

        try:
            return super().invoke(ctx)
        except DigestError as error:
            for line in lines_of(str(error)):
                click.echo(line, err=True)
            ctx.exit(1)


@click.group(cls=Digest, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-f", "--config-file", help="The site's configuration, instead of mkdocs.yml or properdocs.yml here."
)
@click.version_option(package_name="mkdocs-digest")
@click.pass_context
def main(ctx: click.Context, config_file: str | None) -> None:
    """Check, list and translate what a digest is built from."""
    from digest.config.source import find_config  # noqa: PLC0415 - it brings the stages along

    ctx.obj = find_config(config_file)
