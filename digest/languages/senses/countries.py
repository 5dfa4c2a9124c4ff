"""Countries that a text names, by CLDR's names of them or by their people: `Armenia`, `армянский`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from digest.languages import locale, row
from digest.languages.latin import NOT_BEFORE, NOT_BEHIND, folded
from digest.languages.senses.places import is_place
from digest.languages.senses.table import table
from digest.languages.tags import written

_NO_COUNTRY = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
_LONG = 4
"""Letters of a name at least."""
_END = re.compile(r"\w*")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text names a country."""

    start: int
    code: str
    written: str
    as_subject: bool
    """Whether the name is as CLDR has it, and so as a subject has it."""


@lru_cache(maxsize=5_000)
def places_of_countries(text: str, language: str) -> tuple[Place, ...]:
    """Return where a text names countries, in their order, each once; peoples are not looked for.

    >>> [(one.code, one.as_subject) for one in places_of_countries("Польша должна Украине", "ru")]
    [('PL', True), ('UA', False)]
    """
    found = []
    for code, (stem, begins, name) in _territories(language.split("-", maxsplit=1)[0]).items():
        if stem in text and (match := begins.search(text)):
            end = _END.match(text, match.end()) if row(language).spaced else None
            written = text[match.start() : end.end() if end else match.end()]
            found.append(Place(match.start(), code, written, written == name))
    return tuple(sorted(found, key=lambda one: one.start))


@lru_cache(maxsize=5_000)
def countries_of(text: str, language: str) -> dict[str, str]:
    """Return the codes of the countries that a text names, with the word for each.

    >>> countries_of("The Greek minister went to Oslo", "en")
    {'GR': 'Greek'}
    """
    # Most are not in it at all, which is told without a pattern.
    main = language.split("-", maxsplit=1)[0]
    found = {
        code: name
        for code, (stem, begins, name) in _territories(written(language)).items()
        if stem in text and begins.search(text)
    }
    pattern = _peoples(main)
    plain = folded(text) if pattern else ""
    # Folding may leave accents out, which are letters of their own: then the folded word is told.
    printed = text if len(plain) == len(text) else plain
    # `Polish`, and not what polishes.
    capital = row(main).peoples_are_capital and printed is text
    for match in pattern.finditer(plain) if pattern else ():
        code = str(match.lastgroup)
        name = printed[match.start(code) : match.end(code)]
        if name[:1].isupper() or not capital:
            found.setdefault(code, name)
    return found


@cache
def _peoples(language: str) -> re.Pattern[str] | None:
    forms: dict[str, list[str]] = {}
    for code, *cells in table("countries"):
        for cell in cells if code == language else ():
            country, _, words = cell.partition("=")
            forms.setdefault(country, []).extend(map(_form, words.split(",")))
    if not forms:
        return None
    joined = "|".join(f"(?P<{country}>{'|'.join(words)})" for country, words in forms.items())
    return re.compile(f"{_before(language)}(?:{joined})")


def _before(language: str) -> str:
    """Return what stands before a name: the beginning of a word, and what is written together with it."""
    own = row(language)
    prefixes = f"(?:{'|'.join(map(re.escape, own.stem_prefixes))})?" if own.stem_prefixes else ""
    return (NOT_BEHIND if own.spaced else "") + prefixes


def _form(form: str) -> str:
    plain = re.escape(folded(form.strip(".").replace("_", " ")))
    return plain + NOT_BEFORE if form.endswith(".") else plain


@cache
def _territories(language: str) -> dict[str, tuple[str, re.Pattern[str], str]]:
    """Return by code how a country's name begins, however it is declined, what finds that, and the name."""
    before = _before(language)
    found = {}
    for code, name in ((code, str(name)) for code, name in locale(language).territories.items()):
        least = (_LONG if row(language).cased else _LONG + 1) if row(language).spaced else 2
        if (
            code.isalpha()
            and code not in _NO_COUNTRY
            and len(code) == len("fr")
            and len(name) >= least
            and not is_place(name)
        ):
            declined = row(language).cased and len(name) > _LONG
            after = "" if declined or not before else NOT_BEFORE
            stem = name[:-1] if declined else name
            found[code] = stem, re.compile(before + re.escape(stem) + after), name
    return found
