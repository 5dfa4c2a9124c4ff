"""Who said it, from a name and a colon, speech that goes on, or a clause that its verb ends."""

from __future__ import annotations

import re
from dataclasses import replace

from digest.quote.credit import scores
from digest.quote.credit.case import Case, Credit, described, is_sure, named
from digest.quote.credit.context import may_speak, pronoun
from digest.quote.credit.governing import BREAKS, clause_between, is_preposition, own
from digest.quote.credit.limits import (
    AGE_WORDS,
    COMMENT_WORDS,
    LABEL_LEAD,
    LEAD_WORDS,
    PART_WORDS,
    WHOLE_WORDS,
)
from digest.quote.credit.whose import is_about_speaker
from digest.quote.find import TERMINALS
from digest.quote.grammar import MASK, WORDS, before_word, count_words
from digest.quote.names import Mention, is_given

_SENTENCE = re.compile(rf"[.!?…][{MASK}”“\"»)]*\s+(?=[^\s{MASK}])|\n")


_BRACKETS = re.compile(r"[ \u00a0]\([^()]{1,40}\)")
_SIGNED = re.compile(r"\.?[ \u00a0\n]*(?:—|–|-)[ \u00a0]?(?=\S)")
"""A dash before the name of whoever said what stands before it."""


def signed(case: Case) -> Credit | None:
    """`“…” — Mayor Holt`: at the end of a paragraph, or in a line of its own after it."""
    text, right = case.frames.masked, case.frame.right
    dash = _SIGNED.match(text, right.start)
    left = case.frame.left
    if dash is None or WORDS.search(text, left.start, left.end):
        return None
    end = text.find("\n", dash.end())
    end = end if end >= 0 else len(text)
    mention = next(iter(case.people.between(dash.end(), end)), None)
    if mention is None or case.grammar.tag_verb.search(text, dash.end(), end):
        return None
    before, after = (
        text[dash.end() : mention.span.start].split(),
        text[mention.span.end : end].strip(" .\u00a0"),
    )
    titles = all(word in case.grammar.titles or word.lower() in case.grammar.determiners for word in before)
    if not titles or after[:1] not in ("", ",", "(") or len(after) > LABEL_LEAD:
        return None
    return named(case, mention, "signed", scores.SIGNED, dash.group().strip())


def label(case: Case) -> Credit | None:
    """`Maduro: “…”`."""
    text, left = case.frames.masked, case.frame.left
    lead = text[left.start : left.end].rstrip()
    if lead[-1:] not in (":", "："):
        return None
    end = left.start + len(lead[:-1].rstrip())
    mentions = case.people.between(left.start, end)
    if not mentions or mentions[-1].owner or mentions[-1].span.end != end:
        return None
    if case.grammar.denial.search(text, left.start, mentions[-1].span.start):
        return None
    other = case.subjects.is_other(mentions[-1]) and not _signs(case, mentions[-1])
    if other or mentions[-1].span.start - left.start > LABEL_LEAD:
        return None
    if _has_before(case, mentions) or not _is_labelled(case, mentions[-1]):
        return Credit("unnamed", cue=":")
    return named(case, mentions[-1], "label", scores.LABEL, ":")


def _is_added(case: Case, mention: Mention) -> bool:
    """Tell whether a comma, `and` and titles stand before a name: `A said …, and the minister B: “…”`."""
    text, grammar, left = case.frames.masked, case.grammar, case.frame.left
    at = text.rfind(",", left.start, mention.span.start)
    words = WORDS.findall(text[at + 1 : mention.span.start]) if at >= 0 else []
    if not mention.titled or not words or words[0].lower() not in grammar.row.joins or not grammar.row.cased:
        return False
    kinds = (grammar.determiners, grammar.places, grammar.fields)
    return all(
        grammar.is_title(word) or word.islower() or any(word.lower() in kind for kind in kinds)
        for word in words[1:]
    ) and not any(grammar.verb.fullmatch(word) or word.lower() in grammar.others for word in words[1:])


def introduced(case: Case) -> Credit | None:
    """`Anna Hall, a baker in the old town: “…”`: a name, and only who it is before the colon."""
    text, left = case.frames.masked, case.frame.left
    lead = text[left.start : left.end].rstrip()
    if lead[-1:] != ":" or not case.grammar.row.cased:
        return None
    start, end = left.start, left.start + len(lead[:-1].rstrip())
    people = [one for one in case.people.between(start, end) if case.people.is_vouched(one)]
    if people and people[-1].span.end == end and _is_added(case, people[-1]):
        return named(case, people[-1], "label", scores.LABEL, ":")
    if not people or people[0].owner:
        return None
    mention = people[0]
    alone = all(other.owner or other is mention for other in people)
    if not alone or case.subjects.is_other(mention, start) or not _is_whole_lead(case, mention):
        return None
    rest = text[mention.span.end : end]
    if not _is_apposed(case, rest) and not _is_comment(case, rest):
        return None
    return named(case, mention, "label", scores.LABEL, ":")


