"""Quotation marks around a whole text: engines garble them, so they are kept back and put on again."""

from __future__ import annotations

from dataclasses import dataclass

from digest.languages import Language


@dataclass(frozen=True, slots=True)
class Peeled:
    """A text without the marks around it, and the marks for its translation."""

    inner: str
    opening: str = ""
    closing: str = ""

    def around(self, output: str) -> str:
        """Put the marks around a translation, unless there is none."""
        return f"{self.opening}{output}{self.closing}" if output else output


def peel(text: str, source: Language, target: Language) -> Peeled:
    """Take off quotation marks that hold the whole text, for the first ones of the target language.

    >>> from digest.languages import row
    >>> peel("«Sí.»", row("es"), row("en"))
    Peeled(inner='Sí.', opening='“', closing='”')
    """
    for opening, closing in (*source.marks, *source.inner_marks, ('"', '"')):
        inner = text.removeprefix(opening).removesuffix(closing)
        whole = len(inner) + len(opening) + len(closing) == len(text)
        # “One” and “two”: the first and the last mark do not belong together.
        if whole and inner.strip() and opening not in inner and closing not in inner:
            return Peeled(inner.strip(), *target.marks[0])
    return Peeled(text)
