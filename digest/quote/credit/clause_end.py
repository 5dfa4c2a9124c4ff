"""Who said it where the verb ends its clause: `während Hall den Damm „eine Badewanne“ nannte`."""

from __future__ import annotations

from digest.quote.credit import scores
from digest.quote.credit.case import Case, Credit, named
from digest.quote.credit.governing import clause_between, own
from digest.quote.grammar import WORDS


def clause_end(case: Case) -> Credit | None:
    """The name after a word such as `while`, if a verb right after the quotation ends the clause."""
    text, grammar = case.frames.masked, case.grammar
    if not grammar.row.verb_second:
        return None
    low, high = case.frame.right.start, case.frame.right.end
    if not text[low : low + 2].strip(" \u00a0").isalpha():
        return None  # a comma, or the end of the sentence: no verb of its clause
    start, end = own(case)
    gap = len(text[low:high]) - len(text[low:high].lstrip(" \u00a0"))
    verb = grammar.form_of_saying.match(text, low + gap, high)
    clause = clause_between(case, start, end) if verb else None
    if verb is None or clause is None:
        return None
    subject = next(iter(case.people.between(*clause)), None)
    if subject is None or subject.owner or case.subjects.is_other(subject, clause[0]):
        return None
    lead = WORDS.findall(text[clause[0] : subject.span.start])
    if any(word.lower() not in grammar.determiners and word not in grammar.titles for word in lead):
        return None
    return named(case, subject, "clause-end", scores.CLAUSE_END, verb.group())
