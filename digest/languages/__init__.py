"""What varies by language: rows (one TOML file a language, beside this module), and Babel for the rest.

No code anywhere asks `if language == …`: a new language is a row here, a golden file under
`tests/golden/quotes/` and, for an edition, a catalog of interface strings. Rooms below: `numbers` (values in
digits and words), `sentences` (where they end), `senses` (denials, opposites, certainty). Beside them `tags`
(codes), `scripts`, `latin` and `sounds` (names across scripts), `folding` (what typography alone decides).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.lists import format_list

from digest import others
from digest.errors import ConfigError
from digest.languages.language import Language, Verbs
from digest.model import script

UNKNOWN = "und"
"""The language that is not known (BCP 47): shown without a name."""

SPOKEN = [
    "ar",
    "bg",
    "ca",
    "cs",
    "da",
    "de",
    "el",
    "en",
    "es",
    "et",
    "fa",
    "fi",
    "fr",
    "he",
    "hi",
    "hr",
    "hu",
    "hy",
    "id",
    "it",
    "ja",
    "ka",
    "kk",
    "ko",
    "lt",
    "lv",
    "mk",
    "nl",
    "no",
    "pl",
    "pt",
    "ro",
    "ru",
    "sk",
    "sl",
    "sq",
    "sr",
    "sv",
    "sw",
    "tr",
    "uk",
    "ur",
    "vi",
    "zh",
]
"""Languages whose names the phrases of `spoken_frames` are made with."""


_UNSPACED = frozenset({"Hani", "Hans", "Hant", "Jpan", "Khmr", "Laoo", "Mymr", "Thai", "Tibt"})
"""Scripts in which no white space parts words."""
_INWARDS = ("»", "«")
"""Marks that point inwards, as in Danish; English, whose row is taken for others, has none."""
_CASED = frozenset({"Armn", "Cyrl", "Grek", "Latn"})
"""Scripts with capital letters."""


@cache
def codes() -> tuple[str, ...]:
    """Return the codes of all rows, sorted."""
    return tuple(sorted({*_own_codes(), *others.packages(others.LANGUAGES)}))


@cache
def _own_codes() -> frozenset[str]:
    rows = files(__name__).iterdir()
    return frozenset(row.name.removesuffix(".toml") for row in rows if row.name.endswith(".toml"))


@cache
def row(code: str) -> Language:
    """Return the row of `code`, of its main language, or for others the English one.

    That takes from CLDR how the language is written: no white space parts Thai words, no capitals show
    Bengali names.

    >>> row("es-MX").spaced, row("th").spaced, row("bn").spaced, row("bn").cased
    (True, False, True, False)

    Raises:
        ConfigError: the file has a key that rows have not, or is no TOML.
    """
    candidate = next((one for one in (code, code.split("-", maxsplit=1)[0]) if one in codes()), None)
    if candidate is None:
        own = script(code)
        english = row("en")
        marks = (*english.marks, _INWARDS, *(() if own in _CASED else english.inner_marks[:1]))
        spaced, cased = own not in _UNSPACED, own in _CASED
        return replace(english, code=code, marks=marks, spaced=spaced, cased=cased)
    if candidate in _own_codes():
        name, data = "digest", files(__name__).joinpath(f"{candidate}.toml").read_bytes()
    else:
        name = others.packages(others.LANGUAGES)[candidate]
        data = others.resource(others.LANGUAGES, candidate, ".toml")
    try:
        return row_of(code, data.decode("utf-8"))
    except ValueError as error:
        raise ConfigError(f"{name}: {candidate}.toml is no row of a language: {error}") from error


def row_of(code: str, text: str) -> Language:
    """Return the row that a file's text is.

    Raises:
        ValueError: it has a key that rows have not, lacks one, or is no TOML.
    """

    def frozen(value: object) -> object:
        if isinstance(value, list):
            return tuple(frozen(item) for item in value)
        return tuple(value.items()) if isinstance(value, dict) else value

    data = tomllib.loads(text)
    given = data.get("verbs", {})
    if not isinstance(given, dict):
        raise ValueError("verbs stand by class, as in verbs.say = […]")  # noqa: TRY004 - a fault of the file
    verbs = {kind: frozen(forms) for kind, forms in given.items()}
    keys = {key: frozen(value) for key, value in data.items() if key != "verbs"}
    _check(keys, _names_of(Language) - {"code", "verbs"} | {"verbs.CLASS"})
    _check(verbs, _names_of(Verbs), "verbs.")
    if "marks" not in keys:
        raise ValueError('marks are missing, as in marks = [["„", "“"]]')
    return Language(code=code, verbs=Verbs(**verbs), **keys)  # type: ignore[arg-type]


def _names_of(record: type[Language | Verbs]) -> frozenset[str]:
    return frozenset(one.name for one in fields(record))


def _check(given: Iterable[str], known: frozenset[str], before: str = "") -> None:
    """Refuse a key that no row has: one misspelt would be silently without effect."""
    for key in given:
        if key not in known:
            close = get_close_matches(key, known, n=1)
            hint = f"; did you mean “{before}{close[0]}”?" if close else "; en.toml explains each"
            raise ValueError(f"“{before}{key}” is no key{hint}")


@cache
def locale(code: str) -> Locale:
    """Return Babel's locale of a BCP 47 code; an unknown one is a `ConfigError`."""
    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        message = f"“{code}” is no language Babel knows; write a BCP 47 code such as “en” or “pt-BR”"
        raise ConfigError(message) from error


