"""Who said it, from words on either side that name a source: `according to Maduro`."""

from __future__ import annotations

import re
from dataclasses import replace

from digest.model import Span
from digest.quote.credit import scores
from digest.quote.credit.case import Case, Credit, described, named
from digest.quote.credit.context import pronoun, same_sentence
from digest.quote.credit.leads import left
from digest.quote.credit.limits import BESIDE, CASE_LETTERS, FEW_WORDS
from digest.quote.find import TAG_LENGTH
from digest.quote.grammar import MASK, WORDS, before_word, count_words
from digest.quote.names import Mention

_OPEN = '.,;:!?…–—\n”"»)(«“،。，'
"""What a word that may name a source stands after, or it leads to a noun of its clause."""
_OPENING = re.compile(r"[^\s.]")
_COLON = re.compile(r"[ \u00a0]?:")
_SENTENCE_END = re.compile(rf"[.!?…](?=\s|\Z)|[:{MASK}\n]")


def according(case: Case) -> Credit | None:
    """`according to Maduro`, on either side."""
    text, grammar = case.frames.masked, case.grammar
    right, lead = case.frame.right, case.frame.left
    if meant := _according_pronoun(case):
        return meant
    for part, limit in ((right, min(right.end, right.start + 30)), (lead, lead.end)):
        cue = _cue(case, part, limit)
        if cue and part is lead and grammar.verb.fullmatch(before_word(text, cue.start(), part.start)):
            cue = None  # what somebody reacts to: Hebrew `הגיב לדברי`
        if cue and part is right and (told := _told(case)):
            return told
        if cue and part is lead and (told := _told_by(case, cue)):
            return told
        mention = _subject_of(case, cue, part.end) if cue else None
        role = _source(case, cue, part.end) if cue else None
        if not cue:
            cue = grammar.according_after.search(text, part.start, min(part.end, part.start + TAG_LENGTH))
            mention = _before_cue(case, cue, part) if cue else None
        if cue and role and (mention is None or not _is_of(text, role, mention)):
            return described(case, role, scores.ROLE, cue.group())
        if cue and (mention or not grammar.verb.search(text, part.start, part.end)):
            given = named(case, mention, "according", scores.ACCORDING, cue.group())
            return (
                Credit("according", cue=cue.group()) if mention and _is_bent(case, mention, given) else given
            )
    return None


def _before_cue(case: Case, cue: re.Match[str], part: Span) -> Mention | None:
    """Return the name before words like `zufolge`, in the case that they take: Turkish `Demir’e göre`."""
    if found := case.subjects.before(cue.start(), part.start, opens=False):
        return found
    last = case.people.between(part.start, cue.start())[-1:]
    gap = case.frames.masked[last[0].span.end : cue.start()] if last else ""
    near = case.grammar.row.verb_last and case.grammar.row.cased and len(gap) <= CASE_LETTERS
    return last[0] if last and near and " " not in gap[:-1] else None


def _according_pronoun(case: Case) -> Credit | None:
    """`according to him`: at the start of a clause before the quotation, or right after it."""
    text, left, right = case.frames.masked, case.frame.left, case.frame.right
    cue = case.grammar.according_pronoun.search(text, right.start, min(right.end, right.start + BESIDE))
    if cue is None or WORDS.search(text, right.start, cue.start()) or MASK in text[cue.end() : right.end]:
        own = text.rfind(MASK, left.start, left.end) + 1
        cue = case.grammar.according_pronoun.search(text, max(left.start, own), left.end)
        before = text[left.start : cue.start()].rstrip(" \u00a0") if cue else ""
        if cue is None or (before and before[-1] not in _OPEN and before[-1] != MASK):
            return None
        if case.grammar.verb.search(text, cue.end(), left.end):
            return None  # `According to her, Pompeo replied “…”`
    if (
        case.people.between(cue.end(), cue.end() + BESIDE)[:1]
        and not text[cue.end() + 1 : cue.end() + 2].islower()
    ):
        return None  # Romanian `potrivit lui Ion Radu`
    return pronoun(case, cue.start(), cue.group(), Span(*cue.span()))


def _is_bent(case: Case, mention: Mention, given: Credit) -> bool:
    """Tell whether a name after `according to` stands in another case, and nothing tells its plain form."""
    ends = case.grammar.row.genitive_endings
    words = tuple((given.speaker or "").split(" "))
    if not ends or words != mention.words or case.grammar.row.masculine_articles:
        return False
    known = case.grammar.given_names
    again = any(one.words == words and one is not mention for one in case.people.mentions)
    plain = words[0] in known and words[0][:-1] not in known  # Czech `Petra` is a woman, or of `Petr`
    return not again and not plain and words[-1].endswith(ends)


def _is_of(text: str, role: Span, mention: Mention) -> bool:
    """Tell whether a name belongs to a role: it ends it, or stands between commas right after it."""
    apposed = (
        text[role.end : mention.span.start] == ", " and text[mention.span.end : mention.span.end + 1] == ","
    )
    return apposed or mention.span.start <= role.end + 1


def _cue(case: Case, part: Span, limit: int) -> re.Match[str] | None:
    """Words like `according to` on a side of the quotation that do not name whose another quotation is."""
    text, according = case.frames.masked, case.grammar.according
    cue = according.search(text, part.start, limit)
    if cue is None or part is case.frame.left:
        own = text.rfind(MASK, part.start, part.end) + 1
        near = according.search(text, own, limit) if own else None
        return near if near and case.subjects.after(near.end(), limit, any_case=True) else cue
    goes_on = WORDS.search(text, part.start, cue.start())
    few = count_words(case.frame.said, spaced=case.grammar.row.spaced) <= FEW_WORDS
    # A word or two before a noun of the clause are a term: `“warmate” drones, according to Hall`.
    return None if goes_on and (few or MASK in text[cue.end() : part.end]) else cue


