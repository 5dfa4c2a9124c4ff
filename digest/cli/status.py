"""`digest status`: how far the translations have come."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from digest import languages
from digest.cli.output import emit, format_option, gathered
from digest.config import load_settings
from digest.model import Coverage, Severity, Standing, coverage
from digest.publish import status_page
from digest.translate import status as status_of

COLUMNS = (
    "segments",
    "translated",
    "machine",
    "unread",
    "reviewed",
    "stale",
    "doubtful",
    "refused",
    "missing",
)
_LEFT_TO_RIGHT = "\u200e"
"""After a name, so that figures beside one that is written from the right stay in their columns."""


@click.command()
@click.option("--strict", is_flag=True, help="Texts that are missing, refused, stale or doubtful fail, too.")
@click.option(
    "--html", type=click.Path(dir_okay=False, path_type=Path), help="Write a page for editors to this file."
)
@format_option
@click.pass_context
def status(ctx: click.Context, *, strict: bool, html: Path | None, form: str) -> None:
    """Count, by language and pair, what is translated, by whom, and what is missing.

    The committed translations count, not what engines would make of the rest. Kinds overlap: a machine's
    translation that somebody reviewed is both.
    """
    settings = load_settings(ctx.obj)
    found = gathered(settings)
    standings = status_of(found.segments, found.memory, settings=settings, kept=found.protected)
    counts = list(counted(standings))
    for problem in found.memory.problems:
        click.echo(str(problem), err=True)
    if html:
        _write(html, status_page(settings, standings))
    if form == "text":
        for line in table(counts):
            click.echo(line)
        if unread := sum(count.unread for count in counts if count.source is None):
            texts = "one text was" if unread == 1 else f"{unread} texts were"
            click.echo(f"{texts} worded by a machine and read by nobody: digest review", err=True)
    else:
        emit((("", asdict(count)) for count in counts), form)
    broken = any(problem.severity is Severity.ERROR for problem in found.problems)
    undone = any(c.missing or c.refused or c.stale or c.doubtful for c in counts)
    sys.exit(1 if broken or (strict and undone) else 0)


def _write(path: Path, page: str) -> None:
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise click.FileError(str(path), hint=error.strerror) from error
    click.echo(f"wrote {path}", err=True)


def counted(standings: Sequence[Standing]) -> Iterator[Coverage]:
    """Yield the counts of each language, and after them those of its pairs."""
    held = tuple(standings)
    for target in dict.fromkeys(standing.use.target for standing in held):
        yield coverage(held, target=target)
        for source in sorted({s.use.segment.language for s in held if s.use.target == target}):
            yield coverage(held, target=target, source=source)


def table(counts: Iterable[Coverage]) -> Iterator[str]:
    """Yield the lines of a table, its columns aligned as a terminal shows them."""
    rows = [("language", *COLUMNS), *(_cells(count) for count in counts)]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for name, *cells in rows:
        first = name + " " * (widths[0] - width(name))
        rest = (cell.rjust(size) for cell, size in zip(cells, widths[1:], strict=True))
        yield "  ".join((first, *rest))


def _cells(count: Coverage) -> tuple[str, ...]:
    if count.source:
        name = f"  {count.source} → {count.target}"
    else:
        name = f"{count.target} {languages.endonym(count.target)}{_LEFT_TO_RIGHT}"
    return (name, *(str(getattr(count, column)) for column in COLUMNS))


def width(text: str) -> int:
    """Return how many cells of a terminal `text` fills: two a wide character, none a mark on another.

    >>> width("es"), width("中文"), width("e\u0301"), width("ar\u200e")
    (2, 4, 1, 2)
    """
    shown = (char for char in text if unicodedata.category(char) not in {"Mn", "Me", "Cf"})
    return sum(2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1 for char in shown)
