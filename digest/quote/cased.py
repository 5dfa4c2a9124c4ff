"""Names of people in scripts with capital letters: runs of capitalised words, and what is none of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from digest.model import Span
from digest.quote.forms import Mention
from digest.quote.grammar import Grammar, grammar_of
from digest.quote.words import before_word

_ADJECTIVE = re.compile("[a-zäöüß]+e[nrsm]?")
_LETTERS = re.compile(r"[\w-]+")
_LONGEST = 5
"""Words of a name at most."""
_HYPHENS = ("-", "‑")
_WORD = re.compile(r"[^\s,;:()]+")


def names_in(text: str, grammar: Grammar) -> Iterator[Mention]:
    """Yield the names of people in a text, in order, by their capital letters."""
    runs = [(match.start(), match.group()) for match in grammar.name.finditer(text)]
    nouns = _nouns(text, runs, grammar)
    doubtful: list[Span] = []
    found: list[Mention] = []
    code = grammar.row.code
    for start, run in _telling(text, runs, grammar):
        read = _read(run, code)
        if read.names:
            span = Span(start + read.span.start, start + read.span.end)
            mention = _mention(text, span, read, grammar)
            if mention and not (len(read.names) == 1 and read.names[0] in nouns and not mention.titled):
                found.append(mention)
                continue
        if read.is_word:
            doubtful.append(Span(start, start + read.span.end))
    if lasts := {mention.words[-1] for mention in found if len(mention.words) > 1}:
        found += (Mention(span, (name,)) for span in doubtful if (name := span.of(text)) in lasts)
    if grammar.row.nouns_are_capital:
        known = {word for mention in found for word in mention.words}
        found = [mention for mention in found if not _opens_with_owner(mention, known)]
    yield from sorted(found, key=lambda mention: mention.span.start)


def _telling(text: str, runs: list[tuple[int, str]], grammar: Grammar) -> Iterator[tuple[int, str]]:
    """Yield the runs of capitalised words that may name somebody.

    Where all nouns are capitalised, a word that stands once, in no longer run, after no title, names nobody.
    """
    if not grammar.row.nouns_are_capital:
        yield from runs
        return
    often = Counter(word for _, run in runs for word in run.split())
    for start, run in runs:
        if often[run] != 1 or before_word(text, start) in grammar.titles:
            yield start, run


def _opens_with_owner(mention: Mention, known: set[str]) -> bool:
    """Tell whether a run of nouns begins with somebody who owns the rest: `Trumps Angriff`."""
    first = mention.words[0]
    return len(mention.words) > 1 and first.endswith("s") and first[:-1] in known


def _nouns(text: str, runs: list[tuple[int, str]], grammar: Grammar) -> frozenset[str]:
    """Return the capitalised words that articles show to be no names, where all nouns are capitalised."""
    if not grammar.row.nouns_are_capital:
        return frozenset()
    articles = _articles(grammar.row.code)
    found: set[str] = set()
    for start, run in runs:
        before = before_word(text, start)
        if before.casefold() not in articles and _ADJECTIVE.fullmatch(before):
            before = before_word(text, start - len(before) - 1)
        if before.casefold() in articles and (word := _LETTERS.match(run)):
            found.add(word.group())
    return frozenset(found)


@lru_cache
def _articles(code: str) -> frozenset[str]:
    row = grammar_of(code).row
    return frozenset(word for word in (*row.determiners, *row.others) if word not in row.particles)


@dataclass(frozen=True, slots=True)
class _Read:
    """What a run of capitalised words says by itself, whatever stands around it."""

    span: Span
    """Of the name inside the run; all of it where there is none."""
    names: tuple[str, ...] = ()
    """The words of the name."""
    titled: bool = False
    owner: bool = False
    is_word: bool = False
    """One word: where it names nobody, a longer name may still end with it."""


@lru_cache(maxsize=100_000)
def _read(run: str, code: str) -> _Read:
    grammar = grammar_of(code)
    if " " in run or "\u00a0" in run:
        words = [Span(*word.span()) for word in _WORD.finditer(run)]
        return _person(run, words, grammar) or _Read(Span(0, len(run)))
    if kinds(run, code):
        return _Read(Span(0, len(run)), is_word=True)
    ending = _owner_ending(run, grammar)
    name = run[: len(run) - len(ending)]
    names = (name,) if _is_plausible((name,), grammar) else ()
    return _Read(Span(0, len(name)), names, owner=bool(ending), is_word=True)


def _person(run: str, words: list[Span], grammar: Grammar) -> _Read | None:
    """Return the person that several capitalised words name, or None."""
    titled, words = _without_titles(run, words, grammar)
    owners = [at for at, word in enumerate(words) if _owner_ending(word.of(run), grammar)]
    if owners and owners[-1] < len(words) - 1:
        titled, words = _without_titles(run, words[owners[-1] + 1 :], grammar)
    while grammar.row.verb_last and len(words) > 1 and _is_other_thing(words[-1].of(run), grammar):
        words.pop()
    if not words:
        return None
    ending = _owner_ending(words[-1].of(run), grammar)
    words[-1] = Span(words[-1].start, words[-1].end - len(ending))
    names = tuple(word.of(run) for word in words)
    if len(names) > 2 and (cut := _before_particle(names, grammar)) and not _is_plausible(names, grammar):
        names, words, ending = names[:cut], words[:cut], ""
    if not _is_plausible(names, grammar):
        return None
    return _Read(Span(words[0].start, words[-1].end), names, titled=titled, owner=bool(ending))


def _mention(text: str, span: Span, read: _Read, grammar: Grammar) -> Mention | None:
    """Return what names somebody, unless an article before it shows that it is a noun."""
    before = before_word(text, span.start)
    titled = read.titled or before in grammar.titles
    if grammar.row.nouns_are_capital and not titled and before.casefold() in grammar.determiners:
        return None
    return Mention(span, read.names, titled=titled, owner=read.owner)


def _before_particle(names: tuple[str, ...], grammar: Grammar) -> int:
    """Return how many words stand before a particle after a full name: `Joe Stork von Human Rights Watch`."""
    return next((at for at, name in enumerate(names) if at > 1 and name in grammar.row.particles), 0)


def _is_other_thing(word: str, grammar: Grammar) -> bool:
    """Tell whether a word at the end of a run is that of a place in another case: `Putin Moskova’da`."""
    ending = _owner_ending(word, grammar)
    stem = word.removesuffix(ending)
    return bool(ending) and bool(kinds(stem, grammar.row.code) & {"thing", "place"})


def _owner_ending(word: str, grammar: Grammar) -> str:
    if not word.endswith(grammar.row.possessives):
        return ""
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
    opens = particle or folded in grammar.opening_words
    things = grammar.not_names
    whole = things.has_whole(folded)
    tests = (
        ("title", folded in grammar.titles),
        ("opener", opens),
        ("thing", whole),
        ("thing by its ending", whole or folded.endswith(things.endings)),
        ("place", grammar.is_place(folded)),
    )
    return frozenset(kind for kind, holds in tests if holds)


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
