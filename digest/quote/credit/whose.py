"""Whose words a quotation holds, where clauses on either side of it say something."""

from __future__ import annotations

import re

from digest.quote.credit.case import Case
from digest.quote.credit.limits import (
    BESIDE,
    CLAUSE_WORDS,
    DENIED_WORDS,
    FEW_WORDS,
    NEAR_DENIAL,
    NEAR_RELATIVE,
    NEAR_THAT,
    PART_WORDS,
    TITLE_REACH,
)
from digest.quote.find import TERMINALS, Frame
from digest.quote.grammar import MASK, WORDS, before_word, count_words

_FULL_STOPS = (".", "।", "。")
_COLONS = (":", "：")
_CLAUSE_END = re.compile(r"[,;.!?…،؛؟，；。！？]")
_CLAUSE_PARTS = re.compile(r"[,;:.!?…—–،؛؟，；：。！？]")


def is_led(case: Case) -> bool:
    """Tell whether a verb of saying and a colon lead to a quotation, so that what follows is another's.

    A comma is enough where the quotation ends its sentence: `Jobs asked, “…?” Sculley said yes`.
    """
    text, lead = case.frames.masked, case.frame.left
    verbs = list(case.grammar.verb.finditer(text, lead.start, lead.end))
    if not verbs:
        return False
    after = text[verbs[-1].end() : lead.end].rstrip(" \u00a0")
    if not case.grammar.row.spaced and not case.grammar.row.verb_last and not _CLAUSE_END.search(after):
        return True  # Chinese `吴某称病人“不知足”，王某直言`
    ends = case.frame.tail[0] in TERMINALS
    return after.endswith(_COLONS) or (ends and after.endswith(",") and "," not in after[:-1])


def is_introduced(case: Case) -> bool:
    """Tell whether the words before a quotation lead to it, so that whoever they are about says it.

    Where every noun is capitalised, names alone tell who else may speak: `Seine Zuversicht beruht auf …:`.
    """
    if case.grammar.row.nouns_are_capital:
        return False
    text, lead = case.frames.masked, case.frame.left
    own = text[lead.start : lead.end].rpartition(MASK)[2].rstrip(" \u00a0")
    words = WORDS.findall(own)
    if not words or (case.grammar.row.spaced and len(words) < CLAUSE_WORDS):
        return False
    return own.endswith(_COLONS) or case.grammar.that.fullmatch(words[-1]) is not None


def leads_on(case: Case, verb: re.Match[str]) -> bool:
    """Tell whether a verb after a quotation leads to words of its own: `Asked about “…,” X said that`."""
    text, frame = case.frames.masked, case.frame
    if not WORDS.search(text, frame.left.start, frame.left.end):
        return False
    after = text[verb.end() : frame.right.end]
    if frame.tail[0] in _FULL_STOPS and after.lstrip(" \u00a0,،，:").startswith(MASK):
        return True  # `Pratt said “….” She said, “…”`
    if case.grammar.that.match(after.lstrip(" \u00a0,،，")):
        return True
    if not case.grammar.row.spaced:
        after = after.lstrip("，：")
    clause = _CLAUSE_END.split(after)[0]
    if MASK in clause or clause.rstrip(" \u00a0").endswith(_COLONS) or ": " in clause:
        return True
    that = case.grammar.that.search(clause)
    return that is not None and len(WORDS.findall(clause[: that.start()])) < NEAR_THAT


def is_denied(case: Case, verb: re.Match[str]) -> bool:
    """Tell whether words before a verb of saying deny it: `never said`, `denies that he told her`."""
    text, grammar = case.frames.masked, case.grammar
    before = text[max(case.frame.left.start, verb.start() - NEAR_DENIAL) : verb.start()].rpartition(MASK)[2]
    found = list(grammar.denial.finditer(before))
    if not found:
        return grammar.row.verb_second and _is_denied_behind(case, verb)
    between = before[found[-1].end() :]
    clauses = _CLAUSE_PARTS.split(between)
    words = [word.lower() for word in WORDS.findall(between)]
    if len(words) >= DENIED_WORDS or any(word in grammar.row.joins for word in words):
        return False
    return all(grammar.that.match(clause.lstrip(" \u00a0")) for clause in clauses[1:])


def _is_denied_behind(case: Case, verb: re.Match[str]) -> bool:
    """Tell whether the word behind a verb denies all that it leads to: `sagte nicht, der Kran sei …`."""
    text, grammar = case.frames.masked, case.grammar
    word = WORDS.match(text, verb.end() + 1)
    if word is None or not grammar.denial.fullmatch(word.group()):
        return False
    after = text[word.end() : case.frame.left.end].lstrip(" \u00a0")
    return after.startswith(",") or grammar.that.match(after) is not None


def is_told(case: Case, verb: re.Match[str]) -> bool:
    """Tell whether the subject of a verb did not say it: it `was told`, or somebody `according to whom`."""
    lead = case.frame.left
    told = case.grammar.told.finditer(case.frames.masked, lead.start, lead.end)
    return any(found.end() > verb.start() for found in told)


