"""The folder of PO files ↔ the committed translations.

In goes a folder, `translations/<source>-<target>/<yyyy-mm>.po`; out comes a memory that is asked for a
segment's translation, its refusal or its entry, read-only (`load_memory`, `PoMemory`); nothing in it puts
words into an outlet's mouth (`proven`). Changes to entries go in through `Files` while `locked`: each is made
of an entry (`filled`, `renewed`, `left`, `moved`, `refused`, `retired`, `used_at`; for reviewers `accepted`,
`reworded`), and what no change touches keeps its bytes. `revisions` tells which entry an edited text had
before.
"""

from digest.translate.memory.changes import (
    Change,
    accepted,
    filled,
    left,
    moved,
    refused,
    renewed,
    retired,
    reworded,
    used_at,
)
from digest.translate.memory.edits import Revisions, revisions
from digest.translate.memory.files import Files
from digest.translate.memory.index import Mark
from digest.translate.memory.lock import locked
from digest.translate.memory.lookup import Found, PoMemory, key_of_segment, load_memory, pair
from digest.translate.memory.origin import is_outdated_output, is_unread_output
from digest.translate.memory.proof import proven

__all__ = [
    "Change",
    "Files",
    "Found",
    "Mark",
    "PoMemory",
    "Revisions",
    "accepted",
    "filled",
    "is_outdated_output",
    "is_unread_output",
    "key_of_segment",
    "left",
    "load_memory",
    "locked",
    "moved",
    "pair",
    "proven",
    "refused",
    "renewed",
    "retired",
    "revisions",
    "reworded",
    "used_at",
]
