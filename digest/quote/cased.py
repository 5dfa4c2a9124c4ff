"""Names of people in scripts with capital letters: runs of capitalised words, and what is none of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from digest.model import Span
from digest.quote.forms import Mention, is_declined
from digest.quote.grammar import Grammar, grammar_of
from digest.quote.offices import without_fields
from digest.quote.words import before_word

_ADJECTIVE = re.compile("[a-zäöüß]+e[nrsm]?")
_LETTERS = re.compile(r"[\w-]+")
_LONGEST = 5
"""Words of a name at most."""
_TWO_NAMES = 4
"""Words of two full names at least."""
_HYPHENS = ("-", "‑")


def names_in(text: str, grammar: Grammar) -> tuple[Mention, ...]:
    """Return the names of people in a text, in order, by their capital letters."""
    runs = [(match.start(), match.group()) for match in grammar.name.finditer(text)]
    telling = [(start, _read(run, grammar.row.code)) for start, run in _telling(text, runs, grammar)]
    words = {read.names[0] for _, read in telling if len(read.names) == 1}
    nouns = _nouns(text, runs, words, grammar)
    found: list[Mention] = []
    doubtful: list[Span] = []
    for start, read in telling:
        if read.names and (mention := _mention(text, start + read.start, read, nouns, grammar)):
            found.append(mention)
        elif read.is_word:
            doubtful.append(Span(start, start + read.end))
    if lasts := {mention.words[-1] for mention in found if len(mention.words) > 1}:
        found += (Mention(span, (name,)) for span in doubtful if (name := span.of(text)) in lasts)
    found = without_fields([_without_another(mention, lasts, grammar) for mention in found], text, grammar)
    if grammar.row.nouns_are_capital:
        known = {word for mention in found for word in mention.words}
        found = [mention for mention in found if not _opens_with_owner(mention, known)]
    return tuple(sorted(found, key=lambda mention: mention.span.start))


def _is_elided_article(word: str, grammar: Grammar) -> bool:
    if not word.endswith(("'", "’")):
        return False
    return word in grammar.determiners or (len(word) > 2 and word in grammar.row.belonging_prefixes)


def _without_another(mention: Mention, lasts: set[str], grammar: Grammar) -> Mention:
    """Leave out the surname of somebody else that stands right before a name: `Путину Дональд Трамп`."""
    if len(mention.words) == 1:
        return mention
    first, *rest = mention.words
    known = first in lasts and len(rest) > 1
    if not known and not any(is_declined(first, last, grammar) for last in lasts):
        return mention
    span = Span(mention.span.start + len(first) + 1, mention.span.end)
    return Mention(span, tuple(rest), owner=mention.owner)


def _telling(text: str, runs: list[tuple[int, str]], grammar: Grammar) -> Iterator[tuple[int, str]]:
    """Yield the runs of capitalised words that may name somebody.

    Where all nouns are capitalised, a word that stands once, in no longer run, after no title, names nobody.
    """
    if not grammar.row.nouns_are_capital:
        for start, run in runs:
            cut = _before_declined(run, grammar)
            yield start, run[:cut] if cut else run
            if cut:
                yield start + cut + 1, run[cut + 1 :]
        return
    often = Counter(" ".join(run for _, run in runs).split())
    for start, run in runs:
        if often[run] != 1 or _kinds(before_word(text, start), grammar.row.code).title:
            yield start, run


def _before_declined(run: str, grammar: Grammar) -> int:
    """Return where a name ends that another in another case follows: `Мария Захарова Дональду Трампу`."""
    if not grammar.row.oblique_endings or run.count(" ") < _TWO_NAMES - 1:
        return 0
    words = run.split()
    oblique = [word.endswith(grammar.row.oblique_endings) for word in words]
    cut = next((at for at in range(2, len(words) - 1) if all(oblique[at:])), 0)
    return len(" ".join(words[:cut])) if cut and not any(oblique[:cut]) else 0


def _opens_with_owner(mention: Mention, known: set[str]) -> bool:
    """Tell whether a run of nouns begins with somebody who owns the rest: `Trumps Angriff`."""
    first = mention.words[0]
    return len(mention.words) > 1 and first.endswith("s") and first[:-1] in known


def _nouns(text: str, runs: list[tuple[int, str]], words: set[str], grammar: Grammar) -> set[str]:
    """Return those of some words that articles show to be no names, where all nouns are capitalised."""
    found: set[str] = set()
    if not grammar.row.nouns_are_capital:
        return found
    for start, run in runs:
        first = run if run.isalnum() else _LETTERS.findall(run)[0]
        if first in words and first not in found and _follows_article(text, start, grammar.row.code):
            found.add(first)
    return found


def _follows_article(text: str, at: int, code: str) -> bool:
    """Tell whether an article stands before a place, or an adjective with an article."""
    word = before_word(text, at)
    if word.casefold() in _articles(code):
        return True
    if not _ADJECTIVE.fullmatch(word):
        return False
    return before_word(text, at - len(word) - 1).casefold() in _articles(code)


@lru_cache
def _articles(code: str) -> frozenset[str]:
    row = grammar_of(code).row
    return frozenset(word for word in (*row.determiners, *row.others) if word not in row.particles)


class _Read(NamedTuple):
    """What a run of capitalised words says by itself, whatever stands around it."""

    names: tuple[str, ...] = ()
    """The words of the name."""
    start: int = 0
    end: int = 0
    """Of the name inside the run."""
    titled: bool = False
    owner: bool = False
    is_word: bool = False
    """One word: where it names nobody, a longer name may still end with it."""


@lru_cache(maxsize=100_000)
def _read(run: str, code: str) -> _Read:
    grammar = grammar_of(code)
    words = run.split()
    if len(words) > 1:
        return _person(words, grammar)
    if any(_kinds(run, code)):
        return _Read(end=len(run), is_word=True)
    ending = _owner_ending(run, grammar)
    name = run.removesuffix(ending)
    names = (name,) if _is_plausible((name,), grammar) else ()
    return _Read(names, end=len(name), owner=bool(ending), is_word=True)


def _person(run: list[str], grammar: Grammar) -> _Read:
    """Return the person that several capitalised words name, if they name one."""
    titled, words = _without_titles(run, grammar)
    owners = [at for at, word in enumerate(words) if _owner_ending(word, grammar)]
    if owners and owners[-1] < len(words) - 1:
        titled, words = _without_titles(words[owners[-1] + 1 :], grammar)
    # `Grammar.name` allows one space between words, so places follow from lengths.
    start = sum(len(word) + 1 for word in run[: len(run) - len(words)])
    words = words[: _before_elided_place(words, grammar)]
    if len(words) > 1 and words[-2].endswith(".") and words[-1].casefold() in grammar.opening_words:
        words = words[:-1]  # `Luis R. G. Su abogado`
    while grammar.row.verb_last and len(words) > 1 and _is_other_thing(words[-1], grammar):
        words = words[:-1]
    if not words:
        return _Read()
    ending = _owner_ending(words[-1], grammar)
    names = (*words[:-1], words[-1].removesuffix(ending))
    plausible = _is_plausible(names, grammar)
    if not plausible and (cut := _before_particle(names, grammar)):
        names, ending = names[:cut], ""
        plausible = _is_plausible(names, grammar)
    if not plausible:
        return _Read()
    return _Read(names, start, start + len(" ".join(names)), titled=titled, owner=bool(ending))


def _mention(text: str, start: int, read: _Read, nouns: set[str], grammar: Grammar) -> Mention | None:
    """Return what names somebody, unless an article before it, here or elsewhere, shows that it is a noun."""
    before = before_word(text, start)
    if len(read.names) == 1 and _is_elided_article(before.casefold(), grammar):
        return None  # `le ministre de l’Intérieur`
    titled = read.titled or _kinds(before, grammar.row.code).title
    if grammar.row.nouns_are_capital and not titled:
        is_noun = len(read.names) == 1 and read.names[0] in nouns
        if is_noun or before.casefold() in grammar.determiners:
            return None
    return Mention(Span(start, start + read.end - read.start), read.names, titled=titled, owner=read.owner)


def _before_elided_place(words: list[str], grammar: Grammar) -> int:
    """Return how many words stand before where somebody is from: `Isaac Herzog d’Israël`."""
    _, _, place = words[-1].replace("'", "’").partition("’") if words else ("", "", "")
    return len(words) - (bool(place) and words[-1][0].islower() and grammar.is_place(place))


def _before_particle(names: tuple[str, ...], grammar: Grammar) -> int:
    """Return how many words stand before a particle after a full name: `Joe Stork von Human Rights Watch`."""
    return next((at for at, name in enumerate(names) if at > 1 and name in grammar.row.particles), 0)


def _is_other_thing(word: str, grammar: Grammar) -> bool:
    """Tell whether a word at the end of a run is that of a place in another case: `Putin Moskova’da`."""
    ending = _owner_ending(word, grammar)
    stem = _kinds(word.removesuffix(ending), grammar.row.code)
    return bool(ending) and (stem.thing or stem.place)


def _owner_ending(word: str, grammar: Grammar) -> str:
    if not word.endswith(grammar.row.possessives):
        return ""
    endings = (end for end in grammar.row.possessives if word.endswith(end) and len(word) > len(end) + 1)
    return next(endings, "")


def _without_titles(words: list[str], grammar: Grammar) -> tuple[bool, list[str]]:
    """Return the words without titles and others that stand before a name, and whether one is a title."""
    code = grammar.row.code
    first = next((at for at in range(len(words), 0, -1) if _kinds(words[at - 1], code).title), 0)
    titled, words = first > 0, words[first:]
    while words and _kinds(words[0], code).opener:
        words = words[1:]
    for count in range(min(3, len(words) - 2), 0, -1):
        if grammar.is_place(" ".join(words[:count])) and words[count] not in grammar.row.particles:
            words = words[count:]
            break
    given = next((at for at in range(1, len(words) - 1) if words[at] in grammar.given_names), 0)
    if any(kind.thing or kind.place for kind in (_kinds(word, code) for word in words[:given])):
        words = words[given:]
    while len(words) > 1 and _is_acronym(words[0]) and not _is_acronym(words[1]):
        words = words[1:]
    return titled, words


def _is_acronym(word: str) -> bool:
    """Tell whether a word is an acronym; two letters may be somebody's initials."""
    return word.isupper() and len(word) > 2


