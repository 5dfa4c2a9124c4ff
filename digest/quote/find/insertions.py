"""Clauses of the reporter inside the marks: `«We are ready, — said Putin. — It is no threat»`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from digest.model import Span
from digest.quote.find.marks import Marked, trimmed
from digest.quote.grammar import Grammar, grammar_of

_DASHES = ("— ", "– ", "- ", "—\u00a0", "–\u00a0", "-\u00a0")
"""One of these stands in every clause of the reporter, where no pronoun hangs on a verb: French `dit-il`."""


@cache
def _hangs(code: str) -> bool:
    return any(pronoun[0] == "-" for pronoun in grammar_of(code).row.pronouns)


def without_insertions(text: str, marked: tuple[Marked, ...], grammar: Grammar) -> tuple[Marked, ...]:
    """Return the quotations with the reporter's clauses cut out: what was said is in the parts around."""
    return tuple(part for quotation in marked for part in _parts(text, quotation, grammar))


def _parts(text: str, quotation: Marked, grammar: Grammar) -> Iterator[Marked]:
    start, outer_start = quotation.span.start, quotation.outer.start
    if not _hangs(grammar.row.code) and not any(
        text.find(dash, start, quotation.span.end) >= 0 for dash in _DASHES
    ):
        yield quotation  # most have no dash, and finding one is quicker than the pattern
        return
    for clause in grammar.insertion.finditer(text, quotation.span.start, quotation.span.end):
        yield _part(text, quotation, Span(start, clause.start()), Span(outer_start, clause.start()))
        start = outer_start = clause.end()
    if start == quotation.span.start:
        yield quotation
    else:
        yield _part(text, quotation, Span(start, quotation.span.end), Span(start, quotation.outer.end))


def _part(text: str, quotation: Marked, span: Span, outer: Span) -> Marked:
    continues = quotation.continues and outer.start == quotation.outer.start
    return Marked(trimmed(text, span), outer, quotation.block, quotation.opening, continues=continues)
