"""Whether a speaker is printed whole: a role that ends with its noun, a name that nothing was cut from."""

from __future__ import annotations

from digest.model import Span
from digest.quote.credit.case import Case, Credit
from digest.quote.credit.limits import FULL_NAME, PLAIN_ROLE
from digest.quote.grammar import WORDS, before_word
from digest.quote.names import is_outlet

_HYPHENS = ("-", "–", "‐")


def is_whole_role(case: Case, given: Credit) -> bool:
    """Tell whether a role is no outlet, ends with its noun, and is known or as short as it can be."""
    role = given.speaker or ""
    words = role.split()
    if not words or is_outlet(role) or is_outlet(role.partition(" ")[2]) or role.endswith(_HYPHENS):
        return False  # `die Familien- und Frauenministerin`
    if len(words) > 1 and _is_led_on(case, words[1].lower()):
        return False  # `der für die Tagesschau verantwortliche NDR`
    owned = words[0].lower() in case.grammar.row.owners  # `his lawyer`: whose, no reader can tell
    if owned or _is_oblique(case, given, words[0].lower()) or _is_thing(case, words):
        return False
    span = given.speaker_span
    if span is not None and span.of(case.frames.masked) == role:
        if not _is_plain(case, words) and not _ends_known(case, span, words):
            return False
        if _goes_on(case, span):
            return False
    return _ends_with_noun(case, role)


def _is_led_on(case: Case, word: str) -> bool:
    grammar = case.grammar
    articles = (grammar.determiners, grammar.oblique_determiners)
    return word in grammar.others and not any(word in kind for kind in articles)


def _is_oblique(case: Case, given: Credit, article: str) -> bool:
    """Tell whether an article shows a case of which no subject is: German `laut der Behörde`."""
    grammar, cue = case.grammar, given.cue or ""
    if not grammar.row.nouns_are_capital:
        return False
    sourced = grammar.according.fullmatch(cue) is not None and not grammar.verb.fullmatch(cue)
    return article in grammar.oblique_determiners or (sourced and article in grammar.row.dative_determiners)


def _is_thing(case: Case, words: list[str]) -> bool:
    """Tell whether the noun is one that others speak through: `die gemeinsame Aussage von`."""
    belonging = case.grammar.row.belonging
    owned = next((at for at, word in enumerate(words) if word.lower() in belonging), len(words))
    return any(word in case.grammar.voiceless for word in words[:owned])


def _is_plain(case: Case, words: list[str]) -> bool:
    """Tell whether an unknown noun has hardly anything beside it that may be cut: `the goalkeeper`."""
    alone = len(words) == 1 and case.grammar.row.nouns_are_capital  # `Immerhin, fand der Minister`
    belonging = case.grammar.row.belonging
    owned = next((at for at, word in enumerate(words) if word.lower() in belonging), len(words))
    return not alone and owned <= PLAIN_ROLE


def _ends_known(case: Case, span: Span, words: list[str]) -> bool:
    """Tell whether a longer role is of a known noun, and no verb ends it: `il suo partito capisce`."""
    grammar, row = case.grammar, case.grammar.row
    owned = next((at for at, word in enumerate(words) if word.lower() in row.belonging), len(words))
    if not (case.roles.is_known(span) or case.roles.is_titled(span)):
        return False
    last = words[owned - 1]
    closed = last[:1].isupper() or last in grammar.titles or grammar.not_names.has_whole(last)
    return owned <= PLAIN_ROLE or closed or not row.inverts


def _goes_on(case: Case, span: Span) -> bool:
    """Tell whether a conjunction joins more nouns to a role: `der Leiter und Kapitän Jan Holm`.

    A preposition may go on with a name that the role ends with: `la coalición Todos por Lirania`.
    """
    text, grammar = case.frames.masked, case.grammar
    joint = WORDS.match(text, span.end + 1) if text[span.end : span.end + 1] == " " else None
    folded = joint.group().lower() if joint else ""
    named = text[: span.end].rpartition(" ")[2]
    part = named[:1].isupper() and not grammar.row.nouns_are_capital and not grammar.is_place(named)
    led = part and folded in grammar.others and not grammar.that.fullmatch(folded)
    if joint is None or not (led or folded in grammar.row.joins):
        return False
    after = WORDS.match(text, joint.end() + 1)
    word = after.group() if after else ""
    if led:
        return word[:1].isupper() and word.lower() not in grammar.titles
    return word[:1].isupper() or word in case.grammar.titles


def _ends_with_noun(case: Case, role: str) -> bool:
    """Tell whether a role ends with its noun: no Dutch `de havenmeester kortaf`."""
    grammar, words = case.grammar, WORDS.findall(role)
    if not grammar.row.verb_second or grammar.row.nouns_are_capital or not words:
        return True
    owned = (at for at, word in enumerate(words) if at and word.lower() in grammar.row.belonging)
    words = words[: next(owned, len(words))]
    last = words[-1]
    return len(words) <= FULL_NAME or last[0].isupper() or last in grammar.titles or last in grammar.not_names


def is_cut(case: Case, span: Span | None, name: str) -> bool:
    """Tell whether a name is the end of a longer run of capitals, or half a compound: `Oslo-based`."""
    tail = name.rpartition("-")[2]
    if " " not in name and "-" in name and tail[:1].islower():
        return True
    row = case.grammar.row
    if span is None or not row.cased or row.nouns_are_capital:
        return False
    text = case.frames.masked
    word = before_word(text, span.start)
    if not word[:1].isupper() or word in case.grammar.titles or text[span.start - 1 : span.start] != " ":
        return False
    at = text.rindex(word, 0, span.start)
    kinds = (case.grammar.openers, case.grammar.places, case.grammar.others, case.grammar.between)
    known = any(word.lower() in kind or word in kind for kind in kinds)
    opens = text[:at].rstrip(" \u00a0")[-1:] in ("", "\n", *'.!?…:“”"«»„')
    return not known and not opens
