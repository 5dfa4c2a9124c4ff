"""Names of people in scripts without capital letters: known by the titles and verbs beside them."""

from __future__ import annotations

import re
from functools import cache

from digest.model import Span
from digest.quote.grammar import Grammar, grammar_of

_ARABIC_WORD = r"[^\W\d_]+(?:[-’'][^\W\d_]+)*"
_LONGEST = 3
"""Words of a name where white space parts words."""


def uncased_names(text: str, grammar: Grammar, known: tuple[str, ...]) -> tuple[tuple[Span, bool], ...]:
    """Return the spans of names in a text, in order, and whether a title stands before each."""
    seeds = _spaced_seeds(text, grammar) if grammar.row.spaced else _unspaced_seeds(text, grammar)
    names = {span.of(text) for span, _ in seeds} | set(known)
    names |= {name.rsplit(mark, 1)[-1] for name in names for mark in " ·" if mark in name}
    if not names:
        return ()
    choice = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
    bound = r"(?<!\w)(?:{})(?!\w)" if grammar.row.spaced else "(?:{})"
    titled = {span.start for span, has_title in seeds if has_title}
    found = re.compile(bound.format(choice)).finditer(text)
    return tuple((Span(*match.span()), match.start() in titled) for match in found)


def _spaced_seeds(text: str, grammar: Grammar) -> list[tuple[Span, bool]]:
    """Find names after a title, or directly after a verb of saying."""
    seeds = []
    for lead in _lead_pattern(grammar.row.code).finditer(text):
        span = _walk(text, lead.end(), grammar)
        titled = bool(lead.group("titles"))
        if span and (titled or " " in span.of(text)):
            seeds.append((span, titled))
    return seeds


@cache
def _lead_pattern(code: str) -> re.Pattern[str]:
    grammar = grammar_of(code)
    titles = "|".join(map(re.escape, sorted(grammar.titles.whole, key=len, reverse=True)))
    adjective = r"ال\w+ي(?:ة)?"
    titled = rf"(?<!\w)[ولب]?(?:{titles})(?!\w)(?:[ ،](?:{titles}|{adjective})(?!\w))*"
    return re.compile(rf"(?:(?P<titles>{titled})|{grammar.verb.pattern}) ", re.IGNORECASE)


def _walk(text: str, at: int, grammar: Grammar) -> Span | None:
    """Take words from `at` on until one that belongs to no name."""
    end, count, position = at, 0, at
    word = re.compile(_ARABIC_WORD)
    while count < _LONGEST and (match := word.match(text, position)):
        if _stops(match.group(), grammar):
            break
        end, count, position = match.end(), count + 1, match.end() + 1
        if text[match.end() : match.end() + 1] != " ":
            break
    return Span(at, end) if count else None


def _stops(word: str, grammar: Grammar) -> bool:
    if (
        word in grammar.others
        or word in grammar.between
        or word in grammar.not_names
        or word in grammar.titles
    ):
        return True
    if word in grammar.places or word in grammar.pronouns or grammar.that.fullmatch(word):
        return True
    clitic = any(word.startswith(prefix) and len(word) > len(prefix) + 2 for prefix in grammar.row.particles)
    return clitic or bool(grammar.verb.fullmatch(word))


def _unspaced_seeds(text: str, grammar: Grammar) -> list[tuple[Span, bool]]:
    """Find names after a title, or between the start of a clause and a verb of saying."""
    seeds = []
    for match in _unspaced_pattern(grammar.row.code).finditer(text):
        start, end = match.span("name")
        inner = [found.end() for found in _title_pattern(grammar.row.code).finditer(text, start, end)]
        titled = bool(match.group("title") or inner)
        start = inner[-1] if inner else start
        if _is_unspaced_name(text[start:end], grammar, titled=titled):
            seeds.append((Span(start, end), titled))
    return seeds


@cache
def _title_pattern(code: str) -> re.Pattern[str]:
    titles = sorted(grammar_of(code).titles.whole, key=lambda title: (-len(title), title))
    return re.compile("|".join(map(re.escape, titles)))


@cache
def _unspaced_pattern(code: str) -> re.Pattern[str]:
    grammar = grammar_of(code)
    titles = "|".join(map(re.escape, sorted(grammar.titles.whole, key=len, reverse=True)))
    stops = "|".join(map(re.escape, sorted((*grammar.between, *grammar.others), key=len, reverse=True)))
    han = r"[\u3400-\u9fff々]"
    name = rf"(?P<name>{han}{{1,8}}(?:·{han}{{1,8}}?)+|{han}{{2,5}}?)"
    return re.compile(
        rf"(?:(?P<title>{titles})|(?<=[，。！？；：、“”「」『』\s])|^)(?P<gap>){name}(?={grammar.verb.pattern}|{stops}|[，。：、“”「」（(\s]|$)",
        re.MULTILINE,
    )


def _is_unspaced_name(name: str, grammar: Grammar, *, titled: bool) -> bool:
    things = (grammar.not_names, grammar.places, grammar.titles, grammar.pronouns)
    if len(name) < 2 or any(name in words for words in things):
        return False
    if "·" in name or titled:
        return True
    return len(name) <= 3 and name[0] in grammar.row.surnames
