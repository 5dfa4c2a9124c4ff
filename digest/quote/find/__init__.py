"""Where quotations stand: marks to spans, spans to sentences.

In goes an article and its language's grammar; out come `Marked` spans, in order of the text, and with
`frames_of` the sentence around each, every quotation in it blanked out. Nothing here asks who spoke or
whether it was speech: that is for `credit` and `speech`.

- `marks` pairs quotation marks, `dashes` finds speech that has none, `insertions` cuts `, said Putin,` out.
- `block_quotations` adds statements set apart as blocks, and drops pull quotes.
- `frames` cuts the sentences; where a quotation ends one, its last mark is kept.
"""

from __future__ import annotations

from digest.quote.find.block_quotations import with_block_quotations
from digest.quote.find.dashes import with_dashes
from digest.quote.find.frames import TERMINALS, Frame, Frames, frames_of
from digest.quote.find.insertions import without_insertions
from digest.quote.find.limits import TAG_LENGTH
from digest.quote.find.marks import Marked, pair_marks

__all__ = [
    "TAG_LENGTH",
    "TERMINALS",
    "Frame",
    "Frames",
    "Marked",
    "frames_of",
    "pair_marks",
    "with_block_quotations",
    "with_dashes",
    "without_insertions",
]
