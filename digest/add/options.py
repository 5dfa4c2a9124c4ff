"""What a user of `digest add` may ask for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the user asked for."""

    outlet: str | None = None
    language: str | None = None
    dry_run: bool = False
    fetch: bool = False
    """Whether to fetch what a file, rather than an address, leads to."""
    limit: int = 100
    """Pages that are fetched for one source."""