def _is_whole_lead(case: Case, mention: Mention) -> bool:
    """Tell whether only titles, or a noun with its article, stand before a name: `Her neighbour NAME`."""
    words = WORDS.findall(case.frames.masked[case.frame.left.start : mention.span.start])
    if not words or all(word in case.grammar.titles for word in words):
        return True
    grammar, first = case.grammar, words[0].lower()
    if len(words) == 1 and is_given(mention.words[0]):  # a trade that no row knows
        return first not in grammar.opening_words and not grammar.tag_verb.fullmatch(words[0])
    if re.split("['’]", words[0])[-1] in grammar.titles and len(words) <= COMMENT_WORDS:
        return True  # `L'assessore ai Lavori pubblici NAME`
    if len(words) > LEAD_WORDS or not (first in grammar.determiners or words[0] in grammar.titles):
        return False
    return not any(word.lower() in grammar.others or grammar.verb.fullmatch(word) for word in words[1:])


def _is_apposed(case: Case, text: str) -> bool:
    """Tell whether text after a name goes on to its end with who it is: nothing closes the apposition.

    After an age, which commas close, it takes a word that opens a noun: no `Anna Hall, 71, held up a sign:`.
    A verb of saying leads to the words itself.
    """
    grammar, rest = case.grammar, _BRACKETS.sub("", text)
    if not rest.strip():
        return text != rest
    first, *parts = (part.strip() for part in rest.split(","))
    if first or not parts or not parts[-1] or grammar.row.verb_last:
        return False
    *ages, last = parts
    aged = all(any(map(str.isdigit, part)) and len(part.split()) <= AGE_WORDS for part in ages)
    opening = WORDS.match(last)
    word = opening.group() if opening else ""
    opens = word.lower() in grammar.determiners or word in grammar.titles or grammar.that.fullmatch(word)
    return aged and bool(opens or not ages) and grammar.verb.search(rest) is None and MASK not in rest


def _is_comment(case: Case, text: str) -> bool:
    """Tell whether one word and its adverbs lead from a name to a whole sentence: `Hall does not agree:`.

    An object may be what somebody reads or shows; a verb that a rule knows tells more.
    """
    grammar, words = case.grammar, WORDS.findall(text)
    kinds = (grammar.between, grammar.others, grammar.pronouns, grammar.determiners, grammar.auxiliaries)
    free = [word for word in words if not any(word.lower() in kind for kind in kinds)]
    free = [word for word in free if not grammar.denial.fullmatch(word)]
    whole = case.frame.said.rstrip()[-1:] in TERMINALS and len(words) <= COMMENT_WORDS and MASK not in text
    if not whole or len(free) != 1 or not free[0].islower() or free[0] in grammar.voiceless:
        return False
    patterns = (grammar.verb, grammar.claim, grammar.citing, grammar.judging, grammar.told)
    return not any(pattern.search(text) for pattern in patterns)


def _is_labelled(case: Case, mention: Mention) -> bool:
    """Tell whether only titles stand before a name that a colon follows: no `The Anna Hall case:`."""
    row = case.grammar.row
    if not row.spaced or not row.cased or _signs(case, mention):
        return True
    words = WORDS.findall(case.frames.masked[case.frame.left.start : mention.span.start])
    return not words or mention.titled or words[-1] in case.grammar.titles


def _signs(case: Case, mention: Mention) -> bool:
    """Tell whether nothing but `And from`, and titles, stands before a name in its sentence."""
    lead = case.frames.masked[case.frame.left.start : mention.span.start]
    words = [word.lower() for word in lead.split() if word.lower() not in case.grammar.titles]
    signing = case.grammar.row.signing
    return (
        bool(words)
        and words[-1] in signing
        and all(word in (*case.grammar.row.joins, *signing) for word in words)
    )


def _has_before(case: Case, mentions: tuple[Mention, ...]) -> bool:
    """Tell whether somebody else stands before a name that a colon follows: `Sinner ringrazia Vagnozzi:`."""
    if any(not mention.owner for mention in mentions[:-1]):
        return True
    return not case.grammar.row.spaced and not case.subjects.is_near_opening(
        mentions[-1], case.frame.left.start
    )


