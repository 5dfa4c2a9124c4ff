"""Who said it, from the words before a quotation: the clause that it ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.model import Span
from digest.quote.clause import is_turned
from digest.quote.credit import scores
from digest.quote.credit.case import Case, Credit, described, named, of_phrase
from digest.quote.credit.context import pronoun, same_sentence
from digest.quote.credit.governing import (
    before_auxiliary,
    hands_over,
    has_rival_before,
    is_attributed,
    is_infinitive,
    is_inside_tag,
    is_judged,
    is_likened,
    is_near,
    is_preposition,
    leads_far,
    names_another,
    opens_as,
    opens_relative,
)
from digest.quote.credit.limits import BESIDE
from digest.quote.credit.whose import finite, is_citing, is_denied, is_in_relative, is_told
from digest.quote.grammar import MASK, WORDS, before_word
from digest.quote.names import Mention


def left(case: Case) -> Credit | None:
    """`Maduro said: “…”`, `Maduro said he believed “…`, `dijo Maduro: “…”`."""
    text, left = case.frames.masked, case.frame.left
    verbs = finite(case, list(case.grammar.verb.finditer(text, left.start, left.end)))
    if not verbs or (MASK in text[verbs[-1].end() : left.end] and not _goes_past(case, verbs[-1].end())):
        return None
    cue = verbs[-1]
    others = is_infinitive(case, cue) or is_attributed(case, cue)
    if others or is_denied(case, cue) or is_citing(case, cue) or is_in_relative(case, cue):
        return Credit("governed" if others else "unnamed", cue=cue.group())
    if case.grammar.citing.fullmatch(cue.group()):
        return _cited(case, cue)
    if found := _seen_saying(case, cue):
        return named(case, found, "left", scores.LEFT_OTHER, cue.group())
    relative = False
    while len(verbs) > 1 and _shares_subject(case, verbs[-1], verbs[-2].end()):
        relative = relative or opens_relative(case, verbs[-2].end(), verbs[-1])
        verbs.pop()
    verb, floor = verbs[-1], verbs[-2].end() if len(verbs) > 1 else left.start
    between = text[cue.end() : left.end]
    colon = between.rstrip().endswith((":", "："))
    score = scores.LEFT_COLON if colon else scores.LEFT if len(between) < BESIDE else scores.LEFT_FAR
    far = not leads_far(case, between, colon=colon) and not opens_as(case, verb)
    if relative or is_told(case, verb) or far:
        return _by(case, cue) or Credit("unnamed", cue=cue.group())
    return (
        _by(case, cue)
        or _goes_on(case, verb, score, cue.group())
        or _before_clause(case, verb, score, cue.group())
        or _beside(case, verb, floor, _Cue(cue.group(), score, "left-colon" if colon else "left"))
    )


def _goes_past(case: Case, verb: int) -> bool:
    """Tell whether only words of others part a verb from its quotation: `hält die „X“-These für`."""
    if not case.before:
        return False
    frame, given = case.before[-1]
    start, end = frame.marked.outer.start, frame.marked.outer.end
    around = case.frames.masked[verb:start] + case.frames.masked[end : case.frame.left.end]
    return given.rule == "governed" and verb <= start and MASK not in around


def _cited(case: Case, verb: re.Match[str]) -> Credit:
    """`The paper quotes Maduro with the words`: whoever stands after the verb, in any case."""
    cited = case.subjects.after(verb.end(), case.frame.left.end, any_case=True)
    after = case.frames.masked[cited.span.end if cited else verb.end() : case.frame.left.end]
    if "," in after.rstrip(" \u00a0,"):  # and somebody else's clause goes on
        return Credit("unnamed", cue=verb.group())
    return named(case, cited, "left-verb", scores.CITED, verb.group())


def _seen_saying(case: Case, verb: re.Match[str]) -> Mention | None:
    """The name right before a participle, with no comma between: `shows Maduro saying`."""
    if not case.grammar.participle.fullmatch(verb.group()):
        return None
    last = case.people.between(case.frame.left.start, verb.start())[-1:]
    beside = [mention for mention in last if mention.span.end == verb.start() - 1 and not mention.owner]
    lead = case.frames.masked[case.frame.left.start : beside[0].span.start].strip().lower() if beside else ""
    opens = lead in case.grammar.row.joins  # `Et Anne Roux d’ajouter :`
    return beside[0] if beside and (opens or not case.subjects.is_other(beside[0])) else None


@dataclass(frozen=True, slots=True)
class _Cue:
    """A verb of saying, and what a name beside it is worth."""

    text: str
    score: float
    rule: str


def _beside(case: Case, verb: re.Match[str], floor: int, cue: _Cue) -> Credit:
    """The subject right before a verb or after it."""
    row = case.grammar.row
    # `För Kvällens Show berättade han`
    hanging = row.verb_second and not row.nouns_are_capital and case.subjects.pronoun_after(verb.end())
    before = None if hanging else case.subjects.before(verb.start(), floor, opens=False)
    after = None if hanging else _subject_after(case, verb, floor)
    before = (before_auxiliary(case, before, floor) if before else None) or before
    if before and after and is_turned(before, after, case.people):
        before = None
    if before and hands_over(case, before, verb):
        return Credit("unnamed", cue=cue.text)
    if before and not (after and case.people.is_full(after) and not case.people.is_full(before)):
        return named(case, before, cue.rule, cue.score, cue.text)
    turned = row.inverts or row.verb_second or not row.cased  # English `said she left` is about another
    span = case.subjects.pronoun_before(verb.start())
    if span := span or (case.subjects.pronoun_after(verb.end()) if turned else None):
        return pronoun(case, verb.start(), cue.text, span)
    if after:
        if (
            has_rival_before(case, verb, floor, after)
            or names_another(case, after)
            or is_inside_tag(case, verb, after)
            or is_judged(case, verb, after, cue.text)
            or _is_described(case, after)
        ):
            return Credit("unnamed", cue=cue.text)
        return named(case, after, "left-verb", round(cue.score - scores.LEFT_AFTER, 2), cue.text)
    return _nobody(case, verb, floor) or _alone_in(case, verb) or _described_left(case, verb, floor, cue.text)


def _shares_subject(case: Case, verb: re.Match[str], floor: int) -> bool:
    """Tell whether a verb has the subject of the one before: `adding`, `und nannte`."""
    if case.grammar.participle.fullmatch(verb.group()):
        return True
    if not case.grammar.row.spaced and floor == verb.start():
        return True  # `回应说`
    joins = case.grammar.row.joins
    written_together = tuple(join for join in joins if join in case.grammar.row.prefixes)  # Hebrew `ואמרה`
    if written_together and verb.group().startswith(written_together):
        return True
    return before_word(case.frames.masked, verb.start(), floor) in joins


def _by(case: Case, verb: re.Match[str]) -> Credit | None:
    """`described by Maduro as “…”`."""
    end = case.frame.left.end
    agent = case.grammar.agents.match(case.frames.masked, verb.end(), end)
    if agent is None:
        return None
    mention = case.subjects.agent(agent.end(), end)
    if mention:
        return named(case, mention, "left", scores.LEFT_AGENT, verb.group())
    return described(case, case.roles.after(agent.end(), end, known=False), scores.ROLE_OTHER, verb.group())


def _before_clause(case: Case, verb: re.Match[str], score: float, cue: str) -> Credit | None:
    """What opens a sentence, where a clause about it stands before the verb: `Merz, der …, sagte`."""
    text, start = case.frames.masked, case.frame.left.start
    parted = text[start : verb.start()].rstrip(" \u00a0").endswith(",")
    if not parted or case.subjects.pronoun_after(verb.end()):
        return None
    if not case.grammar.row.verb_second:
        opening = case.subjects.opening(start, verb.start())
        return named(case, opening, "left", score, cue) if opening else None
    first = next(iter(case.passages.phrases.within(start, verb.start())), None)
    if first is None or first.oblique or first.pronoun or text[start : first.span.start].strip():
        return None
    after = text[first.span.end : verb.start()].lstrip(" \u00a0")
    next_one = next(iter(case.passages.phrases.within(verb.end(), case.frame.left.end)), None)
    inverted = next_one and not next_one.oblique and not text[verb.end() : next_one.span.start].strip()
    if (
        inverted and first.mention is None and is_likened(case, verb.end(), case.frame.left.end)
    ):  # `Die Mönche, die …, beschrieb die Agentur als „…“`
        return Credit("governed", cue=cue)
    if inverted and next_one and next_one.mention and first.mention is not next_one.mention:
        return None  # `Den Schritt des Vorsitzenden, der …, nannte Kanzler Gall`
    return of_phrase(case, first, "left", score, cue) if after.startswith(",") else None


def _goes_on(case: Case, verb: re.Match[str], score: float, cue: str) -> Credit | None:
    """Whom a sentence is about that goes on with another verb: `Hall agreed, but warned: “…”`."""
    text, start, grammar = case.frames.masked, case.frame.left.start, case.grammar
    after = text[verb.end() : case.frame.left.end].rstrip(" \u00a0")
    lead = text[start : verb.start()].rstrip(" \u00a0")
    word = before_word(text, verb.start(), start)
    joined = lead.endswith(",") or (
        word.lower() in grammar.row.joins and lead.removesuffix(word).rstrip().endswith(",")
    )
    if not joined or not after.endswith(":") or not case.subjects.is_filler(after) or not grammar.row.cased:
        return None
    named_in = [one for one in case.people.between(start, verb.start()) if not one.owner]
    opens = [one for one in named_in if case.subjects.opens_sentence(one, start)]
    if len(opens) != 1 or len({case.people.fullest(one) for one in named_in}) != 1 or MASK in lead:
        return None
    return named(case, opens[0], "left", min(score, scores.LEFT_OTHER), cue)


def _described_left(case: Case, verb: re.Match[str], floor: int, cue: str) -> Credit:
    """The role before the verb, or after it where the language lets it stand there; none if both may be."""
    before = case.roles.before(verb.start(), floor)
    lead = case.frames.masked[floor : verb.start()]
    if before and _is_told(case, before, floor):
        return Credit("unnamed", cue=cue)
    inverted = case.grammar.row.inverts and (case.subjects.is_filler(lead) or case.subjects.goes_on(lead))
    after = case.roles.after(verb.end(), case.frame.left.end, known=True) if inverted else None
    if before and _is_object(case, before, verb):
        return Credit("governed", cue=cue)
    role = None if before and after else before or after
    near = role is None or is_near(case, verb.end(), known=case.roles.is_known(role))
    return described(case, role if near else None, scores.ROLE, cue)


def _is_described(case: Case, after: Mention) -> bool:
    """Tell whether `as` parts a name from the quotation, which describes it: `called Holt as “…”`."""
    words = WORDS.findall(case.frames.masked[after.span.end : case.frame.left.end].lower())
    free = [word for word in words if word not in case.grammar.determiners]
    return len(free) == 1 and free[0] in case.grammar.row.likening


def _is_object(case: Case, before: Span, verb: re.Match[str]) -> bool:
    """Tell whether what stands before a verb may be its object: German `Das Urteil nannte Hall „…“`."""
    if not case.grammar.row.verb_second or case.roles.is_known(before):
        return False
    after = case.subjects.after(verb.end(), case.frame.left.end)
    between = case.frames.masked[verb.end() : after.span.start] if after else ""
    return after is not None and all(word in case.grammar.titles for word in WORDS.findall(between))


def _is_told(case: Case, role: Span, floor: int) -> bool:
    """Tell whether a clause is itself what somebody said: `He said the White House had called …`."""
    lead = case.frames.masked[floor : role.start]
    return (
        floor > case.frame.left.start
        and MASK not in lead
        and case.subjects.is_filler(case.grammar.that.sub("", lead))
    )


def _nobody(case: Case, verb: re.Match[str], floor: int) -> Credit | None:
    """A verb without any subject: that of the quotation before in the sentence, or a dropped pronoun."""
    lead = case.frames.masked[floor : verb.start()].replace(MASK, "")
    if not case.subjects.is_filler(lead) and not opens_as(case, verb):
        return None
    if case.grammar.participle.fullmatch(verb.group()):
        return same_sentence(case)
    if case.grammar.row.drops_pronouns and case.subjects.nobody_after(verb.end(), case.frame.left.end):
        return pronoun(case, verb.start(), verb.group())
    return None


def _alone_in(case: Case, verb: re.Match[str]) -> Credit | None:
    """The only person of a sentence whose verb says nothing: `Maduro left the room, adding`."""
    if not case.grammar.participle.fullmatch(verb.group()):
        return None
    named_before = case.people.between(case.frame.left.start, verb.start())
    free = [
        mention
        for mention in named_before
        # A single word that opens a sentence may owe its capital to that: Italian `Andato in scena`.
        if not mention.owner and not case.subjects.is_other(mention) and case.people.is_full(mention)
    ]
    names = {case.people.fullest(mention) for mention in free}
    about = len(names) == 1 and case.subjects.opens_sentence(free[0], case.frame.left.start)
    return named(case, free[0], "left", scores.LEFT_OTHER, verb.group()) if about else None


def _subject_after(case: Case, verb: re.Match[str], floor: int) -> Mention | None:
    """The subject after a verb left of the quotation, where the language lets it stand there."""
    if not case.grammar.row.inverts and not case.subjects.is_filler(case.frames.masked[floor : verb.start()]):
        return None
    if case.grammar.row.cased and case.grammar.participle.fullmatch(verb.group()):
        return None  # it has the subject of another verb: `Rispondendo a Marchi, Becchi ha accolto`
    after = case.subjects.after(verb.end(), case.frame.left.end)
    if after and case.grammar.row.verb_second and _has_subject_before(case, verb, floor, after):
        return None
    return after


def _has_subject_before(case: Case, verb: re.Match[str], floor: int, after: Mention) -> bool:
    """Tell whether what stands before a verb, rather than after it, holds its subject."""
    if before_word(case.frames.masked, verb.start(), floor) in case.grammar.row.joins:
        return True
    start = max(floor, case.frames.masked.rfind(",", floor, verb.start()) + 1)
    if case.subjects.is_filler(case.frames.masked[start : verb.start()]):
        return False  # `Ergänzend fügt Hall hinzu`
    opening = WORDS.search(case.frames.masked, start, verb.start())
    if opening and case.people.is_full(after) and is_preposition(opening.group().lower(), case):
        return False  # nothing else stands before the verb: `In einer gestern verbreiteten Erklärung schrieb`
    free = [phrase for phrase in case.passages.phrases.within(start, verb.start()) if not phrase.oblique]
    return any(phrase.mention or not after.titled for phrase in free)
