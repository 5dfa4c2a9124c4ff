"""Where words of two sides stand in a text: `opposites.txt`, of which `opposites` says how it is written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from digest.languages import row
from digest.languages.latin import LETTER, folded
from digest.languages.senses.table import table

DENIED = "denied"
"""What a line is called that says how far a denial is from such a word."""
_PREFIXED = "prefixed"
"""What a line is called that says what may be written before such a word, as a future tense is."""
_NONE = "-"
_WIDER = {"side": "verdict", "consent": "verdict", "vote": "verdict"}
"""Matters of which one outlet may use a word where another uses one of the next: backed, turned down."""
_GAP, _GAP_WORDS = "*", 4
"""What stands for words inside a phrase, and how many."""
_LETTERS = re.compile(rf"{LETTER}+(?:['’]{LETTER}+)*")
_BEGUN = 2
"""Letters by which forms are looked up; none has fewer."""
_START, _MARKS = 3, "“”„«»\"'‘’([¿¡—–-"
"""Letters by which it is told what a word may be, and marks before them."""
_ELIDED = re.compile(rf"^{LETTER}{{1,5}}['’](?={LETTER}{{4}})")
"""An article or a preposition that has lost its vowel."""
_BARE = 4
"""Letters of a word at least without what its language writes together with it: Arabic `سيغلق`."""


class Found(NamedTuple):
    """A word or a phrase of a side."""

    at: int
    """In the how manieth word of the text, or character where nothing parts words."""
    size: int
    """How many of those it has."""
    matter: str
    side: bool
    printed: str


def found_in(text: str, tokens: Sequence[tuple[int, str]], language: str) -> Iterator[Found]:
    """Yield in their order the words of a side that stand in no longer phrase of theirs.

    Args:
        text: In which they are.
        tokens: Its words, or its characters where nothing parts words, each with where it begins.
        language: Main code of its language.
    """
    if row(language).spaced:
        every = _in_words([word for _, word in tokens], language)
    else:
        every = _in_characters(folded(text), [start for start, _ in tokens], language)
    return _whole(every)


def _whole(found: Iterable[Found]) -> Iterator[Found]:
    """Yield in their order what is not inside a longer phrase of its matter, nor a word without sides."""
    every = sorted(found)
    long = [(at, size, matter) for at, size, matter, *_ in every if size > 1 or matter == _NONE]
    for one in every:
        at, size, matter = one[:3]
        inside = any(
            (own == _NONE or (own == matter and whole > size)) and start <= at and at + size <= start + whole
            for start, whole, own in long
        )
        if matter != _NONE and not inside:
            yield one


def _in_words(words: list[str], language: str) -> Iterator[Found]:
    plain = [folded(word) for word in words]
    prefixes = _prefixes(language)
    whole, begun = _phrases(language)
    for at, word in enumerate(plain):
        own = _bare(word, prefixes)
        forms = dict.fromkeys(form for form in own if form == word or len(form) >= _BARE)
        for matter, side in dict.fromkeys(told for form in forms for told in _of_word(form, language)):
            yield Found(at, 1, matter, side, words[at])
        for parts, matter, side in (*whole.get(word, ()), *begun.get(word[:_BEGUN], ())):
            if size := _size(plain, at, parts):
                yield Found(at, size, matter, side, " ".join(words[at : at + size]))


def _bare(word: str, prefixes: Iterable[str]) -> tuple[str, ...]:
    """Return a word, and it without what its language writes together with it: `l'ouverture`, `سيغلق`."""
    elided = _ELIDED.sub("", word)
    return (word, *(word.removeprefix(one) for one in prefixes if word.startswith(one)), elided)


def _size(words: list[str], at: int, parts: tuple[str, ...]) -> int:
    """Return how many words from a place on are a phrase; 0 if they are none."""
    place, free = at, 0
    for part in parts:
        if part == _GAP:
            free = _GAP_WORDS
            continue
        found = (own for own in range(place, min(len(words), place + free + 1)) if _is(words[own], part))
        place, free = next(found, -1) + 1, 0
        if not place:
            return 0
    return place - at


def _is(word: str, part: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("-") else word == part


def _in_characters(text: str, starts: list[int], language: str) -> Iterator[Found]:
    places = {start: at for at, start in enumerate(starts)}
    for matter, cells in cells_of(language).items():
        for side, forms in cells.items():
            for form in forms:
                at = text.find(form)
                while at >= 0:
                    if at in places:
                        yield Found(places[at], len(form), matter, side, form)
                    at = text.find(form, at + 1)


_Phrases = Mapping[str, list[tuple[tuple[str, ...], str, bool]]]


@cache
def _phrases(language: str) -> tuple[_Phrases, _Phrases]:
    """Return what is said in several words, `went up`, by the first of them, whole or how it begins."""
    whole: dict[str, list[tuple[tuple[str, ...], str, bool]]] = defaultdict(list)
    begun: dict[str, list[tuple[tuple[str, ...], str, bool]]] = defaultdict(list)
    for form, matter, side in _forms(language):
        if "_" in form:
            parts = tuple(form.strip(".").split("_"))
            if parts[0].endswith("-"):
                begun[parts[0][:_BEGUN]].append((parts, matter, side))
            else:
                whole[parts[0]].append((parts, matter, side))
    return whole, begun


@lru_cache(maxsize=50_000)
def _of_word(word: str, language: str) -> tuple[tuple[str, bool], ...]:
    """Return the matters and sides of a folded word."""
    return tuple(
        dict.fromkeys(
            (matter, side)
            for form, matter, side in _beginning(word[:_START], language)
            if (word == form[:-1] if form.endswith(".") else word.startswith(form))
        )
    )


def may_take(text: str, language: str, matters: frozenset[str]) -> set[tuple[str, bool]]:
    """Return the sides of these matters that a folded text may take, words of phrases wherever they are."""
    if not row(language).spaced:
        return {told for form, told in _in_a_row(language, matters) if form in text}
    starts = _starts(language, matters)
    words = [
        word
        for word in text.split()
        for begins in (_ELIDED.sub("", word.lstrip(_MARKS))[:_START],)
        if any(begins[:size] in starts for size in range(1, len(begins) + 1))
    ]
    return {
        (matter, side)
        for word in words
        for matter, side, beside in _taken(word, language)
        if matter in matters and all(part in text for part in beside)
    }


@cache
def _in_a_row(language: str, matters: frozenset[str]) -> tuple[tuple[str, tuple[str, bool]], ...]:
    """Return the forms of these matters, each with its side, where nothing parts words."""
    forms = _forms(language)
    return tuple((form, (matter, side)) for form, matter, side in forms if matter in matters)


@lru_cache(maxsize=20_000)
def _taken(word: str, language: str) -> frozenset[tuple[str, bool, tuple[str, ...]]]:
    """Return what a word says, and what it would with others beside it, which are how those begin.

    Marks around the word and what is written together with it are left out.
    """
    plain = _LETTERS.search(word)
    forms = set(_bare(plain[0], _prefixes(language))) if plain else ()
    said = {(*told, ()) for form in forms for told in _of_word(form, language)}
    whole, begun = _phrases(language)
    first = (one for form in forms for one in (*whole.get(form, ()), *begun.get(form[:_BEGUN], ())))
    return frozenset(
        said
        | {
            (matter, side, tuple(part.rstrip("-") for part in parts[1:] if part != _GAP))
            for parts, matter, side in first
        }
    )


@cache
def _prefixes(language: str) -> tuple[str, ...]:
    own = (cells for code, matter, *cells in table("opposites") if (code, matter) == (language, _PREFIXED))
    return tuple(map(folded, (*row(language).stem_prefixes, *(one for cells in own for one in cells))))


@cache
def _starts(language: str, matters: frozenset[str]) -> frozenset[str]:
    """Return how words of these matters begin, with what may be written together with them."""
    forms = [form.split("_")[0].strip(".-") for form, matter, _ in _forms(language) if matter in matters]
    return frozenset((prefix + form)[:_START] for prefix in ("", *_prefixes(language)) for form in forms)


@lru_cache(maxsize=20_000)
def _beginning(letters: str, language: str) -> tuple[tuple[str, str, bool], ...]:
    """Return the forms of one word that these first letters, or fewer of them, begin, in their order."""
    by_start = _by_start(language)
    sizes = range(min(_BEGUN, len(letters)), len(letters) + 1)
    found = sorted(one for size in sizes for one in by_start.get(letters[:size], ()))
    return tuple(form for _, form in found)


@cache
def _by_start(language: str) -> Mapping[str, list[tuple[int, tuple[str, str, bool]]]]:
    """Return the forms of one word by their first letters, with their places."""
    found: dict[str, list[tuple[int, tuple[str, str, bool]]]] = defaultdict(list)
    for place, one in enumerate(_forms(language)):
        if "_" not in one[0]:
            found[one[0].removesuffix(".")[:_START]].append((place, one))
    return found


def _forms(language: str) -> Iterator[tuple[str, str, bool]]:
    for matter, cells in cells_of(language).items():
        for side, forms in cells.items():
            yield from ((form, matter, side) for form in forms)


@cache
def cells_of(language: str) -> Mapping[str, Mapping[bool, tuple[str, ...]]]:
    """Return by matter and side the folded forms of a language."""
    found: dict[str, dict[bool, tuple[str, ...]]] = {}
    for code, matter, *cells in table("opposites"):
        if code == language and matter not in {DENIED, _PREFIXED}:
            cut = cells.index("/") if matter != _NONE else len(cells)
            for name in dict.fromkeys((matter, _WIDER.get(matter, matter))):
                taken = found.setdefault(name, {True: (), False: ()})
                taken[True] += tuple(map(folded, cells[:cut]))
                taken[False] += tuple(map(folded, cells[cut + 1 :]))
    return found
