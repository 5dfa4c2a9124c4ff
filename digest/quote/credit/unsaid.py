"""Words that nobody said, or somebody who is not named: asked about, denied, foretold, a claim of others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.quote.credit import scores
from digest.quote.credit.case import Case, Credit, named
from digest.quote.credit.governing import (
    BREAKS,
    COLON,
    form_between,
    has_content,
    is_handed_back,
    is_preposition,
    last_of,
    nobody,
    own,
    tail,
)
from digest.quote.credit.limits import NEAR_CLAIM, NEAR_UNSAID
from digest.quote.grammar import WORDS, before_word
from digest.quote.names import Mention

_PARTED = re.compile(r"[,،，–—]")
_ENDS = re.compile(r"[.!?…;:。！？；：\n]")


def asked(case: Case) -> Credit | None:
    """`Asked whether the dam was “a danger”, Holt replied`: the words are the asker's."""
    text, grammar = case.frames.masked, case.grammar
    start, end = own(case)
    question = last_of(grammar.question, text, start, end)
    if question is None or COLON.search(text[start:end]):
        return None
    lead = text[start : question.start()].rstrip(" \u00a0")
    if lead and " " not in question.group() and grammar.row.spaced and lead[-1] not in ",;–—،":
        return None  # German `habe ihn gefragt`
    said = grammar.verb.search(text, question.end(), end)
    low, high = tail(case)
    if said is None or grammar.answering.search(text, low, high):
        return nobody(question.group())
    return None


def denied(case: Case) -> Credit | None:
    """`denied having called the judge “…”`: nobody says so."""
    text, grammar = case.frames.masked, case.grammar
    start, end = own(case)
    denying = last_of(grammar.denying, text, start, end)
    if denying is None or COLON.search(text[start:end]):
        return None
    form = form_between(case, denying.end(), end)
    if form and not is_handed_back(case, denying.end(), form.start()):
        return nobody(denying.group())
    opens = any(grammar.that.fullmatch(word) for word in WORDS.findall(text[denying.end() : end]))
    opens = opens or (not grammar.row.spaced and not BREAKS.search(text[denying.end() : end]))
    return nobody(denying.group()) if form is None and opens else None


def referred(case: Case) -> Credit | None:
    """`Tully, citing Orr, said the money was “…”`: either may have worded it; a thing words nothing."""
    text, grammar = case.frames.masked, case.grammar
    start, end = own(case)
    found = last_of(grammar.referring, text, start, end)
    if found is None or COLON.search(text[start:end]):
        return None
    if grammar.row.verb_last or not grammar.row.cased:
        return nobody(found.group())  # its source stands before it, or nothing shows a name
    words = WORDS.finditer(text, found.end(), end)
    near = [word for _, word in zip(range(NEAR_UNSAID), words, strict=False)]
    reach = near[-1].end() if near else found.end()
    source = case.people.between(found.end(), reach) or any(
        grammar.is_title(word.group()) or word.group().lower() in grammar.groups for word in near
    )
    return nobody(found.group()) if source else None


def unsaid(case: Case) -> Credit | None:
    """`may call the tax “…”`, `warned against calling it “…”`: nobody has said it yet, or should."""
    text, grammar = case.frames.masked, case.grammar
    start, end = own(case)
    foretold = last_of(grammar.foretelling, text, start, end)
    form = last_of(grammar.form_of_saying, text, start, end)
    if foretold and (form is None or form.start() <= foretold.start()):
        announced = case.subjects.before(foretold.start(), start, opens=False)  # `dirá que «…»`
        return None if announced else nobody(foretold.group())
    if form is None or COLON.search(text[form.end() : end]):
        return None
    found = grammar.unsaid.match(form.group()) or _before(case, start, form)
    return nobody(found.group()) if found else None


def _before(case: Case, start: int, form: re.Match[str]) -> re.Match[str] | None:
    """Return the word that shows that nobody said it, adverbs and pronouns between aside."""
    text, grammar = case.frames.masked, case.grammar
    kinds = (grammar.between, grammar.pronouns, grammar.others)
    at = form.start()
    for _ in range(NEAR_UNSAID):
        word = before_word(text, at, start)
        if not word:
            return None
        end, at = text.rindex(word, start, at) + len(word), text.rindex(word, start, at)
        found = last_of(grammar.unsaid, text, start, end)
        if found and found.end() == end:
            single = grammar.row.cased and " " not in found.group()
            named = case.subjects.before(found.start(), start, opens=False)
            # Somebody who is named and `would say` announces it himself.
            return None if single and named and not grammar.nonfinite.fullmatch(form.group()) else found
        if not any(word.lower() in kind for kind in kinds):
            return None
    return None


