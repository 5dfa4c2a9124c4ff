"""Texts of a pair of languages → what a program that translates offline makes of each.

In go the settings; out come the engines they name (`engines`, `names_for`), each a `TranslationEngine`.
`Session.outputs` asks one: marks around a text are kept back, names hidden from engines that translate
names, and what was made once is taken from the cache. What comes back is as it came: the gate judges it. An
engine's own libraries are imported when it is first asked.
"""

from digest.translate.engines.cache import keep
from digest.translate.engines.cache import load as cached
from digest.translate.engines.found import FoundModels, found_models_of, unpinned
from digest.translate.engines.protocol import TranslationEngine, is_online
from digest.translate.engines.registry import engine_names, engine_of, engines, names_for
from digest.translate.engines.session import Session

__all__ = [
    "FoundModels",
    "Session",
    "TranslationEngine",
    "cached",
    "engine_names",
    "engine_of",
    "engines",
    "found_models_of",
    "is_online",
    "keep",
    "names_for",
    "unpinned",
]
