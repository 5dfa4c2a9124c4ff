"""Whether a name that a rule found can be a person's: more than its capital letters has to say so.

A capitalised run beside a verb may be a party, an office that runs into a name, a word that opens a sentence,
or a name in another case. A given name shows a person, and so does a title, or a surname that the article
uses alone. What has none of these is for editors, not for readers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from digest.languages.language import NO_ARTICLE
from digest.model import Span
from digest.quote.credit.case import Case, Credit, is_sure
from digest.quote.credit.limits import (
    ACRONYM,
    DOUBTED,
    FAR,
    FEW_LETTERS,
    FEW_WORDS,
    FULL_NAME,
    LONG_NAME,
    NATIVE_NAME,
    SHOWN,
    UNSURE,
)
from digest.quote.credit.shown.beside import is_apposed
from digest.quote.credit.shown.opposed import opposed
from digest.quote.credit.shown.organisation import is_organisation
from digest.quote.credit.shown.reliability import reliability
from digest.quote.credit.shown.untold import is_told_of, is_untold
from digest.quote.credit.shown.whole import is_cut, is_whole_role
from digest.quote.find import TERMINALS
from digest.quote.grammar import MASK, WORDS, Grammar, before_word, count_words
from digest.quote.names import is_bent, is_given, is_outlet

_CARRIED = frozenset({"pronoun", "same-sentence", "same-paragraph", "continued", "quoted", "alone"})
"""Rules whose speaker is named elsewhere."""


def plausible(case: Case, given: Credit) -> Credit:
    """Return a credit with how likely it is right; too weak for readers where nothing shows a person."""
    if given.speaker is None or given.score <= DOUBTED:
        return given
    if opposed(case, given) or is_told_of(case):
        return Credit("unnamed", cue=given.cue)
    if is_untold(case, given):
        return replace(given, rule="governed", score=DOUBTED)
    if not _is_plausible(case, given):
        return replace(given, score=DOUBTED)
    share = reliability(case, given)
    return replace(given, score=share if share >= SHOWN else UNSURE)


def _is_plausible(case: Case, given: Credit) -> bool:
    if not given.is_name:
        return is_whole_role(case, given)
    if _is_term(case, given):
        return False
    again = any(one.speaker == given.speaker and is_sure(one) for _, one in case.before)
    return again or is_person(case, given)


def _is_term(case: Case, given: Credit) -> bool:
    """Tell whether a word or two in a clause of their own are carried on: a gloss, irony, a name."""
    frame, text = case.frame, case.frames.masked
    if not case.grammar.row.spaced and given.rule == "left":
        return _is_far_term(case, given)
    few = count_words(frame.said, spaced=case.grammar.row.spaced) <= FEW_WORDS
    if case.grammar.row.article != NO_ARTICLE and few and not _ends(case):
        # Arabic `قال إن سقوط "الخلافة" بات وشيكا`: the clause goes on, and no capital letters show a name.
        return text[frame.right.start : frame.right.end].lstrip(" \u00a0")[:1].isalpha()
    if given.rule != "same-paragraph" or not few or _ends(case):
        return False
    return bool(WORDS.search(text, frame.left.start, frame.left.end))


def _is_far_term(case: Case, given: Credit) -> bool:
    """Tell whether a clause parts a few characters from their verb, or a noun follows: `说，“雪亮”建设`."""
    text, left = case.frames.masked, case.frame.left
    verb = text.rfind(given.cue or MASK, left.start, left.end)
    between = text[verb + len(given.cue or "") : left.end].strip("，： ")
    after = text[case.frame.right.start : case.frame.right.start + 1]
    apart = "，" in between or (after.isalpha() and after not in case.grammar.row.belonging)
    return len(case.frame.said) <= FEW_LETTERS and not _ends(case) and apart


def _ends(case: Case) -> bool:
    """Tell whether a mark that ends speech stands in the quotation."""
    return case.frame.said.rstrip()[-1:] in TERMINALS


def is_person(case: Case, given: Credit) -> bool:
    """Tell whether the article, or the words of the name itself, show that it is a person's."""
    name, row = given.speaker or "", case.grammar.row
    if is_outlet(name) or case.grammar.not_names.has_whole(name) or _has_companion(case, given):
        return False
    if not row.cased:
        return _is_uncased(case, given, name)
    if given.rule == "left-verb" and not row.verb_second and _goes_on(case, given):
        return False
    words = tuple(word for word in name.split() if word not in row.particles)
    if not words or any(map(_is_acronym, words)) or len(words) > LONG_NAME:
        return False
    if not is_given(words[0]) and is_cut(case, given.speaker_span, name):
        return False
    return _is_known_alone(case, given, words[0]) if len(words) == 1 else _is_full(case, given, name, words)


