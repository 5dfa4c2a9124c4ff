"""The content folder's data files: outlets, people, topics, glossary, decisions, sources and dead links.

In goes the folder; out come frozen records and what is wrong with each file. A missing file says nothing.
"""

from __future__ import annotations

from digest.read.data.dead_links import NAME as DEAD_LINKS
from digest.read.data.dead_links import read_dead_links
from digest.read.data.decisions import read_decisions
from digest.read.data.registries import Registries, read_registries
from digest.read.data.source_list import ListedSource, read_source_list

__all__ = [
    "DEAD_LINKS",
    "ListedSource",
    "Registries",
    "read_dead_links",
    "read_decisions",
    "read_registries",
    "read_source_list",
]
