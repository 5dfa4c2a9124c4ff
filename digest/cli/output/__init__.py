"""What commands print: listings as text or JSON (`rows`, `together`), how far they are (`meter`), notices."""

from __future__ import annotations

from digest.cli.output.archives import archive_dir, archive_option
from digest.cli.output.meter import progress
from digest.cli.output.notices import notice_rows
from digest.cli.output.persons import doubtful_person_rows, person_rows
from digest.cli.output.pools import cluster_option, gathered, workers
from digest.cli.output.rows import (
    Row,
    change_rows,
    emit,
    explained_row,
    format_option,
    problem_rows,
    quote_row,
    story_row,
    trimmed_row,
    utterance_row,
    vetoed_row,
)
from digest.cli.output.together import doubtful, reasons, story_of

__all__ = [
    "Row",
    "archive_dir",
    "archive_option",
    "change_rows",
    "cluster_option",
    "doubtful",
    "doubtful_person_rows",
    "emit",
    "explained_row",
    "format_option",
    "gathered",
    "notice_rows",
    "person_rows",
    "problem_rows",
    "progress",
    "quote_row",
    "reasons",
    "story_of",
    "story_row",
    "trimmed_row",
    "utterance_row",
    "vetoed_row",
    "workers",
]
