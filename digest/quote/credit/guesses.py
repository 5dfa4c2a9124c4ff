"""Who probably said it, where no rule is sure, and why a rule is: for editors. Every noun phrase is weighed.

A logistic model over what the text shows of each phrase: where it stands to the quotation and to verbs of
saying, what kind of phrase it is, who spoke last. Its weights are numbers fitted on German press text,
by article; `benchmarks.quotes` measures them on any other.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace

from digest.model import Span
from digest.quote.clause import Features, Phrase
from digest.quote.credit.case import Case, Credit
from digest.quote.credit.limits import (
    GUESS_CARRIED,
    GUESS_PRONOUN,
    GUESS_REACH,
    GUESS_SENTENCES,
    MOST_GUESSED,
    RIVALS_SHOWN,
)
from digest.quote.credit.shown import kind_of
from digest.quote.grammar import MASK, WORDS, Grammar

_BREAK = re.compile(rf"[.!?…:][{MASK}”“\"»)]*\s+(?=[^\s])|\n+")

WEIGHTS: Mapping[str, float] = {
    "1 before": -0.6,
    "2 before": -1.42,
    "3 before": -1.12,
    "according": 0.91,
    "after auxiliary": 0.44,
    "after verb": 0.9,
    "bare": -0.16,
    "before verb": 0.58,
    "bias": -2.42,
    "colon": 0.45,
    "doubtful name": 0.96,
    "ends": 0.12,
    "first": 1.01,
    "left": 0.61,
    "name": 1.55,
    "near before verb": 0.31,
    "oblique": -0.45,
    "opens clause": -0.38,
    "other paragraph": -0.73,
    "pronoun": 0.59,
    "right": 0.11,
    "role": 0.94,
    "said": -0.06,
    "spoke last, alone": -0.48,
    "to the quotation": -0.68,
}


def guess(case: Case, given: Credit) -> Credit:
    """Return the credit with the phrase that most likely names the speaker, and how likely it does."""
    if given.speaker is not None:
        return given  # a rule found it, and nothing shows that it is a person's name
    if carried := _carried(case):
        return carried
    best: tuple[float, Phrase] | None = None
    for phrase, features in candidates(case):
        weighed = sum(map(WEIGHTS.__getitem__, features))
        if best is None or weighed > best[0]:
            best = (weighed, phrase)
    if best is None:
        return given
    score = round(min(1 / (1 + math.exp(-best[0])), MOST_GUESSED), 2)
    return _credit(case, given, best[1], score)


def _carried(case: Case) -> Credit | None:
    """Whoever spoke last, where a quotation stands alone right after: too often wrong for readers."""
    if not case.before or not _is_alone(case):
        return None
    frame, last = case.before[-1]
    between = case.frames.masked[frame.marked.block.end : case.frame.marked.block.start]
    if last.speaker is None or between.strip():
        return None
    return replace(last, rule="carried", score=GUESS_CARRIED, cue=None)


def _credit(case: Case, given: Credit, phrase: Phrase, score: float) -> Credit:
    if phrase.pronoun:
        who = _meant(case, phrase.span.start)
        return Credit(given.rule, score, who, phrase.span, given.cue) if who else given
    name = _names(case, phrase)
    if name and phrase.mention:
        return Credit(given.rule, score, name, phrase.mention.span, given.cue)
    printed = phrase.span.of(case.frames.masked)
    return Credit(given.rule, score, printed, phrase.span, given.cue, is_name=False)


def _meant(case: Case, at: int) -> str | None:
    """Return the person named last before a pronoun."""
    named = [mention for mention in case.people.between(max(0, at - GUESS_PRONOUN), at) if not mention.owner]
    names = [case.people.fullest(mention) for mention in named]
    return next((name for name in reversed(names) if name), None)


def candidates(case: Case) -> Iterator[tuple[Phrase, Features]]:
    """Yield the phrases near a quotation with what the text shows of each."""
    frame = case.frame
    passages = [(0, frame.left), (-1, frame.right), *_before(case.frames.masked, frame.left.start)]
    last = next((given.speaker for _, given in reversed(case.before) if given.speaker), None)
    alone = _is_alone(case)
    for distance, passage in passages:
        place, beside = _place(distance), passage.end == frame.left.end
        for phrase, shown in case.passages.seen(passage):
            features = {
                "to the quotation": beside and "ends" in shown,
                "spoke last, alone": alone and last is not None and _names(case, phrase) == last,
                "other paragraph": not _same_block(case, phrase),
            }
            yield phrase, (*shown, place, *(name for name, holds in features.items() if holds))


def _names(case: Case, phrase: Phrase) -> str | None:
    return case.people.fullest(phrase.mention) if phrase.mention else None


def _is_alone(case: Case) -> bool:
    """Tell whether no words stand beside the quotation in its sentence."""
    masked, frame = case.frames.masked, case.frame
    return not WORDS.search(masked, frame.left.start, frame.left.end) and not WORDS.search(
        masked, frame.right.start, frame.right.end
    )


def _place(distance: int) -> str:
    return {0: "left", -1: "right"}.get(distance, f"{distance} before")


def _same_block(case: Case, phrase: Phrase) -> bool:
    block = case.frame.marked.block
    return block.start <= phrase.span.start < block.end


def _before(masked: str, end: int) -> Iterator[tuple[int, Span]]:
    """Yield the sentences before a place, the nearest first."""
    floor = max(0, end - GUESS_REACH)
    starts = [floor, *(found.end() for found in _BREAK.finditer(masked, floor, end))]
    starts = [start for start in starts if start < end]
    for distance, start in enumerate(reversed(starts[-GUESS_SENTENCES:]), 1):
        yield distance, Span(start, end)
        end = start


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
    kind: str | None
    """The class that the score was counted for, as `script.rule.witness`; None where nobody is named."""
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
        kind=str(kind_of(case, given)) if given.speaker else None,
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
