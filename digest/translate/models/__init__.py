"""Model packages for Argos: found in an index, downloaded, pinned in `models.toml`, checked, removed.

In go a site's settings; out come its packages (`models_of`), which install, remove and tell how each pair
stands. For engines: what is pinned (`load_pins`), what is installed, and why a package is not the pinned one
(`fault`). Nothing here is called by a build or by `digest translate` but the checks: they never download.
"""

from digest.translate.models.index import Offer
from digest.translate.models.pins import TAGS, Pin, code_of, load_pins
from digest.translate.models.site import Models, State, models_of, not_installed
from digest.translate.models.store import Installed, fault

__all__ = [
    "TAGS",
    "Installed",
    "Models",
    "Offer",
    "Pin",
    "State",
    "code_of",
    "fault",
    "load_pins",
    "models_of",
    "not_installed",
]
