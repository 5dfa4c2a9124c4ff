"""Names of people in scripts without capital letters: known by the titles and verbs beside them.

Without capitals nothing tells a name from other words but its neighbours, so only what a title, a dot
between given and family name, or a second occurrence vouches for counts as a name.
"""

from __future__ import annotations

import re
from functools import cache

from digest.model import Span
from digest.quote.grammar import Grammar, grammar_of

_POINTS = "\u064b-\u0652\u0670"
_WORD = re.compile(rf"[^\W\d_]+(?:[-’'{_POINTS}]+[^\W\d_]*)*")
_ADVERB = re.compile("[\u064b-\u064d]")
"""Endings that only common words are printed with."""
_WORDS_OF_A_NAME = 2
"""Given and family name; words that only join others in a name do not count."""
_SHORT = 3
"""Characters of a name of a Chinese pattern: family name, then one or two more."""
_LONG = 6
"""Characters of a name without a dot at most."""


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
    """Find names after a title, and those after a verb of saying that occur again."""
    seeds = []
    for lead in _lead_pattern(grammar.row.code).finditer(text):
        span = _walk(text, lead.end(), grammar)
        name = span.of(text) if span else ""
        if span and lead.group("titles"):
            seeds.append((span, True))
        elif span and " " in name and text.count(name) > 1:
            seeds.append((span, False))
    return seeds


@cache
def _lead_pattern(code: str) -> re.Pattern[str]:
    """Match a title with what belongs to it, or a verb of saying: a name may follow.

    A title with an article stands before a name as it is; one without needs a noun of its own.
    """
    grammar = grammar_of(code)
    article = grammar.row.article
    titles = sorted(grammar.titles.whole, key=lambda title: (-len(title), title))
    definite = "|".join(re.escape(title) for title in titles if title.startswith(article))
    bare = "|".join(re.escape(title) for title in titles if not title.startswith(article))
    noun = rf"[ ]{article}\w+"
    titled = rf"(?<!\w)[ولب]?(?:(?:{definite})(?:{noun})*|(?:{bare})(?:[ ](?:{bare}))*(?:{noun})+)(?!\w)"
    return re.compile(rf"(?:(?P<titles>{titled})|{grammar.verb.pattern})[ ]", re.IGNORECASE)


def _walk(text: str, at: int, grammar: Grammar) -> Span | None:
    """Take the words of a name from `at` on, until one that belongs to none."""
    end, count, position = at, 0, at
    while count < _WORDS_OF_A_NAME and (match := _WORD.match(text, position)):
        if _stops(match.group(), grammar) and not (end > at and text[at:end] in grammar.row.joiners):
            break
        if count and match.group().startswith(grammar.row.clitics) and text.count(text[at : match.end()]) < 2:
            break
        count += match.group() not in grammar.row.joiners
        end, position = match.end(), match.end() + 1
        if text[match.end() : match.end() + 1] != " ":
            break
    return Span(at, end) if count else None


def _stops(word: str, grammar: Grammar) -> bool:
    others = (grammar.others, grammar.between, grammar.not_names, grammar.titles, grammar.places)
    if any(word in words for words in others) or word in grammar.pronouns or grammar.that.fullmatch(word):
        return True
    row = grammar.row
    if _ADVERB.search(word) or (len(word) > 4 and word.endswith(row.possessives)):
        return True
    if word.startswith(row.clitics) and word[1:] in grammar.not_names:
        return True
    clitic = any(word.startswith(prefix) and len(word) > len(prefix) + 2 for prefix in row.particles)
    return clitic or word.startswith(row.article) or bool(grammar.verb.fullmatch(word))


def _unspaced_seeds(text: str, grammar: Grammar) -> list[tuple[Span, bool]]:
    """Find names beside a title, and those between the start of a clause and a verb of saying."""
    seeds = []
    for match in _unspaced_pattern(grammar.row.code).finditer(text):
        start, end = match.span("name")
        inner = [found.end() for found in _title_pattern(grammar.row.code).finditer(text, start, end)]
        titled = bool(match.group("title") or match.group("honorific") or inner)
        start = max((start, *inner, *_words_before(text, start, end, grammar)))
        given, _, family = text[start:end].partition("·")
        # A longer given name without a title or a second occurrence may begin with a noun.
        doubtful = bool(family) and not titled and len(given) > _SHORT and text.count(text[start:end]) < 2
        if not doubtful and _is_unspaced_name(text[start:end], grammar, titled=titled):
            seeds.append((Span(start, end), titled))
    return seeds


def _words_before(text: str, start: int, end: int, grammar: Grammar) -> list[int]:
    """Return the ends of other words before the dot of a name: `起名叫` in `起名叫罗伯特·戴利`."""
    dot = text.find("·", start, end)
    if dot < 0:
        return []
    verbs = [found.end() for found in grammar.verb.finditer(text, start, dot)]
    return verbs + [at + 1 for at in range(start, dot) if text[at] in grammar.row.stop_characters]


@cache
def _title_pattern(code: str) -> re.Pattern[str]:
    titles = sorted(grammar_of(code).titles.whole, key=lambda title: (-len(title), title))
    return re.compile("|".join(map(re.escape, titles)))


@cache
def _unspaced_pattern(code: str) -> re.Pattern[str]:
    grammar = grammar_of(code)
    words = sorted((*grammar.between, *grammar.others), key=lambda word: (-len(word), word))
    stops = "|".join(map(re.escape, words))
    honorifics = "|".join(map(re.escape, grammar.row.titles_after)) or "(?!)"
    heads = re.escape(grammar.row.stop_characters)
    han = r"[\u3400-\u9fff々]"
    name = rf"(?P<name>{han}{{1,8}}(?:·{han}{{1,8}}?)+|{han}{{2,8}}?)(?P<honorific>{honorifics})?"
    before = rf"(?:(?P<title>{_title_pattern(code).pattern})|(?<=[，。！？；：、“”「」『』\s{heads}])|^)"
    after = rf"(?={grammar.verb.pattern}|{stops}|[，。：、“”「」（(\s]|$)"
    return re.compile(before + name + after, re.MULTILINE)


def _is_unspaced_name(name: str, grammar: Grammar, *, titled: bool) -> bool:
    things = (grammar.not_names, grammar.places, grammar.titles, grammar.pronouns, grammar.between)
    if len(name) < 2 or any(name in words for words in things):
        return False
    if any(char in grammar.row.stop_characters for char in name):
        return False
    if "·" in name or (titled and len(name) <= _LONG):
        return True
    return len(name) <= _SHORT and name[0] in grammar.row.surnames