def _goes_on(case: Case, given: Credit) -> bool:
    """Tell whether a clause may begin with a name after a verb: Swahili `alisema Juma hakuja`."""
    span, text, grammar = given.speaker_span, case.frames.masked, case.grammar
    if span is None or text[span.end : span.end + 1] != " ":
        return False
    word = _word_at(text, span.end + 1)
    kinds = (grammar.others, grammar.between, grammar.determiners, grammar.row.clauses, grammar.row.joins)
    known = any(word.lower() in kind for kind in kinds) or grammar.that.fullmatch(word)
    return word[:1].islower() and not known and not grammar.reported.fullmatch(word)


def _is_full(case: Case, given: Credit, name: str, words: tuple[str, ...]) -> bool:
    """Tell whether several words are a person's name, by the first of them or by the rest of the article."""
    grammar = case.grammar
    if any(map(is_outlet, words[:-1])):
        return False
    if _begins_with_given(words, grammar):
        return True
    inner = name.split()[1] != words[1] and name.startswith(words[0])
    if inner or any(map(grammar.is_place, words)) or _is_declined(words, grammar):
        return False  # `L’elogio di Verdi`, `Bos van Haven`
    return case.people.has_title(words[-1]) or is_apposed(case, given) or _recurs(case, words)


def _has_companion(case: Case, given: Credit) -> bool:
    """Tell whether a conjunction joins a name to another: both may have said it."""
    span, text, row = given.speaker_span, case.frames.masked, case.grammar.row
    if span is None or not row.spaced:
        return False
    if _is_joined_behind(case, span):
        return True
    word = before_word(text, span.start)
    if word.lower() not in row.joins:
        return False
    at = text.rindex(word, 0, span.start)
    return any(other.span.end == at - 1 for other in case.people.between(max(0, at - FAR), at))


def _is_joined_behind(case: Case, span: Span) -> bool:
    """Tell whether a conjunction and another name follow, of whom no verb is said: `said Lark and Hill`."""
    text, grammar = case.frames.masked, case.grammar
    join = WORDS.match(text, span.end + 1)
    other = next(iter(case.people.between(span.end, span.end + FAR)), None)
    if join is None or other is None or join.group().lower() not in grammar.row.joins:
        return False
    between = WORDS.findall(text[join.end() : other.span.start])
    titles = all(grammar.is_title(word) or word.lower() in grammar.determiners for word in between)
    return titles and grammar.verb.match(text, other.span.end + 1) is None


def _is_uncased(case: Case, given: Credit, name: str) -> bool:
    """Tell whether a name without capital letters is more than a word beside a title or a verb."""
    row = case.grammar.row
    if not row.spaced:
        return True
    if given.rule in _CARRIED - {"continued"} or _is_left_open(case, given):
        return False  # others may have spoken whom no capital letters show
    if row.surnames:
        return _is_native(name, case)
    words = name.split()
    if words[0] in row.particles and words[0] in row.joiners:
        return False  # the rest of a name: `بن سمير`
    if words[0][1:] in case.grammar.titles and words[0].startswith((*row.clitics, *row.prefixes)):
        return False  # another title of the same person: `وقائد الجيش`
    return not _is_beside(case, given) and (
        len([word for word in words if word not in row.joiners]) >= FULL_NAME or _is_titled(case, given, name)
    )


def _is_beside(case: Case, given: Credit) -> bool:
    """Tell whether words right beside a name show that it is no subject, or not all of a name."""
    span, row = given.speaker_span, case.grammar.row
    if span is None:
        return False
    left = given.rule in ("left", "left-colon")
    if left and case.grammar.other_after.match(case.frames.masked, span.end):
        return True  # Hindi `गीता के साथ`
    return not row.clitics and _is_rest(case, span)


def _is_left_open(case: Case, given: Credit) -> bool:
    """Tell whether a participle leads to the words, whose subject may be somebody else: Arabic `قائلا`."""
    cue = given.cue or ""
    span = given.speaker_span
    if span is not None and case.frames.masked.startswith(f" {cue}", span.end):
        return False  # right after him: `ورد الوزير سامي قاسم قائلا`
    return given.rule in ("left", "left-colon") and case.grammar.participle.fullmatch(cue) is not None


