"""Whether something shows that a speaker who is only meant or carried on did not say a quotation.

A pronoun of the other gender, somebody who is himself named in the words, a role that stands nearer, a tag
whose verb no row knows, a phrase of somebody else: each leaves the words to nobody, rather than to a guess.
"""

from __future__ import annotations

import re

from digest.quote.credit.case import Case, Credit, described
from digest.quote.credit.governing import BREAKS, COLON
from digest.quote.credit.limits import GLOSS_WORDS, OWN_NAME_LETTERS, TAG_WORDS, TITLE_LETTERS
from digest.quote.credit.shown.heads import is_no_head
from digest.quote.find import TERMINALS
from digest.quote.grammar import MASK, WORDS, count_words
from digest.quote.names import gender_of

_TURNS = frozenset({"pronoun", "same-sentence", "same-paragraph"})
"""Rules whose speaker nothing beside the quotation names."""
_LEFT = frozenset({"left", "left-colon", "left-verb"})
"""Rules whose speaker stands before the quotation."""


def opposed(case: Case, given: Credit) -> bool:
    """Tell whether something speaks against a speaker that a rule carries on."""
    if is_no_head(case, given) or _is_bracketed(case) or (given.rule in _LEFT and _is_owned(case, given)):
        return True
    if given.rule == "left":
        return _is_first_of_two(case)
    if given.rule not in _TURNS or given.speaker is None:
        return False
    named = given.is_name and _is_named_inside(case, given.speaker)
    if named or given.rule == "pronoun":
        return named or _is_of_other(case, given)
    return _is_tagged(case) or _is_of_another(case)


def _is_of_other(case: Case, given: Credit) -> bool:
    checks = (_is_other_gender, _is_role_nearer, _speaks_since, _is_introduced)
    return given.is_name and any(check(case, given) for check in checks)


def _is_introduced(case: Case, given: Credit) -> bool:
    """Tell whether a colon leads from somebody else to the words: `Also there, Holt: “…,” she said`."""
    text, left = case.frames.masked, case.frame.left
    own = text[left.start : left.end].rpartition(MASK)[2]
    if not COLON.search(own) or case.grammar.verb.search(own):
        return False
    named = [one for one in case.people.between(left.end - len(own), left.end) if not one.owner]
    return bool(named) and all(case.people.fullest(one) != given.speaker for one in named)


def _is_bracketed(case: Case) -> bool:
    """Tell whether brackets enclose the marks, so that they hold a gloss or a name: `a cap (“Make …”)`."""
    text, outer = case.frames.masked, case.frame.marked.outer
    if text[outer.start - 1 : outer.start] != "(" or text[outer.end : outer.end + 1] != ")":
        return False
    after = text[: outer.start - 1].rstrip(" \u00a0").endswith(MASK)  # what was said, in another language
    return not after and count_words(case.frame.said, spaced=case.grammar.row.spaced) <= GLOSS_WORDS


def _is_first_of_two(case: Case) -> bool:
    """Tell whether marks stand right before others, so that they hold a title: `called “X” “dull”`."""
    text, right = case.frames.masked, case.frame.right
    if "," in case.frame.tail or case.frame.said.endswith(","):
        return False  # a list: `called it “dull,” “slow” and …`
    return case.grammar.row.spaced and text[right.start : right.start + 2] == f" {MASK}"


def _is_owned(case: Case, given: Credit) -> bool:
    """Tell whether the words are those of whose name leads to them: `said it lives up to Holt’s “…”`."""
    text, row, start = case.frames.masked, case.grammar.row, case.frame.marked.outer.start
    lead = text[case.frame.left.start : start].rstrip(" \u00a0")
    if not row.spaced:  # Chinese `李强总书记“…”`
        own = given.speaker_span is not None and start - given.speaker_span.end <= TITLE_LETTERS
        return not own and lead.endswith(row.titles_after or "\0")
    last = case.people.between(case.frame.left.start, start)[-1:]
    if not last or case.people.fullest(last[0]) == given.speaker or given.speaker_span == last[0].span:
        return False
    return text[last[0].span.end : start].strip(" \u00a0") in row.possessives


