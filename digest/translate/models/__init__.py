"""Models: found in an index, downloaded, pinned in `models.toml`, checked, removed.

In go a site's settings; out come its packages of Argos (`models_of`) and its models of Firefox
(`firefox_models_of`), which install, remove and tell how each pair stands. For engines: what is pinned
(`load_pins`), what is installed, and why it is not the pinned one (`fault`). Nothing here is called by a
build or by `digest translate` but the checks: they never download.
"""

from digest.translate.models.firefox import (
    FirefoxFiles,
    FirefoxModels,
    firefox_folder,
    firefox_models_of,
)
from digest.translate.models.index import Offer
from digest.translate.models.pinned import install_pinned
from digest.translate.models.pins import (
    ARGOS,
    FIREFOX,
    TAGS,
    Pin,
    code_of,
    file_digest,
    files_digest,
    load_all_pins,
    load_pins,
    save_pins,
)
from digest.translate.models.site import Models, models_of, not_installed
from digest.translate.models.state import State
from digest.translate.models.store import Installed, fault, installed

__all__ = [
    "ARGOS",
    "FIREFOX",
    "TAGS",
    "FirefoxFiles",
    "FirefoxModels",
    "Installed",
    "Models",
    "Offer",
    "Pin",
    "State",
    "code_of",
    "fault",
    "file_digest",
    "files_digest",
    "firefox_folder",
    "firefox_models_of",
    "install_pinned",
    "installed",
    "load_all_pins",
    "load_pins",
    "models_of",
    "not_installed",
    "save_pins",
]
