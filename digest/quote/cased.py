"""Names of people in scripts with capital letters: runs of capitalised words, and what is none of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from functools import lru_cache

from digest.model import Span
from digest.quote.choice import choice
from digest.quote.forms import Mention
from digest.quote.grammar import Grammar, grammar_of
from digest.quote.words import before_word

_LONGEST = 5
"""Words of a name at most."""
_HYPHENS = ("-", "‑")
_WORD = re.compile(r"[^\s,;:()]+")


def names_in(text: str, grammar: Grammar) -> Iterator[Mention]:
    """Yield the names of people in a text, in order, by their capital letters."""
    nouns = _nouns(text, grammar)
    doubtful: list[Span] = []
    found: list[Mention] = []
    code = grammar.row.code
    for match in grammar.name.finditer(text):
        run = match.group()
        sort = _sort(run, code)
        if sort is _Sort.DOUBTFUL:
            doubtful.append(Span(*match.span()))
            continue
        if sort is _Sort.NAME:
            words = [Span(*match.span())]
            mention = _mention(text, words, (run,), grammar, titled=False, owner=False)
        else:
            words = [Span(*word.span()) for word in _WORD.finditer(text, match.start(), match.end())]
            mention = _person(text, words, grammar)
        if mention and not (mention.words[0] in nouns and len(mention.words) == 1 and not mention.titled):
            found.append(mention)
        elif len(words) == 1:
            doubtful.append(words[0])
    if lasts := {mention.words[-1] for mention in found if len(mention.words) > 1}:
        found += (Mention(span, (name,)) for span in doubtful if (name := span.of(text)) in lasts)
    if grammar.row.nouns_are_capital:
        known = {word for mention in found for word in mention.words}
        found = [mention for mention in found if not _opens_with_owner(mention, known)]
    yield from sorted(found, key=lambda mention: mention.span.start)


def _opens_with_owner(mention: Mention, known: set[str]) -> bool:
    """Tell whether a run of nouns begins with somebody who owns the rest: `Trumps Angriff`."""
    first = mention.words[0]
    return len(mention.words) > 1 and first.endswith("s") and first[:-1] in known


def _nouns(text: str, grammar: Grammar) -> frozenset[str]:
    """Return the capitalised words that articles show to be no names, where all nouns are capitalised."""
    if not grammar.row.nouns_are_capital:
        return frozenset()
    return frozenset(_after_article(grammar.row.code).findall(text))


@lru_cache
def _after_article(code: str) -> re.Pattern[str]:
    grammar = grammar_of(code)
    words = sorted(
        word for word in (*grammar.determiners, *grammar.others) if word not in {*grammar.row.particles}
    )
    return re.compile(rf"(?<!\w){choice(words)} (?:[a-zäöüß]+e[nrsm]? )?([A-ZÄÖÜ][\w-]+)", re.IGNORECASE)


def _person(text: str, words: list[Span], grammar: Grammar) -> Mention | None:
    """Return the person a run of capitalised words names, or None."""
    titled, words = _without_titles(text, words, grammar)
    owners = [at for at, word in enumerate(words) if _owner_ending(word.of(text), grammar)]
    if owners and owners[-1] < len(words) - 1:
        titled, words = _without_titles(text, words[owners[-1] + 1 :], grammar)
    while grammar.row.verb_last and len(words) > 1 and _is_other_thing(words[-1].of(text), grammar):
        words.pop()
    if not words:
        return None
    ending = _owner_ending(words[-1].of(text), grammar)
    words[-1] = Span(words[-1].start, words[-1].end - len(ending))
    names = tuple(word.of(text) for word in words)
    if len(names) > 2 and (cut := _before_particle(names, grammar)) and not _is_plausible(names, grammar):
        names, words, ending = names[:cut], words[:cut], ""
    if not _is_plausible(names, grammar):
        return None
    return _mention(text, words, names, grammar, titled=titled, owner=bool(ending))


def _mention(
    text: str, words: list[Span], names: tuple[str, ...], grammar: Grammar, *, titled: bool, owner: bool
) -> Mention | None:
    """Return what names somebody, unless an article before it shows that it is a noun."""
    before = before_word(text, words[0].start)
    titled = titled or before in grammar.titles
    if grammar.row.nouns_are_capital and not titled and before.casefold() in grammar.determiners:
        return None
    return Mention(Span(words[0].start, words[-1].end), names, titled=titled, owner=owner)


class _Sort(Enum):
    """What a run of capitalised words can be, whatever stands around it."""

    NAME = auto()
    """One word that can be a name and has no ending."""
    DOUBTFUL = auto()
    """One word that is a title, a thing, a place or the like: a name only if a longer one ends with it."""
    WORDS = auto()
    """Anything else: its words must be looked at."""


@lru_cache(maxsize=100_000)
def _sort(run: str, code: str) -> _Sort:
    grammar = grammar_of(code)
    one = " " not in run and "\u00a0" not in run
    if one and kinds(run, code):
        return _Sort.DOUBTFUL
    if one and not any(mark in run for mark in ",;:()") and not _owner_ending(run, grammar):
        return _Sort.NAME if _is_plausible((run,), grammar) else _Sort.WORDS
    return _Sort.WORDS


def _before_particle(names: tuple[str, ...], grammar: Grammar) -> int:
    """Return how many words stand before a particle after a full name: `Joe Stork von Human Rights Watch`."""
    return next((at for at, name in enumerate(names) if at > 1 and name in grammar.row.particles), 0)


def _is_other_thing(word: str, grammar: Grammar) -> bool:
    """Tell whether a word at the end of a run is that of a place in another case: `Putin Moskova’da`."""
    ending = _owner_ending(word, grammar)
    stem = word.removesuffix(ending)
    return bool(ending) and bool(kinds(stem, grammar.row.code) & {"thing", "place"})


def _owner_ending(word: str, grammar: Grammar) -> str:
    endings = (end for end in grammar.row.possessives if word.endswith(end) and len(word) > len(end) + 1)
    return next(endings, "")


def _without_titles(text: str, words: list[Span], grammar: Grammar) -> tuple[bool, list[Span]]:
    titled = False
    for at in range(len(words) - 1, -1, -1):
        if "title" in kinds(words[at].of(text), grammar.row.code):
            words, titled = words[at + 1 :], True
            break
    while words and "opener" in kinds(words[0].of(text), grammar.row.code):
        words = words[1:]
    for count in range(min(3, len(words) - 2), 0, -1):
        if grammar.is_place(" ".join(word.of(text) for word in words[:count])):
            words = words[count:]
            break
    firsts = (at for at in range(1, len(words) - 1) if words[at].of(text) in grammar.given_names)
    given = next(firsts, 0)
    if any(kinds(word.of(text), grammar.row.code) & {"thing", "place"} for word in words[:given]):
        words = words[given:]
    while len(words) > 1 and _is_acronym(words[0].of(text)) and not _is_acronym(words[1].of(text)):
        words = words[1:]
    return titled, words


def _is_acronym(word: str) -> bool:
    """Tell whether a word is an acronym; two letters may be somebody's initials."""
    return word.isupper() and len(word) > 2


