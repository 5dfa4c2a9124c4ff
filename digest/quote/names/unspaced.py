"""Names where no white space parts words: beside titles, dots, family names and verbs of saying."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from digest.model import Span
from digest.quote.grammar import Grammar, grammar_of
from digest.quote.names.families import family_names
from digest.quote.names.limits import LONG_NAME, SHORT_NAME

_HAN = re.compile(r"[\u3400-\u9fff]")


def longest_first(words: Iterable[str]) -> list[str]:
    """Return words, those before which no other may be taken for their beginning."""
    return sorted(words, key=lambda word: (-len(word), word))


def unspaced_seeds(text: str, grammar: Grammar) -> list[tuple[Span, bool]]:
    """Return names beside a title, and those between the start of a clause and a verb of saying."""
    if grammar.row.subject_marks:
        return _honoured_seeds(text, grammar)
    if not grammar.row.name_letters:
        return []  # Thai and others without a row: nothing tells a name from other letters
    seeds = []
    for match in _unspaced_pattern(grammar.row.code).finditer(text):
        start, end = match.span("name")
        inner = [found.end() for found in _title_pattern(grammar.row.code).finditer(text, start, end)]
        titled = bool(match.group("title") or match.group("honorific") or inner)
        titled |= bool(match.group("role")) and match.group("role").endswith(tuple(grammar.titles.whole))
        whole = end - start == SHORT_NAME or match.group("name").startswith(grammar.row.family_names or "\0")
        if match.group("role") and not titled and not whole:
            continue  # `学生高声说`
        start = max((start, *inner, *_words_before(text, start, end, grammar)))
        start += _goes_on(text[start:end], grammar)
        given, _, family = text[start:end].partition(grammar.row.name_dot)
        # A longer given name without a title or a second occurrence may begin with a noun.
        doubtful = bool(family) and not titled and len(given) > SHORT_NAME and text.count(text[start:end]) < 2
        if not doubtful and _is_unspaced_name(text[start:end], grammar, titled=titled):
            seeds.append((Span(start, end), titled))
    return seeds


def _goes_on(name: str, grammar: Grammar) -> int:
    """Return how many letters before a name belong to its title: `长彭志远` of `护士长彭志远`."""
    row = grammar.row
    longer = len(name) > SHORT_NAME and row.name_dot not in name
    return int(longer and name[0] in row.people_endings and name[1] in row.surnames)


def _honoured_seeds(text: str, grammar: Grammar) -> list[tuple[Span, bool]]:
    """Find names right before a title, where every name has one: `トランプ大統領`."""
    found = [
        Span(*match.span("name"))
        for match in _honoured_pattern(grammar.row.code).finditer(text)
        if match.group("name") not in grammar.fields
        or not match.group("title").startswith(grammar.row.place_titles)
    ]
    honoured = [(span, True) for span in found if _is_honoured_name(span.of(text), grammar)]
    return [*honoured, *((span, False) for span in family_names(text, grammar))]


def _is_honoured_name(name: str, grammar: Grammar) -> bool:
    """Tell whether a run of letters before a title is a name; two Chinese characters must begin like one."""
    things = (grammar.not_names, grammar.places, grammar.titles, grammar.pronouns)
    if any(name in words for words in things) or any(char in grammar.row.stop_characters for char in name):
        return False
    short = len(name) < SHORT_NAME and grammar.row.name_dot not in name
    return not short or name[0] in grammar.row.surnames or not _HAN.match(name)


@cache
def _honoured_pattern(code: str) -> re.Pattern[str]:
    row = grammar_of(code).row
    dot = re.escape(row.name_dot)
    runs = "|".join(
        rf"(?<![{letters}{dot}])[{letters}]{{1,10}}(?:[{dot}＝=][{letters}]{{1,10}})*?"
        if at == 0
        else rf"(?<![{letters}])[{letters}]{{2,5}}?"
        for at, letters in enumerate(row.name_letters)
    )
    titles = "|".join(map(re.escape, longest_first(row.titles_after)))
    return re.compile(rf"(?P<name>{runs})(?P<title>{titles})")


def _words_before(text: str, start: int, end: int, grammar: Grammar) -> list[int]:
    """Return the ends of other words before the dot of a name: `起名叫` in `起名叫罗伯特·戴利`."""
    dot = text.find(grammar.row.name_dot, start, end)
    if dot < 0:
        return []
    verbs = [found.end() for found in grammar.verb.finditer(text, start, dot)]
    return verbs + [at + 1 for at in range(start, dot) if text[at] in grammar.row.stop_characters]


@cache
def _title_pattern(code: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, longest_first(grammar_of(code).titles.whole))))


@cache
def _unspaced_pattern(code: str) -> re.Pattern[str]:
    grammar = grammar_of(code)
    words = longest_first((*grammar.between, *grammar.others))
    stops = "|".join(map(re.escape, words))
    honorifics = "|".join(map(re.escape, grammar.row.titles_after)) or "(?!)"
    heads = re.escape(grammar.row.stop_characters)
    han, dot = f"[{''.join(grammar.row.name_letters)}]", re.escape(grammar.row.name_dot)
    name = rf"(?P<name>{han}{{1,8}}(?:{dot}{han}{{1,8}}?)+|{han}{{2,8}}?)(?P<honorific>{honorifics})?"
    # `馆长林晓云`: somebody whom no title names, and a name as long as most
    people = "|".join(map(re.escape, grammar.row.people_endings)) or "(?!)"
    families = "|".join(map(re.escape, grammar.row.family_names)) or "(?!)"
    surnames = "|".join(map(re.escape, grammar.row.surnames)) or "(?!)"
    role = rf"(?P<role>(?<!{han}){han}{{1,6}}?(?:{people})(?={surnames}|{families}))"
    before = (
        rf"(?:(?P<title>{_title_pattern(code).pattern})|{role}|(?<=[，。！？；：、“”「」『』\s{heads}])|^)"
    )
    after = rf"(?={grammar.verb.pattern}|{stops}|[，。：、“”「」（(\s]|$)"
    return re.compile(before + name + after, re.MULTILINE)


def _is_unspaced_name(name: str, grammar: Grammar, *, titled: bool) -> bool:
    things = (grammar.not_names, grammar.places, grammar.titles, grammar.pronouns, grammar.between)
    if len(name) < 2 or any(name in words for words in things):
        return False
    if any(char in grammar.row.stop_characters for char in name):
        return False
    if grammar.row.name_dot in name or (titled and len(name) <= LONG_NAME):
        return True
    if name.startswith(grammar.row.family_names or "\0"):  # `欧阳静`
        return SHORT_NAME <= len(name) <= SHORT_NAME + 1
    return len(name) <= SHORT_NAME and name[0] in grammar.row.surnames
