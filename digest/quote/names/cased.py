"""Names of people in scripts with capital letters: runs of capitalised words, and what is none of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from digest.model import Span
from digest.quote.grammar import Grammar, before_word, grammar_of
from digest.quote.names.forms import Mention
from digest.quote.names.known import is_given
from digest.quote.names.limits import FULL_NAME_WORDS, MOST_NAME_WORDS
from digest.quote.names.neighbours import (
    opens_with_owner,
    own_ending,
    parted,
    with_own_endings,
    without_addressees,
    without_fields,
    without_others,
    without_tail,
    without_workplace,
)
from digest.quote.names.offices import opener, without_offices
from digest.quote.names.word import Word, is_plausible_alone, opens_with_acronym, stem, word_of

_ADJECTIVE = re.compile("[a-zäöüß]+e[nrsm]?")
_LETTERS = re.compile(r"[\w-]+")
_HYPHENS = ("-", "‑")
_ELIDED = ("'", "’")


def names_in(text: str, grammar: Grammar) -> tuple[Mention, ...]:
    """Return the names of people in a text, in order, by their capital letters."""
    runs = [(match.start(), match.group()) for match in grammar.name.finditer(text)]
    runs = without_offices(text, runs, grammar)
    telling = [(start, _read(run, grammar.row.code)) for start, run in _telling(text, runs, grammar)]
    words = {read.names[0] for _, read in telling if len(read.names) == 1}
    nouns = _nouns(text, runs, words, grammar)
    found: list[Mention] = []
    doubtful: list[tuple[int, str]] = []
    for start, read in telling:
        if read.names and (mention := _mention(text, start + read.start, read, nouns, grammar)):
            found.append(mention)
        elif read.is_word:
            doubtful.append((start, text[start : start + read.end]))
    found = with_own_endings(without_addressees(found, grammar), text)
    if lasts := {mention.words[-1] for mention in found if len(mention.words) > 1}:
        found += (
            Mention(Span(start, start + len(name)), (name,)) for start, name in doubtful if name in lasts
        )
        alone = {mention.words[0] for mention in found if len(mention.words) == 1}
        found = without_others(found, lasts, alone, grammar)
        found = without_fields(found, text, grammar)
    if grammar.row.nouns_are_capital:
        known = {word for mention in found for word in mention.words}
        found = [mention for mention in found if not opens_with_owner(mention, known)]
    return tuple(sorted(found, key=attrgetter("span.start")))


def _telling(text: str, runs: list[tuple[int, str]], grammar: Grammar) -> list[tuple[int, str]]:
    """Return the runs of capitalised words that may name somebody.

    Where all nouns are capitalised, a word that stands once, in no longer run, after no title, names nobody.
    """
    if not grammar.row.nouns_are_capital:
        return list(parted(runs, grammar)) if grammar.row.oblique_endings else runs
    often = Counter(" ".join([run for _, run in runs]).split())
    once = {word for word, count in often.items() if count == 1}
    is_title = _is_title(grammar.row.code)
    return [(start, run) for start, run in runs if run not in once or is_title(before_word(text, start))]


@lru_cache
def _is_title(code: str) -> Callable[[str], bool]:
    """Return what tells whether a word is a title, and remembers: most words before names are few."""
    return lru_cache(maxsize=10_000)(grammar_of(code).titles.__contains__)


def _nouns(text: str, runs: list[tuple[int, str]], words: set[str], grammar: Grammar) -> set[str]:
    """Return those of some words that articles show to be no names, where all nouns are capitalised."""
    found: set[str] = set()
    if not grammar.row.nouns_are_capital:
        return found
    for start, run in runs:
        first = run if run.isalnum() else _LETTERS.search(run)[0]  # type: ignore[index]
        if first in words and first not in found and _follows_article(text, start, grammar.row.code):
            found.add(first)
    return found


def _follows_article(text: str, at: int, code: str) -> bool:
    """Tell whether an article stands before a place, or an adjective with an article."""
    word = before_word(text, at)
    if word.lower() in _articles(code):
        return True
    if not _ADJECTIVE.fullmatch(word):
        return False
    return before_word(text, at - len(word) - 1).lower() in _articles(code)


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
    if " " in run or "\u00a0" in run:
        return _person([word_of(text, code) for text in run.split()], grammar)
    word = word_of(run, code)
    if word.is_title or word.is_opener or word.has_ending_of_thing or word.is_place:
        return _Read(end=len(run), is_word=True)
    name = stem(word, grammar)
    names = (name.text,) if _is_plausible([name], grammar) else ()
    return _Read(names, end=len(name.text), owner=bool(word.owner_ending), is_word=True)


def _person(run: list[Word], grammar: Grammar) -> _Read:
    """Return the person that several capitalised words name, if they name one."""
    run = without_workplace(run, grammar)
    titled, words = _without_titles(run, grammar)
    owners = [at for at, word in enumerate(words) if word.owner_ending]
    if owners and owners[-1] < len(words) - 1:
        titled, words = _without_titles(words[owners[-1] + 1 :], grammar)
    before = run[: len(run) - len(words)]
    words = without_tail(words, grammar)
    while (
        grammar.row.verb_last
        and len(words) > 1
        and (words[-1].is_place or _is_other_thing(words[-1], grammar))
    ):
        words = words[:-1]
    if not words:
        return _Read()
    owner = bool(words[-1].owner_ending)
    if grammar.row.verb_second and len(words) > FULL_NAME_WORDS and _may_have_workplace(words, grammar):
        words = words[: _before_particle(words, grammar) or len(words)]  # `Joe Stork von Human Rights Watch`
    words = [*words[:-1], stem(words[-1], grammar)]
    if not _is_plausible(words, grammar):
        words, owner = words[: _before_particle(words, grammar) or _before_thing(words, grammar)], False
        if not words or not _is_plausible(words, grammar):
            return _Read()
    # `Grammar.name` allows one space between words, so places follow from lengths.
    start = sum(len(word.text) + 1 for word in before)
    names = tuple(word.text for word in words)
    return _Read(names, start, start + len(" ".join(names)), titled=titled, owner=owner)


def _mention(text: str, start: int, read: _Read, nouns: set[str], grammar: Grammar) -> Mention | None:
    """Return what names somebody, unless an article before it, here or elsewhere, shows that it is a noun."""
    before = before_word(text, start)
    if before.endswith(_ELIDED) and len(read.names) == 1 and _is_article(before.lower(), grammar):
        return None  # `le ministre de l’Intérieur`
    titled = read.titled or _is_title(grammar.row.code)(before)
    titled = titled and not (len(read.names) == 1 and before.lower() in grammar.row.half_titles)
    if read.owner and (ending := own_ending(text, start + read.end - read.start, grammar)):
        names, end = (*read.names[:-1], read.names[-1] + ending), read.end + len(ending)
        read = read._replace(names=names, end=end, owner=False)
    long = len(read.names) > FULL_NAME_WORDS and not read.titled
    if long and (length := opener(text, start, read.names, grammar)):
        start, read = start + length, read._replace(names=read.names[1:], start=read.start + length)
        titled = titled or grammar.row.nouns_are_capital
    if grammar.row.nouns_are_capital and not titled:
        is_noun = len(read.names) == 1 and read.names[0] in nouns
        if is_noun or before.lower() in grammar.determiners:
            return None
    return Mention(Span(start, start + read.end - read.start), read.names, titled=titled, owner=read.owner)


def _is_article(word: str, grammar: Grammar) -> bool:
    """Tell whether an elided word is an article, or holds one: `l’`, `dell’`."""
    return word in grammar.determiners or (len(word) > 2 and word in grammar.row.belonging_prefixes)


def _may_have_workplace(words: list[Word], grammar: Grammar) -> bool:
    """Tell whether a full name may end before a particle: `Ali Sahin van Haven Oost`."""
    surname = not is_given(words[1].text) and words[1].text not in grammar.row.particles
    return surname and (grammar.row.nouns_are_capital or is_given(words[0].text))


def _before_particle(words: list[Word], grammar: Grammar) -> int:
    """Return how many words stand before a particle after a full name: `Joe Stork von Human Rights Watch`."""
    return next((at for at, word in enumerate(words) if at > 1 and word.text in grammar.row.particles), 0)


def _before_thing(words: list[Word], grammar: Grammar) -> int:
    """Return how many words stand before a thing after a full name: `Górska Gazecie`."""
    if not grammar.row.oblique_endings:
        return 0
    return next((at for at, word in enumerate(words) if at >= FULL_NAME_WORDS and word.is_thing), 0)


def _is_other_thing(word: Word, grammar: Grammar) -> bool:
    """Tell whether a word at the end of a run is that of a place in another case: `Putin Moskova’da`."""
    plain = stem(word, grammar)
    return bool(word.owner_ending) and (plain.is_thing or plain.is_place)


def _without_titles(words: list[Word], grammar: Grammar) -> tuple[bool, list[Word]]:
    """Return the words without titles and others that stand before a name, and whether one is a title."""
    titles = [at for at, word in enumerate(words, 1) if word.is_title]
    if titles and titles[-1] == len(words) and _is_surname(words, grammar):
        titles.pop()
    if titles:
        words = words[titles[-1] :]
    while words and words[0].is_opener:
        words = words[1:]
    if len(words) > 2:
        words = _without_places(words, grammar)
    while len(words) > 1 and opens_with_acronym(words) and not words[-1].is_acronym:
        words = words[1:]
    return bool(titles), words


def _is_surname(words: list[Word], grammar: Grammar) -> bool:
    """Tell whether a title that ends a run is somebody's name: `Stephen King`, Spanish `Marta Rey`."""
    others = any(word.is_title or word.is_opener or word.text.islower() for word in words[:-1])
    if len(words) < 2 or others or grammar.row.nouns_are_capital:
        return False
    return words[0].text in grammar.given_names or not (grammar.given_names or words[0].is_place)


