"""Words that a verb governs and its subject did not say: judged, denied, foretold, asked about.

`Holt criticised Pratt for calling the port “beyond rescue”`: the words are Pratt's. Which verbs judge, deny
and foretell the rows say, class by class (after VerbNet's classes of judgment and say verbs); here only the
order of the words is asked. Where the class leaves two who may have said it, nobody is credited.
"""

from __future__ import annotations

import re

from digest.quote.credit.case import Case, Credit, named
from digest.quote.credit.limits import (
    JUDGED_SCORE,
    JUDGED_TAIL,
    NEAR_CLAIM,
    NEAR_LIKENING,
    NEAR_UNSAID,
)
from digest.quote.grammar import MASK, WORDS, before_word
from digest.quote.names import Mention

_BREAKS = re.compile(r"[,;:–—،；，：]")
_COLON = re.compile(r"[:：][ \u00a0\n]*\Z")
_PART = re.compile(r"[-’'‑]?[ \u00a0]?(?:的|は|の|で)?")


def judged(case: Case) -> Credit | None:
    """Whose words a quotation holds that a judgment, a denial, a forecast or a question governs."""
    for rule in (_asked, _claimed_after, _ruled_after, _governed, _denied, _unsaid, _claimed_before):
        if given := rule(case):
            return given
    return None


def _own(case: Case) -> tuple[int, int]:
    """Return where the words before the quotation begin that no other quotation parts from it, and end."""
    left = case.frame.left
    return max(left.start, case.frames.masked.rfind(MASK, left.start, left.end) + 1), left.end


def _tail(case: Case) -> tuple[int, int]:
    """Return where the words right after the quotation begin, and where they or another quotation end."""
    text, right = case.frames.masked, case.frame.right
    end = text.find(MASK, right.start, right.end)
    return right.start, min(end if end >= 0 else right.end, right.start + JUDGED_TAIL)


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(text, start, end):
        pass
    return found


def _nobody(cue: str) -> Credit:
    return Credit("governed", cue=cue.strip())


def _asked(case: Case) -> Credit | None:
    """`Asked whether the dam was “a danger”, Holt replied`: the words are the asker's."""
    text, grammar = case.frames.masked, case.grammar
    start, end = _own(case)
    asked = _last(grammar.question, text, start, end)
    if asked is None or _COLON.search(text[start:end]):
        return None
    lead = text[start : asked.start()].rstrip(" \u00a0")
    if lead and " " not in asked.group() and grammar.row.spaced and lead[-1] not in ",;–—،":
        return None  # German `habe ihn gefragt`
    said = grammar.verb.search(text, asked.end(), end)
    low, high = _tail(case)
    if said is None or grammar.answering.search(text, low, high):
        return _nobody(asked.group())
    return None


def _claimed_after(case: Case) -> Credit | None:
    """`Pratt’s “waste of money” remark`, `die „Brücken“-Aussage`: the owner's, if he is named right there."""
    text, grammar = case.frames.masked, case.grammar
    low, high = _tail(case)
    gap = _PART.match(text, low, high)
    claim = grammar.claim.match(text, gap.end() if gap else low, high)
    if claim is None or grammar.verb.match(text, low, high):
        return None
    if grammar.row.verb_last and not grammar.judging.search(text, claim.end(), high):
        return None
    owner = case.people.between(case.frame.left.start, case.frame.left.end)[-1:]
    if owner and owner[0].owner and owner[0].span.end >= case.frame.left.end - len("’s "):
        return named(case, owner[0], "governed", JUDGED_SCORE, claim.group())
    return _nobody(claim.group())


def _ruled_after(case: Case) -> Credit | None:
    """`dass er den Hafen „eine Ruine“ genannt hatte`, `"harabe" demesini eleştirdi`: the form stands after."""
    text, grammar = case.frames.masked, case.grammar
    low, high = _tail(case)
    start, end = _own(case)
    if grammar.row.verb_last:
        return _ruled_last(case, low, high)
    judging = _last(grammar.judging, text, start, end)
    clause = _BREAKS.split(text[low:high])[0]
    form = grammar.form_of_saying.search(clause)
    if judging and form and len(WORDS.findall(clause[: form.start()])) < NEAR_UNSAID and text[low:high][:1] != ",":
        rest = text[judging.end() : end]
        opens = any(grammar.that.fullmatch(word) for word in WORDS.findall(rest))
        if opens or grammar.nonfinite.match(clause, form.start()):
            return None if _COLON.search(rest) else _nobody(form.group())
    after = grammar.judging.search(clause)
    if after is None or "," in case.frame.tail or not grammar.form_of_saying.search(text, start, end):
        return None
    between = WORDS.findall(clause[: after.start()])  # Persian: `… که گفته بود بندر «ویرانه» است انتقاد کرد`
    near = len(between) < NEAR_UNSAID and not any(word.lower() in grammar.row.joins for word in between)
    return _nobody(after.group()) if near else None