def reported(case: Case) -> Credit | None:
    """Reported speech that goes on: whoever spoke in the sentence before is still speaking."""
    frame, text = case.frame, case.frames.masked
    if not any(
        case.grammar.reported.search(text, part.start, part.end) for part in (frame.left, frame.right)
    ):
        return None
    if _is_denied(case) or is_about_speaker(case):
        return Credit("unnamed")
    start, end = frame.marked.block.start, frame.left.start
    if given := _at_the_end(case):
        return given
    while end > start:
        floor = max((found.end() for found in _SENTENCE.finditer(text, start, end - 1)), default=start)
        verb = case.grammar.verb.search(text, floor, end)
        if verb:
            return replace(_speaker_of(case, verb, floor, end), rule="reported")
        if not case.grammar.reported.search(text, floor, end):
            return None
        end = floor
    return None


def _is_denied(case: Case) -> bool:
    """Tell whether a clause denies a few words of somebody else: `Von „Kahlschlag“ könne keine Rede sein`."""
    frame, text = case.frame, case.frames.masked
    if count_words(frame.said, spaced=case.grammar.row.spaced) > PART_WORDS:
        return False
    clause = BREAKS.split(text[frame.right.start : frame.right.end])[0]
    return case.grammar.denial.search(clause) is not None


def _at_the_end(case: Case) -> Credit | None:
    """Who ends the sentence, however long it is: `„Ruck“ verpasst und alles in Gang gesetzt, sagte Hall`."""
    text, right = case.frames.masked, case.frame.right
    comma = text.rfind(",", right.start, right.end)
    verb = case.grammar.verb.match(text, comma + 2, right.end) if comma >= 0 else None
    subject = case.subjects.after(verb.end(), right.end) if verb else None
    if verb is None or subject is None or text[subject.span.end : right.end].strip(" .\n"):
        return None
    return named(case, subject, "reported", scores.REPORTED, verb.group())


def _speaker_of(case: Case, verb: re.Match[str], floor: int, end: int) -> Credit:
    """Return whom a sentence without the quotation names as the subject of its verb of saying."""
    before = case.subjects.before(verb.start(), floor, opens=False)
    subject = before or case.subjects.after(verb.end(), end)
    if subject:
        return named(case, subject, "reported", scores.REPORTED, verb.group())
    if case.subjects.pronoun_before(verb.start()) or case.subjects.pronoun_after(verb.end()):
        return pronoun(case, verb.start(), verb.group())
    return described(case, case.roles.before(verb.start(), floor), scores.REPORTED_ROLE, verb.group())


def clause_end(case: Case) -> Credit | None:
    """The name after a word such as `while`, if the verb ends the clause: `während Hall sie „…“ nannte`."""
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
    within = is_preposition(before_word(text, end, start).lower(), case)  # `Roy Hall in „Arrow“ führte`
    if within or subject is None or subject.owner or case.subjects.is_other(subject, clause[0]):
        return None
    lead = WORDS.findall(text[clause[0] : subject.span.start])
    if any(word.lower() not in grammar.determiners and word not in grammar.titles for word in lead):
        return None
    return named(case, subject, "clause-end", scores.CLAUSE_END, verb.group())


def alone(case: Case) -> Credit | None:
    """`“It is close,” Hall said.` and, in a paragraph of its own, `“It has been for weeks.”`.

    It is a sentence or more, and nobody else is named since. A name after it leads to the next.
    """
    if not case.before or not case.grammar.row.goes_on_alone:
        return None
    frame, given = case.before[-1]
    text, block = case.frames.masked, case.frame.marked.block
    between = text[frame.marked.block.end : block.start]
    if frame.marked.block == block or between.strip() or not is_sure(given) or not given.is_name:
        return None
    outer = case.frame.marked.outer
    if WORDS.search(text, block.start, outer.start) or WORDS.search(text, outer.end, block.end):
        return None
    said = case.frame.said.rstrip()
    whole = count_words(said, spaced=case.grammar.row.spaced) >= WHOLE_WORDS
    if not whole or said[-1:] not in TERMINALS:
        return None
    since = case.people.between(frame.marked.outer.end, outer.start)
    others = any(case.people.fullest(one) != given.speaker and may_speak(case, one) for one in since)
    score = round(min(given.score, scores.CARRIED), 2)
    return None if others else replace(given, rule="alone", score=score)