def _speaks_since(case: Case, given: Credit) -> bool:
    """Tell whether somebody else speaks last before the words: `Hall says that …. “…”, she said`."""
    if not case.before or case.grammar.row.verb_second:
        return False  # `In Anlehnung an Moos fragte er`
    frame, text = case.before[-1][0], case.frames.masked
    start = case.frame.marked.outer.start
    if frame.marked.block != case.frame.marked.block:
        return False
    since = [one for one in case.people.between(frame.right.end, start) if not one.owner]
    speaking = [one for one in since if case.grammar.verb.match(text, one.span.end + 1)]
    return bool(speaking) and all(
        case.people.fullest(one) != given.speaker
        for one in since
        if one.span.start >= speaking[-1].span.start
    )


def _is_named_inside(case: Case, speaker: str) -> bool:
    """Tell whether the words name the speaker, as who says `I` does not: `“Rui is a friend”`."""
    if not case.grammar.row.cased:
        return False
    said = set(WORDS.findall(case.frame.said))
    names = (word for word in speaker.split() if word[:1].isupper())
    return any(len(name) >= OWN_NAME_LETTERS and name in said for name in names)


def _is_other_gender(case: Case, given: Credit) -> bool:
    """Tell whether a pronoun is a woman's and the person a man, or the other way round."""
    span, row, text = given.speaker_span, case.grammar.row, case.frames.masked
    if span is None:
        return False
    word = re.sub(r"\d+", "#", span.of(text).lower())
    known = word in case.grammar.pronouns
    if word in (*row.according_feminine, *row.ages_feminine) or (known and word in row.feminine):
        meant = "feminine"
    elif word in (*row.according_masculine, *row.ages_masculine) or (known and word in row.masculine):
        meant = "masculine"
    else:
        return False
    person = gender_of(case.people, text, given.speaker or "")
    return person is not None and person != meant


def _is_role_nearer(case: Case, given: Credit) -> bool:
    """Tell whether a role that is not the speaker's opens a sentence since: `The curator was …, she said`."""
    text, start = case.frames.masked, case.frame.marked.outer.start
    low = max(
        (one.span.end for one in case.people.between(0, start) if case.people.fullest(one) == given.speaker),
        default=start,
    )
    if given.speaker_span is not None and given.speaker_span.end <= start:
        start = given.speaker_span.start
    low = max(low, case.before[-1][0].marked.outer.end if case.before else 0)
    at = low
    while at < start:
        found = WORDS.search(text, at, start)
        if found is None:
            return False
        opens = text[: found.start()].rstrip(" \u00a0\n")[-1:] in ("", *TERMINALS, MASK)
        role = case.roles.opening(found.start(), start) if opens else None
        if role and (case.roles.is_titled(role) or _has_pronoun(case, role.end)):
            who = described(case, role, 1.0, "").speaker
            named = any(one.span.start <= role.end + 2 for one in case.people.between(role.start, start))
            if who != given.speaker and not named:
                return True
        at = found.end()
    return False


def _has_pronoun(case: Case, end: int) -> bool:
    """Tell whether a pronoun between commas takes a noun up: French `La conservatrice, elle, …`."""
    text = case.frames.masked
    found = WORDS.match(text, end + 2) if text[end : end + 2] == ", " else None
    return found is not None and found.group().lower() in case.grammar.pronouns and text[found.end()] == ","


def _is_tagged(case: Case) -> bool:
    """Tell whether a pronoun ends a few words after the quotation: `“…”, desvaloriza ela`."""
    text, right = case.frames.masked, case.frame.right
    tail = text[right.start : right.end].lstrip(" \u00a0,—–-")
    clause = BREAKS.split(tail, maxsplit=1)[0].rstrip(" \u00a0.!?…\n")
    words = WORDS.findall(clause)
    if MASK in clause or not 1 < len(words) <= TAG_WORDS or not words[0][:1].islower():
        return False
    return words[-1].lower() in case.grammar.pronouns


def _is_of_another(case: Case) -> bool:
    """Tell whether a colon leads from somebody's phrase to the words: `a phrase of his grandfather: “…”`."""
    text, grammar, left = case.frames.masked, case.grammar, case.frame.left
    own = text[left.start : left.end].rpartition(MASK)[2]
    if not COLON.search(own):
        return False
    claims = list(grammar.claim.finditer(own))
    after = WORDS.findall(own[claims[-1].end() :]) if claims else []
    return len(after) > 1 and after[0].lower() in grammar.row.belonging
