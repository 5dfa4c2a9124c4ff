"""Cities that a text names, the same in every language: `Dresde`, `Drezno` and `德累斯顿` are Dresden.

`cities.tsv.xz` has a line for each of GeoNames' cities from 100,000 inhabitants on: its name, its country,
and what it is called in any language; made by `tools/cities`. A word that is met often in the text's language
is no city, whatever is called so.
"""

from __future__ import annotations

import lzma
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from digest.languages import row
from digest.languages.latin import LETTERS, folded, is_cased
from digest.languages.lexicon import RAREST, rarity, stems
from digest.languages.sounds import writes_names

_WORD = re.compile(LETTERS)
_MOST_WORDS = 3
_LEAST_LETTERS, _LEAST_SIGNS = 4, 2
"""Of a name, and of what an ending leaves of one, in letters and in syllables: `Of` is a city, too."""
_RARE, _RARE_NOUN = 6.0, 7.5
"""From which rarity on a word is a city, `Lyon` but not `Bath` or `Reading`; where capitals tell no names."""
_CLITICS = (
    re.compile("^(?:[وف]?[بكل]?ال|[وف]?لل|[وفبكل]|[ובלמהשכ])(?=.{4})"),
    re.compile("^(?:[وف][بكل]|[וש][בלמכ])(?=.{4})"),
)
"""What Arabic and Hebrew write together with a name: an article, one particle, two."""
_HANGUL = re.compile("^[\uac00-\ud7af]")
_PARTICLE = 2
"""Syllables that Korean writes together with a name, at most."""
_BEGINNING, _PAIR = 3, 2
"""Letters by which names are looked up, where white space parts words and where nothing does."""
_SIGNS = re.compile("^[\u3040-\u9fff\uac00-\ud7af]")


class City(NamedTuple):
    """A city."""

    name: str
    """What tells it from others: its own name, folded."""
    country: str
    """ISO 3166; empty: several countries have one of that name."""


def named_cities(text: str, language: str) -> Iterator[tuple[City, int, int]]:
    """Yield the cities that a text names, in their order, each with where its name begins and ends.

    >>> [city.name for city, _, _ in named_cities("Nach dem Brand in einer Dresdner Schule", "de")]
    ['dresden']
    >>> [*named_cities("法兰克福机场罢工", "zh")], [*named_cities("A bath in Reading", "en")]
    ([(City(name='frankfurt am main', country='DE'), 0, 4)], [])
    """
    main = language.partition("-")[0]
    return _spaced(text, main) if row(main).spaced else _unspaced(text, main)


def _spaced(text: str, language: str) -> Iterator[tuple[City, int, int]]:
    found = [*_WORD.finditer(text)]
    words = [match.group() for match in found]
    at = 0
    while at < len(words):
        length = 1
        if _may_begin(words[at], language):
            for length in range(min(_MOST_WORDS, len(words) - at), 0, -1):
                if city := _city(tuple(words[at : at + length]), language):
                    yield city, found[at].start(), found[at + length - 1].end()
                    break
        at += length


def _unspaced(text: str, language: str) -> Iterator[tuple[City, int, int]]:
    at = 0
    while at < len(text):
        near = _by_pair().get(text[at : at + _PAIR], ())
        name = next((one for one in near if text.startswith(one, at)), "")
        rare = len(name) > _PAIR or rarity(name, language) >= _RARE_NOUN
        if name and rare and _stands_alone(name, text, at):
            yield _cities()[name], at, at + len(name)
            at += len(name)
        else:
            at += 1


@lru_cache(maxsize=100_000)
def _may_begin(word: str, language: str) -> bool:
    """Tell whether any city's name begins with a word, so that few runs of words are looked up."""
    return any(form[:_BEGINNING] in _beginnings() for form in _forms(word, language))


@lru_cache(maxsize=100_000)
def _city(words: Sequence[str], language: str) -> City | None:
    *before, last = words
    for form in _forms(last, language):
        name = " ".join((*map(folded, before), form))
        least = _LEAST_SIGNS if _SIGNS.match(name) else _LEAST_LETTERS
        if len(name) >= least and (city := _cities().get(name)):
            return city if before or _is_rare(last, language) else None
    return None


def _is_rare(word: str, language: str) -> bool:
    stem = stems(word, language)
    telling = (is_cased(word) or _SIGNS.match(word)) and not row(language).nouns_are_capital
    return (rarity(stem[0], language) if stem else RAREST) >= (_RARE if telling else _RARE_NOUN)


def _stands_alone(name: str, text: str, at: int) -> bool:
    """Tell whether a name in Chinese is no part of a longer one: Honduras ends like Durrës."""
    end = at + len(name)
    return not (at and writes_names(text[at - 1 : at + 1])) and not writes_names(text[end - 1 : end + 1])


def _forms(word: str, language: str) -> Sequence[str]:
    """Return the names, folded, that a word may be: as it is, declined, or an adjective made of one."""
    plain = folded(word)
    if _HANGUL.match(word):
        return [word[:end] for end in range(len(word), max(len(word) - _PARTICLE, _LEAST_SIGNS) - 1, -1)]
    if not is_cased(word):
        return [plain, *(clitics.sub("", plain) for clitics in _CLITICS)]
    declined, made = _endings(language)
    if word[0].isupper():
        return [plain, *_without(plain, declined), *_without(plain, made)]
    return [] if row(language).nouns_are_capital else [*_without(plain, made)]


def _without(word: str, endings: Sequence[tuple[str, str]]) -> Iterator[str]:
    for old, new in endings:
        if word.endswith(old) and len(word) - len(old) >= _LEAST_LETTERS:
            yield word[: -len(old)] + new


@cache
def _endings(language: str) -> tuple[Sequence[tuple[str, str]], Sequence[tuple[str, str]]]:
    """Return the endings of names and of adjectives, each with what the city's name has there."""
    own = row(language)
    cases = [folded(ending) for ending in own.case_endings]
    subject = ["", *(case for case in cases if len(case) == 1)]
    declined = dict.fromkeys((case, end) for case in cases for end in subject)
    return [*declined], [(folded(old), folded(new)) for old, new in own.city_endings]


@cache
def _by_pair() -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in _cities():
        if _SIGNS.match(name):
            found[name[:_PAIR]].append(name)
    return {key: sorted(names, key=lambda name: (-len(name), name)) for key, names in found.items()}


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(name.partition(" ")[0][:_BEGINNING] for name in _cities())


@cache
def _cities() -> Mapping[str, City]:
    packed = files(__package__).joinpath("cities.tsv.xz").read_bytes()
    lines = (line.split("\t") for line in lzma.decompress(packed).decode("utf-8").splitlines())
    return {called: City(name, country) for name, country, *names in lines for called in names}
