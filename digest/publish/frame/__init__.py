"""What stands around every page: templates, the interface's words, head and foot, and what it may load.

In go a page's body and the settings; out comes a whole document. Whoever makes a body asks the `Renderer`
for it, so that strings, links and dates are those of one edition.
"""

from digest.publish.frame.brief import ended
from digest.publish.frame.compiled import templates_dir
from digest.publish.frame.dates import day, day_name, headed, month_name
from digest.publish.frame.frames import Frame, Frames, Inside, document, shell
from digest.publish.frame.policy import REFERRER, embed_policy, headers, policy
from digest.publish.frame.shared import around
from digest.publish.frame.sheets import embed_sheet, style_sheets
from digest.publish.frame.spoken import interface_problems
from digest.publish.frame.strings import (
    INTERFACE,
    Strings,
    catalog,
    catalog_languages,
    read_catalog,
    spoken_in,
)
from digest.publish.frame.templates import NOWHERE, Renderer, external

__all__ = [
    "INTERFACE",
    "NOWHERE",
    "REFERRER",
    "Frame",
    "Frames",
    "Inside",
    "Renderer",
    "Strings",
    "around",
    "catalog",
    "catalog_languages",
    "day",
    "day_name",
    "document",
    "embed_policy",
    "embed_sheet",
    "ended",
    "external",
    "headed",
    "headers",
    "interface_problems",
    "month_name",
    "policy",
    "read_catalog",
    "shell",
    "spoken_in",
    "style_sheets",
    "templates_dir",
]