def _is_titled(case: Case, given: Credit, name: str) -> bool:
    """Tell whether a title stands right before a single word, which no preposition runs into."""
    row, span = case.grammar.row, given.speaker_span
    if row.clitics and (span is None or name.startswith(row.clitics)):
        return False
    return case.people.has_title(name)


def _is_rest(case: Case, span: Span) -> bool:
    """Tell whether a word before a name may belong to it: Hindi `मोहन वर्मा`, where `वर्मा` alone is known."""
    text, grammar = case.frames.masked, case.grammar
    word = before_word(text, span.start)
    if not word or text[span.start - 1] != " " or " " in span.of(text) or grammar.row.article in word[:2]:
        return False
    kinds = (
        grammar.titles,
        grammar.between,
        grammar.others,
        grammar.places,
        grammar.not_names,
        grammar.pronouns,
        grammar.determiners,
        grammar.row.joins,
        grammar.row.clauses,
    )
    known = any(word in kind for kind in kinds) or grammar.that.fullmatch(word)
    return not known and not grammar.verb.fullmatch(word)


def _is_native(name: str, case: Case) -> bool:
    """Tell whether a name is a family name and a given name in one, or foreign: no office runs into it."""
    words, grammar = name.split(), case.grammar
    if any(grammar.not_names.has_whole(word) for word in words):
        return False
    if len(words) == 1:
        native = len(name) == NATIVE_NAME and name[0] in grammar.row.surnames
        return is_given(name) or (native and name not in grammar.not_names)
    return all(map(is_given, words[:-1])) and len(words) <= FULL_NAME + 1


def _recurs(case: Case, words: tuple[str, ...]) -> bool:
    """Tell whether an article names somebody several times, alone by the last word, not only at openings."""
    alone, text = case.people.stands_alone(words[-1]), case.frames.masked
    full = [mention.span.start for mention in case.people.mentions if mention.words == words]
    within = any(text[max(0, at - 2) : at].rstrip(" \u00a0")[-1:] not in ("", "\n", *".!?…:") for at in full)
    return alone > 0 and alone + len(full) > 2 and within


def _is_declined(words: Sequence[str], grammar: Grammar) -> bool:
    """Tell whether a name stands in a case of which no subject is: `Declana Hall`."""
    if not grammar.row.case_endings:
        return False
    ends = tuple(end for end in grammar.row.oblique_endings if end)
    return is_bent(words[0], grammar) or words[-1].endswith(ends)


@lru_cache(maxsize=10_000)
def _is_acronym(word: str) -> bool:
    shortest, longest = ACRONYM
    return shortest <= len(word) <= longest and word.isupper() and not is_given(word) and "." not in word


def _begins_with_given(words: tuple[str, ...], grammar: Grammar) -> bool:
    """Tell whether a name begins with a given name; where families come first it may end with one."""
    return is_given(words[0]) or (grammar.row.family_first and any(map(is_given, words)))


def _is_known_alone(case: Case, given: Credit, word: str) -> bool:
    """Tell whether a single word is somebody's name: a given one, with a title, or right beside its verb."""
    if is_given(word):
        return True
    if is_organisation(case, word):
        return False
    span, cue, text, grammar = given.speaker_span, given.cue, case.frames.masked, case.grammar
    if given.rule in _CARRIED or span is None or not cue:
        return not grammar.row.case_endings and case.people.has_title(word)
    before = before_word(text, span.start)
    article = before.lower() in grammar.row.definite and not grammar.row.articles_before_names
    if article or grammar.is_title(word.partition("-")[0]) or _is_attribute(case, span):
        return False
    if before == cue.split()[-1] or case.people.has_title(word):
        return True
    tagged = given.rule == "name-verb" or case.people.stands_alone(word) > 1
    return tagged and text.startswith(cue, span.end + 1)


def _is_attribute(case: Case, span: Span) -> bool:
    """Tell whether a noun follows a word that may be its adjective: `direktor Primorske banke`."""
    text, grammar = case.frames.masked, case.grammar
    if not grammar.row.case_endings or text[span.end : span.end + 1] != " ":
        return False
    word = _word_at(text, span.end + 1)
    kinds = (grammar.others, grammar.between, grammar.row.joins, grammar.row.clauses, grammar.auxiliaries)
    free = word[:1].islower() and not any(word in kind for kind in kinds)
    return free and not grammar.verb.fullmatch(word) and not grammar.that.fullmatch(word)


def _word_at(text: str, at: int) -> str:
    found = WORDS.match(text, at)
    return found.group() if found else ""
