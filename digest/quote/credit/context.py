"""Who said it, from the quotations before: the rules that carry a speaker on, and whom a pronoun means."""

from __future__ import annotations

import re
from dataclasses import replace

from digest.model import Span
from digest.quote.credit import scores
from digest.quote.credit.case import Case, Credit
from digest.quote.credit.governing import COLON
from digest.quote.credit.limits import CLAUSE_WORDS, FEW_WORDS, NEAR_START
from digest.quote.credit.whose import is_introduced, names_another, names_thing
from digest.quote.find import Frame
from digest.quote.grammar import MASK, WORDS, before_word, count_words
from digest.quote.names import Mention, is_given

_TAGS = frozenset({"name-verb", "verb-name"})
_CLAUSE = re.compile(rf"[ \u00a0]*[,–—،，-]?[ \u00a0]*[^,;:.!?{MASK}\n]{{1,60}}")
"""A clause after a quotation."""


def continued(case: Case) -> Credit | None:
    """A paragraph that goes on with the quotation of the one before."""
    if not case.frame.marked.continues or not case.before or names_another(case):
        return None
    return replace(case.before[-1][1], rule="continued")


def same_sentence(case: Case) -> Credit | None:
    """A second quotation in the sentence of one that has a speaker, with nobody else between."""
    if not case.before:
        return None
    frame, given = case.before[-1]
    if not given.speaker or frame.marked.outer.start < case.frame.left.start or names_thing(case, frame):
        return None
    if given.rule == "same-paragraph" or _others_between(case, frame, given) or _is_loose(case, frame):
        return None
    return replace(given, rule="same-sentence", score=round(min(given.score, scores.SAME_SENTENCE), 2))


def _is_loose(case: Case, frame: Frame) -> bool:
    """Tell whether a word or two stand apart from the quotation before: a term, or a name."""
    text, start = case.frames.masked, case.frame.marked.outer.start
    between = WORDS.findall(text[frame.marked.outer.end : start].lower())
    joins = case.grammar.row.joins
    near = all(word in joins or word in case.grammar.others for word in between) if between else True
    near = near or (not case.frame.marked.is_single and any(map(case.grammar.that.fullmatch, between)))
    said = count_words(case.frame.said, spaced=case.grammar.row.spaced)
    return said <= FEW_WORDS and not near and not COLON.search(text[:start])


def same_paragraph(case: Case) -> Credit | None:
    """A quotation after one of the same paragraph that has a speaker, with nobody else between."""
    if not case.before:
        return None
    frame, given = case.before[-1]
    if not given.speaker or frame.marked.block != case.frame.marked.block or names_thing(case, frame):
        return None
    if _others_between(case, frame, given) and not _follows_tag(case, frame, given):
        return None
    if _is_tagged(case, given) or is_introduced(case) or _has_own_clause(case):
        return None
    return replace(given, rule="same-paragraph", score=round(min(given.score, scores.CARRIED), 2))


def _has_own_clause(case: Case) -> bool:
    """Tell whether a quotation is part of a clause that tells nothing of who spoke: another, or a name.

    Reported speech goes on, a pronoun means somebody, and `And again:` adds.
    """
    text, left, right, grammar = case.frames.masked, case.frame.left, case.frame.right, case.grammar
    before, after = text[left.start : left.end], text[right.start : right.end]
    words = [word for word in WORDS.findall(f"{before} {after}") if word.lower() not in grammar.row.joins]
    if len(words) < CLAUSE_WORDS and before.rstrip().endswith((":", "：")):
        return _labels(case, words)
    reported = any(
        pattern.search(part) for pattern in (grammar.reported, grammar.according) for part in (before, after)
    )
    return bool(words) and not reported and not any(word.lower() in grammar.pronouns for word in words)


def _labels(case: Case, words: list[str]) -> bool:
    """Tell whether what a colon follows are people or a thing, who speak now: `The doctors: “…”`."""
    grammar, left = case.grammar, case.frame.left
    start = (
        left.start
        + len(case.frames.masked[left.start : left.end])
        - len(left.of(case.frames.masked).lstrip())
    )
    known = any(word in grammar.titles or word.lower() in grammar.groups for word in words)
    return known or case.roles.opening(start, left.end) is not None


def _is_tagged(case: Case, given: Credit) -> bool:
    """Tell whether a short clause after a quotation names somebody else, whatever its verb is."""
    text, right = case.frames.masked, case.frame.right
    clause = _CLAUSE.match(text, right.start, right.end)
    named = case.people.between(clause.start(), clause.end()) if clause else ()
    return any(
        case.people.fullest(mention) != given.speaker for mention in named if case.people.is_vouched(mention)
    )


