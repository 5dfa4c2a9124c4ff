"""Words of which one says the contrary of the other: `rose` and `fell`, `support` and `oppose`.

They stand in `opposites.txt`, one line a language and matter, in its own script: beginnings of words of one
side, `/`, those of the other; `.` ends a whole word, `_` parts the words of a phrase, in which `-` ends the
beginning of a word and `_*_` stands for up to four words: `turn-_*_down`. A word inside a phrase of its
matter says nothing by itself. Only words that mostly say nothing else stand here; a language may lack a
matter, and a matter may go on in another line. A line `CODE denied BEFORE AFTER` says how many words before
and after such a word a denial of it stands at most.

A matter that ends in `#` is one of numbers: its words count before one. Of one that ends in `~` a denial
tells nothing: `no better feeling` is a good one. Of one that ends in `=` it explains the other side and does
not take it: what is `not in the north` may be in the east.

A word that is denied takes the other side: `did not rise` is no rise. Where a word may be denied (`refused to
support`), or what a text denies is none of these words, nothing is told.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from digest.languages import row
from digest.languages.latin import folded
from digest.languages.senses.clauses import LETTER, clauses_at
from digest.languages.senses.negations import blanked, denies
from digest.languages.senses.table import table

_WORD = re.compile(rf"{LETTER}+(?:['’]{LETTER}+)*")
_CHARACTER = re.compile(r"[^\W\d_]")
_DENIED, _ANY = "denied", "any"
_COUNTED, _COMPARED, _PLACED = "#", "~", "="
_COUNT = re.compile(r"\s?(?:\S{1,4}\s){0,2}[\d٠-٩۰-۹一二三四五六七八九十百两]")
"""A number right behind a word, two short ones between at most."""
_WIDER = {"side": "verdict", "consent": "verdict", "vote": "verdict"}
"""Matters of which one outlet may use a word where another uses one of the next: backed, turned down."""
_GAP, _GAP_WORDS = "*", 4
"""What stands for words inside a phrase, and how many."""
_BEFORE, _AFTER = 4, 0
"""Words around one that may deny it, in a language without such a line."""
_BARE = 4
"""Letters of a word at least without what its language writes together with it: Arabic `سيغلق`."""
_MAY = 4
"""Words before one in which `refused` or `without` may stand for its denial."""


_Found = tuple[int, int, str, bool, str]
"""Where a word or a phrase stands, how many words it has, its matter and side, and how it is printed."""


@dataclass(frozen=True, slots=True)
class Said:
    """A word that takes a side of a matter, or of which a denial does."""

    matter: str
    side: bool | None
    """As it is meant, a denial heard; None if it may be denied."""
    word: str
    start: int
    """Where it stands in the text."""
    clause: int
    """In the how manieth clause."""
    denied: bool


@dataclass(frozen=True, slots=True)
class Sides:
    """What a text says in words that have a contrary."""

    said: tuple[Said, ...]
    settled: bool
    """Whether every word that denies for certain denies one of them."""

    def taken(self) -> Mapping[str, Mapping[bool, str]]:
        """Return by matter which sides are taken, each with a word; nothing of what may be denied."""
        found: dict[str, dict[bool, str]] = defaultdict(dict)
        unsure = {
            one.matter
            for one in self.said
            if one.side is None or (one.denied and one.matter.endswith(_PLACED))
        }
        for one in self.said:
            if one.side is not None and one.matter not in unsure:
                found[one.matter].setdefault(one.side, one.word)
        return dict(found)


@lru_cache(maxsize=5_000)
def sides(text: str, language: str) -> Sides:
    """Return what a text says in such words.

    >>> sides("Prices never fell", "en").taken()
    {'level': {True: 'fell'}}
    """
    main = language.split("-", maxsplit=1)[0]
    pattern = _WORD if row(language).spaced else _CHARACTER
    tokens = list(pattern.finditer(text))
    if not _cells(main) or not tokens:
        return Sides((), settled=True)
    clauses = clauses_at(text, [token.start() for token in tokens])
    plain = blanked(text, language)
    printed = [plain[token.start() : token.end()] for token in tokens]
    if row(language).spaced:
        certain = {at for at, word in enumerate(printed) if denies(word, main)}
        perhaps = {at for at, word in enumerate(printed) if denies(word, main, perhaps=True)} - certain
        found = _in_words([token.group() for token in tokens], main)
    else:
        certain = {at for at, sign in enumerate(printed) if denies(sign, main)}
        perhaps = set[int]()
        found = _in_characters(folded(text), [token.start() for token in tokens], main)
    before, after = _around(main)
    heard: set[int] = set()
    said = []
    for at, size, matter, side, word in _whole(found):
        own = range(at, at + size)
        near = {
            place
            for place in certain
            if at - before <= place < at + size + after and clauses[place] == clauses[at]
        }
        heard |= near
        if matter == _ANY and not side:
            near = set()  # `nobody` denies itself, and `no … nadie` denies once
        if matter.endswith(_COUNTED) and not _COUNT.match(text, tokens[at + size - 1].end()):
            continue
        may = (near and matter.endswith(_COMPARED)) or any(
            at - _MAY <= place < at and clauses[place] == clauses[at] and place not in own
            for place in perhaps
        )
        denied = bool(near)
        meant = None if may else side != denied
        said.append(Said(matter, meant, word, tokens[at].start(), clauses[at], denied))
    return Sides(tuple(said), settled=certain <= heard)


def _whole(found: Iterable[_Found]) -> Iterator[_Found]:
    """Yield in their order what is not inside a longer phrase of its matter."""
    every = sorted(found)
    long = [(at, size, matter) for at, size, matter, *_ in every if size > 1]
    for one in every:
        at, size, matter = one[:3]
        if not any(
            own == matter and start <= at and at + size <= start + whole and whole > size
            for start, whole, own in long
        ):
            yield one


def _in_words(words: list[str], language: str) -> Iterator[_Found]:
    plain = [folded(word) for word in words]
    prefixes = tuple(folded(prefix) for prefix in row(language).stem_prefixes)
    for at, word in enumerate(plain):
        own = [word, *(word.removeprefix(one) for one in prefixes if word.startswith(one))]
        forms = dict.fromkeys(form for form in own if form == word or len(form) >= _BARE)
        for matter, side in dict.fromkeys(told for form in forms for told in _of_word(form, language)):
            yield at, 1, matter, side, words[at]
    for parts, matter, side in _phrases(language):
        for at in range(len(plain)):
            if size := _size(plain, at, parts):
                yield at, size, matter, side, " ".join(words[at : at + size])


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


def _in_characters(text: str, starts: list[int], language: str) -> Iterator[_Found]:
    places = {start: at for at, start in enumerate(starts)}
    for matter, cells in _cells(language).items():
        for side, forms in cells.items():
            for form in forms:
                at = text.find(form)
                while at >= 0:
                    if at in places:
                        yield places[at], len(form), matter, side, form
                    at = text.find(form, at + 1)


def opposed(first: str, second: str, languages: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the words with which each text takes the other side of a matter, and that side alone.

    >>> opposed("Wages rose in May", "Los salarios bajaron en mayo", ("en", "es"))
    (('rose', 'bajaron'),)
    >>> opposed("Wages rose in May", "Los salarios no bajaron en mayo", ("en", "es"))
    ()
    """
    own, other = sides(first, languages[0]), sides(second, languages[1])
    if not (own.settled and other.settled):
        return ()
    here, there = own.taken(), other.taken()
    return tuple(
        (*taken.values(), *there[matter].values())  # type: ignore[misc]  # one of each
        for matter, taken in here.items()
        if len(taken) == 1 == len(there.get(matter, ())) and taken.keys() != there[matter].keys()
    )


