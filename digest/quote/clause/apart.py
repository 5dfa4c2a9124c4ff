"""What shows that a name near a verb is not its subject: words between, an article, an adjective before."""

from __future__ import annotations

import re
from functools import cache

from digest.languages.language import NO_ARTICLE
from digest.model import Span
from digest.quote.clause.limits import (
    APPOSITION_LENGTH,
    PHRASE_WORDS,
    TITLE_WORDS,
    TITLES_LENGTH,
    UNSPACED_TITLES,
    UNTITLED_WORDS,
)
from digest.quote.grammar import MASK, UPPER, Grammar, before_word, grammar_of
from digest.quote.names import Mention, People, is_given

_CLAUSE_END = re.compile(rf"[,;:.!?—–{MASK}\n]")
_PARTY = re.compile(r"\A\([^()]{1,20}\)[ \u00a0](?=\w)")
_WORDS = re.compile(r"[^\s,;:.!?()«»“”„\"]+")
_FLEETING = "aeоеа"


def is_far(mention: Mention, between: str, grammar: Grammar) -> bool:
    """Tell whether more words part a name from its verb than an untitled one has."""
    if mention.titled or not grammar.row.cased or not grammar.row.spaced:
        return False
    words = _WORDS.findall(re.split("[,，،]", between)[-1])
    if any(word in grammar.titles for word in words):
        return False
    kinds = (grammar.determiners, grammar.others, grammar.between, grammar.places)
    return sum(not any(word.lower() in kind for kind in kinds) for word in words) > UNTITLED_WORDS


def is_attribute(mention: Mention, masked: str, grammar: Grammar) -> bool:
    """Tell whether a name belongs to a noun: `recalls their Toyota trainer`, Turkish `Kaya ile görüştü`."""
    row, text = grammar.row, masked
    if grammar.other_after.match(text, mention.span.end):
        return True
    at = mention.span.start
    while (before := before_word(text, at)).lower() in row.half_titles:  # `said the former Lima forward`
        at = text.rindex(before, 0, at)
    if row.articles_before_names or row.nouns_are_capital or before.lower() not in grammar.determiners:
        return False
    word = _noun_after(text, mention.span.end, grammar)
    kinds = (
        grammar.others,
        grammar.between,
        row.joins,
        row.clauses,
        row.that,
        grammar.auxiliaries,
    )
    free = word[:1].islower() and not any(word in kind for kind in kinds)
    return free and not grammar.verb.fullmatch(word) and not grammar.that.fullmatch(word)


def _noun_after(text: str, at: int, grammar: Grammar) -> str:
    """Return the word after a name, or after one that is joined to it: `Lima and Orbona forward`."""
    words = [found.group() for found in _WORDS.finditer(text[at : clause_end(text, at, len(text))])]
    if not text.startswith(" ", at) or not words:
        return ""
    joined = words[0].lower() in grammar.row.joins and words[1:2] and words[1][0].isupper()
    return next((word for word in words[1:] if word[0].islower()), "") if joined else words[0]


def may_be_adjective(word: str, grammar: Grammar) -> bool:
    """Tell whether a word before a title is not known to be anything else."""
    row, folded = grammar.row, word.lower()
    if not word.islower() or any(folded in kind for kind in (grammar.openers, row.clauses, row.joins)):
        return False
    kinds = (grammar.verb, grammar.that, grammar.what, grammar.nonfinite)
    return folded not in grammar.pronouns and not any(kind.fullmatch(word) for kind in kinds)


def is_owner(mention: Mention, floor: int, masked: str, grammar: Grammar) -> bool:
    """Tell whether a single name in the genitive stands after a noun: `заявление Макрона`."""
    row = grammar.row
    if len(mention.words) > 1 or not row.genitive_endings:
        return False
    word = before_word(masked, mention.span.start, floor)
    kinds = (grammar.titles, grammar.places, grammar.between, grammar.determiners)
    noun = word.islower() and not any(word in kind for kind in kinds)
    return noun and mention.words[0].endswith(row.genitive_endings)


def is_attached(at: int, masked: str, grammar: Grammar) -> bool:
    """Tell whether a name at a place is part of a noun before it: `Die Stiftung der Ministerin NAME`.

    Only one part of the clause stands before its verb, so that an article right after a noun opens no other.
    """
    row = grammar.row
    if not row.nouns_are_capital or not row.verb_second:
        return False
    for count in range(TITLE_WORDS):
        word = before_word(masked, at)
        folded = word.lower()
        if not word or folded in row.genitive_determiners:
            return bool(word)
        at = masked.rindex(word, 0, at)
        if folded in row.definite:
            before = before_word(masked, at)
            noun = before[:1].isupper() and not grammar.is_title(before)
            return noun and bool(before_word(masked, masked.rindex(before, 0, at)))  # no `Auch die`
        noun = word[:1].isupper() and count > 0  # only the title stands right before the name
        if noun or folded in grammar.others or grammar.verb.fullmatch(word):
            return False
    return False


