"""Places in a text and in time: what the other records are made of."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache

from babel.core import get_global


def reads(reader: str, language: str) -> bool:
    """Tell whether readers of an edition read a language: the same one, of any region, in the same script.

    >>> reads("es-MX", "es"), reads("es", "es-VE"), reads("zh-TW", "zh"), reads("sr-Latn", "sr")
    (True, True, False, False)
    """
    if reader == language:
        return True
    return reader.partition("-")[0] == language.partition("-")[0] and script(reader) == script(language)


def readable(reader: str, codes: Collection[str]) -> str | None:
    """Return which of some languages readers of an edition read best: their own, of their region, of any.

    >>> readable("es-MX", ["en", "es-AR", "es"]), readable("pt", ["pt-BR"]), readable("zh-TW", ["en", "zh"])
    ('es', 'pt-BR', None)
    """
    nearest = (reader, reader.rpartition("-")[0], reader.partition("-")[0], *codes)
    return next((code for code in nearest if code in codes and reads(reader, code)), None)


@cache
def script(language: str) -> str:
    """Return the ISO 15924 code of the script that a language is most likely written in, as CLDR has it.

    >>> script("ru"), script("zh-TW"), script("sr-Latn-RS"), script("xx")
    ('Cyrl', 'Hant', 'Latn', 'Latn')
    """
    parts = language.split("-")
    # Codes of scripts alone have four letters (ISO 15924).
    if named := next((part for part in parts[1:] if len(part) == 4 and part.isalpha()), None):
        return named
    likely = get_global("likely_subtags")
    found = str(likely.get("_".join(parts), likely.get(parts[0], ""))).split("_")
    return next((part for part in found if len(part) == 4), "Latn")


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of code points in a text.

    >>> Span(1, 3).of("abcd")
    'bc'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of `text` inside the span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a character.

        >>> Span(1, 3).overlaps(Span(2, 4)), Span(1, 3).overlaps(Span(3, 4))
        (True, False)
        """
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Moment:
    """A day in the site's time zone, and the instant where one is known."""

    day: date
    instant: datetime | None = None
    """Aware."""

    @property
    def sort_key(self) -> tuple[date, float]:
        """Order moments of one day by instant, those without one first."""
        return self.day, self.instant.timestamp() if self.instant else 0.0


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    """An entry of a list."""
    ROW = "row"
    """A row of a table: its cells with ` | ` between."""
    QUOTATION = "quotation"
    """A paragraph that the page sets apart as a block quotation: no marks stand around its words."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, section heading or block quotation of an article: a span of its kept text."""

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class LanguagePart:
    """Words that the page itself says are in another language than its article (WCAG 2.2, 3.1.2)."""

    span: Span
    language: str
