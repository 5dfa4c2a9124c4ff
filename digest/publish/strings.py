"""The words of the interface: one gettext catalog a language, read as it is at start.

A catalog is a `.po` file beside this module, so that people who translate need no other tool or step.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

FALLBACK = "en"
"""The language of the messages themselves, for an edition that has no catalog yet."""


@cache
def catalog_languages() -> tuple[str, ...]:
    """Return the languages that have a catalog, sorted."""
    found = files(__package__).joinpath("catalogs").iterdir()
    return tuple(sorted(file.name.removesuffix(".po") for file in found if file.name.endswith(".po")))


@cache
def read_catalog(language: str) -> Catalog:
    """Return the catalog of `language`, of its main language, or the English one."""
    for candidate in (language, language.split("-", maxsplit=1)[0], FALLBACK):
        if candidate in catalog_languages():
            text = files(__package__).joinpath("catalogs", f"{candidate}.po").read_bytes()
            return read_po(BytesIO(text), locale=candidate.replace("-", "_"), abort_invalid=True)
    raise AssertionError("en.po is part of the package")


@cache
def catalog(language: str) -> Translations:
    """Return the strings of `language`, ready for templates."""
    compiled = BytesIO()
    write_mo(compiled, read_catalog(language))
    compiled.seek(0)
    return Translations(compiled)
