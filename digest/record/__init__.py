"""What the site has published: read by builds, written by `digest record`, never by a build.

In goes `content/record.jsonl` with what the content says now; out come the ids that stay (stories,
statements), where each published address leads, the corrections that readers are told, and the lines that the
record lacks.

- `lines` is the grammar of a line, `load` reads the file, in whatever order merges have left it.
- `identity` finds the published thing in what is there now: renamed, joined, parted, corrected.
- `compare` tells what has changed since, which `write` adds; a build after that equals the one before.
- `corrections` are changes to published words, attributions and articles; `history` is all that pages need.
"""

from __future__ import annotations

from digest.record.compare import Now
from digest.record.history import history_of
from digest.record.identity import Identity, identify
from digest.record.load import RECORD, load_record
from digest.record.write import append, forget

__all__ = [
    "RECORD",
    "Identity",
    "Now",
    "append",
    "forget",
    "history_of",
    "identify",
    "load_record",
]