def is_second(text: str, grammar: Grammar) -> bool:
    """Tell whether a phrase of its own stands before an article and a name: `o presidente a Farias`."""
    words = [word.lower() for word in _WORDS.findall(text)]
    articles = grammar.determiners
    if grammar.row.verb_last:  # `diyen Mark Rutte’ye Fidan`
        return any(word.endswith(grammar.row.possessives) for word in words)
    parted = len(words) > PHRASE_WORDS and words[-2] not in grammar.others
    return parted and words[0] in articles and words[-1] in articles


def apposed(mention: Mention, people: People, masked: str) -> Mention | None:
    """Return the full name beside that of whose aide somebody is: `tulis asisten Obama, Kori Schulman`."""
    start, end = mention.span.start, mention.span.end
    if len(mention.words) > 1 or mention.titled or not before_word(masked, start).islower():
        return None
    beside = next(iter(people.between(end, min(len(masked), end + APPOSITION_LENGTH))), None)
    follows = beside is not None and len(beside.words) > 1 and masked[end : beside.span.start] == ", "
    return beside if follows else None


def in_brackets(mention: Mention, floor: int, verb: int, masked: str) -> bool:
    """Tell whether brackets around a name part it from its verb: `Travel Unie (Arke, Holland) zei`."""
    start, end = mention.span.start, mention.span.end
    opens = masked.rfind("(", floor, start) > masked.rfind(")", floor, start)
    return opens and ")" in masked[end:verb]


def clause_end(masked: str, start: int, ceiling: int) -> int:
    """Return where a mark ends the clause that goes on at `start`."""
    parted = _CLAUSE_END.search(masked, start, ceiling)
    return parted.start() if parted else ceiling


def has_noun_of_its_own(text: str, grammar: Grammar) -> bool:
    """Tell whether an article follows no preposition: `a Reuters el ministro` has a subject."""
    words = [word.lower() for word in _WORDS.findall(re.split("[,;:.]", text)[0])]
    led = grammar.others | grammar.between
    pairs = zip(("", *words), words, strict=False)
    return any(
        word in grammar.determiners and word not in led and before not in led for before, word in pairs
    )


def may_follow_adjective(mention: Mention, grammar: Grammar) -> bool:
    """Tell whether one unknown word may part a name from its preposition: `на руския президент Путин`."""
    declines = bool(grammar.row.case_endings) and len(mention.words) == 1
    return (mention.titled or declines) and not grammar.row.nouns_are_capital


@cache
def from_place(code: str) -> re.Pattern[str]:
    """Match where somebody is from, parted from the verb by a comma: `of New York,`."""
    belonging = "|".join(map(re.escape, grammar_of(code).row.belonging)) or r"(?!)"
    return re.compile(rf"\A(?:{belonging})(?:[ \u00a0][{UPPER}]\w+){{1,3}},")


def opens_clause(word: str, at: int, masked: str, grammar: Grammar) -> bool:
    """Tell whether a word at a place opens a clause with its subject: `that Trump`, `, and Trump`."""
    if grammar.that.fullmatch(word) or word.lower() in grammar.row.clauses:
        return True
    return word.lower() in grammar.row.joins and masked[:at].endswith((", ", "; "))


def opens_own_clause(between: str, grammar: Grammar) -> bool:
    """Tell whether a verb or a word after a comma makes a clause: `so der Chef, woraufhin Holm auf …`."""
    if "," not in between:
        return False
    if grammar.verb.search(between):
        return True
    found = _WORDS.search(between.rpartition(",")[2])
    word = found.group() if found else ""
    if word.lower() in grammar.row.clauses:
        return True  # `said a villager, as Holm listened`
    kinds = (grammar.titles, grammar.determiners, grammar.between, grammar.places)
    return grammar.row.nouns_are_capital and word[:1].islower() and not any(word in kind for kind in kinds)


def age_before(at: int, masked: str, grammar: Grammar) -> Span | None:
    """Return what stands for somebody by age right before a place: `the 44-year-old`."""
    found = list(grammar.age.finditer(masked, max(0, at - TITLES_LENGTH), at))
    return Span(*found[-1].span()) if found and not masked[found[-1].end() : at].strip() else None


def is_led(at: int, masked: str, grammar: Grammar) -> bool:
    """Tell whether a preposition stands right before a place: Persian `به او`."""
    row = grammar.row
    word = before_word(masked, at).lower()
    opens = word in (*row.joins, *row.clauses) or grammar.that.fullmatch(word)
    return word in grammar.others and not opens


