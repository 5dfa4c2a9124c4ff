"""What stands before a name and is no part of it: the field of an office, the noun of an origin or a party.

`il ministro degli Esteri Paolo Marchi`, `L’Argentino Paolo Marchi`: capital letters alone run them together.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from digest.quote.grammar import Grammar, before_word, grammar_of
from digest.quote.names.known import is_bent, is_given, is_outlet
from digest.quote.names.limits import FULL_NAME_WORDS, OFFICE_ADJECTIVES, OFFICE_WORDS, PRESS_WORDS
from digest.quote.names.neighbours import without_workplace
from digest.quote.names.word import word_of

_ELIDED = ("'", "’")
_LATIN = frozenset(map(chr, range(0x250)))


def without_offices(text: str, runs: Sequence[tuple[int, str]], grammar: Grammar) -> list[tuple[int, str]]:
    """Return runs of capitalised words without what an office before them is of, nor nouns of origin."""
    # What is cut off leaves a full name, so that a run of two words loses nothing.
    long = FULL_NAME_WORDS
    return [
        _cut(text, start, run, grammar) if run.count(" ") >= long else (start, run) for start, run in runs
    ]


def _cut(text: str, start: int, run: str, grammar: Grammar) -> tuple[int, str]:
    titles, fields = _leading(run, grammar.row.code)
    count = _fields(text, start, titles, fields, grammar) if fields else 0
    first_word = run[: run.index(" ")]
    if fields == 1 and not count and first_word.endswith(grammar.row.people_endings):
        count = 1  # `Gewerkschafterin Anna Lund`
    count = (
        _headline(run)
        or _other_script(run)
        or max(count, _people(run, grammar))
        or _origin(text, start, run, grammar)
    )
    opens = text[max(0, start - 4) : start].rstrip(' \u00a0«“„"')[-1:] in ("", "\n", *".!?…")
    count = max(count, _before_given(run, grammar.row.code, opens=opens), _country(text, start, run, grammar))
    if not count and not grammar.row.nouns_are_capital and _may_belong(text, start, grammar):
        count = _before_given(run, grammar.row.code, opens=True)
    if not count:
        return start, run
    first = " ".join(run.split(" ")[:count]) + " "
    return start + len(first), run[len(first) :]


def _may_belong(text: str, start: int, grammar: Grammar) -> bool:
    return (
        _belongs(text, start, grammar)
        or _joins_office(text, start, grammar)
        or _is_outlets(text, start, grammar)
    )


def _people(run: str, grammar: Grammar) -> int:
    """Return how many words end with a noun for people before a full name: `Obamas Beraterin Kori Lund`."""
    words = run.split(" ")[:-FULL_NAME_WORDS]
    ends = grammar.row.people_endings
    owned = bool(words) and words[0].endswith("s") and bool(ends)
    return max(
        (at for at, word in enumerate(words, 1) if owned and at > 1 and word.endswith(ends)), default=0
    )


@lru_cache(maxsize=10_000)
def _before_given(run: str, code: str, *, opens: bool) -> int:
    """Return how many words stand before a given name that a run did not begin with.

    One word alone may be a given name that nobody has listed, unless it is an outlet's or in capitals, opens
    the sentence, or stands in the genitive.
    """
    words, row = run.split(), grammar_of(code).row
    if row.family_first:
        return 0
    if is_given(words[0]):
        return _second(words)
    if len(without_workplace([word_of(word, code) for word in words], grammar_of(code))) < len(words):
        return 0  # `Sietske Mol van Lijst Piet Pot`
    bent = opens and bool(row.case_endings)  # `Orędzie Angeli Merk`
    given = (
        at
        for at in range(1, len(words) - 1)
        if (is_given(words[at]) or (bent and is_bent(words[at], grammar_of(code))))
        and words[at + 1][0].isupper()
    )
    at = next(given, 0)
    capitals = sum(map(str.isupper, words[0])) > 1 or len(words[0]) == 1 or "-" in words[0]
    ends = (*row.genitive_endings, *row.role_endings)  # `adwokat Brytyjczyków Jan Holm`
    owner = bool(ends) and words[0].endswith(ends)
    apart = opens or owner or capitals or row.nouns_are_capital
    if at == 1 and not (apart or is_outlet(words[0])):
        return 0
    return at


def _second(words: list[str]) -> int:
    """Return where the second of two full names in a run begins, or 0: `majitel Petra Orbi Michal Mika`."""
    two = len(words) == 2 * FULL_NAME_WORDS and is_given(words[FULL_NAME_WORDS])
    return (
        FULL_NAME_WORDS if two and not is_given(words[1]) and all(word[0].isupper() for word in words) else 0
    )


def _country(text: str, start: int, run: str, grammar: Grammar) -> int:
    """Return how many words name a country between a title and a given name: `Tổng thống Mỹ Rosa Holt`."""
    words = run.split(" ")
    for count in range(len(words) - FULL_NAME_WORDS, 0, -1):
        place = " ".join(words[:count])
        if (grammar.is_place(place) or place.lower() in grammar.fields) and is_given(words[count]):
            return count if grammar.is_title(before_word(text, start).lower()) else 0
    return 0


def _headline(run: str) -> int:
    """Return how many words end with one in capitals that a name follows: `Economía HUELGA Rosa Quintana`."""
    words = run.split(" ")
    if words[-1].isupper() or words[-2].isupper():
        return 0
    capitals = [at for at, word in enumerate(words[:-FULL_NAME_WORDS], 1) if _is_capitals(word)]
    return capitals[-1] if capitals else 0


def _other_script(run: str) -> int:
    """Return how many words in Latin letters stand before a name in others: `The Hill Воррен`."""
    if run[-1].isascii() or not run[0].isascii():
        return 0
    words = run.split(" ")
    return next((at for at, word in enumerate(words) if not word[0].isascii() and word[0] not in _LATIN), 0)


def _is_capitals(word: str) -> bool:
    return word.isupper() and word.isalpha() and len(word) > 3  # shorter ones are initials: `JFK`


def _fields(text: str, start: int, first: int, count: int, grammar: Grammar) -> int:
    """Return how many words at the start of a run say what an office is of, if one stands before."""
    row = grammar.row
    if row.nouns_are_capital and before_word(text, start).lower() in grammar.determiners:
        return count  # names of people take no article
    genitive = (
        bool(grammar.row.genitive_endings or grammar.row.masculine_articles)
        and before_word(text, start) in grammar.titles
    )
    return (
        count if first or genitive or _follows_office(text, start, grammar) else 0
    )  # `υπουργός Οικονομικών`


@lru_cache(maxsize=10_000)
def _leading(run: str, code: str) -> tuple[int, int]:
    """Return where titles at the start of a run end, and the fields after them; 0 if no name follows."""
    grammar = grammar_of(code)
    words = run.split(" ")
    first = _titles_end(words, grammar) if any(map(str.islower, words)) else 0
    count = first
    while count < len(words) and _may_be_field(words[count], code):
        count += 1
    if grammar.row.nouns_are_capital:
        count = max(count, _to_given_name(words, grammar))
    named = count > first and len(words) - count >= FULL_NAME_WORDS and not words[count].islower()
    return first, count if named else 0


def _titles_end(words: list[str], grammar: Grammar) -> int:
    """Return where what a title at the start of a run is of begins, or 0: `Presidente del Consiglio`."""
    titles = [at for at, word in enumerate(words, 1) if word.lower() in grammar.titles]
    at = titles[-1] if titles else 0
    of = at < len(words) and words[at].islower() and words[at] in grammar.row.belonging
    return at if of else 0


def _to_given_name(words: list[str], grammar: Grammar) -> int:
    """Return how many nouns stand before a given name, where all nouns are capitalised."""
    given = (at for at, word in enumerate(words[: 1 - FULL_NAME_WORDS]) if word in grammar.given_names)
    return next(given, 0)


@lru_cache(maxsize=10_000)
def _may_be_field(word: str, code: str) -> bool:
    grammar = grammar_of(code)
    folded = word.lower()
    return (
        folded in grammar.fields
        or grammar.not_names.has_whole(folded)
        or grammar.is_place(folded)
        or (word.islower() and folded in grammar.others)
    )


def _follows_office(text: str, at: int, grammar: Grammar) -> bool:
    """Tell whether a title and `of` stand before a place, with other fields between."""
    belongs = False
    for _ in range(OFFICE_WORDS):
        word = before_word(text, at)
        folded = word.lower()
        if not word or (folded in grammar.titles and not _may_be_field(word, grammar.row.code)):
            return bool(word) and belongs
        belongs = belongs or folded in grammar.row.belonging or folded in grammar.row.belonging_prefixes
        if not belongs and folded not in grammar.determiners:
            return False
        at = text.rindex(word, 0, at)
    return False


def _belongs(text: str, at: int, grammar: Grammar) -> bool:
    """Tell whether a run begins with where an office is held: `directeur adjoint du Village Anne Lary`."""
    word, titles = before_word(text, at).lower(), 0
    if word not in grammar.row.belonging and word not in grammar.row.belonging_prefixes:
        # `министър за Брекзит Дейвид Петров`
        led = bool(word) and word in grammar.others and word not in grammar.row.joins
        return led and _holds_title(text, at, grammar)
    for _ in range(OFFICE_WORDS):
        if not (word := before_word(text, at)) or word != word.lower():
            break
        titles += word in grammar.titles
        at = text.rindex(word, 0, at)
    return titles > 0


def _holds_title(text: str, at: int, grammar: Grammar) -> bool:
    """Tell whether a title stands before a preposition: `ministre délégué aux Transports`."""
    for _ in range(OFFICE_ADJECTIVES + 2):
        word = before_word(text, at)
        if word in grammar.titles or not word.islower():
            return word in grammar.titles
        at = text.rindex(word, 0, at)
    return False


def _is_outlets(text: str, at: int, grammar: Grammar) -> bool:
    """Tell whether a noun of things with names stands before a run: `dijo al diario local Vega Ana Rueda`."""
    for _ in range(PRESS_WORDS):
        word = before_word(text, at)
        if not word or not word.islower():
            return False
        if word in grammar.things:
            return True
        at = text.rindex(word, 0, at)
    return False


def _joins_office(text: str, at: int, grammar: Grammar) -> bool:
    """Tell whether a conjunction adds to what an office is of: `ministro de Agricultura y Pesca NAME`."""
    word = before_word(text, at)
    if word.lower() not in grammar.row.joins:
        return False
    at = text.rindex(word, 0, at)
    field = before_word(text, at)
    if not field or text[at - 1 : at] != " ":
        return False
    of = before_word(text, text.rindex(field, 0, at))
    return of.lower() in grammar.row.belonging and _follows_office(text, text.rindex(field, 0, at), grammar)


def _origin(text: str, start: int, run: str, grammar: Grammar) -> int:
    """Return 1 if an article opens a run that a full name ends: `La Bretonne Claire Mons`."""
    words, row = run.split(" "), grammar.row
    opens = words[0].lower() in row.definite
    if len(words) <= FULL_NAME_WORDS + opens or words[opens + 1].islower():
        return 0
    if opens:
        return 0 if row.articles_before_names or _is_known(words[1], grammar) else 2
    if words[0][1:2] in _ELIDED and words[0][:2].lower() in grammar.determiners:
        return 1
    before = before_word(text, start).lower()
    definite = before in row.definite and not row.articles_before_names
    return int(definite and not _is_known(words[0], grammar))


def _is_known(word: str, grammar: Grammar) -> bool:
    """Tell whether a word is a title, or given names are known, which tell more than an article."""
    return bool(grammar.given_names) or word.lower() in grammar.titles


def opener(text: str, start: int, names: Sequence[str], grammar: Grammar) -> int:
    """Return the length of what only opens the sentence before a given name: `Колись Микола Лукаш`."""
    given = grammar.given_names
    if len(names) <= FULL_NAME_WORDS or not given:
        return 0
    first, second, *_ = names
    opens = text[:start].rstrip(' \u00a0«“„"')[-1:] in ("", "\n", *".!?…")
    compound = grammar.row.nouns_are_capital and "-" in first and first.partition("-")[0] not in given
    return len(first) + 1 if compound or (opens and second in given and first not in given) else 0
