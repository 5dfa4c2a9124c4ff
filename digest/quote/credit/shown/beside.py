"""Whether an apposition shows a name to be a person's: `the head of the club, Anna Hall,`."""

from __future__ import annotations

import re

from digest.quote.credit.case import Case, Credit
from digest.quote.credit.limits import APPOSED_WORDS, TITLE_REACH
from digest.quote.grammar import MASK, WORDS

_CLAUSE_START = re.compile(rf"[,;:.!?…—–()«»“”„\"{MASK}\n]")
_BRACKETS = re.compile(r"\A[ \u00a0]\([^()]{1,20}\)")


def is_apposed(case: Case, given: Credit) -> bool:
    """Tell whether a title stands in an apposition right before a name or right after it."""
    span, text = given.speaker_span, case.frames.masked
    if span is None or not case.grammar.row.cased or not span.of(text)[:1].isupper():
        return False
    before = text[max(0, span.start - TITLE_REACH) : span.start]
    if before.endswith(", ") and _names_office(case, _CLAUSE_START.split(before[:-2])[-1]):
        return True
    after = text[span.end : span.end + TITLE_REACH]
    after = _BRACKETS.sub("", after)
    return after.startswith(", ") and _names_office(case, _CLAUSE_START.split(after[2:])[0])


def _names_office(case: Case, clause: str) -> bool:
    """Tell whether a clause without a verb of saying begins with a title, article and adjectives aside."""
    grammar = case.grammar
    verb = grammar.tag_verb.match(clause.lstrip(" \u00a0"))
    if verb:  # `“…,” said the mayor, Anna Hall`
        clause = clause.lstrip(" \u00a0")[verb.end() :]
    words = WORDS.findall(clause)
    if not words or grammar.verb.search(clause):
        return False
    known = [at for at, word in enumerate(words[:APPOSED_WORDS]) if word in grammar.titles]
    led = words[0].lower() in grammar.determiners or words[0] in grammar.titles
    lead = words[: known[0]] if known else ()
    return (
        bool(known) and led and not any(word.lower() in grammar.others - grammar.determiners for word in lead)
    )