def _others_between(case: Case, frame: Frame, given: Credit) -> bool:
    between = case.people.between(frame.marked.outer.end, case.frame.marked.outer.start)
    return any(
        case.people.fullest(mention) != given.speaker for mention in between if may_speak(case, mention)
    )


def _follows_tag(case: Case, frame: Frame, given: Credit) -> bool:
    """Tell whether a quotation stands alone right after the clause that names who said the one before."""
    if given.rule not in _TAGS or frame.right.end != case.frame.left.start:
        return False
    own = case.frame.left.of(case.frames.masked) + case.frame.right.of(case.frames.masked)
    words = WORDS.findall(frame.right.of(case.frames.masked).lower())
    parting = {*case.grammar.row.joins, *case.grammar.row.clauses}
    return not WORDS.search(own) and parting.isdisjoint(words)


def may_speak(case: Case, mention: Mention) -> bool:
    """Tell whether a name is a person's, rather than a place's: `from Austin, Texas,`."""
    if case.people.is_vouched(mention):
        return True
    after = case.frames.masked[mention.span.end : mention.span.end + 1]
    return after not in {",", ".", ")", ";"} and not case.subjects.is_other(mention)


def pronoun(case: Case, at: int, cue: str, span: Span | None = None) -> Credit:
    """Whom a pronoun means: the last speaker of the paragraph, or the only person named near before it."""
    block = case.frame.marked.block
    last = next((given for frame, given in reversed(case.before) if frame.marked.block == block), None)
    since = _since(case, last, at) if last else []
    subject = _new_subject(case, since)
    if _may_be_another(case, last, subject):
        return Credit("pronoun", cue=cue)
    if subject and case.people.is_full(subject) and _are_one(case, since):
        return Credit("pronoun", scores.CARRIED, case.people.fullest(subject), span or subject.span, cue)
    if last and last.speaker and not subject and (last.is_name or not since) and _leads(case, last):
        return _meant(last, cue, span)
    earlier = _speaker_before(case, at)
    if earlier is None:
        near = _only_near(case, at, cue, span)
        rival = last is not None and last.speaker is not None and near.speaker not in (None, last.speaker)
        return Credit("pronoun", cue=cue) if rival else near
    return _meant(earlier, cue, span)


def _meant(given: Credit, cue: str, span: Span | None) -> Credit:
    """Return an earlier credit as that of a pronoun which means the same speaker."""
    return replace(
        given,
        rule="pronoun",
        cue=cue,
        speaker_span=span or given.speaker_span,
        score=_least(given, scores.CARRIED),
    )


def _only_near(case: Case, at: int, cue: str, span: Span | None) -> Credit:
    """The only person named near before a pronoun."""
    block = case.frame.marked.block
    for start in _windows(case.frames.masked, block, at):
        named = [mention for mention in case.people.between(start, at) if _may_be_person(case, mention)]
        names = {case.people.fullest(mention) for mention in named}
        if any(_may_be_meant(case, mention, start, names) for mention in case.people.between(start, at)):
            break
        if any(_is_beside(case, mention, start) for mention in named):
            break
        if named and not case.grammar.row.spaced and not case.subjects.is_near_opening(named[0], start):
            break
        leads = start == block.start or (named and named[0].span.start - start < NEAR_START)
        other = not any(case.subjects.opens_sentence(mention, start) for mention in named)
        alone = not other or (bool(named) and _is_alone(case, named[0], at))
        if len(names) == 1 and leads and alone and (name := names.pop()):
            return Credit("pronoun", scores.CARRIED, name, span or named[-1].span, cue)
        if named:
            break
    return Credit("pronoun", cue=cue)


def _may_be_person(case: Case, mention: Mention) -> bool:
    """Tell whether a name may be a person's: no workplace, as in `Rachel Stone at Berwick Capital`."""
    row, word = case.grammar.row, before_word(case.frames.masked, mention.span.start).lower()
    known = mention.titled or word in row.joins or any(map(is_given, mention.words)) or not row.cased
    return case.people.is_vouched(mention) and (known or not case.subjects.is_other(mention))


def _may_be_another(case: Case, last: Credit | None, subject: Mention | None) -> bool:
    """Tell whether a pronoun may mean somebody whom no capital letters show, or an earlier pronoun does.

    `Mais, pour elle, M. Moreau a …, dit-elle`.
    """
    if case.grammar.row.cased:
        return subject is not None and _follows_pronoun(case, subject)
    return last is not None and bool(last.cue) and last.speaker is None


