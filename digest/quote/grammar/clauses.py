"""Patterns of several keys of a row: whose words a verb governs, and a reporter's clause inside the marks."""

from __future__ import annotations

import re

from digest.languages.language import Language
from digest.quote.grammar.choice import choice
from digest.quote.grammar.compiled import MASK, NEVER, UPPER, introducing, pattern_of
from digest.quote.grammar.limits import GAP
from digest.quote.grammar.words import SIGNS


def classes_of(row: Language) -> dict[str, re.Pattern[str]]:
    """Return the patterns that tell whose words a verb governs."""
    return {
        "according": pattern_of(row, row.according, prefixes=row.prefixes),
        "according_after": pattern_of(row, row.according_after),
        "according_pronoun": pattern_of(row, _pronoun_sources(row)),
        "age": _age(row),
        "citing": pattern_of(row, row.verbs.cite),
        "agents": re.compile(rf"[ \u00a0]{pattern_of(row, row.agents).pattern}", re.IGNORECASE),
        "judging": pattern_of(row, row.verbs.judging, row.prefixes, elided=True),
        "answering": pattern_of(row, row.verbs.answer, prefixes=row.prefixes),
        "denying": pattern_of(row, row.verbs.deny, prefixes=row.prefixes),
        "foretelling": pattern_of(row, row.verbs.foretell, prefixes=row.prefixes),
        "form_of_saying": pattern_of(row, (*introducing(row), *row.nonfinite), row.prefixes, elided=True),
        "nonfinite": pattern_of(row, row.nonfinite, row.prefixes, elided=True),
        "governing": pattern_of(row, _governing(row), row.prefixes, elided=True),
        "claim": pattern_of(row, row.claims, row.prefixes, elided=True),
        "question": pattern_of(row, row.questions, prefixes=row.prefixes),
        "referring": pattern_of(row, row.referring, row.prefixes),
        "unsaid": pattern_of(row, row.unsaid),
        "what": pattern_of(row, row.what),
        "resuming": pattern_of(row, row.resuming),
        "relayed": _relayed(row, row.relayed),
        "hearsay": _relayed(row, row.hearsay),
        "untold": _relayed(row, row.untold),
        "forged": _relayed(row, row.forged),
    }


def _pronoun_sources(row: Language) -> tuple[str, ...]:
    return (*row.according_masculine, *row.according_feminine, *row.according_either)


def _relayed(row: Language, phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Match phrases with gaps, which end with their clause, and with words to choose from."""
    if not phrases:
        return re.compile(NEVER)
    space = r"[ \u00a0]" if row.spaced else ""
    gap = rf"{space}[^,;:.!?،؛，。；：\n{MASK}]{{1,{GAP}}}?{space}"
    choices = (
        gap.join(space.join(choice(word.split("|")) for word in part.split()) for part in phrase.split(" … "))
        for phrase in phrases
    )
    start, end = (r"(?<![\w’'-])", r"(?:(?<=['’])|(?![\w-]))") if row.spaced else ("", "")
    return re.compile(rf"{start}(?:{'|'.join(choices)}){end}")


def _age(row: Language) -> re.Pattern[str]:
    phrases = (*row.ages_masculine, *row.ages_feminine, *row.ages_either)
    if not phrases:
        return re.compile(NEVER)
    choices = "|".join(
        re.escape(phrase).replace(r"\#", r"\d{1,3}").replace(r"\ ", "[ \u00a0]") for phrase in phrases
    )
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE)


def governing_words(row: Language) -> frozenset[str]:
    """Return the longest word of each phrase that governs: looked up faster than a pattern is searched."""
    if row.prefixes or not row.spaced:
        return frozenset()
    return frozenset(max(re.findall(rf"[\w{SIGNS}]+", phrase.lower()), key=len) for phrase in _governing(row))


def _governing(row: Language) -> tuple[str, ...]:
    verbs = (*row.verbs.judging, *row.verbs.answer, *row.verbs.deny, *row.verbs.foretell)
    return (*verbs, *row.claims, *row.questions, *row.unsaid, *row.referring)


def insertion_of(row: Language) -> re.Pattern[str]:
    """Match a reporter's clause inside a quotation, shown by dashes or by a subject after its verb."""
    if not row.spaced:
        return re.compile(NEVER)
    verb = pattern_of(row, introducing(row), prefixes=row.prefixes).pattern
    dash = r"[ \u00a0]*[—–-][ \u00a0]"
    dashed = rf"(?<=[,.!?…\w]){dash}(?={verb})[^—–«»“”\n]{{2,160}}?[,.;:]{dash}"
    subject = _inserted_subject(row)
    helped = "|".join(map(re.escape, row.auxiliaries)) or NEVER
    # `“Ho deciso – ha detto il sindaco – di proclamare”`: without another mark it takes a subject.
    told = rf"(?:(?:{helped})[ \u00a0])?{verb}[ \u00a0]{subject}[^—–,.;:!?«»“”\n]{{0,60}}"
    dashed = rf"{dashed}|(?<=[\w,.!?…])[ \u00a0][—–][ \u00a0]{told}[ \u00a0][—–][.,;]?[ \u00a0]"
    hanging = "|".join(re.escape(pronoun) for pronoun in row.pronouns if pronoun[0] == "-")
    if not hanging:
        return re.compile(dashed, re.IGNORECASE)
    clause = (
        rf"(?:{verb}(?:{hanging})|\w+(?:{hanging})[ \u00a0](?={verb})\w+"
        rf"|(?:(?:{helped})[ \u00a0])?{verb}[ \u00a0]{subject})"
    )
    return re.compile(
        rf"{dashed}|(?<=[,!?…])[ \u00a0]{clause}(?:[ \u00a0][^,.«»“”\n]{{1,40}})?[,.][ \u00a0]", re.IGNORECASE
    )


def _inserted_subject(row: Language) -> str:
    """Match a name or a known role with its article, and what stands in apposition to it."""
    capital = rf"(?-i:[{UPPER}])\w*"
    name = rf"{capital}(?:[ \u00a0-]{capital})*"
    roles = choice(title for title in row.titles if title[0] != "*")
    articles = "|".join(map(re.escape, row.determiners)) or NEVER
    role = rf"(?:{articles})[ \u00a0]?(?:\w+[ \u00a0]){{0,2}}{roles}\b[^,.«»“”\n]{{0,60}}"
    titled = rf"(?:[\w.]+[ \u00a0]){{0,3}}{name}"
    described = rf"(?:(?:{articles})[ \u00a0]?)?{roles}\b[^,.«»“”\n]{{0,60}}"
    apposition = rf"(?:,[ \u00a0](?:{described}|{capital}[ \u00a0-]{name}(?=[,.])|{_apposed(row)}))?"
    return rf"(?:{role}|{titled}){apposition}"


def _apposed(row: Language) -> str:
    """Match a noun without an article to the end of its sentence, unless speech may go on with it."""
    kinds = (row.that, row.joins, row.clauses, row.pronouns, row.determiners, row.others, row.between)
    others = (row.possessives, row.openers, row.auxiliaries, introducing(row))
    words = sorted({word for kind in (*kinds, *others) for word in kind if word[0].isalpha()})
    return (
        rf"(?!{choice(words)}\b)(?-i:[a-zà-ÿ])\w{{3,}}(?!['’])[^.«»“”!?…\n]{{1,120}}(?=\.[ \u00a0][{UPPER}])"
    )
