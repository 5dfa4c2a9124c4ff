"""Segments → translations: the committed memory first, then what an installed engine makes of the rest.

In go what needs which language (`segments`), the folder of PO files (`load_memory`) and the names that no
engine may lose (`protected`). Out comes a translation a segment and language, with who worded it and whether
it is doubtful (`translate`). `fill_memory` writes what engines make into the PO files, for people to review;
`reviewing` signs what a person has read, `status` counts. Rooms, each with one door: `memory`, `po` (its
format), `engines`, `models`, `gate` (what is refused), `doubt` (what is shown with a notice), `alignment`
(what both look at).
"""

from digest.translate.backlog import Refused
from digest.translate.doubt import Protected, doubt_about, other_number, protected
from digest.translate.engines import (
    TranslationEngine,
    engine_names,
    engine_of,
    engines,
    found_models_of,
    names_for,
    unpinned,
)
from digest.translate.fill import is_complete, translate
from digest.translate.memory import PoMemory, load_memory, proven
from digest.translate.needs import segments
from digest.translate.review import Reviewer, name_of, reviewing, unreviewed
from digest.translate.standing import status
from digest.translate.write import Redo, Report, fill_memory

__all__ = [
    "PoMemory",
    "Protected",
    "Redo",
    "Refused",
    "Report",
    "Reviewer",
    "TranslationEngine",
    "doubt_about",
    "engine_names",
    "engine_of",
    "engines",
    "fill_memory",
    "found_models_of",
    "is_complete",
    "load_memory",
    "name_of",
    "names_for",
    "other_number",
    "protected",
    "proven",
    "reviewing",
    "segments",
    "status",
    "translate",
    "unpinned",
    "unreviewed",
]
