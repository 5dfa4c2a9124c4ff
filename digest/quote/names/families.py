"""Names that a family name shows, where none has capital letters: `सुनीता यादव`, `佐藤一郎`, `김민준`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from digest.model import Span
from digest.quote.grammar import Grammar, before_word, grammar_of
from digest.quote.names.limits import FULL_NAME_WORDS
from digest.quote.names.walk import stops


def family_names(text: str, grammar: Grammar) -> Iterator[Span]:
    """Yield names of a family name and a given one, in order; none where the row has no family names."""
    row = grammar.row
    if row.given_parts:
        yield from (Span(*found.span()) for found in _joined(row.code).finditer(text))
    elif row.family_names:
        for found in _parted(row.code).finditer(text):
            start = _given_before(text, found.start(), grammar)
            if start is not None:
                yield Span(start, found.end())


def _given_before(text: str, at: int, grammar: Grammar) -> int | None:
    """Return where the given names before a family name begin: `राम कुमार वर्मा`; None if there are none."""
    start = None
    for _ in range(FULL_NAME_WORDS):
        word = before_word(text, at)
        if not word or text[at - 1] != " " or stops(word, grammar):
            break
        start = at = at - 1 - len(word)
        if text[start : start + len(word)] != word:
            return None
        if not word.endswith(grammar.row.family_names):
            break  # `ग्राम प्रधान सुनीता यादव`: a word before the given name may be anything
    return start


@cache
def _parted(code: str) -> re.Pattern[str]:
    """Match a family name that a space parts from the given one before it."""
    names = "|".join(map(re.escape, sorted(grammar_of(code).row.family_names, key=lambda one: -len(one))))
    return re.compile(rf"(?<=\S )(?:{names})(?![\w\u0900-\u0903\u093a-\u094f])")


@cache
def _joined(code: str) -> re.Pattern[str]:
    """Match a family and a given name in one, before the mark of a subject or a title."""
    row = grammar_of(code).row
    families = "|".join(map(re.escape, row.family_names)) or f"[{row.surnames}]"
    parts = "|".join(map(re.escape, row.given_parts))
    letters = rf"[{''.join(row.name_letters)}]" if not row.spaced else r"\w"
    most, end = ("{1,3}", "") if not row.spaced else ("", r"(?!\w)")
    after = "|".join(map(re.escape, (*row.subject_marks, *row.possessives)))
    return re.compile(rf"(?<!{letters})(?:{families})(?:{parts}){most}(?=(?:{after}){end})")