def is_citing(case: Case, verb: re.Match[str]) -> bool:
    """Tell whether a sentence cites somebody before its verb of saying: `Quoting Lincoln, Biden said`."""
    found = case.grammar.citing.search(case.frames.masked, case.frame.left.start, verb.start())
    return found is not None and MASK not in case.frames.masked[found.end() : verb.start()]


def is_in_relative(case: Case, verb: re.Match[str]) -> bool:
    """Tell whether a comma closes a verb's relative clause: `Hall, whose brother said so, disagreed:`."""
    text, lead, relatives = case.frames.masked, case.frame.left, case.grammar.row.relatives
    after = text[verb.end() : lead.end].rstrip(" \u00a0")
    if not relatives or not after.endswith(_COLONS) or not WORDS.search(after.partition(",")[2]):
        return False
    _, comma, clause = text[lead.start : verb.start()].rpartition(",")
    return bool(comma) and any(word.lower() in relatives for word in WORDS.findall(clause)[:NEAR_RELATIVE])


def is_disowned(case: Case) -> bool:
    """Tell whether words after a quotation say that the subject denies it, or was told it: `と言われた`."""
    text, right = case.frames.masked, case.frame.right
    end = text.find(MASK, right.start, right.end)
    patterns = (case.grammar.denial, case.grammar.told)
    return any(pattern.search(text, right.start, end if end >= 0 else right.end) for pattern in patterns)


def finite(case: Case, verbs: list[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out infinitives before the verb of the quotation (`to read`), and nouns (`in the replies`)."""
    verbs = [verb for verb in verbs if not _is_noun(case, verb)]
    if len(verbs) < 2:
        return verbs
    others = case.grammar.others.difference(
        case.grammar.row.joins, case.grammar.row.clauses, case.grammar.row.that
    )
    text, start = case.frames.masked, case.frame.left.start
    return [
        verb
        for verb in verbs
        if verb is verbs[-1] or before_word(text, verb.start(), start).lower() not in others
    ]


def _is_noun(case: Case, verb: re.Match[str]) -> bool:
    """Tell whether a form is a noun, as an article after a preposition shows: `durante la replica`."""
    text, grammar, floor = case.frames.masked, case.grammar, case.frame.left.start
    if grammar.row.verb_second or not grammar.row.cased:
        return False  # nouns are capitalised, or nothing tells
    article = before_word(text, verb.start(), floor)
    beside = (
        case.people.between(verb.end(), verb.end() + TITLE_REACH) if grammar.is_title(verb.group()) else ()
    )
    if beside and beside[0].span.start == verb.end() + 1:
        return article.lower() in grammar.determiners | grammar.others  # `du juge Lamy`
    if article.endswith(grammar.row.possessives) and grammar.participle.fullmatch(verb.group()):
        return True  # `Pratt’s warning`
    if article.lower() not in grammar.determiners:
        return False
    word = before_word(text, text.rindex(article, floor, verb.start()), floor).lower()
    opens = word in (*grammar.row.joins, *grammar.row.clauses) or grammar.that.fullmatch(word)
    return word in grammar.others and not opens


def names_another(case: Case) -> bool:
    """Tell whether a tag names somebody else than who said the part before, which nobody closed."""
    text, right, before = case.frames.masked, case.frame.right, case.before[-1][1].speaker
    verb = case.grammar.tag_verb.search(text, right.start, min(right.end, right.start + BESIDE))
    named = case.people.between(right.start, min(right.end, right.start + BESIDE)) if verb else ()
    first = next((one for one in named if case.people.is_vouched(one)), None)
    return first is not None and before is not None and case.people.fullest(first) != before


def names_thing(case: Case, frame: Frame) -> bool:
    """Tell whether earlier marks hold the name of what a colon leads from: `Luther’s so-called “…”: “…”`."""
    text, phrase, at = case.frames.masked, "", frame.marked.outer.start
    if not text[frame.marked.outer.end : case.frame.marked.outer.start].rstrip().endswith(_COLONS):
        return False
    for _ in range(FEW_WORDS):
        word = before_word(text, at, frame.left.start)
        if not word:
            return False
        phrase, at = f"{word} {phrase}".rstrip(), text.rindex(word, 0, at)
        if phrase in case.grammar.so_called or phrase in case.grammar.things:
            return True
    return False


def is_about_speaker(case: Case) -> bool:
    """Tell whether a clause about whoever spoke holds a few words: `so Günther, der „Luft“ machen wollte`."""
    text, left = case.frames.masked, case.frame.left
    people = case.people.between(left.start, left.end)
    after = text[people[-1].span.end : left.end] if people else ""
    word = WORDS.match(after, 2) if after.startswith(", ") else None
    relative = word is not None and word.group().lower() in case.grammar.row.relatives
    few = count_words(case.frame.said, spaced=case.grammar.row.spaced) <= PART_WORDS
    return relative and few and case.grammar.verb.search(after) is None
