"""Who probably said it, where no rule is sure: every noun phrase near a quotation, weighed.

A logistic model over what the text shows of each phrase: where it stands to the quotation and to verbs of
saying, what kind of phrase it is, who spoke last. Its weights are numbers fitted on German press text,
by article; `benchmarks.quotes` measures them on any other.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from digest.model import Span
from digest.quote.case import THRESHOLD, Case, Credit
from digest.quote.grammar import MASK, Grammar, grammar_of
from digest.quote.phrases import Phrase

_MOST = THRESHOLD - 0.01
"""A guess is for editors, however likely."""
_CARRIED = 0.4
_BACK = 3
"""Sentences before that of the quotation that may name who said it."""
_BREAK = re.compile(rf"[.!?…:][{MASK}”“\"»)]*\s+(?=[^\s])|\n+")
_WORDS = re.compile(r"[^\W_][\w’'-]*")
_PARTED = re.compile(rf"[,;:()–—{MASK}]")

WEIGHTS: Mapping[str, float] = {
    "1 before": -0.58,
    "2 before": -1.44,
    "3 before": -1.13,
    "according": 0.9,
    "after auxiliary": 0.42,
    "after verb": 0.89,
    "bare": -0.15,
    "before verb": 0.55,
    "bias": -2.41,
    "colon": 0.44,
    "doubtful name": 0.88,
    "first": 1.02,
    "left": 0.61,
    "name": 1.57,
    "near before verb": 0.34,
    "oblique": -0.45,
    "opens clause": -0.38,
    "other paragraph": -0.72,
    "pronoun": 0.59,
    "right": 0.12,
    "role": 0.94,
    "said": -0.07,
    "spoke last": 0.09,
    "spoke last, alone": -0.51,
    "to the quotation": -0.59,
}


def guess(case: Case, given: Credit) -> Credit:
    """Return the credit with the phrase that most likely names the speaker, and how likely it does."""
    if carried := _carried(case):
        return carried
    best: tuple[float, Phrase] | None = None
    for phrase, features in candidates(case):
        weighed = sum(WEIGHTS.get(name, 0.0) * value for name, value in features.items())
        if best is None or weighed > best[0]:
            best = (weighed, phrase)
    if best is None:
        return given
    score = round(min(1 / (1 + math.exp(-best[0])), _MOST), 2)
    return _credit(case, given, best[1], score)


def _carried(case: Case) -> Credit | None:
    """Whoever spoke last, where a quotation stands alone right after: too often wrong for readers."""
    if not case.before or not _is_alone(case):
        return None
    frame, last = case.before[-1]
    between = case.frames.masked[frame.marked.block.end : case.frame.marked.block.start]
    if last.speaker is None or between.strip():
        return None
    return replace(last, rule="carried", score=_CARRIED, cue=None)


def _credit(case: Case, given: Credit, phrase: Phrase, score: float) -> Credit:
    if phrase.pronoun:
        who = _meant(case, phrase.span.start)
        return Credit(given.rule, score, who, phrase.span, given.cue) if who else given
    name = case.people.fullest(phrase.mention) if phrase.mention else None
    if name and phrase.mention:
        return Credit(given.rule, score, name, phrase.mention.span, given.cue)
    printed = phrase.span.of(case.frames.masked)
    return Credit(given.rule, score, printed, phrase.span, given.cue, is_name=False)


def _meant(case: Case, at: int) -> str | None:
    """Return the person named last before a pronoun."""
    named = [mention for mention in case.people.between(max(0, at - 600), at) if not mention.owner]
    names = [case.people.fullest(mention) for mention in named]
    return next((name for name in reversed(names) if name), None)


def candidates(case: Case) -> Iterator[tuple[Phrase, dict[str, float]]]:
    """Yield the phrases near a quotation with what the text shows of each."""
    masked, frame = case.frames.masked, case.frame
    passages = [(0, frame.left), (-1, frame.right), *_before(masked, frame.left.start)]
    last = next((given for _, given in reversed(case.before) if given.speaker), None)
    alone = _is_alone(case)
    for distance, passage in passages:
        found = case.phrases.within(passage.start, passage.end)
        for number, phrase in enumerate(found):
            features = _features(case, phrase, passage)
            features[_place(distance)] = 1.0
            features["first"] = float(number == 0)
            name = case.people.fullest(phrase.mention) if phrase.mention else None
            spoke = bool(last and name and name == last.speaker)
            features["spoke last"] = float(spoke)
            features["spoke last, alone"] = float(spoke and alone)
            features["other paragraph"] = float(not _same_block(case, phrase))
            yield phrase, features


def _is_alone(case: Case) -> bool:
    """Tell whether no words stand beside the quotation in its sentence."""
    masked, frame = case.frames.masked, case.frame
    return not _WORDS.search(masked, frame.left.start, frame.left.end) and not _WORDS.search(
        masked, frame.right.start, frame.right.end
    )


def _place(distance: int) -> str:
    return {0: "left", -1: "right"}.get(distance, f"{distance} before")


def _same_block(case: Case, phrase: Phrase) -> bool:
    block = case.frame.marked.block
    return block.start <= phrase.span.start < block.end


def _before(masked: str, end: int) -> Iterator[tuple[int, Span]]:
    """Yield the sentences before a place, the nearest first."""
    floor = max(0, end - 900)
    starts = [floor, *(found.end() for found in _BREAK.finditer(masked, floor, end))]
    starts = [start for start in starts if start < end]
    for distance, start in enumerate(reversed(starts[-_BACK:]), 1):
        yield distance, Span(start, end)
        end = start


def _features(case: Case, phrase: Phrase, passage: Span) -> dict[str, float]:
    masked, grammar, span = case.frames.masked, case.grammar, phrase.span
    ahead, behind = masked[span.end : passage.end], masked[passage.start : span.start]
    verb = _verb_after(ahead, grammar)
    words = _WORDS.findall(span.of(masked))
    known = any(word in grammar.titles for word in words)
    said = bool(grammar.verb.search(masked, passage.start, passage.end))
    return {
        "bias": 1.0,
        "name": float(phrase.mention is not None and case.people.is_vouched(phrase.mention)),
        "doubtful name": float(phrase.mention is not None and not case.people.is_vouched(phrase.mention)),
        "pronoun": float(phrase.pronoun),
        "role": float(not phrase.mention and not phrase.pronoun and known),
        "bare": float(phrase.bare and not phrase.mention and not phrase.pronoun),
        "oblique": float(phrase.oblique),
        "said": float(said),
        "before verb": float(verb == 0),
        "near before verb": float(verb is not None and verb > 0),
        "after verb": float(_is_after_verb(behind, grammar)),
        "after auxiliary": float(_is_beside_auxiliary(behind, ahead, grammar)),
        "opens clause": float(not _WORDS.search(_PARTED.split(behind)[-1])),
        "according": float(_is_source(behind, ahead, grammar)),
        "to the quotation": float(not _WORDS.search(ahead) and passage.end == case.frame.left.end),
        "colon": float(ahead.rstrip().endswith((":", "："))),
    }


def _verb_after(ahead: str, grammar: Grammar) -> int | None:
    """Return how many words stand between a phrase and the verb of saying after it in its clause."""
    found = grammar.verb.search(ahead)
    if not found:
        return None
    between = ahead[: found.start()]
    if between.count(",") > 2 or re.search(rf"[;:{MASK}]", between):
        return None
    words = _WORDS.findall(between)
    near = all(word.casefold() in grammar.between for word in words) and "," not in between[1:]
    return 0 if near else len(words)


def _is_after_verb(behind: str, grammar: Grammar) -> bool:
    """Tell whether only fillers stand between a verb of saying and the phrase after it."""
    verbs = list(grammar.tag_verb.finditer(behind))
    if not verbs:
        return False
    between = behind[verbs[-1].end() :]
    if _PARTED.search(between):
        return False
    return all(word.casefold() in grammar.between for word in _WORDS.findall(between))


def _is_beside_auxiliary(behind: str, ahead: str, grammar: Grammar) -> bool:
    """Tell whether an auxiliary of the clause stands right beside the phrase: `Merz hatte … betont`."""
    pattern = _auxiliary(grammar.row.code)
    before = _WORDS.findall(behind)[-1:]
    after = _WORDS.findall(ahead)[:1]
    return any(pattern.fullmatch(word) for word in (*before, *after))


@cache
def _auxiliary(code: str) -> re.Pattern[str]:
    words = grammar_of(code).row.auxiliaries
    return re.compile("|".join(map(re.escape, words)) or "(?!)", re.IGNORECASE)


def _is_source(behind: str, ahead: str, grammar: Grammar) -> bool:
    """Tell whether words like `according to` stand right beside the phrase."""
    cues = list(grammar.according.finditer(behind))
    if cues and len(_WORDS.findall(behind[cues[-1].end() :])) < 3:
        return True
    after = grammar.according_after.match(ahead.lstrip(" \u00a0"))
    return after is not None
