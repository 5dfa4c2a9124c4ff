"""The words of the interface: one gettext catalog a language, read as it is at start.

A catalog is a `.po` file beside this module, so that people who translate need no other tool or step.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations
from markupsafe import Markup, escape

FALLBACK = "en"
"""The language of the messages themselves, for an edition that has no catalog yet."""


@cache
def catalog_languages() -> tuple[str, ...]:
    """Return the languages that have a catalog, sorted."""
    found = files("digest.publish").joinpath("catalogs").iterdir()
    return tuple(sorted(file.name.removesuffix(".po") for file in found if file.name.endswith(".po")))


@cache
def read_catalog(language: str) -> Catalog:
    """Return the catalog of `language`, of its main language, or the English one."""
    for candidate in (language, language.split("-", maxsplit=1)[0], FALLBACK):
        if candidate in catalog_languages():
            text = files("digest.publish").joinpath("catalogs", f"{candidate}.po").read_bytes()
            return read_po(BytesIO(text), locale=candidate.replace("-", "_"), abort_invalid=True)
    raise AssertionError("en.po is part of the package")


class Strings:
    """The strings of one language as templates ask for them: `_("…")` and `ngettext("…", "…", number)`.

    What Jinja's own extension does, which looks each string up in a context and makes a format of it anew: a
    page has two hundred.
    """

    def __init__(self, language: str) -> None:
        self._catalog = catalog(language)
        self._plain: dict[str, Markup] = {}

    def gettext(self, message: str, /, **variables: object) -> Markup:
        """Return `message` in this language; variables are escaped."""
        if variables:
            return _filled(self._catalog.gettext(message), variables)
        if message not in self._plain:
            self._plain[message] = _filled(self._catalog.gettext(message), {})
        return self._plain[message]

    def ngettext(self, one: str, many: str, number: int, /, **variables: object) -> Markup:
        """Return the form that goes with `number`, which is the variable `num`."""
        return _filled(self._catalog.ngettext(one, many, number), {"num": number, **variables})


def _filled(text: str, variables: Mapping[str, object]) -> Markup:
    safe = {key: value if isinstance(value, int) else escape(value) for key, value in variables.items()}
    return Markup(text % safe)  # noqa: S704 (catalogs are part of the package, variables escaped)


@cache
def catalog(language: str) -> Translations:
    """Return the strings of `language`, ready for templates."""
    compiled = BytesIO()
    write_mo(compiled, read_catalog(language))
    compiled.seek(0)
    return Translations(compiled)