class _Kinds(NamedTuple):
    """What a word can be beside a name."""

    title: bool
    opener: bool
    thing: bool
    thing_by_ending: bool
    place: bool


@lru_cache(maxsize=100_000)
def _kinds(word: str, code: str) -> _Kinds:
    """Return what a word of the language `code` can be."""
    grammar = grammar_of(code)
    folded = word.casefold()
    thing = grammar.not_names.has_whole(folded)
    return _Kinds(
        title=folded in grammar.titles,
        opener=folded in grammar.opening_words or (word.islower() and folded in grammar.row.particles),
        thing=thing,
        thing_by_ending=thing or folded.endswith(grammar.not_names.endings),
        place=grammar.is_place(folded),
    )


def _is_plausible(names: tuple[str, ...], grammar: Grammar) -> bool:
    """Tell whether words can be a person's name; an ending shows a thing, except in a last name."""
    read = [_kinds(name, grammar.row.code) for name in names]
    if len(names) > _LONGEST or any(kind.thing for kind in read):
        return False
    if len(names) > 1 and names[0] in grammar.given_names:
        return True
    if any(kind.thing_by_ending for kind in read[:-1] or read):
        return False
    if len(names) == 1:
        if names[0][1:2] in _HYPHENS:
            return False
        return len(names[0]) > 1 and not read[0].place and not names[0].isupper() and names[0][-1] != "."
    return not grammar.is_place(" ".join(names)) and not all(name.isupper() for name in names)
