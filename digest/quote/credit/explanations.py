"""Why a speaker is shown, or none: the sentence, the class of its verb, the rule, who else was weighed."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields

from digest.model import Span
from digest.quote.credit.case import Case, Credit
from digest.quote.credit.guesses import WEIGHTS, candidates
from digest.quote.credit.limits import RIVALS_SHOWN
from digest.quote.grammar import Grammar


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What the rules saw of a quotation."""

    span: Span
    sentence: Span
    """Of the article's text: the words that the rules went by, the quotation included."""
    cue: str | None
    verb_class: str | None
    """The class of the cue in the language's row (`say`, `judge`, …); None where it is no verb."""
    rule: str
    score: float
    rivals: tuple[tuple[str, float], ...]
    """Who else stands near, as printed, with the share of such phrases that speak; the likeliest first."""


def explained(case: Case, given: Credit) -> Explanation:
    """Return why the rules credit a quotation as they do."""
    frame = case.frame
    return Explanation(
        span=frame.marked.span,
        sentence=Span(frame.left.start, frame.right.end),
        cue=given.cue,
        verb_class=_class_of(given.cue, case.grammar) if given.cue else None,
        rule=given.rule,
        score=given.score,
        rivals=_rivals(case, given),
    )


def _class_of(cue: str, grammar: Grammar) -> str | None:
    """Return the class of a verb's form, what is written together with it aside."""
    folded = cue.strip().lower()
    forms = {folded, *(folded.removeprefix(prefix) for prefix in grammar.row.prefixes)}
    verbs = grammar.row.verbs
    names = (field.name for field in fields(verbs) if not forms.isdisjoint(getattr(verbs, field.name)))
    return next(names, None)


def _rivals(case: Case, given: Credit) -> tuple[tuple[str, float], ...]:
    weighed: dict[str, float] = {}
    for phrase, features in candidates(case):
        name = case.people.fullest(phrase.mention) if phrase.mention else None
        printed = name or phrase.span.of(case.frames.masked)
        if printed != given.speaker:
            share = 1 / (1 + math.exp(-sum(map(WEIGHTS.__getitem__, features))))
            weighed[printed] = max(share, weighed.get(printed, 0.0))
    likeliest = sorted(weighed.items(), key=lambda rival: (-rival[1], rival[0]))[:RIVALS_SHOWN]
    return tuple((printed, round(share, 2)) for printed, share in likeliest)
