"""The settings of a site of closed years, which `archive_sites` gives an address of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from digest.errors import ConfigError
from digest.model import Feeds, Settings

_NO_ARCHIVE = frozenset({"news"})
"""Outputs that tell what is new."""


def archive_settings(settings: Settings, day: date) -> Settings:
    """Return the settings of the site that has the stories closed before a day.

    Raises:
        ConfigError: there is none of that day.
    """
    url = dict(settings.archive_sites).get(day)
    if url is None:
        known = ", ".join(one.isoformat() for one, _ in settings.archive_sites) or "none"
        raise ConfigError(f"archive_sites has none of {day}; there are: {known}")
    return replace(
        settings,
        archive=day,
        site_url=url,
        newer_url=settings.site_url,
        # Its pages are made once; what is new stands elsewhere.
        archive_before=None,
        feeds=Feeds(formats=(), of=()),
        outputs=tuple(one for one in settings.outputs if one not in _NO_ARCHIVE),
    )