def answered(first: str, second: str, languages: tuple[str, str]) -> bool:
    """Tell whether what one text denies is said by the other in a word for the contrary.

    >>> answered("The court did not accept the appeal", "The court rejected the appeal", ("en", "en"))
    True
    """
    own, other = (sides(text, code) for text, code in zip((first, second), languages, strict=True))
    return any(
        one.denied != two.denied
        and one.matter == two.matter
        and one.side is not None
        and one.side == two.side
        for one in own.said
        for two in other.said
    )


@cache
def _phrases(language: str) -> tuple[tuple[tuple[str, ...], str, bool], ...]:
    """Return what is said in several words: `went up`."""
    return tuple(
        (tuple(form.strip(".").split("_")), matter, side)
        for matter, cells in _cells(language).items()
        for side, forms in cells.items()
        for form in forms
        if "_" in form
    )


@lru_cache(maxsize=50_000)
def _of_word(word: str, language: str) -> tuple[tuple[str, bool], ...]:
    """Return the matters and sides of a folded word."""
    return tuple(
        dict.fromkeys(
            (matter, side)
            for form, matter, side in _by_start(language).get(word[:1], ())
            if (word == form[:-1] if form.endswith(".") else word.startswith(form))
        )
    )


@cache
def _by_start(language: str) -> Mapping[str, list[tuple[str, str, bool]]]:
    """Return the forms by their first letter."""
    found: dict[str, list[tuple[str, str, bool]]] = defaultdict(list)
    for matter, cells in _cells(language).items():
        for side, forms in cells.items():
            for form in forms:
                found[form[:1]].append((form, matter, side))
    return found


@cache
def _around(language: str) -> tuple[int, int]:
    for code, matter, *cells in table("opposites"):
        if code == language and matter == _DENIED:
            return int(cells[0]), int(cells[1])
    return _BEFORE, _AFTER


@cache
def _cells(language: str) -> Mapping[str, Mapping[bool, tuple[str, ...]]]:
    found: dict[str, dict[bool, tuple[str, ...]]] = {}
    for code, matter, *cells in table("opposites"):
        if code == language and matter != _DENIED:
            cut = cells.index("/")
            for name in dict.fromkeys((matter, _WIDER.get(matter, matter))):
                taken = found.setdefault(name, {True: (), False: ()})
                taken[True] += tuple(map(folded, cells[:cut]))
                taken[False] += tuple(map(folded, cells[cut + 1 :]))
    return found
