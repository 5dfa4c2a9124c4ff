"""Codes of languages as pages and systems write them → BCP 47."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from babel.core import get_global

from digest.languages import SPOKEN, is_language, locale
from digest.model import script

_PART = re.compile(r"[A-Za-z]+|[0-9]+")
_SHORTEST_NAME = 4
"""Latin letters of a language's name: with fewer it is a code, or a word of another thing; 中文 has two."""
_UNKNOWN = "und"
_SEPARATORS = re.compile(r"[_\s]+")


def main_language(code: str) -> str:
    """Return the language without its script and region.

    >>> main_language("pt-BR")
    'pt'
    """
    return code.partition("-")[0]


@cache
def written(code: str) -> str:
    """Return the language, with its script where that is not the usual one: what CLDR's names are asked by.

    >>> written("zh-TW"), written("sr-Cyrl-RS"), written("sr-Latn-RS"), written("pt-BR")
    ('zh-Hant', 'sr', 'sr-Latn', 'pt')
    """
    main, own = main_language(code), script(code)
    return main if own == script(main) else f"{main}-{own}"


@cache
def with_region(code: str) -> str:
    """Return a code with the region where the language is most at home, as OpenGraph writes it.

    >>> [with_region(code) for code in ("es", "pt-BR", "zh", "zh-Hant", "ar")]
    ['es_ES', 'pt_BR', 'zh_CN', 'zh_TW', 'ar_EG']
    """
    own = code.replace("-", "_")
    region = locale(code).territory
    if region is None:
        likely = get_global("likely_subtags")
        full = str(likely.get(own) or likely.get(main_language(code)) or own)
        region = next((part for part in full.split("_")[1:] if len(part) == 2 or part.isdigit()), None)
    return f"{main_language(code)}_{region}" if region else main_language(code)


@lru_cache(maxsize=10_000)
def tag_from_text(text: str) -> str | None:
    """Return the BCP 47 tag that `text` means, or None.

    What follows a language that is known may be anything: `ar_AR` is Arabic though Argentina speaks Spanish.
    Codes of three letters and old ones become what CLDR says they are; names are read in English and in
    their own language.

    >>> [tag_from_text(one) for one in ("es_ES", "spa", "ar_AR", "zh-cmn-Hans-CN", "iw", "Español")]
    ['es-ES', 'es', 'ar', 'zh-Hans-CN', 'he', 'es']
    """
    text = text.strip().strip("\"'")
    head = _SEPARATORS.sub("-", re.split(r"[.@;,|]", text, maxsplit=1)[0].strip())
    pieces = [piece for piece in head.split("-") if piece]
    if not pieces:
        return None
    language = _language(pieces[0])
    if language is None:
        return _named(text)
    script = region = ""
    for piece in pieces[1:]:
        if len(piece) == 1:  # an extension, or a private use
            break
        if re.fullmatch(r"[A-Za-z]{4}", piece) and not script:
            script = piece.title()
        elif re.fullmatch(r"[A-Za-z]{2}|[0-9]{3}", piece) and not region:
            region = str((get_global("territory_aliases").get(piece.upper()) or [piece.upper()])[0])
    tags = [[language, script, region], [language, script], [language, "", region], [language]]
    return next((tag for tag in map(_joined, tags) if is_language(tag)), None)


def _joined(parts: list[str]) -> str:
    return "-".join(part for part in parts if part)


def _language(code: str) -> str | None:
    code = code.lower()
    if not re.fullmatch(r"[a-z]{2,3}", code):
        return None
    known = str(get_global("language_aliases").get(code, code)).partition("_")[0]
    if not is_language(known):  # many write the country's code: jp, cz, gr
        known = str(get_global("likely_subtags").get(f"und_{code.upper()}", _UNKNOWN)).partition("_")[0]
    return known if known != _UNKNOWN and is_language(known) else None


def _named(text: str) -> str | None:
    long = len(text) >= _SHORTEST_NAME or not text.isascii()
    return _names().get(text.casefold()) if long else None


@cache
def _names() -> dict[str, str]:
    """Return codes by the names of languages: English ones, and their own where many speak them.

    Babel reads a file for each own name: those of all languages would take seconds.
    """
    names = {name.casefold(): code.replace("_", "-") for code, name in locale("en").languages.items()}
    names |= {"farsi": "fa", "bahasa indonesia": "id", "bahasa melayu": "ms", "tagalog": "fil"}
    for code in (*SPOKEN, "th"):
        own = locale(code).languages.get(code)
        if own:
            names.setdefault(own.casefold(), code)
    return names
