"""The words of the interface: one gettext catalog a language, read as it is at start.

A catalog is a `.po` file beside this module, so that people who translate need no other tool or step. A
site's own one completes or overrides it (`interface`); what neither has is in English, as messages are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.support import Translations
from markupsafe import Markup, escape

from digest import others
from digest.languages import numerals
from digest.languages.tags import written
from digest.publish.frame.interface import compiled, is_own, own_catalog

INTERFACE = "interface"
"""The folder of the content with the site's own catalogs."""

FALLBACK = "en"
"""The language of the messages themselves, for an edition that has no catalog yet."""

Files = tuple[tuple[Path, int], ...]
"""A site's own catalogs, the nearest first, and when each was written last (nanoseconds)."""


@cache
def catalog_languages() -> tuple[str, ...]:
    """Return the languages that have a catalog, sorted."""
    return tuple(sorted({*_own_catalogs(), *others.packages(others.CATALOGS)}))


@cache
def _own_catalogs() -> frozenset[str]:
    found = files("digest.publish").joinpath("catalogs").iterdir()
    return frozenset(file.name.removesuffix(".po") for file in found if file.name.endswith(".po"))


def nearest(language: str) -> Iterator[str]:
    """Yield a code, then those of the languages that its readers read as well, all in its script.

    >>> list(nearest("zh-Hant-TW")), list(nearest("zh-TW")), list(nearest("pt-BR"))
    (['zh-Hant-TW', 'zh-Hant'], ['zh-TW', 'zh-Hant'], ['pt-BR', 'pt'])
    """
    parts = language.split("-")
    longer = ("-".join(parts[:length]) for length in range(len(parts), 1, -1))
    # As CLDR has it: whoever reads Traditional Chinese is not handed Simplified.
    yield from dict.fromkeys((*longer, written(language)))


def reader_of(language: str, own: Files = ()) -> str:
    """Return the language in which an edition speaks: its own, or English where nobody has written a catalog.

    Days, lists, numbers and names of languages and countries are in it, too: half of one and half of the
    other reads like a mistake.

    >>> reader_of("pt-BR"), reader_of("zh-TW"), reader_of("ca")
    ('pt-BR', 'zh-TW', 'en')
    """
    has_one = not set(nearest(language)).isdisjoint(catalog_languages())
    return language if has_one or any(own_catalog(path)[0] for path, _ in own) else FALLBACK


@dataclass(frozen=True, slots=True)
class Spoken:
    """What an edition says that is neither an outlet's nor a person's."""

    reader: str
    """Of `reader_of`."""
    unknown: str
    """In place of a speaker's name that nobody knows."""


def spoken_in(language: str, content: Path | None = None) -> Spoken:
    """Return what an edition says; without the folder of the content, of which it has no catalog."""
    own = own_files(content / INTERFACE, language) if content else ()
    return Spoken(reader_of(language, own), str(catalog(language, own).gettext("Speaker not known")))


@cache
def read_catalog(language: str) -> Catalog:
    """Return the catalog of `language`, of its main language, or the English one."""
    for candidate in (*nearest(language), FALLBACK):
        if candidate in catalog_languages():
            if candidate in _own_catalogs():
                text = files("digest.publish").joinpath("catalogs", f"{candidate}.po").read_bytes()
            else:
                text = others.resource(others.CATALOGS, candidate, ".po")
            return read_po(BytesIO(text), locale=candidate.replace("-", "_"), abort_invalid=True)
    raise AssertionError("en.po is part of the package")


class Strings:
    """The strings of one language as templates ask for them: `_("…")` and `ngettext("…", "…", number)`.

    What Jinja's own extension does, which looks each string up in a context and makes a format of it anew: a
    page has two hundred.
    """

    def __init__(self, language: str, own: Files = ()) -> None:
        self._language = reader_of(language, own)
        self._catalog = catalog(language, own)
        self._plain: dict[str, Markup] = {}

    def gettext(self, message: str, /, **variables: object) -> Markup:
        """Return `message` in this language; variables are escaped."""
        if variables:
            return self._filled(self._catalog.gettext(message), variables)
        if message not in self._plain:
            self._plain[message] = self._filled(self._catalog.gettext(message), {})
        return self._plain[message]

    def ngettext(self, one: str, many: str, number: int, /, **variables: object) -> Markup:
        """Return the form that goes with `number`, which is the variable `num`."""
        return self._filled(self._catalog.ngettext(one, many, number), {"num": number, **variables})

    def _filled(self, text: str, variables: Mapping[str, object]) -> Markup:
        # A site's own catalog is text like any other: no markup of it reaches a page.
        return Markup(filled(str(escape(text)), variables, self._language, escape))  # noqa: S704 (both are escaped)


_COUNTED = re.compile(r"(%\(\w+\))d")


def filled(
    text: str, variables: Mapping[str, object], language: str, shown: Callable[[object], str] = str
) -> str:
    """Return an interface string with its variables, numbers in the language's own digits."""
    said = {
        key: numerals(value, reader=language) if isinstance(value, int) else shown(value)
        for key, value in variables.items()
    }
    return _of_texts(text) % said


@lru_cache(maxsize=4096)
def _of_texts(text: str) -> str:
    """Return a format whose variables are texts, numbers too; editions share a few hundred of them."""
    return _COUNTED.sub(r"\1s", text)


@cache
def catalog(language: str, own: Files = ()) -> Translations:
    """Return the strings of `language`, ready for templates.

    Args:
        language: of the edition.
        own: the site's own catalogs; what they have goes before ours.
    """
    first = compiled(read_catalog(language))
    for path, _ in reversed(own):
        theirs, _ = own_catalog(path)
        if theirs is not None:
            above = compiled(theirs)
            above.add_fallback(first)
            first = above
    return first


def own_files(folder: Path, language: str) -> Files:
    """Return a site's own catalogs for an edition: `pt-BR.po` before `pt.po`."""
    found = []
    for code in nearest(language):
        path = folder / f"{code}.po"
        with suppress(OSError):
            if is_own(path):
                found.append((path, path.stat().st_mtime_ns))
    return tuple(found)
