"""Marks around a whole text: engines garble them, so they are kept back and put on again.

Quotation marks go on in the target language's style, inner ones inside outer ones; brackets as that script
writes them; dots that a text begins or ends with as they were.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from digest.languages.language import Language

Pair = tuple[str, str]

_BRACKETS: tuple[Pair, ...] = (("(", ")"), ("[", "]"), ("（", "）"), ("［", "］"), ("【", "】"))
_WIDE = {"(": "（", ")": "）", "[": "［", "]": "］", "（": "（", "）": "）", "［": "［", "］": "］"}
_NARROW = {wide: narrow for narrow, wide in _WIDE.items() if narrow != wide}
_STRAIGHT = ('"', '"')
_DOTS = ("……", "…", "...")
_SPACE = " \u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Peeled:
    """A text without the marks around it, and the marks for its translation."""

    inner: str
    opening: str = ""
    closing: str = ""
    depth: int = 0
    """How many quotations these marks open."""
    styles: tuple[tuple[Pair, Pair], ...] = ()
    """Marks inside the text, and what they are in the target language."""

    def around(self, output: str) -> str:
        """Put the marks around a translation, unless there is none."""
        if not output:
            return output
        for (opening, closing), (new_opening, new_closing) in self.styles:
            if output.count(opening) == output.count(closing):
                for space in ("", *_SPACE):
                    output = output.replace(f"{opening}{space}", new_opening) if space else output
                    output = output.replace(f"{space}{closing}", new_closing) if space else output
                output = output.replace(opening, new_opening).replace(closing, new_closing)
        return f"{self.opening}{output}{self.closing}"


def peel(text: str, source: Language, target: Language) -> Peeled:
    """Take off the marks that hold the whole text, for those of the target language.

    >>> from digest.languages import row
    >>> peel("«Sí.»", row("es"), row("en"))
    Peeled(inner='Sí.', opening='“', closing='”', depth=1, styles=())
    >>> peel("«(Sí)»", row("es"), row("ja")).around("はい")
    '「（はい）」'
    """
    opening, closing, depth = "", "", 0
    while taken := _taken(text, source, target, depth):
        text, first, last, quoted = taken
        opening, closing, depth = opening + first, last + closing, depth + quoted
    return Peeled(text, opening, closing, depth, tuple(_styles(text, source, target, depth)))


def _taken(text: str, source: Language, target: Language, depth: int) -> tuple[str, str, str, bool] | None:
    """Return a text without its outermost marks, these in the target's style, and whether they quote."""
    for dots in _DOTS:
        before, after = text.removeprefix(dots), text.removesuffix(dots)
        if before != text and any(map(str.isalnum, before)):
            return before.strip(), f"{dots} " if before.startswith(" ") else dots, "", False
        if after != text and any(map(str.isalnum, after)):
            return after.strip(), "", dots, False
    for pair in _BRACKETS:
        if inner := _inside(text, pair):
            return inner, *_bracket(pair, target), False
    for pair in (*source.marks, *source.inner_marks, _STRAIGHT):
        if inner := _inside(text, pair):
            return inner, *_marks(target, depth), True
    return None


def _inside(text: str, pair: Pair) -> str | None:
    """Return what stands between two marks that belong together, one at each end of the text."""
    opening, closing = pair
    inner = text.removeprefix(opening).removesuffix(closing)
    if len(inner) + len(opening) + len(closing) != len(text) or not any(map(str.isalnum, inner)):
        return None
    if opening == closing:
        return None if opening in inner else inner.strip()
    depth = 0
    for character in inner:
        depth += (character == opening) - (character == closing)
        if depth < 0:  # “One” and “two”: the first and the last do not belong together.
            return None
    return inner.strip() if depth == 0 else None


def _marks(target: Language, depth: int) -> Pair:
    opening, closing = (target.inner_marks or target.marks)[0] if depth % 2 else target.marks[0]
    return f"{opening}{target.mark_space}", f"{target.mark_space}{closing}"


def _bracket(pair: Pair, target: Language) -> Pair:
    forms = _NARROW if target.spaced else _WIDE
    return forms.get(pair[0], pair[0]), forms.get(pair[1], pair[1])


def _styles(text: str, source: Language, target: Language, depth: int) -> Iterator[tuple[Pair, Pair]]:
    """Yield the kind of marks inside a text, each opened and closed, with what the target has for it."""
    for pair in source.marks:
        opening, closing = pair
        if opening != closing and 0 < text.count(opening) == text.count(closing):
            if pair != target.marks[0] or depth:
                yield pair, _marks(target, depth)
            return
