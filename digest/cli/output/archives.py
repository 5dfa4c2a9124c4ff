"""Which of the sites of closed years a command is about."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

archive_option = click.option(
    "--before",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="Of `archive_sites`: the site of what was closed before this day.",
)


def archive_dir(site_dir: Path, before: datetime) -> Path:
    """Return the folder of a site of closed years: beside that of the site, with the day in its name."""
    return site_dir.with_name(f"{site_dir.name}-{before:%Y-%m-%d}")
