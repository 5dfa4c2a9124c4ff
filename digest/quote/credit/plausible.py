"""Whether a name that a rule found can be a person's: more than its capital letters has to say so.

A capitalised run beside a verb may be a party, an office that runs into a name, a word that opens a sentence,
or a name in another case. A given name shows a person, and so does a title, or a surname that the article
uses alone. What has none of these is for editors, not for readers.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from digest.quote.credit.case import Case, Credit, is_sure
from digest.quote.credit.limits import ACRONYM, DOUBTED, FEW_WORDS, LONG_NAME
from digest.quote.find import TERMINALS
from digest.quote.grammar import WORDS, Grammar, before_word, count_words
from digest.quote.names import is_given, is_outlet


def plausible(case: Case, given: Credit) -> Credit:
    """Return a credit, too weak for readers where nothing shows that its name is a person's."""
    if given.speaker is None or not given.is_name or given.score <= DOUBTED:
        return given
    if _is_term(case, given):
        return replace(given, score=DOUBTED)
    if any(one.speaker == given.speaker and is_sure(one) for _, one in case.before):
        return given
    if is_person(case, given):
        return given
    return replace(given, score=DOUBTED)


def _is_term(case: Case, given: Credit) -> bool:
    """Tell whether a word or two in a clause of their own are carried on to somebody: a gloss, irony, a name."""
    frame, text = case.frame, case.frames.masked
    few = count_words(frame.said, spaced=case.grammar.row.spaced) <= FEW_WORDS
    if given.rule != "same-paragraph" or not few or _ends(case):
        return False
    return bool(WORDS.search(text, frame.left.start, frame.left.end))


def _ends(case: Case) -> bool:
    """Tell whether a mark that ends speech stands in the quotation."""
    return case.frame.said.rstrip()[-1:] in TERMINALS


def is_person(case: Case, given: Credit) -> bool:
    """Tell whether the article, or the words of the name itself, show that it is a person's."""
    name, grammar = given.speaker or "", case.grammar
    if is_outlet(name):
        return False
    if not grammar.row.cased:
        return True
    words = [word for word in name.split() if word not in grammar.row.particles]
    if words and name.split()[1:2] != words[1:2] and name.startswith(words[0]) and not is_given(words[0]):
        return False  # `L’elogio di Trump`, `Verstraete van Sidmar`
    if not words or any(map(_is_acronym, words)) or len(words) > LONG_NAME:
        return False
    if len(words) == 1:
        return _is_known_alone(case, given, words[0])
    known = _begins_with_given(tuple(words), grammar)
    if any(is_outlet(word) or (not known and grammar.is_place(word)) for word in words[:-1]):
        return False
    return known or case.people.has_title(words[-1]) or case.people.stands_alone(words[-1]) > 0


@lru_cache(maxsize=10_000)
def _is_acronym(word: str) -> bool:
    shortest, longest = ACRONYM
    return shortest <= len(word) <= longest and word.isupper() and not is_given(word) and "." not in word


def _begins_with_given(words: tuple[str, ...], grammar: Grammar) -> bool:
    """Tell whether a name begins with a given name; where families come first it may end with one."""
    return is_given(words[0]) or (grammar.row.family_first and any(map(is_given, words)))


def _is_known_alone(case: Case, given: Credit, word: str) -> bool:
    """Tell whether a single word is somebody's name: one again, with a title, or right after its verb."""
    if is_given(word) or case.people.has_title(word) or case.people.stands_alone(word) > 1:
        return True
    span, cue = given.speaker_span, given.cue
    if span is None or not cue:
        return False
    text = case.frames.masked
    if given.rule == "name-verb":
        return text.startswith(cue, span.end + 1)
    return before_word(text, span.start) == cue.split()[-1]
