"""What the content folder holds already, and whether what came is the same again.

In goes the content folder and a draft; out come entries: by address and id (`entries`), by text (`alike`),
the file as it stands and how its quotations differ (`again`), and which version is the later one (`moments`).
"""

from __future__ import annotations

from digest.add.known.again import differing, kept_at, with_values
from digest.add.known.alike import AGAIN, Texts
from digest.add.known.entries import Entry, Known, values_of
from digest.add.known.moments import is_newer, is_older, stamp

__all__ = [
    "AGAIN",
    "Entry",
    "Known",
    "Texts",
    "differing",
    "is_newer",
    "is_older",
    "kept_at",
    "stamp",
    "values_of",
    "with_values",
]
