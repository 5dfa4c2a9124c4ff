"""Words that a verb governs and its subject did not say: judged, denied, foretold, asked about.

`Holt criticised Pratt for calling the port “beyond rescue”`: the words are Pratt's. Which verbs judge, deny
and foretell the rows say, class by class (after VerbNet's classes of judgment and say verbs); here only the
order of the words is asked. Where the class leaves two who may have said it, nobody is credited.
"""

from __future__ import annotations

import re

from digest.quote.credit import scores
from digest.quote.credit.case import Case, Credit, named
from digest.quote.credit.governing import (
    BREAKS,
    COLON,
    clause_between,
    form_between,
    is_handed_back,
    is_likened,
    last_of,
    nobody,
    own,
    tail,
)
from digest.quote.credit.limits import NEAR_UNSAID
from digest.quote.credit.unsaid import asked, claimed_before, denied, referred, unsaid
from digest.quote.grammar import SIGNS, WORDS, before_word
from digest.quote.names import Mention

_HYPHENS = ("-", "‑")
_WORD = re.compile(rf"[\w{SIGNS}]+")
_PART = re.compile(r"[-’'‑]?[ \u00a0]?(?:的|は|の|で)?")


def judged(case: Case) -> Credit | None:
    """Whose words a quotation holds that a judgment, a denial, a forecast or a question governs."""
    text, grammar = case.frames.masked, case.grammar
    (start, _), (low, end) = own(case), tail(case)
    compound = text[low : low + 1] in _HYPHENS and grammar.claim.match(text[low + 1 : end])
    # Most quotations have none of the words that the rules below go by: one look for all of them.
    known = grammar.governing_words
    if not compound and known and known.isdisjoint(_WORD.findall(text[start:end].lower())):
        return None
    if not compound and not grammar.governing.search(text, start, end):
        return None
    for rule in (asked, _claimed_after, _ruled_after, _governed, denied, unsaid, referred, claimed_before):
        if given := rule(case):
            return given
    return None


def _claimed_after(case: Case) -> Credit | None:
    """`Pratt’s “waste of money” remark`, `die „Brücken“-Aussage`: the owner's, if he is named right there."""
    text, grammar = case.frames.masked, case.grammar
    low, high = tail(case)
    gap = _PART.match(text, low, high)
    claim = grammar.claim.match(text[gap.end() if gap else low : high])  # a hyphen parts compounds
    if claim is None or grammar.verb.match(text, low, high):
        return None
    if grammar.row.verb_last and not grammar.judging.search(text, low + claim.end(), high):
        owned = before_word(text, case.frame.left.end, case.frame.left.start).endswith(
            grammar.row.possessives
        )
        return nobody(claim.group()) if owned and grammar.row.possessives else None
    owner = case.people.between(case.frame.left.start, case.frame.left.end)[-1:]
    if owner and owner[0].owner and owner[0].span.end >= case.frame.left.end - len("’s "):
        return named(case, owner[0], "governed", scores.GOVERNED, claim.group())
    return nobody(claim.group())


def _ruled_after(case: Case) -> Credit | None:
    """`dass er den Hafen „eine Ruine“ genannt hatte`, `"harabe" demesini eleştirdi`: the form comes after."""
    text, grammar = case.frames.masked, case.grammar
    low, high = tail(case)
    start, end = own(case)
    if grammar.row.verb_last:
        return _ruled_last(case, low, high)
    judging = last_of(grammar.judging, text, start, end)
    clause = BREAKS.split(text[low:high])[0]
    form = grammar.form_of_saying.search(clause)
    if (
        judging
        and form
        and len(WORDS.findall(clause[: form.start()])) < NEAR_UNSAID
        and text[low:high][:1] != ","
    ):
        rest = text[judging.end() : end]
        opens = any(grammar.that.fullmatch(word) for word in WORDS.findall(rest))
        if opens or grammar.nonfinite.match(clause, form.start()):
            return None if COLON.search(rest) else nobody(form.group())
    after = grammar.judging.search(clause)
    if after is None or "," in case.frame.tail or not grammar.form_of_saying.search(text, start, end):
        return None
    between = WORDS.findall(clause[: after.start()])  # Persian: `… که گفته بود بندر «ویرانه» است انتقاد کرد`
    near = len(between) < NEAR_UNSAID and not any(word.lower() in grammar.row.joins for word in between)
    return nobody(after.group()) if near else None


