"""Words of which one says the contrary of the other: `rose` and `fell`, `support` and `oppose`.

They stand in `opposites.txt`, one line a language and matter, in its own script: beginnings of words of one
side, `/`, those of the other; `.` ends a whole word, `_` parts the words of a phrase, in which `-` ends the
beginning of a word and `_*_` stands for up to four words: `turn-_*_down`. A word inside a phrase of its
matter says nothing by itself. Only words that mostly say nothing else stand here; a language may lack a
matter, and a matter may go on in another line. A line `CODE denied BEFORE AFTER` says how many words before
and after such a word a denial of it stands at most.

A matter that ends in `#` is one of numbers: its words count before one. Of one that ends in `~` a denial
tells nothing: `no better feeling` is a good one. Of one that ends in `=` it explains the other side and does
not take it: what is `not in the north` may be in the east. Words of the matter `-` have no sides: they
begin like others that have, as `opposition`.

A word that is denied takes the other side: `did not rise` is no rise. Where a word may be denied (`refused to
support`), or what a text denies is none of these words, nothing is told.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from digest.languages import row
from digest.languages.latin import LETTER, folded
from digest.languages.numbers import numbers
from digest.languages.senses.clauses import clauses_at
from digest.languages.senses.factors import begins_with_factor
from digest.languages.senses.matters import DENIED, Found, cells_of, found_in, may_take
from digest.languages.senses.negations import blanked, denies
from digest.languages.senses.table import table

_WORD = re.compile(rf"{LETTER}+(?:['’]{LETTER}+)*")
_CHARACTER = re.compile(r"[^\W\d_]")
_ANY = "any"
_COUNTED, _COMPARED, _PLACED = "#", "~", "="
_TIME = "time="
_LEAVE = "leave"
_LETTING = {_LEAVE, "verdict", "law"}
"""Matters of what is let: of others nothing is told behind a word that forbids, `banned the sale`."""
_COUNT = re.compile(r"\s?(?:\S{1,4}\s){0,2}[\d٠-٩۰-۹一二三四五六七八九十百两]")
"""A number right behind a word, two short ones between at most."""
_BEHIND = 20
"""Characters behind a word among which a number in words begins."""
_SHORT, _SHORT_WORDS = 4, 3
"""Letters of a word before it at most, and with it how many words."""
_BEFORE, _AFTER = 4, 0
"""Words around one that may deny it, in a language without such a line."""
_MAY = 4
"""Words before one in which `refused` or `without` may stand for its denial."""


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
    if not cells_of(main) or not (tokens := list(pattern.finditer(text))):
        return Sides((), settled=True)
    clauses = clauses_at(text, [token.start() for token in tokens])
    plain = blanked(text, language)
    printed = [plain[token.start() : token.end()] for token in tokens]
    certain, perhaps = _denying(printed, main)
    before, after = _around(main)
    found = _found(text, tokens, main)

    def denying(at: int, size: int) -> set[int]:
        """Return the denials that stand near enough to a word in its clause."""
        around = range(at - before, at + size + after)
        return {place for place in certain if place in around and clauses[place] == clauses[at]}

    def before_it(place: int, at: int, most: int) -> bool:
        return at - most <= place < at and clauses[place] == clauses[at]

    limits, until = _of_amounts_and_times(found, denying)
    heard = set(limits)
    last = row(language).verb_last  # Turkish `gelmeden önce` denies nothing
    forbidding = {one.at for one in found if one.matter == _LEAVE and not one.side}
    said = []
    for at, size, matter, side, word in found:
        own = range(at, at + size)
        near = denying(at, size)
        heard |= near
        if not matter.endswith(_COUNTED):
            near -= limits
        if matter != _TIME:
            near -= until
        if matter == _ANY and not side:
            near = set()  # `nobody` denies itself, and `no … nadie` denies once
        unsure = perhaps - {at - 1} if matter == _TIME and last else perhaps
        may = (
            (near and matter.endswith(_COMPARED))
            or any(before_it(place, at, _MAY) and place not in own for place in unsure)
            or (matter not in _LETTING and any(before_it(place, at, before) for place in forbidding))
        )
        denied = bool(near)
        meant = None if may else side != denied
        said.append(Said(matter, meant, word, tokens[at].start(), clauses[at], denied))
    return Sides(tuple(said), settled=certain <= heard)


def _of_amounts_and_times(
    found: Sequence[Found], denying: Callable[[int, int], set[int]]
) -> tuple[set[int], set[int]]:
    """Return which denials are of an amount alone, and which of a time alone.

    `Not to rise by more than 5` is a limit, and `not to open before noon` is to open then.
    """
    limits = {
        place
        for one in found
        if one.matter.endswith(_COUNTED)
        for place in denying(one.at, one.size)
        if place < one.at
    }
    times = (one for one in found if one.matter == _TIME and one.side)
    return limits, {place for one in times for place in denying(one.at, one.size)}


def _found(text: str, tokens: Sequence[re.Match[str]], language: str) -> list[Found]:
    """Return the words of a side, those of numbers where one stands behind."""
    return [
        one
        for one in found_in(text, [(token.start(), token.group()) for token in tokens], language)
        if not one.matter.endswith(_COUNTED) or _counts(text, tokens[one.at + one.size - 1].end(), language)
    ]


def _denying(words: Sequence[str], language: str) -> tuple[set[int], set[int]]:
    """Return where words deny for certain, and where they may; where nothing parts words none is unsure."""
    certain = {at for at, word in enumerate(words) if denies(word, language)}
    if not row(language).spaced:
        return certain, set()
    return certain, {at for at, word in enumerate(words) if denies(word, language, perhaps=True)} - certain


def _counts(text: str, end: int, language: str) -> bool:
    """Tell whether a number stands behind a word that ends there, in digits or words."""
    if _COUNT.match(text, end):
        return True
    words = text[end : end + _BEHIND].split()[:_SHORT_WORDS]
    return any(
        begins_with_factor(word, language) or numbers(word, language)
        for at, word in enumerate(words)
        if all(len(before) <= _SHORT for before in words[:at])
    )


def opposed(first: str, second: str, languages: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the words with which each text takes the other side of a matter, and that side alone.

    Of one word that only one text denies nothing is told: what else stands for its denial is not known here.

    >>> opposed("Wages rose in May", "Los salarios bajaron en mayo", ("en", "es"))
    (('rose', 'bajaron'),)
    >>> opposed("Wages rose in May", "Los salarios no bajaron en mayo", ("en", "es"))
    ()
    """
    own, other = sides(first, languages[0]), sides(second, languages[1])
    if not (own.settled and other.settled):
        return ()
    here, there = own.taken(), other.taken()
    pairs: list[tuple[str, str]] = [
        (*taken.values(), *there[matter].values())  # type: ignore[misc]  # one of each
        for matter, taken in here.items()
        if len(taken) == 1 == len(there.get(matter, ())) and taken.keys() != there[matter].keys()
    ]
    return tuple((word, contrary) for word, contrary in pairs if folded(word) != folded(contrary))


