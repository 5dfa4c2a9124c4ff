"""What stands around articles on pages: bylines, buttons, teasers, and which lines of a text they are.

In goes a language (`phrases`, rows in `*.toml`) and lines of a text; out come patterns, the lines to cut with
the reasons (`roles`), and where the text itself begins (`opening`).
"""

from __future__ import annotations

from digest.read.furniture.bylines import byline_names, names_in, side_by_side, signing, stands_with_name
from digest.read.furniture.lines import Cut, Line
from digest.read.furniture.opening import cut_opening, tells_when
from digest.read.furniture.phrases import (
    Furniture,
    box_headings,
    box_names,
    comment_headings,
    comment_words,
    ends_sentence,
    furniture,
    is_prose,
    is_protected,
    pointers,
    unfolding,
    unfolding_names,
)
from digest.read.furniture.portal import CREDIT, of_portal
from digest.read.furniture.roles import Role, is_text, reasons_for, role_of, settled

__all__ = [
    "CREDIT",
    "Cut",
    "Furniture",
    "Line",
    "Role",
    "box_headings",
    "box_names",
    "byline_names",
    "comment_headings",
    "comment_words",
    "cut_opening",
    "ends_sentence",
    "furniture",
    "is_prose",
    "is_protected",
    "is_text",
    "names_in",
    "of_portal",
    "pointers",
    "reasons_for",
    "role_of",
    "settled",
    "side_by_side",
    "signing",
    "stands_with_name",
    "tells_when",
    "unfolding",
    "unfolding_names",
]
