"""Who said it, from the words after a quotation."""

from __future__ import annotations

import re
from dataclasses import replace

from digest.model import Span
from digest.quote.clause import subject_before, verb_after
from digest.quote.credit import scores
from digest.quote.credit.case import Case, Credit, described, named
from digest.quote.credit.context import pronoun
from digest.quote.credit.governing import is_preposition
from digest.quote.credit.leads import left
from digest.quote.credit.limits import FEW_WORDS, MARKED_WORDS, SUBJECT_LENGTH
from digest.quote.credit.whose import is_disowned, is_led, leads_on
from digest.quote.find import TAG_LENGTH, TERMINALS
from digest.quote.grammar import MASK, WORDS, before_word, count_words
from digest.quote.names import Mention

_UNNAMED = frozenset({"role", "pronoun"})
_COMMA = re.compile(r"[,،，][ \u00a0]*\Z")
_CLAUSE_ENDS = ("", ".", ",", ";", "\n", "–", "—")
_PARTED = r"[,.!?…;—–-]|[，。！？،؟]"


def around(case: Case) -> Credit | None:
    """`Maduro “…” dedi`: the subject before the quotation, the verb after it."""
    frame, text = case.frame, case.frames.masked
    verb = verb_after(text, frame.right, case.grammar) if case.grammar.row.verb_last else None
    if verb is None:
        return None
    if is_disowned(case):
        return Credit("unnamed", cue=verb)
    after = text[frame.right.start : text.find(verb, frame.right.start)]
    inner = Span(frame.right.start, frame.right.start + len(after))
    subject = subject_before(inner, text, case.people, case.grammar) if MASK not in after else None
    subject = subject or subject_before(frame.left, text, case.people, case.grammar)
    if subject:
        opens = case.grammar.row.cased and not text[frame.left.start : subject.span.start].strip()
        doubtful = opens and not case.people.is_full(subject)  # a capital that may be the sentence's
        return named(case, subject, "around", scores.AROUND_DOUBTFUL if doubtful else scores.AROUND, verb)
    return Credit("unnamed", cue=verb) if frame.left.of(text).strip() else None


def tag(case: Case) -> Credit | None:
    """`…,” Maduro said` and `…,” said Maduro`."""
    text, right = case.frames.masked, case.frame.right
    verb = case.grammar.tag_verb.search(text, right.start, min(right.end, right.start + TAG_LENGTH))
    if not verb or re.search(rf"[;:；：{MASK}]", text[right.start : verb.start()]) or _is_place(case):
        return None
    lead = text[right.start : verb.start()].strip(" \u00a0,，،–—-")
    lead = "" if lead.lower() in case.grammar.row.as_clauses else lead  # `“…”, según explicó Rueda`
    if given := _led(case, verb) or _told_in_tag(case, verb):
        return given
    if leads_on(case, verb):
        return left(case) or Credit("unnamed")
    if lead or not case.grammar.participle.fullmatch(verb.group()):
        return _tagged(case, verb, lead)
    return None


def _is_place(case: Case) -> bool:
    """Tell whether the marks hold where something was said: `Im Gespräch mit „The Daily Post“ sagte Hall`."""
    frame, text = case.frame, case.frames.masked
    word = before_word(text, frame.left.end, frame.left.start).lower()
    if not word or not case.grammar.row.cased or frame.said[-1:] in TERMINALS or "," in frame.tail:
        return False
    words = WORDS.findall(frame.said)
    named = len(words) > 1 and all(one[0].isupper() or one[0].isdigit() for one in words)
    return named and is_preposition(word, case)


def _led(case: Case, verb: re.Match[str]) -> Credit | None:
    """Who leads to a quotation, or that somebody does: `somebody said: “…”, says Pratt`."""
    if not is_led(case) or case.grammar.citing.fullmatch(verb.group()):  # which names whom itself
        return None
    led = left(case)
    span = case.subjects.pronoun_after(verb.end())
    if led and led.speaker and span:
        return replace(led, speaker_span=span)  # `Hall was pleased: “…,” he said`
    if led is None or led.speaker:
        return led
    return Credit("unnamed", cue=led.cue) if led.cue and led.rule != "pronoun" else None


def _told_in_tag(case: Case, verb: re.Match[str]) -> Credit | None:
    """A tag whose verb has no subject: `“…”, is said in the report of Pratt`."""
    text, right = case.frames.masked, case.frame.right
    told = case.grammar.told.search(text, right.start, min(right.end, verb.end() + TAG_LENGTH))
    within = told is not None and told.start() <= verb.start() <= told.end()
    return Credit("unnamed", cue=told.group()) if told and within else None


def _tagged(case: Case, verb: re.Match[str], lead: str) -> Credit | None:
    """The subject of a verb after the quotation, `lead` being the words between."""
    text, right = case.frames.masked, case.frame.right
    parted = not case.grammar.row.verb_second and bool(
        re.search(_PARTED, text[right.start : right.start + 2] + case.frame.tail)
    )
    before = case.subjects.before(verb.start(), right.start, opens=True) if parted else None
    before = before or _marked_before(case, lead)
    if before and not _opens_next(case, before, verb):
        return named(case, before, "name-verb", scores.NAME_VERB, verb.group())
    if case.subjects.is_pronoun(lead):
        return pronoun(case, verb.start(), verb.group(), case.subjects.pronoun_before(verb.start()))
    if not lead or case.subjects.is_filler(lead):
        return _after_verb(case, verb, right.end)
    if text[right.start : verb.start()].rstrip(" \u00a0").endswith(","):
        after = case.subjects.after(verb.end(), right.end)
        return named(case, after, "verb-name", scores.VERB_NAME_PARTED, verb.group()) if after else None
    if given := _helped(case, verb):
        return given
    goes_on = case.subjects.goes_on(lead)
    near = parted and len(lead) < SUBJECT_LENGTH and "," not in lead and not goes_on
    role = case.roles.before(verb.start(), right.start) if parted and not goes_on else None
    return described(case, role, scores.ROLE, verb.group()) if role or near else None


