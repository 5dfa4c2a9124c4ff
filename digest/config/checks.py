"""What the values of options must be to each other and to what is installed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from digest.config.kinds import described, is_line, like
from digest.languages import is_language

_USUAL = frozenset({"argos", "apertium"})
"""Engines that need not be looked up: who names no other does not wait for all of them to load."""

_DRAWN_BY = ("PIL", "fontTools", "font_source_serif_pro")
"""What draws pictures of stories: the extra `cards`."""

_CONTACT = re.compile(r"[^\s@/:<>]+@[^\s@/:<>]+\.[^\s@/:<>]+|https?://[^\s/<>]+\.[^\s<>]+")
"""A mail address, or one of the web."""


def problems_of(
    values: Mapping[str, Any], engines: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, str]]:
    """Yield what is wrong, by the name of the option."""
    yield from (("languages", what) for what in _of_languages(values["languages"]))
    for name in ("site_names", "taglines", "about", "contact"):
        yield from ((name, what) for what in _of_lines(values[name], values["languages"]))
    yield from (("contact", what) for what in _of_contact(values["contact"]))
    yield from (("engines", what) for what in _of_engines(engines))
    yield from (("engine_options", what) for what in _of_engine_options(values["engine_options"]))
    missing = [name for name in _DRAWN_BY if find_spec(name) is None]
    if "cards" in values["outputs"] and missing:
        yield "outputs", f"cards need {', '.join(missing)}: pip install 'mkdocs-digest[cards]'"
    try:
        ZoneInfo(values["timezone"])
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield "timezone", f"“{values['timezone']}” is no time zone; write one as America/Caracas or UTC"


def _of_languages(languages: tuple[str, ...]) -> Iterable[str]:
    if not languages:
        yield "there is none; list the editions, as [en, es]"
    for code in dict.fromkeys(languages):
        if languages.count(code) > 1:
            yield f"“{code}” stands here more than once; once will do"
        if not is_language(code):
            yield f"“{code}” is no language; write a BCP 47 code, as en or pt-BR"


def _of_lines(line_by_language: Mapping[str, object], languages: tuple[str, ...]) -> Iterable[str]:
    for code, line in line_by_language.items():
        if code not in languages:
            yield f"“{code}” is no edition; there are {', '.join(languages)}"
        if not isinstance(line, str) or not is_line(line):
            yield f"write one line of text for {code}; this is {described(line)}"


def _of_contact(contact_by_language: Mapping[str, object]) -> Iterable[str]:
    for code, address in contact_by_language.items():
        if isinstance(address, str) and not _CONTACT.fullmatch(address):
            yield f"write a mail or web address for {code}, as desk@example.org; this is {described(address)}"


def _of_engine_options(options: Mapping[str, object]) -> Iterable[str]:
    for name, value in options.items():
        if name not in _engine_names():
            yield f"“{name}” is no engine{like(name, _engine_names())}"
        elif not isinstance(value, Mapping) or any(isinstance(one, list | dict) for one in value.values()):
            yield f"write a mapping of names and texts for {name}, as {{url: http://127.0.0.1:5000}}"


def _of_engines(engines: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    for pair, names in engines.items():
        if pair != "default" and not _is_pair(pair):
            yield f"“{pair}” is no pair of two languages; write default, or source and target as es-en"
        for name in names:
            if name not in _USUAL:
                known = _engine_names()
                if name not in known:
                    yield f"“{name}” is no engine{like(name, (*known, 'none'))}"


def _is_pair(pair: str) -> bool:
    """Tell whether a text is the codes of two languages, wherever the first of them ends."""
    parts = pair.split("-")
    sides = (("-".join(parts[:at]), "-".join(parts[at:])) for at in range(1, len(parts)))
    return any(one != other and is_language(one) and is_language(other) for one, other in sides)


def _engine_names() -> tuple[str, ...]:
    from digest.translate import engine_names  # noqa: PLC0415 - translating takes a third of a second to load

    return tuple(engine_names())
