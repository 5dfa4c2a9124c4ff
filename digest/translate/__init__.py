"""Segments → translations: the committed memory first, then what an installed engine makes of the rest."""

from digest.translate.doubt import Protected, protected
from digest.translate.engines import ENGINE_NAMES, TranslationEngine, engines, names_for
from digest.translate.fill import Refused, translate
from digest.translate.memory import PoMemory, load_memory
from digest.translate.needs import segments
from digest.translate.proof import proven
from digest.translate.status import status
from digest.translate.write import Report, fill_memory

__all__ = [
    "ENGINE_NAMES",
    "PoMemory",
    "Protected",
    "Refused",
    "Report",
    "TranslationEngine",
    "engines",
    "fill_memory",
    "load_memory",
    "names_for",
    "protected",
    "proven",
    "segments",
    "status",
    "translate",
]