def leads_clause(mention: Mention, verb: int, masked: str, grammar: Grammar) -> bool:
    """Tell whether a verb ends a clause about a name, so that nobody before it is the subject."""
    between = masked[mention.span.end : verb]
    first = _WORDS.match(between, 2) if between.startswith(", ") and "," not in between[1:] else None
    return first is not None and grammar.that.fullmatch(first.group()) is not None


def without_party(between: str) -> str:
    """Return what stands between a name and a verb, without a party in brackets: `Hall (SPD) heute`."""
    return _PARTY.sub("", between)


def ends_apposition(mention: Mention, between: str, floor: int, masked: str, grammar: Grammar) -> bool:
    """Tell whether commas part a name from the office before it: `وزیر نیرو، علی اکبری، در پاسخ … گفت`."""
    if "," in between[1:] or len(between) > TITLES_LENGTH:
        return False
    if grammar.row.verb_last and grammar.row.cased:
        return True  # Turkish `Zehra Aydın, o geceyi anlattı`
    lead = masked[floor : mention.span.start].rstrip(" \u00a0").replace("،", ",")
    if grammar.row.cased or not lead.endswith(","):
        return False
    office = _WORDS.search(_CLAUSE_END.split(lead[:-1])[-1])
    return office is not None and office.group() in grammar.row.titles_after


def follows_comma(mention: Mention, floor: int, masked: str, grammar: Grammar) -> bool:
    """Tell whether a comma stands before a name, titles aside: `ao relator, ministro Farias, o chefe`."""
    at = mention.span.start
    while not grammar.row.nouns_are_capital and grammar.is_title(word := before_word(masked, at, floor)):
        at = masked.rindex(word, floor, at)
    return masked[floor:at].rstrip().endswith(",")


def is_strict_lead(text: str, grammar: Grammar) -> bool:
    """Tell whether text before a name without capitals holds only words that belong to it."""
    if not grammar.row.spaced:
        return len(text) < UNSPACED_TITLES
    kinds = (grammar.titles, grammar.between, grammar.places)
    article, words = grammar.row.article, _WORDS.findall(text)
    offices = article != NO_ARTICLE  # `المتحدث باسم وزارة الخارجية`
    last = words[-1] if words and offices else ""
    if last in grammar.not_names and last not in grammar.places and not last.startswith(article):
        return False  # an institution that bears the name: Hebrew `ועדת לנדוי`
    return all(
        word.startswith(article)
        or any(word in kind for kind in kinds)
        or (offices and word in grammar.not_names)
        for word in words
    )


def is_plain_given(word: str, grammar: Grammar) -> bool:
    """Tell whether a word is a given name and no other one's genitive: `Марина`, not `Ivana`, `Bruna`."""
    fleeting = (word[:-2] + vowel + word[-2:-1] for vowel in _FLEETING)  # `Petar`, of whom is `Petra`
    others = (*(word[:-1] + end for end in ("", "o", "о")), *fleeting)
    return word in grammar.given_names and not any(other in grammar.given_names for other in others)


def is_turned(before: Mention, after: Mention, people: People) -> bool:
    """Tell whether a name before a verb may be its object, and the one behind it is its subject.

    `Министра Ивана Ковалёва обвинила Анна Зимина`: one reads as a genitive, one is in its plain form.
    """
    grammar = people.grammar
    if not people.is_full(before) or not people.is_full(after):
        return False
    endings = grammar.row.genitive_endings
    if is_plain_given(before.words[0], grammar) or not all(word.endswith(endings) for word in before.words):
        return False
    first, *_, last = after.words
    return is_plain_given(first, grammar) or (is_given(first) and not last.endswith(endings))


def opens_apposition(before: str, grammar: Grammar) -> bool:
    """Tell whether a comma, an article and a noun lead to a name: `Su autora, la hidróloga Nuria Casas,`."""
    _, comma, lead = before.rpartition(",")
    words = _WORDS.findall(lead)
    if not comma or not grammar.row.cased or not 1 < len(words) <= PHRASE_WORDS + 1:
        return False
    return words[0].lower() in grammar.determiners and all(word.islower() for word in words)


def supports(between: str, grammar: Grammar) -> bool:
    """Tell whether a noun and `a` lead to a name where that is an article, too: `em apoio a Donald Trump`."""
    words = [word.lower() for word in _WORDS.findall(between)]
    if not grammar.row.articles_before_names or len(words) < PHRASE_WORDS + 1 or words[-1] != "a":
        return False
    return words[-2] not in grammar.others and words[-2] not in grammar.between
