"""Kinds of single values: each reads a node of the tree or notes what is wrong, and knows its JSON Schema."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Protocol
from urllib.parse import urlsplit

from digest.languages import is_language, locale
from digest.languages.visible import clean, shows
from digest.model import Moment
from digest.read.keys.keyed import Node, Scalar, described
from digest.read.report import Report

_SPACE = re.compile(r"[ \t\n]+")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(-[A-Za-z]{4})?(-(?:[A-Za-z]{2}|[0-9]{3}))?")
_MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:(?:[Tt]|[ ]+)(\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)[ ]*([Zz]|[+-]\d\d(?::?\d\d)?)?)?"
)
_NO_URL = re.compile(r"[\s\"<>\\^`{|}]")
_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


class Kind(Protocol):
    """What a field holds."""

    @property
    def right(self) -> str:
        """What right looks like, for messages."""

    def read(self, node: Node, name: str, report: Report) -> Any:
        """Return the value of `node`, or None after noting what is wrong."""

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; line breaks become spaces."""

    right: str = "a text"

    def read(self, node: Node, name: str, report: Report) -> str | None:
        """Return the text in NFC."""
        if not isinstance(node, Scalar):
            report.error(node.line, f"“{name}” must be {self.right}, not {described(node)}")
            return None
        text = _SPACE.sub(" ", clean(node.text)).strip()
        if not shows(text):
            fault = "holds only characters that nobody can see" if text else "is empty"
            report.error(node.line, f"“{name}” {fault}; write {self.right}")
            return None
        return text

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class Matching:
    """A text of a given form."""

    right: str
    pattern: str

    def read(self, node: Node, name: str, report: Report) -> str | None:
        """Return the text if all of it matches."""
        text = Text(self.right).read(node, name, report)
        if text is not None and not re.fullmatch(self.pattern, text):
            report.error(node.line, f"“{name}” must be {self.right}, not “{text}”")
            return None
        return text

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {"type": "string", "pattern": f"^{self.pattern}$"}


@dataclass(frozen=True, slots=True)
class Id:
    """A name that is part of addresses: letters of any script, digits, `-` and `_`."""

    right: str = "an id"

    def read(self, node: Node, name: str, report: Report) -> str | None:
        """Return the id."""
        text = Text().read(node, name, report)
        if text is not None and not is_id(text):
            report.error(node.line, f"“{text}” is no id; use letters, digits, “-” and “_” only")
            return None
        return text

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        # Letters of any script, in a form that every engine of patterns knows.
        return {"type": "string", "pattern": r"""^[^\s!-,./:-@\[-^`{-~]+$"""}


@dataclass(frozen=True, slots=True)
class LanguageCode:
    """A BCP 47 code that Babel knows."""

    right: str = "a language code such as “es” or “pt-BR”"

    def read(self, node: Node, name: str, report: Report) -> str | None:
        """Return the code in its usual letter case."""
        text = Text(self.right).read(node, name, report)
        if text is None:
            return None
        code = language_code(text)
        if code is None:
            report.error(node.line, f"“{text}” is no language code{_code_hint(text)}")
        return code

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {"type": "string", "pattern": f"^{_LANGUAGE.pattern}$"}


@dataclass(frozen=True, slots=True)
class Url:
    """An http or https address."""

    right: str = "an address such as https://example.org/news"

    def read(self, node: Node, name: str, report: Report) -> str | None:
        """Return the address."""
        text = Text(self.right).read(node, name, report)
        if text is not None and not is_url(text):
            report.error(node.line, f"“{name}” must be {self.right}, not {described(node)}")
            return None
        return text

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {"type": "string", "format": "uri", "pattern": "^https?://"}


@dataclass(frozen=True, slots=True)
class Time:
    """A day or an instant; without an offset, the site's time zone is meant."""

    right: str = "a date such as 2025-12-03 or 2025-12-03T19:30:00-04:00"

    def read(self, node: Node, name: str, report: Report) -> Moment | None:
        """Return the moment."""
        text = Text(self.right).read(node, name, report)
        if text is None:
            return None
        moment = moment_from_text(text, report)
        if moment is None:
            report.error(node.line, f"“{name}” must be {self.right}, not “{text}”")
        return moment

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {"type": "string", "pattern": f"^{_MOMENT.pattern}$"}


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""

    right: str = "true or false"

    def read(self, node: Node, name: str, report: Report) -> bool | None:
        """Return the truth value."""
        if isinstance(node, Scalar) and node.plain and node.text.lower() in _FLAGS:
            return _FLAGS[node.text.lower()]
        report.error(node.line, f"“{name}” must be {self.right}, not {described(node)}")
        return None

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number, 0 or more."""

    right: str = "a whole number such as 0 or 50"

    def read(self, node: Node, name: str, report: Report) -> int | None:
        """Return the number."""
        if isinstance(node, Scalar) and re.fullmatch(r"[0-9]{1,6}", node.text):
            return int(node.text)
        report.error(node.line, f"“{name}” must be {self.right}, not {described(node)}")
        return None

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {"type": "integer", "minimum": 0}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    words: tuple[str, ...]

    @property
    def right(self) -> str:
        """What right looks like."""
        return " or ".join(f"“{word}”" for word in self.words)

    def read(self, node: Node, name: str, report: Report) -> str | None:
        """Return the word."""
        text = Text(self.right).read(node, name, report)
        if text is not None and text not in self.words:
            report.error(node.line, f"“{name}” must be {self.right}, not “{text}”")
            return None
        return text

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return {"enum": list(self.words)}


def is_id(text: str) -> bool:
    """Tell whether `text` can be part of an address as it is.

    >>> is_id("maduro-llamada"), is_id("مادورو"), is_id("a b"), is_id("")
    (True, True, False, False)
    """
    return bool(text) and all(c.isalnum() or c in "_-" or unicodedata.category(c)[0] == "M" for c in text)


def is_url(text: str) -> bool:
    """Tell whether `text` is an http or https address that can be linked as it is."""
    try:
        parts = urlsplit(text)
        has_host = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return (
        parts.scheme in {"http", "https"}
        and has_host
        and "@" not in parts.netloc
        and not _NO_URL.search(text)
    )


def language_code(text: str) -> str | None:
    """Return a language code in its usual letter case, or None if there is no such language.

    >>> language_code("PT-br"), language_code("zh-hans"), language_code("spanish")
    ('pt-BR', 'zh-Hans', None)
    """
    match = _LANGUAGE.fullmatch(text)
    if not match or not is_language(text):
        return None
    return match[1].lower() + (match[2] or "").title() + (match[3] or "").upper()


def moment_from_text(text: str, report: Report) -> Moment | None:
    """Return the moment that `text` names in ISO 8601, or None."""
    match = _MOMENT.fullmatch(text)
    try:
        if match and not match[2]:
            return Moment(date.fromisoformat(text))
        if match:
            instant = datetime.fromisoformat(f"{match[1]}T{match[2]}{(match[3] or '').upper()}")
            instant = instant if instant.tzinfo else instant.replace(tzinfo=report.zone)
            return Moment(instant.astimezone(report.zone).date(), instant.astimezone(UTC))
    except (ValueError, OverflowError):
        pass
    return None


def _code_hint(text: str) -> str:
    names = locale("en").languages
    code = next((code for code in sorted(names) if names[code].casefold() == text.casefold()), None)
    code = code or language_code(text.replace("_", "-"))
    return f"; did you mean “{code.replace('_', '-')}”?" if code else f"; write {LanguageCode().right}"