def opposed_of(
    first: str, second: str, languages: tuple[str, str], matters: frozenset[str]
) -> tuple[str, str] | None:
    """Return a word of each text that takes the other side of one of these matters, but no name as `Rose`.

    Most texts have no word of them, which is all that is looked at then.
    """
    both = first, second
    own = may_take(folded(first), languages[0], matters)
    # The second text is looked at only for the contrary of what the first may say.
    if not own or own.isdisjoint(
        (matter, not side) for matter, side in may_take(folded(second), languages[1], matters)
    ):
        return None
    one_side, other_side = (sides(text, code) for text, code in zip(both, languages, strict=True))
    if not (one_side.settled and other_side.settled):
        return None
    here, there = one_side.taken(), other_side.taken()
    for matter in sorted(matters & here.keys() & there.keys()):
        one, two = here[matter], there[matter]
        words = (*one.values(), *two.values())
        if len(one) == 1 == len(two) and one.keys() != two.keys() and not any(w[0].isupper() for w in words):
            return next(iter(one.values())), next(iter(two.values()))
    return None


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
def _around(language: str) -> tuple[int, int]:
    for code, matter, *cells in table("opposites"):
        if code == language and matter == DENIED:
            return int(cells[0]), int(cells[1])
    return _BEFORE, _AFTER
