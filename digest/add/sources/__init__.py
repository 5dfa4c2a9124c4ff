"""The listed sources: what servers said the last time (`state`), and lists in and out (`subscriptions`)."""

from __future__ import annotations

from digest.add.sources.state import NAME as STATES
from digest.add.sources.state import SourceState, States
from digest.add.sources.subscriptions import export_opml, import_opml, listed

__all__ = [
    "STATES",
    "SourceState",
    "States",
    "export_opml",
    "import_opml",
    "listed",
]