def claimed_before(case: Case) -> Credit | None:
    """`brushed aside Pratt’s warning that the port would be “…”`: the owner's, or nobody's."""
    text, grammar = case.frames.masked, case.grammar
    start, end = own(case)
    claim = last_of(grammar.claim, text, start, end) if grammar.row.spaced else None
    if claim is None or grammar.according.search(text, start, end) or not has_content(case, claim, end):
        return None
    words = WORDS.findall(text[claim.end() : end])
    if len(words) == 1 and words[0] not in grammar.row.belonging and is_preposition(words[0].lower(), case):
        return Credit("unnamed")  # `vyzvala k omluvě za slova o „přítěži“`
    opens = any(grammar.that.fullmatch(word) for word in words[:NEAR_CLAIM])
    if not opens and not grammar.reported.search(text, claim.end(), end):
        return None
    if owner := _owner(case, claim, start, end):
        known = grammar.row.cased and not grammar.row.case_endings and case.people.is_vouched(owner)
        return (
            named(case, owner, "governed", scores.GOVERNED, claim.group()) if known else nobody(claim.group())
        )
    last = grammar.row.verb_last or grammar.row.subject_marks
    if last and grammar.judging.search(text, claim.end(), end):
        return nobody(claim.group())  # Hindi `के इस बयान की आलोचना की कि`
    verb = last_of(grammar.verb, text, start, claim.start())
    near = verb is not None and len(WORDS.findall(text[verb.end() : claim.start()])) <= NEAR_CLAIM
    return nobody(claim.group()) if verb and near and not _parts(case, verb, claim) else None


def _parts(case: Case, verb: re.Match[str], claim: re.Match[str]) -> bool:
    return BREAKS.search(case.frames.masked[verb.end() : claim.start()]) is not None


def _owner(case: Case, claim: re.Match[str], start: int, end: int) -> Mention | None:
    """Return whose a claim is: `Pratt’s warning`, `the warning of Pratt`, `предупреждение Анны Лунд`."""
    text, grammar = case.frames.masked, case.grammar
    before = case.people.between(start, claim.start())[-1:]
    if (
        before
        and before[0].owner
        and len(WORDS.findall(text[before[0].span.end : claim.start()])) < NEAR_UNSAID
    ):
        return before[0]
    after = next(iter(case.people.between(claim.end(), end)), None)
    if after is None:
        return None
    between = [word.lower() for word in WORDS.findall(text[claim.end() : after.span.start])]
    if not between:
        return after if grammar.row.case_endings or not grammar.row.cased else None
    row = grammar.row
    belongs = between[0] in (*row.belonging, *row.belonging_prefixes, *row.agents)
    return after if belongs and len(between) <= NEAR_UNSAID else None


def relayed(case: Case) -> Credit | None:
    """`recalled the words of Pratt: “…”`, `„…“, zitierte der Sprecher den Minister`: somebody else's."""
    found = _relayed_before(case) or _relayed_after(case)
    return nobody(found.group()) if found else None


def _relayed_before(case: Case) -> re.Match[str] | None:
    """Return what passes words on in the clause that leads to the quotation by a colon or by `that`."""
    text, grammar = case.frames.masked, case.grammar
    start, end = own(case)
    found = last_of(grammar.relayed, text, start, end)
    if found is None:
        return None
    rest = text[found.end() : end]
    words = WORDS.findall(rest)
    opens = COLON.search(rest) or (words and grammar.that.fullmatch(words[-1]))
    goes_on = BREAKS.search(COLON.sub("", rest)) or any(word.lower() in grammar.row.joins for word in words)
    joined = grammar.row.prefixes and grammar.verb.search(rest)  # Arabic `وقال`
    by = WORDS.findall(found.group())[-1].lower() in grammar.others  # `war von der Nachricht überrascht`
    someone = not by or case.people.between(found.end(), end) or any(map(grammar.is_title, words))
    return found if opens and someone and not goes_on and not joined else None


def _relayed_after(case: Case) -> re.Match[str] | None:
    """Return what passes words on in the sentence that goes on behind the quotation, parted by a mark."""
    text, grammar = case.frames.masked, case.grammar
    low, high = tail(case)
    if not _PARTED.search(case.frame.tail + text[low : low + 2]):
        return None
    end = low + len(_ENDS.split(text[low:high])[0])
    found = grammar.relayed.search(text, low, end)
    if found and not WORDS.search(text, low, found.start()):
        return found  # further on it may tell of the speaker alone: `said Pratt, who was criticised by Holt`
    citing = grammar.citing.search(text, low, end)
    if citing is None:
        return None
    people = case.people.between(citing.end(), end)
    tagged = not WORDS.search(text, low, citing.start())
    return citing if (people and not tagged) or (tagged and not _is_cited(case, citing, people)) else None


def _is_cited(case: Case, citing: re.Match[str], people: Sequence[Mention]) -> bool:
    """Tell whether the only person after a verb of citing is its object: `zitiert das Blatt NAME`."""
    grammar = case.grammar
    if len({case.people.fullest(one) for one in people}) != 1 or grammar.row.case_endings:
        return False
    between = WORDS.findall(case.frames.masked[citing.end() : people[0].span.start])
    articles = (grammar.determiners, grammar.oblique_determiners)
    return any(
        not grammar.is_title(word) and not any(word.lower() in kind for kind in articles) for word in between
    )