def _marked_before(case: Case, lead: str) -> Mention | None:
    """Return whom the mark of a subject shows before the quotation: Hindi `NAME ने इसे "…" बताया`."""
    row = case.grammar.row
    if lead or row.cased or not row.subject_marks:
        return None
    subject = subject_before(case.frame.left, case.frames.masked, case.people, case.grammar)
    words = case.frames.masked[subject.span.end : case.frame.left.end].split() if subject else []
    return subject if len(words) <= MARKED_WORDS else None  # no further clause between


def _helped(case: Case, verb: re.Match[str]) -> Credit | None:
    """The subject between an auxiliary and its participle: `„…“, hatte Winter in einem Interview erklärt`."""
    text, right, grammar = case.frames.masked, case.frame.right, case.grammar
    if not grammar.row.verb_second or text[verb.end() : right.end].strip(" \u00a0\n")[:1] not in _CLAUSE_ENDS:
        return None
    helping = WORDS.search(text, right.start, verb.start())
    if helping is None or helping.group().lower() not in grammar.auxiliaries:
        return None
    if span := case.subjects.pronoun_after(helping.end()):
        return pronoun(case, helping.start(), verb.group(), span)
    after = case.subjects.after(helping.end(), verb.start())
    if after:
        return named(case, after, "verb-name", scores.VERB_NAME, verb.group())
    role = case.roles.after(helping.end(), verb.start(), known=True)
    return described(case, role, scores.ROLE, verb.group()) if role else None


def _opens_next(case: Case, mention: Mention, verb: re.Match[str]) -> bool:
    """Tell whether a name opens the next sentence, rather than a tag: `“Why?” Pratt, a baker, said that`."""
    between = case.frames.masked[mention.span.end : verb.start()]
    return case.frame.tail[0] in TERMINALS and "," not in case.frame.tail and "," in between


def _after_verb(case: Case, verb: re.Match[str], end: int) -> Credit | None:
    """The subject after its verb; none there may mean the same as a pronoun."""
    left_of = case.frame.left.of(case.frames.masked)
    if verb.group().lower() in case.grammar.others and WORDS.search(left_of):
        return Credit("unnamed", cue=verb.group())  # whom somebody told it stands after "told"
    if span := case.subjects.pronoun_after(verb.end()):
        return pronoun(case, verb.start(), verb.group(), span)
    after = case.subjects.after(verb.end(), end)
    if after:
        return named(case, after, "verb-name", scores.VERB_NAME, verb.group())
    role = case.roles.after(verb.end(), end, known=False)
    if role is None and case.grammar.row.drops_pronouns and case.subjects.nobody_after(verb.end(), end):
        return pronoun(case, verb.start(), verb.group())
    if not case.grammar.tag_verb.fullmatch(verb.group()) or (role and _does_more(case, role)):
        return None
    return described(case, role, scores.ROLE, verb.group())


def _does_more(case: Case, role: Span) -> bool:
    """Tell whether a role after a verb begins a clause: `X, citing “…,” said voters had …`."""
    text, frame = case.frames.masked, case.frame
    after = WORDS.match(text[role.end : frame.right.end].lstrip(" \u00a0"))
    word = after.group().lower() if after else ""
    helping = word in case.grammar.between and word not in case.grammar.others
    return helping and not case.grammar.that.fullmatch(word) and bool(WORDS.search(frame.left.of(text)))


def split(case: Case) -> Credit | None:
    """The second part of a quotation that only `the president said` or `said Pratt` parts from the first."""
    if not case.before:
        return None
    frame, given = case.before[-1]
    start, end = frame.marked.outer.end, case.frame.marked.outer.start
    if not given.speaker or frame.marked.outer.start < case.frame.left.start:
        return None
    if given.rule not in _UNNAMED and not _is_parted_by_name(case, given, start, end):
        return None
    verbs = list(case.grammar.verb.finditer(case.frames.masked, start, end))
    if len(verbs) != 1 or not _COMMA.search(case.frames.masked[start:end]):
        return None
    return replace(given, rule="same-sentence", score=round(min(given.score, scores.CARRIED), 2))


def _is_parted_by_name(case: Case, given: Credit, start: int, end: int) -> bool:
    """Tell whether a verb and a name behind it are all that parts two quotations: `“…,” said Pratt, “and …”`.

    Where the subject may stand behind any verb, the clause is read for itself.
    """
    if case.grammar.row.inverts or given.rule != "verb-name":
        return False
    named_there = case.people.between(start, end)
    goes_on = case.frame.said[:1].islower() or count_words(case.frame.said, spaced=True) > FEW_WORDS
    return goes_on and [one.span for one in named_there] == [given.speaker_span]