def _ruled_last(case: Case, low: int, high: int) -> Credit | None:
    """The same where every verb stands last: what is said, then the form of saying, then the judgment."""
    text, grammar = case.frames.masked, case.grammar
    foretold = grammar.foretelling.search(text, low, high)
    if foretold and len(WORDS.findall(text[low : foretold.start()])) < NEAR_UNSAID:
        return _nobody(foretold.group())
    judging = grammar.judging.search(text, low, high)
    if judging is None:
        return None
    form = grammar.nonfinite.search(text, low, judging.start())
    if form and _is_attributive(text[form.end() : judging.start()], spaced=grammar.row.spaced):
        return _nobody(form.group())
    claim = grammar.claim.search(text, low, judging.start())
    return _nobody(claim.group()) if claim else None


def _is_attributive(after: str, *, spaced: bool) -> bool:
    """Tell whether a form of saying belongs to a noun, rather than to the subject of the verb after it."""
    return spaced or not after.startswith(("、", "，", "。", "し", "て"))


def _governed(case: Case) -> Credit | None:
    """`criticised Pratt for calling the port “…”`: what stands between a judgment and the quotation."""
    text, grammar = case.frames.masked, case.grammar
    start, end = _own(case)
    judging = _judgment(case, start, end)
    if judging is None:
        return None
    form = _form(case, judging.end(), end)
    if form is None or _is_handed_back(case, judging.end(), form.start()):
        return _verdict(case, judging, form, start, end)
    if _COLON.search(text[form.end() : end]):
        return None
    clause = _clause_before(case, judging.end(), form.start())
    if clause is not None and any(not other.owner for other in case.people.between(*clause)):
        return None  # a clause with a subject of its own: `regretted that Pratt said`
    return _of_judged(case, judging, form)


def _judgment(case: Case, start: int, end: int) -> re.Match[str] | None:
    """Return the last verb that judges, or an answer to what somebody said: `responded to Pratt calling`."""
    text, grammar = case.frames.masked, case.grammar
    found = _last(grammar.judging, text, start, end)
    for answer in grammar.answering.finditer(text, start, end):
        word = WORDS.search(text, answer.end(), end)
        if word and word.group().lower() in grammar.others and not (found and found.start() > answer.start()):
            found = answer
    return found


def _form(case: Case, start: int, end: int) -> re.Match[str] | None:
    """Return the last form of saying or claim between a judgment and the quotation."""
    text, grammar = case.frames.masked, case.grammar
    form = _last(grammar.form_of_saying, text, start, end)
    claim = _last(grammar.claim, text, form.end() if form else start, end)
    return claim if claim and _has_content(case, claim, end) else form


def _has_content(case: Case, claim: re.Match[str], end: int) -> bool:
    """Tell whether a claim leads to its own words, rather than to a verdict on it or to a place."""
    text, grammar = case.frames.masked, case.grammar
    if before_word(text, claim.start()).lower() in grammar.row.media:
        return False
    after = text[claim.end() : end]
    if _COLON.search(after) or _is_likened(case, claim.end(), end):
        return False
    words = WORDS.findall(after)
    if any(grammar.that.fullmatch(word) for word in words) or grammar.reported.search(after):
        return True
    return not _BREAKS.search(after)


def _is_likened(case: Case, start: int, end: int) -> bool:
    """Tell whether a verdict begins right before the quotation: `as`, `as a`."""
    words = WORDS.findall(case.frames.masked[start:end])[-NEAR_LIKENING:]
    return any(word.lower() in case.grammar.row.likening for word in words)


def _clause_before(case: Case, start: int, end: int) -> tuple[int, int] | None:
    """Return the clause that a word such as `that` opens between two places, or None."""
    text, grammar = case.frames.masked, case.grammar
    opener = None
    for word in WORDS.finditer(text, start, end):
        folded = word.group().lower()
        if grammar.that.fullmatch(word.group()) or (folded in grammar.row.clauses):
            opener = word
    return (opener.end(), end) if opener else None


def _is_handed_back(case: Case, start: int, form: int) -> bool:
    """Tell whether a form of saying goes on with the judge's own clause: `, saying`, `and called`."""
    text, grammar = case.frames.masked, case.grammar
    between = text[start:form]
    words = [word.group().lower() for word in WORDS.finditer(between)]
    if not words and not between.strip(" \u00a0"):
        return not grammar.row.spaced  # Chinese `批评说`
    last = None
    for last in _BREAKS.finditer(between):
        pass
    clause = between[last.end() :] if last else between
    inner = WORDS.findall(clause)
    if any(grammar.that.fullmatch(word) or word.lower() in grammar.row.clauses for word in inner):
        return False
    joined = any(word.lower() in grammar.row.joins for word in inner[-NEAR_UNSAID:])
    return last is not None or joined