def is_language(code: str) -> bool:
    """Tell whether `code` names a language.

    >>> is_language("pt-BR"), is_language("spanish"), is_language("pt-Abcd")
    (True, False, False)
    """
    try:
        locale(code)
    except ConfigError:
        return False
    # Babel takes a script that there is not for none.
    scripts = locale("en").scripts
    return all(part.title() in scripts for part in code.split("-")[1:] if len(part) == 4 and part.isalpha())


def direction(code: str) -> str:
    """Return `ltr` or `rtl`, and `auto` (the text tells) for a language that is not known.

    >>> direction("ar")
    'rtl'
    """
    return "auto" if code == UNKNOWN else locale(code).text_direction


def name(code: str, *, reader: str) -> str:
    """Return the language's name as readers of `reader` write it.

    >>> name("es", reader="fr")
    'espagnol'
    """
    # Babel takes an unknown language for the likeliest one of all, English.
    if code == UNKNOWN:
        return ""
    return locale(code).get_display_name(locale(reader)) or code


def endonym(code: str) -> str:
    """Return the language's own name, written as a title.

    >>> endonym("es")
    'Español'
    """
    own = name(code, reader=code)
    return own[:1].upper() + own[1:]


_ZEROS = {"arab": "٠", "arabext": "۰", "beng": "০", "deva": "०", "mymr": "၀", "olck": "᱐", "tibt": "༠"}
"""The digit nought of CLDR's numbering systems that are some language's first; the nine others follow it."""


def numbering(reader: str) -> str:
    """Return CLDR's name of the numbering system that readers of `reader` write.

    >>> numbering("fa"), numbering("hi")
    ('arabext', 'latn')
    """
    return locale(reader).default_numbering_system


@cache
def _digits(reader: str) -> dict[int, str]:
    """Return what to write for the digits of English; nothing where they are written."""
    zero = _ZEROS.get(numbering(reader))
    return {ord("0") + value: chr(ord(zero) + value) for value in range(10)} if zero else {}


def numerals(text: str | int, *, reader: str) -> str:
    """Return a number, or a text with numbers, in the digits that readers of `reader` write (CLDR).

    Babel writes days and numbers of every language with the digits of English.

    >>> numerals(2025, reader="fa"), numerals("3:05", reader="ar-EG"), numerals(2025, reader="ar")
    ('۲۰۲۵', '٣:٠٥', '2025')
    """
    digits = _digits(reader)
    return str(text).translate(digits) if digits else str(text)


_BEFORE_WORDS = re.compile(r"^(?:<[^>]*>|&#?\w+;|[\W_])*")
"""Markup and marks that a list's item may begin with."""


def listed(items: Sequence[str], *, reader: str, style: Literal["standard", "or"] = "standard") -> str:
    """Join `items`, plain or with markup, as readers of `reader` write a list.

    CLDR has one word for “and”, and one for “or”; some languages choose by the sound behind it.

    >>> listed(["Blick", "GZH", "RBC"], reader="es"), listed(["Ana", "Inés"], reader="es")
    ('Blick, GZH y RBC', 'Ana e Inés')
    >>> listed(["siete", "ocho"], reader="es", style="or")
    'siete u ocho'
    """
    joined = format_list(list(items), style=style, locale=locale(reader))
    if len(items) > 1:
        last = items[-1]
        word = _BEFORE_WORDS.sub("", last, count=1)
        for usual, other, sounds in row(reader).conjunctions:
            end = f" {usual} {last}"
            if joined.endswith(end) and re.match(sounds, word, re.IGNORECASE):
                return f"{joined.removesuffix(end)} {other} {last}"
    return joined
