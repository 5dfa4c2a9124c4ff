"""What stands between a verb and the words that it governs: forms of saying, claims, verdicts."""

from __future__ import annotations

import re

from digest.quote.credit.case import Case, Credit
from digest.quote.credit.limits import (
    FAR,
    INFINITIVE_LETTERS,
    JUDGED_TAIL,
    NEAR_KNOWN_ROLE,
    NEAR_LIKENING,
    NEAR_ROLE,
    NEAR_UNSAID,
)
from digest.quote.grammar import MASK, WORDS, before_word
from digest.quote.names import Mention

BREAKS = re.compile(r"[,;:–—،；，：]")
_INSIDE = re.compile(
    r"(?:ab|an|auf|aus|bei|dar|ein|herab|herunter|hin|klein|nach|schlecht|schön|um|vor|weg|zurück)zu\w+n\b"
)
"""An infinitive with its mark inside: German `abzutun`."""
COLON = re.compile(r"[:：][ \u00a0\n]*\Z")


def own(case: Case) -> tuple[int, int]:
    """Return where the words before the quotation begin that no other quotation parts from it, and end."""
    left = case.frame.left
    return max(left.start, case.frames.masked.rfind(MASK, left.start, left.end) + 1), left.end


def tail(case: Case) -> tuple[int, int]:
    """Return where the words right after the quotation begin, and where they or another quotation end."""
    text, right = case.frames.masked, case.frame.right
    end = text.find(MASK, right.start, right.end)
    return right.start, min(end if end >= 0 else right.end, right.start + JUDGED_TAIL)


