"""What the values of options must be to each other and to what is installed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from digest.config.options import like
from digest.languages import is_language
from digest.publish import catalog_languages
from digest.translate import ENGINE_NAMES

_PAIR = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{2,4})?-[A-Za-z]{2,3}(-[A-Za-z]{2,4})?")


def problems_of(
    values: Mapping[str, Any], engines: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, str]]:
    """Yield what is wrong, by the name of the option."""
    yield from (("languages", what) for what in _of_languages(values["languages"]))
    yield from (("taglines", what) for what in _of_taglines(values["taglines"], values["languages"]))
    yield from (("engines", what) for what in _of_engines(engines))
    try:
        ZoneInfo(values["timezone"])
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield "timezone", f"“{values['timezone']}” is no time zone; write one as America/Caracas or UTC"


def _of_languages(languages: tuple[str, ...]) -> Iterable[str]:
    have = catalog_languages()
    if not languages:
        yield f"there is none; list the editions, as [{', '.join(have)}]"
    for code in dict.fromkeys(languages):
        if languages.count(code) > 1:
            yield f"“{code}” stands here more than once; once will do"
        if not is_language(code):
            yield f"“{code}” is no language; write a BCP 47 code, as en or pt-BR"
        elif code not in have:
            yield f"no interface texts in “{code}”; there are in {', '.join(have)}"


def _of_taglines(taglines: Mapping[str, object], languages: tuple[str, ...]) -> Iterable[str]:
    for code, line in taglines.items():
        if code not in languages:
            yield f"“{code}” is no edition; there are {', '.join(languages)}"
        if not isinstance(line, str) or not line.isprintable():
            yield f"write one line of text for {code}"


def _of_engines(engines: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    for pair, names in engines.items():
        if pair != "default" and not _PAIR.fullmatch(pair):
            yield f"“{pair}” is no pair; write default, or source and target as es-en"
        for name in names:
            if name not in ENGINE_NAMES:
                yield f"“{name}” is no engine{like(name, (*ENGINE_NAMES, 'none'))}"
