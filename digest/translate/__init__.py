"""Segments → translations: the committed memory first, then what an installed engine makes of the rest.

In go what needs which language (`segments`), the folder of PO files (`load_memory`) and the names that no
engine may lose (`protected`). Out comes a translation a segment and language, with who worded it and whether
it is doubtful (`translate`). `fill_memory` writes what engines make into the PO files, for people to review;
`status` counts what is there. Rooms, each with one door: `memory`, `po` (its format), `engines`, `models`,
`gate` (what is refused), `doubt` (what is shown with a notice), `alignment` (what both look at).
"""

from digest.translate.doubt import Protected, protected
from digest.translate.engines import (
    TranslationEngine,
    engine_names,
    engine_of,
    engines,
    found_models_of,
    names_for,
)
from digest.translate.fill import Refused, translate
from digest.translate.memory import PoMemory, load_memory, proven
from digest.translate.needs import segments
from digest.translate.standing import status
from digest.translate.write import Report, fill_memory

__all__ = [
    "PoMemory",
    "Protected",
    "Refused",
    "Report",
    "TranslationEngine",
    "engine_names",
    "engine_of",
    "engines",
    "fill_memory",
    "found_models_of",
    "load_memory",
    "names_for",
    "protected",
    "proven",
    "segments",
    "status",
    "translate",
]