@lru_cache(maxsize=100_000)
def kinds(word: str, code: str) -> frozenset[str]:
    """Return what a word of the language `code` can be: `title`, `opener`, `thing`, `place`."""
    grammar = grammar_of(code)
    folded = word.casefold()
    particle = folded in grammar.row.particles and word.islower()
    opens = particle or any(
        folded in words for words in (grammar.openers, grammar.determiners, grammar.others)
    )
    tests = {
        "title": word in grammar.titles,
        "opener": opens,
        "thing": grammar.not_names.has_whole(word),
        "thing by its ending": word in grammar.not_names,
        "place": grammar.is_place(word),
    }
    return frozenset(kind for kind, holds in tests.items() if holds)


def _is_plausible(names: tuple[str, ...], grammar: Grammar) -> bool:
    """Tell whether words can be a person's name; an ending shows a thing, except in a last name."""
    if len(names) > _LONGEST or any("thing" in kinds(name, grammar.row.code) for name in names):
        return False
    if len(names) > 1 and names[0] in grammar.given_names:
        return True
    firsts = names[:-1] or names
    if any("thing by its ending" in kinds(name, grammar.row.code) for name in firsts):
        return False
    if len(names) == 1:
        known_place = "place" in kinds(names[0], grammar.row.code)
        if names[0][1:2] in _HYPHENS:
            return False
        return len(names[0]) > 1 and not known_place and not names[0].isupper() and names[0][-1] != "."
    return not grammar.is_place(" ".join(names)) and not all(name.isupper() for name in names)