def _follows_pronoun(case: Case, subject: Mention) -> bool:
    """Tell whether a pronoun stands before somebody in his sentence, and means another."""
    text = case.frames.masked
    start = max(text.rfind(mark, 0, subject.span.start) for mark in (".", "!", "?", "\n", MASK)) + 1
    words = WORDS.findall(text[start : subject.span.start].lower())
    return not case.grammar.pronouns.isdisjoint(words)


def _is_beside(case: Case, mention: Mention, start: int) -> bool:
    """Tell whether a name is no subject in the sentence of the pronoun: `На шоу Марра он сказал`."""
    inside = mention.span.start >= case.frame.left.start and case.grammar.row.spaced
    return inside and not case.subjects.opens_sentence(mention, max(start, case.frame.left.start))


def _may_be_meant(case: Case, mention: Mention, start: int, names: set[str | None]) -> bool:
    """Tell whether somebody of whom only one word is known opens the passage: `Lula recebeu Alckmin`."""
    if case.grammar.row.nouns_are_capital or mention.owner or case.people.fullest(mention) in names:
        return False
    after = WORDS.search(case.frames.masked, mention.span.end)
    word = after.group() if after else ""
    return (
        word[:1].islower()
        and word not in case.grammar.titles
        and case.subjects.opens_sentence(mention, start)
    )


def _is_alone(case: Case, mention: Mention, at: int) -> bool:
    """Tell whether nobody else is named before a pronoun, so that it means even whom something is done to."""
    who = case.people.fullest(mention)
    if not case.grammar.row.cased and case.subjects.is_other(mention):
        return False  # others may be named whom no capital letters show
    return not case.people.is_declined(mention) and all(
        case.people.fullest(other) == who for other in case.people.between(0, at)
    )


def _leads(case: Case, last: Credit) -> bool:
    """Tell whether nobody is named before the last speaker in his sentence, who may be meant as well."""
    if last.speaker_span is None:
        return True
    before = case.people.between(case.before[-1][0].left.start, last.speaker_span.start)
    return not any(
        case.people.fullest(mention) != last.speaker
        for mention in before
        if not mention.owner and not case.subjects.is_other(mention)
    )


def _are_one(case: Case, mentions: list[Mention]) -> bool:
    return len({case.people.fullest(mention) for mention in mentions}) == 1


def _since(case: Case, last: Credit, at: int) -> list[Mention]:
    """Return whom else the text names between the last quotation and a pronoun."""
    end = min(at, case.frame.marked.outer.start)
    return [
        mention
        for mention in case.people.between(case.before[-1][0].marked.outer.end, end)
        if not mention.owner and case.people.fullest(mention) != last.speaker
    ]


def _new_subject(case: Case, since: list[Mention]) -> Mention | None:
    """Return who opens a sentence after the last quotation: a pronoun no longer means its speaker."""
    floor = case.before[-1][0].marked.outer.end if since else 0
    text, low = case.frames.masked, case.frame.left.start
    # `Jean Roux, expliquait-il, avait …`: the subject of what he says is another.
    free = (one for one in since if one.span.start < low or text[one.span.end : one.span.end + 2] != ", ")
    return next((mention for mention in free if case.subjects.opens_sentence(mention, floor)), None)


def _speaker_before(case: Case, at: int) -> Credit | None:
    """The last speaker, if the quotation stands in the paragraph before and nobody else is named since."""
    if not case.before:
        return None
    frame, given = case.before[-1]
    if frame.marked.block == case.frame.marked.block:
        return None
    near = case.frames.masked[frame.marked.block.end : case.frame.marked.block.start].strip() == ""
    since = case.people.between(frame.marked.outer.end, at)
    alone = all(case.people.fullest(one) == given.speaker or _is_workplace(case, one) for one in since)
    return given if given.speaker and near and alone else None


def _is_workplace(case: Case, mention: Mention) -> bool:
    """Tell whether a preposition leads to a name that no given name opens: `Hall, head of Savvy Foods`."""
    return case.subjects.is_other(mention) and not is_given(mention.words[0])


def _windows(text: str, block: Span, at: int) -> tuple[int, ...]:
    """Return where to look for whom a pronoun means: its paragraph, then the one before."""
    before = text.rfind("\n", 0, max(len(text[: block.start].rstrip("\n")), 0)) + 1
    return (block.start, before) if at > block.start else (before,)


def _least(given: Credit, score: float) -> float:
    return round(min(given.score, score), 2)
