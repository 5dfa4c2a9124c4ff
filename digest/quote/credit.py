"""Who said it: rules from the surest to the weakest, each with a score; none guesses.

The scores are shares of right answers that rules of this kind had on press text, rounded down
(rules after Krestel, Bergler and Witte, "Minding the source", 2008: verb lists and clause order).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from digest.model import Span
from digest.quote.case import Case, Credit, described, is_sure, named
from digest.quote.context import continued, pronoun, same_paragraph, same_sentence
from digest.quote.forms import Mention, holds
from digest.quote.frames import Frame, Frames
from digest.quote.grammar import MASK, Grammar
from digest.quote.guess import guess
from digest.quote.people import People
from digest.quote.roles import Roles
from digest.quote.subjects import Subjects
from digest.quote.verb_last import subject_before, verb_after

_TAG = 90
"""Characters after a quotation in which its verb stands."""
_SENTENCE = re.compile(rf"[.!?…][{MASK}”“\"»)]*\s+(?=[^\s{MASK}])|\n")
_PARTED = r"[,.!?…;—–-]|[，。！？،؟]"
_NEAR_TAG = 60
"""Characters of a subject that is no name, between a quotation and its verb."""


def credit(frames: Frames, people: People, grammar: Grammar) -> tuple[Credit, ...]:
    """Return what the rules say of each quotation, in order."""
    outside = tuple(mention for mention in people.mentions if frames.masked[mention.span.start] != MASK)
    if grammar.row.nouns_are_capital:
        outside = _without_nouns(outside, frames.masked, people, grammar)
    people = replace(people, mentions=outside)
    subjects, roles = Subjects(frames.masked, people, grammar), Roles(frames.masked, grammar)
    done: list[tuple[Frame, Credit]] = []
    guessed: list[Credit] = []
    for frame in frames.frames:
        case = Case(frame, frames, people, grammar, subjects, roles, tuple(done[-4:]))
        found = next((given for rule in RULES if (given := rule(case))), Credit("none"))
        done.append((frame, found))
        guessed.append(found if is_sure(found) else guess(case, found))
    return tuple(guessed)


def _without_nouns(
    mentions: tuple[Mention, ...], text: str, people: People, grammar: Grammar
) -> tuple[Mention, ...]:
    """Keep names of several words, and words that stand again in the text and once right beside a verb."""
    often = Counter(mention.words for mention in mentions)
    full = {words for words in often if any(holds(name, words, grammar) for name in people.full)}

    def is_beside(mention: Mention) -> bool:
        start, end = mention.span.start, mention.span.end
        before = text[max(0, start - 16) : start - 1]
        return bool(grammar.tag_verb.match(text, end + 1) or grammar.tag_verb.search(before))

    return tuple(
        mention
        for mention in mentions
        if mention.titled or mention.words in full or (often[mention.words] > 1 and is_beside(mention))
    )


def _around(case: Case) -> Credit | None:
    """`Maduro “…” dedi`: the subject before the quotation, the verb after it."""
    frame, text = case.frame, case.frames.masked
    verb = verb_after(text, frame.right, case.grammar) if case.grammar.row.verb_last else None
    if verb is None:
        return None
    after = text[frame.right.start : text.find(verb, frame.right.start)]
    inner = Span(frame.right.start, frame.right.start + len(after))
    subject = subject_before(inner, text, case.people, case.grammar) if MASK not in after else None
    subject = subject or subject_before(frame.left, text, case.people, case.grammar)
    if subject:
        return named(case, subject, "around", 0.9, verb)
    return Credit("unnamed", cue=verb) if frame.left.of(text).strip() else None


def _tag(case: Case) -> Credit | None:
    """`…,” Maduro said` and `…,” said Maduro`."""
    text, right = case.frames.masked, case.frame.right
    verb = case.grammar.tag_verb.search(text, right.start, min(right.end, right.start + _TAG))
    if not verb or re.search(rf"[;:；：{MASK}]", text[right.start : verb.start()]):
        return None
    lead = text[right.start : verb.start()].strip(" \u00a0,，،–—-")
    parted = not case.grammar.row.verb_second and bool(
        re.search(_PARTED, text[right.start : right.start + 2] + case.frame.tail)
    )
    before = case.subjects.before(verb.start(), right.start, opens=True) if parted else None
    if before:
        return named(case, before, "name-verb", 0.98, verb.group())
    if case.subjects.is_pronoun(lead):
        return pronoun(case, verb.start(), verb.group(), case.subjects.pronoun_before(verb.start()))
    if not lead or case.subjects.is_filler(lead):
        return _after_verb(case, verb, right.end)
    if text[right.start : verb.start()].rstrip(" \u00a0").endswith(","):
        after = case.subjects.after(verb.end(), right.end)
        return named(case, after, "verb-name", 0.9, verb.group()) if after else None
    near = parted and len(lead) < _NEAR_TAG and "," not in lead and not case.subjects.goes_on(lead)
    role = case.roles.before(verb.start(), right.start) if parted else None
    return described(case, role, 0.85, verb.group()) if role or near else None


def _after_verb(case: Case, verb: re.Match[str], end: int) -> Credit | None:
    """The subject after its verb; none there may mean the same as a pronoun."""
    if span := case.subjects.pronoun_after(verb.end()):
        return pronoun(case, verb.start(), verb.group(), span)
    after = case.subjects.after(verb.end(), end)
    if after:
        return named(case, after, "verb-name", 0.97, verb.group())
    role = case.roles.after(verb.end(), end, known=False)
    if role is None and case.grammar.row.drops_pronouns and case.subjects.nobody_after(verb.end(), end):
        return pronoun(case, verb.start(), verb.group())
    if not case.grammar.tag_verb.fullmatch(verb.group()):
        return None
    return described(case, role, 0.85, verb.group())


def _according(case: Case) -> Credit | None:
    """`according to Maduro`, on either side."""
    text, grammar = case.frames.masked, case.grammar
    right, left = case.frame.right, case.frame.left
    for part, limit in ((right, min(right.end, right.start + 30)), (left, left.end)):
        cue = grammar.according.search(text, part.start, limit)
        mention = (
            case.subjects.after(cue.end(), min(part.end, cue.end() + _TAG), any_case=True) if cue else None
        )
        if not cue:
            cue = grammar.according_after.search(text, part.start, min(part.end, part.start + _TAG))
            mention = case.subjects.before(cue.start(), part.start, opens=False) if cue else None
        if cue and (mention or not grammar.verb.search(text, part.start, part.end)):
            return named(case, mention, "according", 0.9, cue.group())
    return None


def _quoted(case: Case) -> Credit | None:
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


def _left(case: Case) -> Credit | None:
    """`Maduro said: “…”`, `Maduro said he believed “…`, `dijo Maduro: “…”`."""
    text, left = case.frames.masked, case.frame.left
    verbs = list(case.grammar.verb.finditer(text, left.start, left.end))
    if not verbs or MASK in text[verbs[-1].end() : left.end]:
        return None
    cue = verbs[-1]
    while len(verbs) > 1 and case.grammar.participle.fullmatch(verbs[-1].group()):
        verbs.pop()
    verb, floor = verbs[-1], verbs[-2].end() if len(verbs) > 1 else left.start
    between = text[cue.end() : left.end]
    colon = between.rstrip().endswith((":", "："))
    score = 0.95 if colon else 0.88 if len(between) < _NEAR_TAG else 0.75
    before = case.subjects.before(verb.start(), floor, opens=False)
    after = _subject_after(case, verb, floor)
    if before and not (after and case.people.is_full(after) and not case.people.is_full(before)):
        return named(case, before, "left-colon" if colon else "left", score, cue.group())
    if span := case.subjects.pronoun_before(verb.start()) or case.subjects.pronoun_after(verb.end()):
        return pronoun(case, verb.start(), cue.group(), span)
    if after:
        return named(case, after, "left-verb", score - 0.03, cue.group())
    return _nobody(case, verb, floor) or _described_left(case, verb, floor, cue.group())


def _described_left(case: Case, verb: re.Match[str], floor: int, cue: str) -> Credit:
    """The role before the verb, or after it where the language lets it stand there; none if both may be."""
    before = case.roles.before(verb.start(), floor)
    lead = case.frames.masked[floor : verb.start()]
    inverted = case.grammar.row.inverts and (case.subjects.is_filler(lead) or case.subjects.goes_on(lead))
    after = case.roles.after(verb.end(), case.frame.left.end, known=True) if inverted else None
    return described(case, None if before and after else before or after, 0.8, cue)


def _nobody(case: Case, verb: re.Match[str], floor: int) -> Credit | None:
    """A verb without any subject: that of the quotation before in the sentence, or a dropped pronoun."""
    if not case.subjects.is_filler(case.frames.masked[floor : verb.start()].replace(MASK, "")):
        return None
    if case.grammar.participle.fullmatch(verb.group()):
        return same_sentence(case)
    if case.grammar.row.drops_pronouns and case.subjects.nobody_after(verb.end(), case.frame.left.end):
        return pronoun(case, verb.start(), verb.group())
    return None


def _subject_after(case: Case, verb: re.Match[str], floor: int) -> Mention | None:
    """The subject after a verb left of the quotation, where the language lets it stand there."""
    if not case.grammar.row.inverts and not case.subjects.is_filler(case.frames.masked[floor : verb.start()]):
        return None
    return case.subjects.after(verb.end(), case.frame.left.end)


def _label(case: Case) -> Credit | None:
    """`Maduro: “…”`."""
    text, left = case.frames.masked, case.frame.left
    match = re.search(r"\s*[:：]\s*\Z", text[left.start : left.end])
    if not match:
        return None
    mentions = case.people.between(left.start, left.start + match.start())
    if not mentions or mentions[-1].owner or mentions[-1].span.end != left.start + match.start():
        return None
    if mentions[-1].span.start - left.start > 40 or case.subjects.is_other(mentions[-1]):
        return None
    return named(case, mentions[-1], "label", 0.85, ":")


def _reported(case: Case) -> Credit | None:
    """Reported speech that goes on: whoever spoke in the sentence before is still speaking."""
    frame, text = case.frame, case.frames.masked
    if not any(
        case.grammar.reported.search(text, part.start, part.end) for part in (frame.left, frame.right)
    ):
        return None
    start, end = frame.marked.block.start, frame.left.start
    while end > start:
        floor = max((found.end() for found in _SENTENCE.finditer(text, start, end - 1)), default=start)
        verb = case.grammar.verb.search(text, floor, end)
        if verb:
            return replace(_speaker_of(case, verb, floor, end), rule="reported")
        if not case.grammar.reported.search(text, floor, end):
            return None
        end = floor
    return None


def _speaker_of(case: Case, verb: re.Match[str], floor: int, end: int) -> Credit:
    """Return whom a sentence without the quotation names as the subject of its verb of saying."""
    before = case.subjects.before(verb.start(), floor, opens=False)
    subject = before or case.subjects.after(verb.end(), end)
    if subject:
        return named(case, subject, "reported", 0.8, verb.group())
    if case.subjects.pronoun_before(verb.start()) or case.subjects.pronoun_after(verb.end()):
        return pronoun(case, verb.start(), verb.group())
    return described(case, case.roles.before(verb.start(), floor), 0.75, verb.group())


RULES: tuple[Callable[[Case], Credit | None], ...] = (
    continued,
    _quoted,
    _around,
    _tag,
    _according,
    _left,
    _label,
    same_sentence,
    _reported,
    same_paragraph,
)