def _without_places(words: list[Word], grammar: Grammar) -> list[Word]:
    """Return the words without a place before a name, nor things before a given name."""
    texts = [word.text for word in words]
    for count in range(min(3, len(words) - 2), 0, -1):
        if count == 1 and is_given(texts[0]):
            break  # no `Domingo José Mas`
        if grammar.is_place(" ".join(texts[:count])) and texts[count] not in grammar.row.particles:
            texts, words = texts[count:], words[count:]
            break
    given = next((at for at in range(1, len(words) - 1) if _is_given(texts[at], grammar)), 0)
    parted = any(word.is_thing or word.is_place for word in words[:given])
    return words[given:] if parted or (given == 1 and _is_office(words, grammar)) else words


def _is_office(words: list[Word], grammar: Grammar) -> bool:
    """Tell whether the word before a given name is what an office is of: `Совбеза Дмитрий Медведев`."""
    endings, patronymics = grammar.row.genitive_endings, grammar.row.patronymics
    first, last = words[0].text, words[-1].text
    return first.endswith(endings) and not _is_given(first, grammar) and not last.endswith(patronymics)


def _is_given(word: str, grammar: Grammar) -> bool:
    return word in grammar.given_names or word in grammar.declined_given_names


def _is_plausible(words: list[Word], grammar: Grammar) -> bool:
    """Tell whether words can be a person's name; an ending shows a thing, except in a last name."""
    if len(words) > MOST_NAME_WORDS or any(word.is_thing for word in words):
        return False
    if len(words) == 1:
        return is_plausible_alone(words[0])
    if words[0].text in grammar.given_names:
        return True
    if any(word.has_ending_of_thing for word in words[:-1]):
        return False
    names = [word.text for word in words]
    return not grammar.is_place(" ".join(names)) and not all(map(str.isupper, names))
