"""Words in marks that somebody mentions and nobody says: a term, an outlet spoken to, a person's name."""

from __future__ import annotations

import re

from digest.quote.credit import Case
from digest.quote.find import TERMINALS
from digest.quote.grammar import MASK, WORDS, before_word, count_words
from digest.quote.speech.limits import MENTIONED_WORDS, OUTLET_WORDS, THING_REACH
from digest.quote.speech.things import is_led_by

_OPENED = (",", ":", "：", "，", "،", "—", "–")
"""What leads to a quotation, rather than to a name in the same clause."""


def is_mentioned(inner: str, case: Case) -> bool:
    """Tell whether marks hold a word that is mentioned, or somebody's or something's name."""
    words = count_words(inner, spaced=case.grammar.row.spaced)
    if words > OUTLET_WORDS or inner[-1] in "!?…！？؟":
        return False
    if (
        words <= MENTIONED_WORDS
        and inner[-1] not in TERMINALS
        and (_is_term(case) or _is_person(inner, case))
    ):
        return True
    if not case.grammar.row.cased:
        return words <= MENTIONED_WORDS and inner[-1] not in TERMINALS and _is_organisation(case)
    return inner[0].isupper() and _is_addressed(inner, case, words)


def _is_term(case: Case) -> bool:
    """Tell whether a noun such as `the word` stands right before the marks, or right after them."""
    text, frame, terms = case.frames.masked, case.frame, case.grammar.terms
    if is_led_by(text, frame.marked.outer.start, frame.left.start, terms):
        return True
    if case.grammar.row.spaced and not case.grammar.row.verb_last:
        return False
    return text[frame.right.start : frame.right.end].lstrip().startswith(tuple(terms.whole))


def _is_person(inner: str, case: Case) -> bool:
    """Tell whether the words are a name, or part of one, that stands elsewhere in the text."""
    words = tuple(WORDS.findall(inner))
    joined = "".join(words)
    return any(
        words == name or (len(words) < len(name) and words == name[-len(words) :]) or joined == "".join(name)
        for name in case.people.full
    )


def _is_organisation(case: Case) -> bool:
    """Tell whether a thing stands a few words before the marks, where no capital letters show its name."""
    if not case.grammar.row.spaced:
        return False
    before = case.frames.masked[case.frame.left.start : case.frame.marked.outer.start].rstrip()
    words = WORDS.findall(before)[-THING_REACH:]
    article = case.grammar.row.article
    for word in reversed(words):
        if case.grammar.things.has_whole(word) or case.grammar.things.has_whole(word.removeprefix(article)):
            return not before.endswith(_OPENED)
        if not word.startswith(article):
            return False
    return False


def _is_addressed(inner: str, case: Case, words: int) -> bool:
    """Tell whether an outlet is named, to which or in which somebody spoke: `told “Newsnight”`."""
    text, frame, grammar = case.frames.masked, case.frame, case.grammar
    lead = text[frame.left.start : frame.marked.outer.start].rstrip()
    if not lead or lead.endswith(_OPENED):
        return False
    word = before_word(text, frame.marked.outer.start, frame.left.start)
    opens = word.lower() in (*grammar.row.joins, *grammar.row.clauses) or grammar.that.fullmatch(word)
    led = not opens and (word.lower() in grammar.others or word.lower() in grammar.oblique_determiners)
    title = words == 1 or _has_capitals(inner)
    own = lead.rpartition(MASK)
    tagged = bool(own[1]) and grammar.verb.search(own[2]) is not None
    if tagged and not opens:
        return led or not grammar.row.nouns_are_capital or word.lower() in grammar.determiners
    if grammar.row.nouns_are_capital:  # `Regisseurin von „Die letzte Bucht“`
        return word.lower() in grammar.row.belonging and not grammar.verb.search(lead)
    if not title:
        return False
    told = word.lower() in grammar.row.others and grammar.verb.fullmatch(word) is not None
    after = WORDS.match(text[frame.right.start : frame.right.end].lstrip())
    tells = after is not None and grammar.that.fullmatch(after.group()) is not None
    return (led and not told) or (told and tells)


def _has_capitals(inner: str) -> bool:
    long = re.findall(r"[^\W\d_]{4,}", inner)
    return bool(long) and all(word[0].isupper() for word in long)
