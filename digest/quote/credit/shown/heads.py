"""Whether a name only tells whose somebody is, or to whom: `the widow of the late Tom Hale`.

Two shapes show it. A noun of the row's `deputies` and a preposition lead to the name, with a title or one of
`persons` between; or, where nouns are capitalised, an article in the genitive or dative does.
"""

from __future__ import annotations

import re

from digest.model import Span
from digest.quote.credit.case import Case, Credit
from digest.quote.credit.limits import TITLE_REACH
from digest.quote.find import TERMINALS
from digest.quote.grammar import MASK, Grammar

_BESIDE_VERB = frozenset({"name-verb", "verb-name", "left", "left-colon", "left-verb", "around", "role"})
"""Rules whose name stands beside its verb."""
_PARTS = re.compile(rf"[,;:()«»“”„\"—–{MASK}\n{re.escape(''.join(TERMINALS))}]")
_WORDS = re.compile(r"\S+")
_ELIDED = re.compile(r"\A\w{1,5}[’']")
_MOST_WORDS = 8
_WEAK = "en"


def is_no_head(case: Case, given: Credit) -> bool:
    """Tell whether words before a name make it the complement of a noun or of a verb, and no subject."""
    span, row = given.speaker_span, case.grammar.row
    if span is None or not given.is_name or given.rule not in _BESIDE_VERB or not row.cased:
        return False
    words, parted = _lead(case, span)
    if row.nouns_are_capital:
        return not parted and _is_oblique(words, case.grammar, after=given.rule == "verb-name")
    return _is_complement(words, case.grammar, parted=parted)


def _lead(case: Case, span: Span) -> tuple[list[str], bool]:
    """Return the words of the clause before a name, the last first, and whether a comma ends them."""
    text = case.frames.masked[max(0, span.start - 2 * TITLE_REACH) : span.start].rstrip(" \u00a0")
    parted = text.endswith(",")
    clause = _PARTS.split(text.removesuffix(","))[-1]
    return _WORDS.findall(clause)[::-1][:_MOST_WORDS], parted


def _is_complement(words: list[str], grammar: Grammar, *, parted: bool) -> bool:
    """Tell whether one of `deputies` and a preposition lead to a person: `the lawyer of minister NAME`."""
    row, person = grammar.row, False
    for at, word in enumerate(words):
        bare = _ELIDED.sub("", word).lower()
        if grammar.verb.fullmatch(word) and bare not in row.persons:
            return False
        titled = not parted and bare not in row.half_titles and grammar.is_title(bare)
        known = bare in row.persons or (titled and bare not in row.deputies)
        person = person or (known and (at == 0 or not parted))
        led = bare in row.belonging or word.lower().startswith(row.belonging_prefixes or MASK)
        led = led or (bare in grammar.others and bare not in row.joins)
        heads = {_ELIDED.sub("", one).lower() for one in words[at + 1 : at + 2]}
        if led and person and not heads.isdisjoint(row.deputies):
            return True
    return False


def _is_oblique(words: list[str], grammar: Grammar, *, after: bool) -> bool:
    """Tell whether a genitive or dative leads to a name; with `after`, one that a verb stands before."""
    if not words:
        return False
    row, noun = grammar.row, words[0]
    person = grammar.is_title(noun) or noun.lower() in row.persons or _is_woman(noun, grammar)
    weak = noun.endswith(_WEAK) and (person or noun.islower())
    if not person and not weak:
        return False
    kinds = (row.genitive_determiners, row.oblique_determiners, row.dative_determiners)
    for at, word in enumerate(words[1:4], 1):
        folded, before = word.lower(), words[at + 1 : at + 2]
        if any(folded in kind for kind in kinds):
            case = folded in grammar.others or noun in grammar.feminine or weak
            return case and (after or _is_head(before, grammar)) and word.islower()
        if folded in grammar.others and folded not in (*row.joins, *row.media):
            return after and at == 1 and person  # `gegenüber Reporterin NAME`
        if not folded.endswith(row.adjective_endings):
            return False
    return False


def _is_woman(noun: str, grammar: Grammar) -> bool:
    """Tell whether a noun is made as those of women are: German `Reporterin`."""
    endings = grammar.row.people_endings
    return noun in grammar.feminine and noun.endswith(endings) and not grammar.is_place(noun)


def _is_head(words: list[str], grammar: Grammar) -> bool:
    return any(grammar.is_title(word) or word.lower() in grammar.row.deputies for word in words)
