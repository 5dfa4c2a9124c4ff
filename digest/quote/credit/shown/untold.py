"""Whether somebody only passes words on, or nobody is known to have said them.

`According to A, B said “…”` is what A tells of B; a conditional of hearsay (French `aurait dit`), a forged
recording, words never said, a passive and a title leave the words to nobody as well. The phrases are in the
rows; here only their place beside the marks is asked.
"""

from __future__ import annotations

import re

from digest.quote.credit.case import Case, Credit
from digest.quote.credit.governing import BREAKS, COLON, last_of, own, tail
from digest.quote.credit.limits import NATIVE_SOURCE, NEAR_UNSAID
from digest.quote.find import TERMINALS
from digest.quote.grammar import WORDS, before_word
from digest.quote.names import Mention

_STOP = re.compile(r"[.!?…;。！？；\n]")


def is_untold(case: Case, given: Credit) -> bool:
    """Tell whether the words are at best somebody's report of what the speaker said."""
    checks = (_is_hearsay, _is_reported, _is_never_said, _is_cited)
    return any(check(case) for check in checks) or _is_governed(case, given) or _is_forged(case, given)


def _clause(case: Case) -> tuple[int, int]:
    """Return where the words right after the quotation begin, and where their sentence ends."""
    low, high = tail(case)
    end = _STOP.search(case.frames.masked, low, high)
    return low, end.start() if end else high


def _is_hearsay(case: Case) -> bool:
    """Tell whether somebody is named as the source of what another said: `According to A, B said “…”`."""
    text, grammar = case.frames.masked, case.grammar
    start, end = own(case)
    source = _source(case, start, end)
    if source is None:
        return _is_native_source(case, start, end)
    who, at = source
    following = WORDS.match(text, at + len(text[at:end]) - len(text[at:end].lstrip(" \u00a0,،，、")), end)
    if following and following.group().lower() in (*grammar.row.relatives, *grammar.row.that):
        return False  # `according to Hall, who said`
    others = any(case.people.fullest(one) != case.people.fullest(who) for one in case.people.between(at, end))
    verb = last_of(grammar.verb, text, at, end)
    if verb and not grammar.participle.fullmatch(verb.group()):
        return others or (grammar.row.cased and grammar.row.spaced)
    low, high = _clause(case)
    last = WORDS.findall(text[at:end])[-1:]
    if others and last and grammar.that.fullmatch(last[0]):
        return True
    clause = BREAKS.split(text[low:high])[0]
    return others and grammar.form_of_saying.search(clause) is not None


def _source(case: Case, start: int, end: int) -> tuple[Mention, int] | None:
    """Return who is named by `according to` before the quotation, and where that ends."""
    text, grammar = case.frames.masked, case.grammar
    for at, after in _cues_after(case, start, end):
        last = case.people.between(start, at)[-1:]
        if last and len(WORDS.findall(text[last[0].span.end : at])) < NEAR_UNSAID:
            return last[0], after
    for cue in grammar.according.finditer(text, start, end):
        who = next(iter(case.people.between(cue.end(), end)), None)
        if who and _is_beside(case, cue.end(), who.span.start):
            return who, who.span.end
    return None


def _cues_after(case: Case, start: int, end: int) -> list[tuple[int, int]]:
    """Return where words like `zufolge` stand, also written together with a title: Korean `대표에 따르면`."""
    text, grammar = case.frames.masked, case.grammar
    if grammar.row.cased:
        return [cue.span() for cue in grammar.according_after.finditer(text, start, end)]
    places = ((text.find(phrase, start, end), phrase) for phrase in grammar.row.according_after)
    return [(at, at + len(phrase)) for at, phrase in places if at >= 0]


def _is_native_source(case: Case, start: int, end: int) -> bool:
    """Tell whether somebody without a known name is the source before a comma: `据张伟说，王芳说`."""
    text, grammar = case.frames.masked, case.grammar
    cue = grammar.according.search(text, start, end) if grammar.row.surnames else None
    if cue is None or text[cue.end() : cue.end() + 1] not in tuple(grammar.row.surnames):
        return False
    comma = text.find("，", cue.end(), min(end, cue.end() + NATIVE_SOURCE))
    first = grammar.verb.search(text, cue.end(), comma) if comma >= 0 else None
    return first is not None and grammar.verb.search(text, comma, end) is not None


def _is_beside(case: Case, low: int, high: int) -> bool:
    between = case.frames.masked[low:high]
    near = len(WORDS.findall(between)) <= NEAR_UNSAID and not BREAKS.search(between)
    return near and not case.grammar.verb.search(between)