def _ruled_last(case: Case, low: int, high: int) -> Credit | None:
    """The same where every verb stands last: what is said, then the form of saying, then the judgment."""
    text, grammar = case.frames.masked, case.grammar
    foretold = grammar.foretelling.search(text, low, high)
    if foretold and len(WORDS.findall(text[low : foretold.start()])) < NEAR_UNSAID:
        return nobody(foretold.group())
    judging = grammar.judging.search(text, low, high)
    if judging is None:
        return None
    form = grammar.nonfinite.search(text, low, judging.start())
    if form and _is_attributive(text[form.end() : judging.start()], spaced=grammar.row.spaced):
        return nobody(form.group())
    claim = grammar.claim.search(text, low, judging.start())
    return nobody(claim.group()) if claim else None


def _is_attributive(after: str, *, spaced: bool) -> bool:
    """Tell whether a form of saying belongs to a noun, rather than to the subject of the verb after it."""
    return spaced or not after.startswith(("、", "，", "。", "し", "て"))


def _governed(case: Case) -> Credit | None:
    """`criticised Pratt for calling the port “…”`: what stands between a judgment and the quotation."""
    text, grammar = case.frames.masked, case.grammar
    start, end = own(case)
    judging = _judgment(case, start, end)
    if judging is None:
        return None
    form = form_between(case, judging.end(), end)
    if form is None or is_handed_back(case, judging.end(), form.start()):
        return _verdict(case, judging, form, start, end)
    if COLON.search(text[form.end() : end]):
        return None
    clause = clause_between(case, judging.end(), form.start())
    named_in = [other for other in case.people.between(*clause) if not other.owner] if clause else []
    if named_in and grammar.verb.fullmatch(form.group()):
        return None  # a clause with a subject of its own: `regretted that Pratt said`
    return _of_judged(case, judging, form)


def _judgment(case: Case, start: int, end: int) -> re.Match[str] | None:
    """Return the last verb that judges, or an answer to what somebody said: `responded to Pratt calling`."""
    text, grammar = case.frames.masked, case.grammar
    found = last_of(grammar.judging, text, start, end)
    for answer in grammar.answering.finditer(text, start, end):
        word = WORDS.search(text, answer.end(), end)
        if word and word.group().lower() in grammar.others and not (found and found.start() > answer.start()):
            found = answer
    return found


def _verdict(
    case: Case, judging: re.Match[str], form: re.Match[str] | None, start: int, end: int
) -> Credit | None:
    """`blasted the plan: “…”`, `blasted Pratt, saying`: the judge's words, by a verb no other rule knows."""
    text, grammar = case.frames.masked, case.grammar
    if grammar.verb.match(text, judging.start()):
        return None
    joins = grammar.row.joins
    goes_on = form is not None and (
        grammar.participle.fullmatch(form.group())
        or before_word(text, form.start(), judging.end()).lower() in joins  # `thanked the city and promised`
    )
    colon = COLON.search(text[start:end]) and not case.people.between(judging.end(), end)
    last = WORDS.findall(text[judging.end() : end])[-1:]
    that = bool(last) and grammar.that.fullmatch(last[0]) is not None  # `accused them that “…”`
    introduced = form is None and (colon or that or is_likened(case, judging.end(), end))
    if not (goes_on or introduced):
        return None
    subject = case.subjects.before(judging.start(), start, opens=False)
    sure = subject is not None and case.people.is_vouched(subject)
    if subject and grammar.row.nouns_are_capital and subject.words[0] not in grammar.given_names:
        return None  # `Sohn Paolo` looks like a full name
    return named(case, subject, "left", scores.LEFT_AGENT, judging.group()) if sure else None


def _of_judged(case: Case, judging: re.Match[str], form: re.Match[str]) -> Credit:
    """Credit the only person named after a judgment beside its subject; nobody where that is not clear."""
    row = case.grammar.row
    start, end = own(case)
    subject = case.subjects.before(judging.start(), start, opens=False)
    if subject is None or not row.cased or row.case_endings or row.verb_last:
        return nobody(form.group())
    judge = case.people.fullest(subject)
    others = [
        other for other in case.people.between(judging.end(), end) if case.people.fullest(other) != judge
    ]
    names = {case.people.fullest(other) for other in others}
    if len(names) != 1 or not case.people.is_vouched(others[0]) or _is_blamed(case, others, form):
        return nobody(form.group())
    return named(case, others[0], "governed", scores.GOVERNED, form.group())


def _is_blamed(case: Case, others: list[Mention], form: re.Match[str]) -> bool:
    """Tell whether words part the one judged from the form: `Pratt, whose aide called`."""
    between = case.frames.masked[others[0].span.end : form.start()]
    return bool(BREAKS.search(between))
