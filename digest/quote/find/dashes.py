"""Speech that a dash opens, as in Spanish and Polish: at the start of a paragraph, or after a sentence.

A dash opens lists and parts clauses as well, so that only a reporter's clause with a verb of saying makes it
speech. Portals print hyphens for dashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from digest.model import Article, Block, Span
from digest.quote.find.marks import Marked, trimmed
from digest.quote.grammar import UPPER, Grammar, grammar_of


def with_dashes(article: Article, marked: tuple[Marked, ...], grammar: Grammar) -> tuple[Marked, ...]:
    """Return the quotations between marks and those after dashes; marks inside the latter do not count."""
    if not grammar.row.dashes:
        return marked
    text = article.text
    blocks = (part.span for part in article.blocks or (Block(Span(0, len(text))),))
    found = [part for block in blocks for part in _parts(text, block, marked, grammar)]
    if not found:
        return marked
    free = [one for one in marked if not any(one.outer.overlaps(part.outer) for part in found)]
    return tuple(sorted((*free, *found), key=lambda one: one.outer.start))


_HYPHEN = "-"
_MARKS = re.compile('[”“»«"]')
_INNER_DASH = re.compile(r"[ \u00a0][—–―-][ \u00a0]")
"""A dash between the one that opens and the reporter's: then they may part clauses as well."""


def _parts(text: str, block: Span, marked: tuple[Marked, ...], grammar: Grammar) -> Iterator[Marked]:
    """Yield what is said in a paragraph that a dash opens, without the reporter's clauses."""
    opening = _opening_pattern(grammar.row.code).match(text, block.start, block.end)
    opening = opening or _opening_inside(text, block, marked, grammar)
    if not opening:
        return
    outer, start = opening.start(), opening.end()
    for clause in _clauses(text, Span(start, block.end), grammar):
        yield _part(text, block, Span(outer, clause.start), start, opening.group().strip())
        outer = start = clause.end
    # Words with marks of their own are the reporter's: `säger Ekman. Grannen är skakad: ”…”`.
    others = grammar.row.verb_second and _MARKS.search(text, start, block.end)
    if outer != opening.start() and text[start : block.end].strip() and not others:
        yield _part(text, block, Span(outer, block.end), start, opening.group().strip())


def _opening_inside(
    text: str, block: Span, marked: tuple[Marked, ...], grammar: Grammar
) -> re.Match[str] | None:
    """Return the dash that opens a sentence inside a paragraph, if a reporter's clause follows it.

    Between marks, speech goes on after the dash that closes such a clause: `"…, - said Holt. - And …"`.
    """
    found = _inside_pattern(grammar.row.code).finditer(text, block.start, block.end)
    inside = next((one for one in found if not any(_holds(mark.outer, one.start()) for mark in marked)), None)
    if inside is None:
        return None
    clause = next(_clauses(text, Span(inside.end(), block.end), grammar), None)
    if clause is None or _INNER_DASH.search(text, inside.end(), clause.start):
        return None
    return inside


def _holds(span: Span, at: int) -> bool:
    return span.start <= at < span.end


def _part(text: str, block: Span, outer: Span, start: int, opening: str) -> Marked:
    return Marked(trimmed(text, Span(start, outer.end)), outer, block, opening)


def _clauses(text: str, within: Span, grammar: Grammar) -> Iterator[Span]:
    """Yield the reporter's clauses, from the white space before their dash to where somebody speaks on."""
    at = within.start
    while found := _clause_pattern(grammar.row.code).search(text, at, within.end):
        end = _end_pattern(grammar.row.code).search(text, found.end(), within.end)
        at = end.end() if end else within.end
        yield Span(found.start(), at)


@cache
def _opening_pattern(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?:[{_dashes(code)}][ \u00a0]?|{_hyphen(code)}[ \u00a0])(?=[^\W_]|[¿¡«„“\"])")


@cache
def _inside_pattern(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=[.!?…:][ \u00a0])(?:[{_dashes(code)}]|{_hyphen(code)})[ \u00a0](?=[{UPPER}¿¡])")


@cache
def _clause_pattern(code: str) -> re.Pattern[str]:
    """Match the dash of a clause that begins with a verb of saying; a comma where the verb stands second."""
    verb, row = grammar_of(code).verb.pattern, grammar_of(code).row
    comma = rf"|[,?!][ \u00a0](?={verb}[ \u00a0])" if row.verb_second else ""
    dashes = _dashes(code)
    dash = rf"(?:[ \u00a0](?:[{dashes}]|{_hyphen(code)})|(?<=[,!?…])[{dashes}])[ \u00a0]?"
    return re.compile(rf"{dash}(?={verb}){comma}", re.IGNORECASE)


@cache
def _end_pattern(code: str) -> re.Pattern[str]:
    """Match the dash after which speech goes on: one after punctuation, or one that hangs on a word."""
    dashes = _dashes(code)
    after = (
        rf"[.,;:!?…](?:[ \u00a0](?:[{dashes}]|{_hyphen(code)}(?=[ \u00a0]))[ \u00a0]?|[{dashes}][ \u00a0])"
    )
    if grammar_of(code).row.verb_second:
        after += rf"|[.!?][ \u00a0](?=[{UPPER}])"
    return re.compile(rf"{after}|(?<=\w)[{dashes}][.,;:]?(?:[ \u00a0]|\Z)")


@cache
def _dashes(code: str) -> str:
    return "".join(re.escape(dash) for dash in grammar_of(code).row.dashes if dash != _HYPHEN)


@cache
def _hyphen(code: str) -> str:
    """Return a pattern for the hyphen, where a language's portals print it for a dash."""
    return _HYPHEN if _HYPHEN in grammar_of(code).row.dashes else "(?!)"