def _verdict(
    case: Case, judging: re.Match[str], form: re.Match[str] | None, start: int, end: int
) -> Credit | None:
    """`blasted the plan: “…”`, `blasted Pratt, saying`: the judge's own words, if no other rule knows the verb."""
    text, grammar = case.frames.masked, case.grammar
    if grammar.verb.match(text, judging.start()):
        return None
    goes_on = form is not None and grammar.participle.fullmatch(form.group())
    introduced = form is None and (_COLON.search(text[start:end]) or _is_likened(case, judging.end(), end))
    if not (goes_on or introduced):
        return None
    subject = case.subjects.before(judging.start(), start, opens=False)
    sure = subject is not None and case.people.is_vouched(subject)
    return named(case, subject, "left", 0.85, judging.group()) if sure else None


def _of_judged(case: Case, judging: re.Match[str], form: re.Match[str]) -> Credit:
    """Credit the only person named after a judgment beside its subject; nobody where that is not clear."""
    row = case.grammar.row
    start, end = _own(case)
    subject = case.subjects.before(judging.start(), start, opens=False)
    if subject is None or not row.cased or row.case_endings or row.verb_last:
        return _nobody(form.group())
    judge = case.people.fullest(subject)
    others = [other for other in case.people.between(judging.end(), end) if case.people.fullest(other) != judge]
    names = {case.people.fullest(other) for other in others}
    if len(names) != 1 or not case.people.is_vouched(others[0]) or _is_blamed(case, others, form):
        return _nobody(form.group())
    return named(case, others[0], "governed", JUDGED_SCORE, form.group())


def _is_blamed(case: Case, others: list[Mention], form: re.Match[str]) -> bool:
    """Tell whether words part the one judged from the form: `Pratt, whose aide called`."""
    between = case.frames.masked[others[0].span.end : form.start()]
    return bool(_BREAKS.search(between))


def _denied(case: Case) -> Credit | None:
    """`denied having called the judge “…”`: nobody says so."""
    text, grammar = case.frames.masked, case.grammar
    start, end = _own(case)
    denying = _last(grammar.denying, text, start, end)
    if denying is None or _COLON.search(text[start:end]):
        return None
    form = _form(case, denying.end(), end)
    if form and not _is_handed_back(case, denying.end(), form.start()):
        return _nobody(denying.group())
    opens = any(grammar.that.fullmatch(word) for word in WORDS.findall(text[denying.end() : end]))
    return _nobody(denying.group()) if form is None and opens else None


def _unsaid(case: Case) -> Credit | None:
    """`may call the tax “…”`, `warned against calling it “…”`: nobody has said it yet, or should."""
    text, grammar = case.frames.masked, case.grammar
    start, end = _own(case)
    foretold = _last(grammar.foretelling, text, start, end)
    form = _last(grammar.form_of_saying, text, start, end)
    if foretold and (form is None or form.start() <= foretold.start()):
        if case.subjects.before(foretold.start(), start, opens=False):
            return None
        return _nobody(foretold.group())
    if form is None or _COLON.search(text[form.end() : end]):
        return None
    word = form.group()
    at = form.start()
    if unsaid := grammar.unsaid.match(word):
        return _nobody(unsaid.group())
    for _ in range(NEAR_UNSAID):
        before = before_word(text, at, start)
        if not before:
            return None
        at = text.rindex(before, start, at)
        if found := _last(grammar.unsaid, text, start, at + len(before)):
            if found.end() == at + len(before):
                named_before = case.subjects.before(found.start(), start, opens=False)
                return None if named_before and grammar.row.cased and " " not in found.group() and not (
                    grammar.nonfinite.fullmatch(word)
                ) else _nobody(found.group())
        if before.lower() not in grammar.between and before.lower() not in grammar.pronouns:
            return None
    return None


def _claimed_before(case: Case) -> Credit | None:
    """`said Pratt’s claim that the port was “…” was wrong`: the owner's, or nobody's."""
    text, grammar = case.frames.masked, case.grammar
    start, end = _own(case)
    verb = _last(grammar.verb, text, start, end)
    if verb is None or grammar.according.search(text, start, end):
        return None
    claim = _last(grammar.claim, text, verb.end(), end)
    if claim is None or len(WORDS.findall(text[verb.end() : claim.start()])) > NEAR_CLAIM:
        return None
    if _BREAKS.search(text[verb.end() : claim.start()]) or not _has_content(case, claim, end):
        return None
    words = WORDS.findall(text[claim.end() : end])
    if not any(grammar.that.fullmatch(word) for word in words[:NEAR_CLAIM]):
        return None
    return _nobody(claim.group())