def _is_reported(case: Case) -> bool:
    """Tell whether a form of hearsay stands for the verb: `Morel aurait dit`, `soll Kern gesagt haben`."""
    text, grammar = case.frames.masked, case.grammar
    start, end = own(case)
    if _leads(case, last_of(grammar.hearsay, text, start, end)):
        return True
    low, high = _clause(case)
    found = grammar.hearsay.search(text, low, high)
    if found is None:
        return False
    before = text[low : found.start()]
    return grammar.row.verb_last or (len(BREAKS.findall(before)) < 2 and not grammar.verb.search(before))


def _is_governed(case: Case, given: Credit) -> bool:
    """Tell whether a phrase leads to words that its subject did not say: `was misquoted as saying`."""
    found, span = last_of(case.grammar.untold, case.frames.masked, *own(case)), given.speaker_span
    if found is None or span is None:
        return False
    agent = span.start >= found.end() and before_word(case.frames.masked, span.start).lower()
    by = agent and agent in found.group().lower().split()  # `described by Holt`
    return not by and _leads(case, found)


def _leads(case: Case, found: re.Match[str] | None) -> bool:
    """Tell whether no other verb or colon of a clause of its own parts a phrase from the quotation."""
    if found is None:
        return False
    between = case.frames.masked[found.end() : own(case)[1]]
    parts = BREAKS.findall(COLON.sub("", between))
    return len(parts) < 2 and not case.grammar.verb.search(between)


def _is_never_said(case: Case) -> bool:
    """Tell whether a denied form of saying ends right before the words: `Hale never said “…”, Pool says`."""
    text, grammar = case.frames.masked, case.grammar
    start, end = own(case)
    if not grammar.row.spaced or COLON.search(text[start:end]):
        return False
    denial = last_of(grammar.denial, text, start, end)
    if denial is None or BREAKS.search(text[denial.end() : end].rstrip(" \u00a0,")):
        return False
    between = text[denial.end() : end]
    form = last_of(grammar.form_of_saying, text, denial.end(), end)
    if form:
        rest = WORDS.findall(text[form.end() : end])
        near = len(WORDS.findall(text[denial.end() : form.start()])) < NEAR_UNSAID
        return near and all(grammar.that.fullmatch(word) for word in rest)
    if WORDS.search(between):
        return False
    low, high = _clause(case)
    after = WORDS.match(text, low + 1, high)  # German `hat nie „…“ gesagt`
    ends = after is not None and grammar.form_of_saying.match(text, low + 1) is not None
    verb = before_word(text, denial.start(), start)
    return ends or (bool(verb) and grammar.form_of_saying.fullmatch(verb) is not None)


def _is_forged(case: Case, given: Credit) -> bool:
    """Tell whether a forged recording holds the words: `A fake video shows Mayor Holm saying “…”`."""
    text, grammar, span = case.frames.masked, case.grammar, given.speaker_span
    start, end = own(case)
    for found in grammar.forged.finditer(text, start, end):
        before = span is None or not start <= span.start < found.start()
        if before or not grammar.row.spaced or _is_place(case, found):
            return True
    low, high = _clause(case)
    return any(
        not grammar.row.spaced or _is_place(case, found) for found in grammar.forged.finditer(text, low, high)
    )


def _is_place(case: Case, found: re.Match[str]) -> bool:
    """Tell whether a phrase is where something was said: `says in the fake video`."""
    text, at = case.frames.masked, found.start()
    for _ in range(NEAR_UNSAID):
        word = before_word(text, at)
        if not word or word.lower() in case.grammar.row.media:
            return bool(word)
        at = text.rindex(word, 0, at)
    return False


def _is_cited(case: Case) -> bool:
    """Tell whether somebody else is cited behind the speaker: `“…,” said Cole, citing Holt`."""
    text, grammar = case.frames.masked, case.grammar
    low, high = _clause(case)
    for pattern in (grammar.citing, grammar.referring):
        found = pattern.search(text, low, high)
        if found and text[: found.start()].rstrip(" \u00a0").endswith((",", "，", "،")):
            who = next(iter(case.people.between(found.end(), high)), None)
            if (
                who
                and WORDS.search(text, low, found.start())
                and _is_beside(case, found.end(), who.span.start)
            ):
                return True
    return False


def is_told_of(case: Case) -> bool:
    """Tell whether marks hold what a clause tells of: `“The Last Train” is a great film, said Orme`."""
    text, low = case.frames.masked, case.frame.right.start
    said = case.frame.said.rstrip()
    if said[-1:] in (*TERMINALS, ",") or "," in case.frame.tail or not text[low : low + 1].isspace():
        return False
    found = WORDS.match(text, low + 1, case.frame.right.end)
    goes_on = found is not None and WORDS.match(text, found.end() + 1, case.frame.right.end) is not None
    return found is not None and goes_on and found.group() in case.grammar.row.copulas