def last_of(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the last place between two that a pattern matches."""
    return next(reversed(list(pattern.finditer(text, start, end))), None)


def nobody(cue: str) -> Credit:
    """Return that words were said by somebody who is not clear."""
    return Credit("governed", cue=cue.strip())


def form_between(case: Case, start: int, end: int) -> re.Match[str] | None:
    """Return the last form of saying or claim between a judgment and the quotation."""
    text, grammar = case.frames.masked, case.grammar
    form = last_of(grammar.form_of_saying, text, start, end)
    # Where nothing parts words, a claim follows its content: Chinese `“…”的说法`.
    claim = last_of(grammar.claim, text, form.end() if form else start, end) if grammar.row.spaced else None
    return claim if claim and has_content(case, claim, end) else form


def has_content(case: Case, claim: re.Match[str], end: int) -> bool:
    """Tell whether a claim leads to its own words, rather than to a verdict on it or to a place."""
    text, grammar = case.frames.masked, case.grammar
    if _is_place(case, claim):
        return False
    after = text[claim.end() : end]
    if COLON.search(after) or is_likened(case, claim.end(), end):
        return False
    words = WORDS.findall(after)
    if any(grammar.that.fullmatch(word) for word in words) or grammar.reported.search(after):
        return True
    return not BREAKS.search(after)


def _is_place(case: Case, claim: re.Match[str]) -> bool:
    """Tell whether a claim is only where something was said: `in a statement`."""
    text, at = case.frames.masked, claim.start()
    for _ in range(NEAR_UNSAID):
        word = before_word(text, at)
        if not word or word.lower() in case.grammar.row.media:
            return bool(word)
        articles = (case.grammar.determiners, case.grammar.oblique_determiners)
        if word.lower() in case.grammar.others and not any(word.lower() in kind for kind in articles):
            return False
        at = text.rindex(word, 0, at)
    return False


def is_likened(case: Case, start: int, end: int) -> bool:
    """Tell whether a verdict begins right before the quotation: `as`, `as a`."""
    words = WORDS.findall(case.frames.masked[start:end])[-NEAR_LIKENING:]
    return any(word.lower() in case.grammar.row.likening for word in words)


def is_handed_back(case: Case, start: int, form: int) -> bool:
    """Tell whether a form of saying goes on with the judge's own clause: `, saying`, `and called`."""
    text, grammar = case.frames.masked, case.grammar
    between = text[start:form]
    found = grammar.form_of_saying.match(text, form)
    word = found.group() if found else ""
    attributive = bool(grammar.nonfinite.fullmatch(word)) and not grammar.verb.fullmatch(word)
    same = bool(grammar.participle.fullmatch(word)) and not grammar.nonfinite.fullmatch(word)
    if same or grammar.what.search(between) or before_word(text, form, start).lower() in grammar.row.agents:
        return True
    joined = any(
        word.startswith(prefix) and grammar.form_of_saying.fullmatch(word.removeprefix(prefix))
        for prefix in grammar.row.prefixes
    )
    if joined and not grammar.row.cased and not attributive:
        return True  # Arabic and Hebrew write `and` together with the verb; `وصف` only begins like it
    if not between.strip(" \u00a0"):
        return not grammar.row.spaced  # Chinese `批评说`
    last = last_of(BREAKS, between, 0, len(between))
    clause = between[last.end() :] if last else between
    inner = WORDS.findall(clause)
    if any(grammar.that.fullmatch(word) or word.lower() in grammar.row.clauses for word in inner):
        return False
    joined = any(word.lower() in grammar.row.joins for word in inner[-NEAR_UNSAID:])
    return joined or (last is not None and not attributive)


def clause_between(case: Case, start: int, end: int) -> tuple[int, int] | None:
    """Return the clause that a word such as `that` opens between two places, or None."""
    text, grammar = case.frames.masked, case.grammar
    opener = None
    for word in WORDS.finditer(text, start, end):
        folded = word.group().lower()
        if grammar.that.fullmatch(word.group()) or (folded in grammar.row.clauses):
            opener = word
    return (opener.end(), end) if opener else None


def opens_relative(case: Case, start: int, verb: re.Match[str]) -> bool:
    """Tell whether a joined verb goes on with a clause about another: `of a woman, who knew and said`."""
    if case.grammar.participle.fullmatch(verb.group()):
        return False
    between = case.frames.masked[start : verb.start()]
    found = list(case.grammar.that.finditer(between))
    return bool(found) and between[: found[-1].start()].rstrip(" \u00a0").endswith(",")


def is_near(case: Case, verb: int, *, known: bool) -> bool:
    """Tell whether a verb leads to the quotation, rather than to a clause that holds it."""
    text, end = case.frames.masked, case.frame.left.end
    between = text[verb:end]
    words = WORDS.findall(between)
    if case.grammar.row.verb_second or not case.grammar.row.spaced or COLON.search(between):
        return True
    if len(words) <= (NEAR_KNOWN_ROLE if known else NEAR_ROLE):
        return True
    opens = any(case.grammar.that.fullmatch(word) for word in words)
    return opens or case.grammar.reported.search(between) is not None


def is_inside_tag(case: Case, verb: re.Match[str], subject: Mention) -> bool:
    """Tell whether the clause of a tag only goes on: `“…”, dice Rossi, bagnino del “Faro”`."""
    text, end = case.frames.masked, case.frame.left.end
    _, mask, gap = text[case.frame.left.start : verb.start()].rpartition(MASK)
    between = text[subject.span.end : end].rstrip(" \u00a0")
    within = (mask and case.subjects.is_filler(gap)) or "," in between  # `as Pratt noted, or …`
    if opens_as(case, verb):
        return False
    if not within or case.grammar.verb.search(between) or case.grammar.reported.search(between):
        return False
    if case.before and case.before[-1][1].speaker not in (None, case.people.fullest(subject)):
        return False
    words = WORDS.findall(between)
    leads = between.endswith((",", ":", ";", "—", "–", "-")) or not words
    return not leads and case.grammar.that.fullmatch(words[-1]) is None


def opens_as(case: Case, verb: re.Match[str]) -> bool:
    """Tell whether a verb opens the sentence after `as`: its subject is the source, `Jak mówi Duda, …`."""
    lead = case.frames.masked[case.frame.left.start : verb.start()].strip(' \u00a0«“„"').lower()
    return lead in case.grammar.row.as_clauses


def leads_far(case: Case, between: str, *, colon: bool) -> bool:
    """Tell whether a verb that stands far from a quotation still leads to it: by `that`, say."""
    if colon or len(between) < FAR or not case.grammar.row.spaced or case.grammar.row.verb_second:
        return True
    opens = any(case.grammar.that.fullmatch(word) for word in WORDS.findall(between))
    return opens or case.grammar.reported.search(between) is not None


def is_preposition(word: str, case: Case) -> bool:
    """Tell whether a word leads to a noun that is no subject, and opens no clause."""
    row = case.grammar.row
    opens = word in (*row.joins, *row.clauses) or case.grammar.that.fullmatch(word)
    articles = (case.grammar.determiners, case.grammar.oblique_determiners)
    return word in case.grammar.others and not opens and not any(word in kind for kind in articles)


def is_judged(case: Case, verb: re.Match[str], after: Mention, cue: str) -> bool:
    """Tell whether a name after a judgment may be its object: Arabic `اتهمت الوزيرة فلانا بأنه`."""
    if case.grammar.row.cased or cue != verb.group() or not case.grammar.judging.fullmatch(cue):
        return False
    return bool(WORDS.search(case.frames.masked, verb.end(), after.span.start))


def hands_over(case: Case, subject: Mention, verb: re.Match[str]) -> bool:
    """Tell whether a clause about somebody else leads to the quotation: `criticou Raimundo, que chamou`."""
    text, end, who = case.frames.masked, case.frame.left.end, case.people.fullest(subject)
    return any(
        text[other.span.end : other.span.end + 2] == ", "
        and case.grammar.that.match(text, other.span.end + 2)
        and "," not in text[other.span.end + 2 : end]
        and case.people.fullest(other) != who
        for other in case.people.between(verb.end(), end)
    )


def has_rival_before(case: Case, verb: re.Match[str], floor: int, subject: Mention) -> bool:
    """Tell whether somebody else's name, which no preposition leads, stands before a verb in its clause."""
    text, row = case.frames.masked, case.grammar.row
    if not row.cased or row.verb_second:
        return False
    parts = list(BREAKS.finditer(text, floor, verb.start()))
    start = max(parts[-1].end() if parts else floor, text.rfind(MASK, floor, verb.start()) + 1)
    who = case.people.fullest(subject)
    return any(
        not other.owner and case.people.fullest(other) != who and not case.subjects.is_other(other, start)
        for other in case.people.between(start, verb.start())
    )


def names_another(case: Case, subject: Mention) -> bool:
    """Tell whether a clause about somebody else parts a subject after its verb from the quotation."""
    text, end = case.frames.masked, case.frame.left.end
    comma = text.find(",", subject.span.end, end)
    others = case.people.between(comma, end) if comma >= 0 else ()
    who = case.people.fullest(subject)
    clause = any(case.grammar.that.search(text, other.span.end, end) for other in others)
    return clause and any(case.people.fullest(other) != who for other in others)


def is_infinitive(case: Case, verb: re.Match[str]) -> bool:
    """Tell whether an infinitive governs words beside `as`: `hielt ihm vor, sie als „…“ zu verhöhnen`."""
    text, grammar = case.frames.masked, case.grammar
    start, end = own(case)
    low = case.frame.right.start
    words = text[low : low + INFINITIVE_LETTERS].split()[:2] if grammar.row.infinitive else ()
    led = any(word in grammar.row.infinitive for word in words)
    inside = words and grammar.row.nouns_are_capital and _INSIDE.match(words[0])  # `als „Delle“ abzutun`
    if not led and not inside:
        return False
    parted = "," in text[max(start, verb.end()) : end] or grammar.judging.fullmatch(verb.group()) is not None
    return parted and is_likened(case, max(start, verb.end()), end)


def is_attributed(case: Case, verb: re.Match[str]) -> bool:
    """Tell whether a participle in another case leads to words of its noun: `…, назвавшего её «…»`."""
    text, grammar = case.frames.masked, case.grammar
    if not grammar.row.case_endings:
        return False
    form = last_of(grammar.nonfinite, text, verb.end(), case.frame.left.end)
    if form is None or grammar.participle.fullmatch(form.group()):
        return False
    return text[: form.start()].rstrip(" \u00a0").endswith(",")


def before_auxiliary(case: Case, name: Mention, floor: int) -> Mention | None:
    """Return whose the auxiliary is that stands before its object: `Lang hatte Kolb vorgeworfen`."""
    grammar, text, at = case.grammar, case.frames.masked, name.span.start
    if not grammar.row.verb_second:
        return None
    while (word := before_word(text, at, floor)) and grammar.is_title(word):
        at = text.rindex(word, floor, at)
    if word.lower() not in grammar.auxiliaries:
        return None
    helping = text.rindex(word, floor, at)
    first = case.people.between(floor, helping)[-1:]
    return first[0] if first and first[0].span.end == helping - 1 and not first[0].owner else None
