"""Bytes of a PO file ↔ entries.

In go the bytes of a file; out come its entries, each with the bytes that it stands in, and its flaws, each
with the line and words that say what to write instead (`read_entries`; `entry_of` reads one). The other way:
the lines of an entry, or of one that changes only those that say something else (`composed`, `revised`).
What an entry means is for the memory to know.
"""

from digest.translate.po.compose import composed, revised
from digest.translate.po.flaws import Flaw
from digest.translate.po.read import Entry, entry_of, read_entries

__all__ = ["Entry", "Flaw", "composed", "entry_of", "read_entries", "revised"]
