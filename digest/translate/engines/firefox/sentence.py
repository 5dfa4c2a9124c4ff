"""One sentence through a model: in the signs that it knows, in parts that it can hold, and back."""

from __future__ import annotations

import re
from typing import Protocol

from digest.languages.language import Language
from digest.translate.engines.firefox.pieces import cut, fitted, joined
from digest.translate.engines.firefox.signs import signs
from digest.translate.engines.style import Mark, around, mark_of, marks, straight, styled

_EDGES = re.compile(r"^([\s,.;:!?)\]…]*)(.*?)(\s*)$", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+")
_WHOLE_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?!\w)")
"""Not the letters of `XK1`, which stands for a name."""
_SMALL, _ABBREVIATION = 2.5, 1.5
"""Of likelihood, added to a word in small letters and in capitals: most words are no names."""
_DOUBLED = re.compile(r"``|´´|(?<!\d)''")
"""Two single marks for a double one, as typewriters and TeX write it; not the inches of `5''`."""
_COMMA_OUTSIDE = re.compile(r'(?<=\w)"([,.])(?=\s|$)')
_FEWEST_CAPITALS = 2
"""Words in capitals; one alone may be an abbreviation."""


class Model(Protocol):
    """What a sentence needs of a model."""

    def raw(self, text: str) -> str:
        """Return what the model makes of a text of at most 80 pieces."""

    def count(self, text: str) -> int:
        """Return how many pieces of its vocabulary a text is."""

    def is_unknown(self, character: str) -> bool:
        """Tell whether its vocabulary lacks a character."""

    def likelihood(self, word: str) -> float:
        """Return the logarithm of how likely a word is written so."""


def translated(sentence: str, model: Model, source: Language, target: Language) -> str:
    """Return a sentence in the target language; nothing where something in it was lost on the way.

    Args:
        sentence: Without line breaks.
        model: For the pair.
        source: Its language, by which marks are read.
        target: By which they are written.
    """
    sentence = _DOUBLED.sub('"', sentence)
    if _is_in_capitals(sentence):
        calm = _WHOLE_WORD.sub(lambda at: _calm(at[0], model), sentence)
        return _shouted(_outer(_with_capital(calm), model, source, target, 0), target)
    return _outer(sentence, model, source, target, 0)


def _outer(text: str, model: Model, source: Language, target: Language, depth: int) -> str:
    """Keep back the marks at the ends of a text that belong to each other, or to another sentence."""
    if not any(map(str.isalpha, text)):
        return text
    roles = marks(text)
    first, last = (roles[0], roles[-1]) if roles else (None, None)
    if first and last and first.start == 0 and last.end == len(text) and first.pairs == len(roles) - 1 > 0:
        inner = _outer(text[first.end : last.start], model, source, target, depth + 1)
        return f"{_deep(first, depth, target)}{inner}{_deep(last, depth, target)}" if inner else ""
    if first and first.start == 0 and first.opens and first.pairs == -1:
        inner = _outer(text[first.end :], model, source, target, depth + 1)
        return f"{_deep(first, depth, target)}{inner}" if inner else ""
    if last and last.end == len(text) and not last.opens and last.pairs == -1:
        inner = _outer(text[: last.start], model, source, target, depth)
        return f"{inner}{_deep(last, depth, target)}" if inner else ""
    roles = tuple(Mark(one.start, one.end, one.opens, one.depth + depth, one.pairs) for one in roles)
    whole = _whole(text, roles, model, source, target)
    return _in_parts(text, roles, model, source, target, depth) if whole is None else whole


def _whole(
    text: str, roles: tuple[Mark, ...], model: Model, source: Language, target: Language
) -> str | None:
    """Return a text translated with its marks inside; None if they were lost, nothing if other signs were."""
    plain = straight(text, roles)
    if source.comma_inside:
        # As models learnt it: with the comma outside they move words across the mark.
        plain = _COMMA_OUTSIDE.sub(r'\1"', plain)
    held = signs(plain, source.code, model.is_unknown)
    if not any(map(str.isalpha, held.text)):
        return text
    parts = list(cut(held.text, model.count))
    made = joined([model.raw(part) for part in parts], parts, " " if target.spaced else "")
    if held.text[-1:].isalnum() and made.endswith(".") and not made.endswith(".."):
        made = made[:-1]
    with_marks = styled(made, roles, target)
    return with_marks if with_marks is None else held.back(with_marks) or ""


def _in_parts(
    text: str, roles: tuple[Mark, ...], model: Model, source: Language, target: Language, depth: int
) -> str:
    """Translate what stands between marks by itself: worse than the whole, but the marks stay in place."""
    shallow = tuple(Mark(one.start, one.end, one.opens, one.depth - depth, one.pairs) for one in roles)
    made, inside = [], 0
    for part, mark in around(text, shallow):
        edges = _EDGES.match(part)
        before, words, after = edges.groups() if edges else ("", part, "")
        done = _outer(words, model, source, target, depth + inside) if words else ""
        if words and not done:
            return ""
        made.append(f"{before}{fitted(done, words)}{after}")
        if mark:
            inside += 1 if mark.opens else -1
            inside = max(0, inside)
            made.append(_deep(mark, depth, target))
    return "".join(made)


def _deep(mark: Mark, depth: int, target: Language) -> str:
    return mark_of(Mark(mark.start, mark.end, mark.opens, mark.depth + depth, mark.pairs), target)


def _is_in_capitals(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if word.upper() != word.lower()]
    long = [word for word in words if len(word) > 1]
    return (
        len(long) >= _FEWEST_CAPITALS
        and all(word == word.upper() for word in words)
        and any(len(word) > 3 for word in long)
    )


def _calm(word: str, model: Model) -> str:
    """Return a word in capitals as it is likeliest written."""
    forms = {word: _ABBREVIATION, word.capitalize(): 0.0, word.lower(): _SMALL}
    return max(forms, key=lambda form: model.likelihood(form) + forms[form])


def _with_capital(text: str) -> str:
    return re.sub(r"[^\W\d_]", lambda at: at[0].upper(), text, count=1)


def _shouted(text: str, target: Language) -> str:
    return text.replace("i", target.capital_i).upper()