def _subject_of(case: Case, cue: re.Match[str], end: int) -> Mention | None:
    """The name after words like `according to`, in any case unless they hold a verb: Polish `jak mówił`."""
    any_case = not case.grammar.verb.search(cue.group())
    if cue.group().lower() in case.grammar.others:  # `pour venir écouter Roux` names no source
        first = next(iter(case.people.between(cue.end(), end)), None)
        lead = WORDS.findall(case.frames.masked[cue.end() : first.span.start]) if first else []
        belonging = case.grammar.row.belonging
        before = case.frames.masked[: cue.start()].rstrip(" \u00a0")
        word = before_word(case.frames.masked, cue.start()).lower()
        joined = word in case.grammar.row.joins or word in case.grammar.row.clauses
        if before and before[-1] not in _OPEN and before[-1] != MASK and not joined:
            return None  # `i costumi per Elisa Marchi`
        kinds = (case.grammar.determiners, case.grammar.titles, case.grammar.fields, belonging)
        if not all(any(word.lower() in kind for kind in kinds) for word in lead):
            return None
    found = case.subjects.after(cue.end(), min(end, cue.end() + TAG_LENGTH), any_case=any_case)
    return None if found and _has_own_source(case, cue.end(), found) else found


def _has_own_source(case: Case, start: int, found: Mention) -> bool:
    """Tell whether a comma parts a name from another source: `По словам соседей, Зимина приехала`."""
    between = case.frames.masked[start : found.span.start]
    lead = WORDS.findall(between)
    if "," not in between or not lead:
        return False
    apposed = case.frames.masked[found.span.end : found.span.end + 1] == ","
    return not apposed and not any(word in case.grammar.titles for word in lead)


def _told(case: Case) -> Credit | None:
    """Who speaks in what a source tells: `Maduro told Trump “…,” according to two people`."""
    given = left(case)
    if given is None or given.speaker is None or given.cue is None:
        return None
    lead = case.frame.left.of(case.frames.masked)
    return given if "," not in lead[lead.rfind(given.cue) :].rstrip(", \u00a0") else None


def _told_by(case: Case, cue: re.Match[str]) -> Credit | None:
    """Who speaks in what a source before the quotation tells: `According to Bolton, Pompeo replied “…”`."""
    text, grammar, lead = case.frames.masked, case.grammar, case.frame.left
    verbs = list(grammar.verb.finditer(text, cue.end(), lead.end))
    if (
        not verbs
        or MASK in text[verbs[-1].end() : lead.end]
        or grammar.participle.fullmatch(verbs[-1].group())
    ):
        return None
    told = left(case)
    parted = "," in text[verbs[-1].end() : lead.end].lstrip(" \u00a0,")
    return None if parted and not (told and told.speaker) else told


def _source(case: Case, cue: re.Match[str], end: int) -> Span | None:
    """The role right after words like `according to`; a single word may mean something else."""
    start = cue.end()
    if not case.grammar.row.nouns_are_capital:
        role = case.roles.after(start, end, known=" " not in cue.group())
        ambiguous = cue.group().lower() in case.grammar.others  # `para a televisão`: to whom, not who
        return None if role and ambiguous and not case.roles.is_titled(role) else role
    first = next(iter(case.passages.phrases.within(start, min(end, start + TAG_LENGTH))), None)
    return first.span if first and not case.frames.masked[start : first.span.start].strip() else None


def quoted(case: Case) -> Credit | None:
    """`…,” state TV quoted him as saying`: whom, the sentence must say without doubt."""
    for part in (case.frame.right, case.frame.left):
        text = case.frames.masked
        cue = case.grammar.quoted.search(text, part.start, part.end)
        beside = (
            text[part.start : cue.start()]
            if cue and part is case.frame.right
            else text[cue.end() if cue else 0 : part.end]
        )
        if cue and MASK not in beside:
            found = same_sentence(case) or pronoun(case, case.frame.left.end, cue.group())
            return replace(found, rule="quoted", cue=cue.group())
    return None


def resumed(case: Case) -> Credit | None:
    """`“…”. Lo ha detto Maduro.`: the sentence after a quotation that stands alone tells whose it was."""
    text, right, grammar = case.frames.masked, case.frame.right, case.grammar
    colon = _COLON.match(text, right.start)  # `“…”: lo afferma Maduro`
    if WORDS.search(text, right.start, right.end) and not colon:
        return None
    opening = _OPENING.search(text, colon.end() if colon else right.end)
    cue = grammar.resuming.match(text, opening.start(), case.frame.marked.block.end) if opening else None
    if cue is None:
        return None
    found = _SENTENCE_END.search(text, cue.end(), case.frame.marked.block.end)
    end = found.start() if found else case.frame.marked.block.end
    if found and found.group() in (":", MASK):
        return None  # it leads to words of its own
    verb = grammar.tag_verb.search(text, cue.end(), min(end, cue.end() + BESIDE))
    before = case.subjects.before(verb.start(), cue.end(), opens=False) if verb else None
    subject = before or case.subjects.after(verb.end() if verb else cue.end(), end)
    if subject:
        return named(case, subject, "resumed", scores.RESUMED, cue.group())
    role = case.roles.after(verb.end() if verb else cue.end(), end, known=True)
    return described(case, role, scores.RESUMED, cue.group()) if role else None
