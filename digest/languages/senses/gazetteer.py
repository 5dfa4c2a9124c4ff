"""Places that a text names, whatever its language: countries, what is theirs (`Belgian`), and large cities.

Names are CLDR's (Babel): of territories, of the cities that time zones are known by, and of currencies and
languages, which hold adjectives; `senses/places.txt` has what else languages call by names of their own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from babel import Locale
from babel.core import get_global

from digest.languages import locale, row
from digest.languages.latin import LETTERS, folded
from digest.languages.senses.places import names_of_places
from digest.languages.tags import written

_WORD = re.compile(LETTERS)
_YEARS = re.compile(r"\(.*?\)")
_BEGINNING = 2
"""Letters by which names are looked up."""
_LONG, _VERY_LONG, _ADJECTIVE = 5, 8, 5
"""Letters of a name from which on it may be declined, or lose another letter; and of an adjective."""
_LOSES = (*"aeiouyаеёиоуыэюяьйієїύαεηιουωςاةهیيىוהיםתािीुूेैोौ",)
"""Letters at the end of a name that an ending may stand for: Hungarian `torony` is no form of `török`."""
_ABBREVIATION = 2
"""Letters of a name that is written in capitals."""
_ENDING = 3
"""Letters that an ending of a case has more than the name."""
_ENDINGS = frozenset(("", "s", "n", "ns", "e", "er", "an", "ans", "ian", "ians", "is"))
"""What else may follow a name: a genitive, those who live there."""
_KANA = re.compile("[\u3041-\u30ff]{1,2}")
"""Names that stand in too many other words."""
_ARTICLE = re.compile("^ال")
_PREFIXES = re.compile("^(?:[وفبكل]?ال|لل|[وفبكل](?=.{4})|(?:וה|של|שה|מה|בה|כש|[הובלמשכ])(?=.{4}))")
"""What Arabic and Hebrew write together with a name."""
_ALSO = {
    "TR": ("Turkey",),
    "US": ("US", "USA", "EE UU", "EEUU", "EUA", "США", "أمريكا", "آمریکا"),
    "GB": ("UK",),
}
"""What countries are called beside what CLDR has first."""
_SPEAKERS = """
da DK nl NL de DE fr FR sv SE nb NO fi FI pl PL cs CZ sk SK hu HU ro RO bg BG el GR tr TR ru RU uk UA be BY
sr RS hr HR sl SI it IT ja JP ko KR zh CN vi VN th TH lt LT lv LV et EE ka GE hy AM kk KZ uz UZ mn MN km KH
ne NP is IS ga IE mt MT sq AL mk MK fa IR es ES pt PT
"""
"""Languages whose name is the adjective of a country, and the country."""


class _Name(NamedTuple):
    words: tuple[str, ...]
    """Folded."""
    place: str
    capital: bool
    """Whether it is a name only with a capital letter."""

    @property
    def shown(self) -> int:
        """How many capitals show it: 0, 1, or 2 for all."""
        return self.capital + (self.capital and len(self.words[0]) <= _ABBREVIATION)

    @property
    def rank(self) -> tuple[int, tuple[str, ...], str]:
        return -len(" ".join(self.words)), self.words, self.place


def named_places(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield the places that a text names, in their order, each with the words that name it.

    >>> [place for place, _ in named_places("Soldaten in Lusaka: die belgische Regierung", "de")]
    ['Africa/Lusaka', 'BE']
    >>> [*named_places("比利时铁路工人罢工", "zh")], [*named_places("В Бельгии", "ru")]
    ([('BE', '比利时')], [('BE', 'Бельгии')])
    """
    code = written(language)
    return _spaced(text, code) if row(code).spaced else _unspaced(folded(text), code)


def _unspaced(text: str, language: str) -> Iterator[tuple[str, str]]:
    names, at = _names(language), 0
    while at < len(text):
        own = names.get(text[at : at + _BEGINNING], ())
        name = next((one.words[0] for one in own if text.startswith(one.words[0], at)), "")
        if name:
            yield next(one.place for one in own if one.words[0] == name), name
        at += len(name) or 1


def _spaced(text: str, language: str) -> Iterator[tuple[str, str]]:
    written = _WORD.findall(text)
    read = [_read(word, language) for word in written]
    at = 0
    while at < len(read):
        own = (one for one in read[at].begun if _goes_on(read, at, one, language))
        name = next(own, None)
        if name:
            yield name.place, " ".join(written[at : at + len(name.words)])
        at += len(name.words) if name else 1


class _Word(NamedTuple):
    forms: tuple[str, ...]
    begun: tuple[_Name, ...]
    """The names that it may be the first word of."""


@lru_cache(maxsize=50_000)
def _read(written: str, language: str) -> _Word:
    """Return what a word may be; texts have the same ones over and over."""
    names, cased = _names(language), row(language).cased
    # `US` is a country, `us` and `Us` are not.
    shown = 2 if not cased or written.isupper() else written[:1].isupper()
    forms = _forms(folded(written))
    near = (one for form in forms for one in names.get(form[:_BEGINNING], ()))
    return _Word(forms, tuple(one for one in near if shown >= one.shown and _is(forms, one, 0, language)))


def _goes_on(read: Sequence[_Word], at: int, name: _Name, language: str) -> bool:
    """Tell whether the words behind the first are the rest of a name."""
    size = len(name.words)
    return size == 1 or (
        at + size <= len(read)
        and all(_is(read[at + place].forms, name, place, language) for place in range(1, size))
    )


def _forms(word: str) -> tuple[str, ...]:
    """Return a folded word, and without what is written together with it."""
    return tuple(dict.fromkeys((word, _ARTICLE.sub("", word), _PREFIXES.sub("", word))))


def _is(forms: Sequence[str], name: _Name, at: int, language: str) -> bool:
    declined = bool(row(language).case_endings) or not row(language).cased
    return any(_is_form(form, name, at, declined=declined) for form in forms)


def _is_form(word: str, name: _Name, at: int, *, declined: bool) -> bool:
    own = name.words[at]
    if word == own:
        return True
    if len(own) < _LONG:
        return False
    if not declined and not name.capital:
        return word.startswith(own[:-1]) and len(word) <= len(own) + (_ENDING if word.startswith(own) else 1)
    if not declined:
        return word.startswith(own) and word[len(own) :] in _ENDINGS
    lost = 1 + (len(own) >= _VERY_LONG) if own.endswith(_LOSES) else 0
    return word.startswith(own[: len(own) - lost]) and len(word) <= len(own) + _ENDING


@cache
def _names(language: str) -> Mapping[str, Sequence[_Name]]:
    """Return the names of places in a language, by the beginning of the first word, the longest first."""
    babel, own = locale(language), row(language)
    named = {code: str(name) for code, name in babel.territories.items() if re.fullmatch("[A-Z]{2}", code)}
    told = chain(
        ((name, code, True) for code, name in sorted(named.items())),
        ((name, code, True) for code, names in _ALSO.items() for name in names),
        ((name, f"place {at}", True) for at, own in enumerate(names_of_places()) for name in own),
        ((city, zone, True) for zone, city in _cities(babel, named)),
        ((word, code, own.peoples_are_capital) for word, code in _adjectives(babel, named)),
    )
    found: dict[str, list[_Name]] = defaultdict(list)
    first: dict[tuple[str, ...], str] = {}
    for text, place, capital in told:
        words = _words(text) if own.spaced else (folded(text),)
        long_enough = len("".join(words)) >= _BEGINNING and not _KANA.fullmatch(words[0])
        # What a name means first it means always: Georgia is the country, Mexico not its capital.
        if long_enough and first.setdefault(words, place) == place:
            found[words[0][:_BEGINNING]].append(_Name(words, place, capital))
    return {key: sorted(set(names), key=lambda name: name.rank) for key, names in found.items()}


def _cities(babel: Locale, named: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    zones: Mapping[str, Mapping[str, object]] = babel.time_zones
    for zone, code in sorted(get_global("zone_territories").items()):
        if code in named and zone.count("/") == 1:
            yield zone, str(zones.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " "))


def _adjectives(babel: Locale, named: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the words of one country's currencies that begin like its name, and its language's."""
    owners: dict[str, set[str]] = defaultdict(set)
    for code, own in get_global("territory_currencies").items():
        for currency, *_ in own:
            owners[currency].add(code)
    of_word: dict[str, set[str]] = defaultdict(set)
    for currency, name in babel.currencies.items():
        for word in _words(_YEARS.sub("", str(name))):
            of_word[word] |= owners[currency] if len(owners[currency]) == 1 else {""}
    parts = {word for name in named.values() if len(own := _words(name)) > 1 for word in own}
    for word, of in sorted(of_word.items()):
        code = next(iter(of)) if len(of) == 1 else ""
        begins = code in named and folded(named[code]).startswith(word[:_BEGINNING])
        if begins and len(word) >= _ADJECTIVE and word not in parts:
            yield word, code
    speakers = _SPEAKERS.split()
    for language, code in zip(speakers[::2], speakers[1::2], strict=True):
        if len(own := _words(str(babel.languages.get(language, "")))) == 1 and len(own[0]) >= _ADJECTIVE:
            yield own[0], code


def _words(text: str) -> tuple[str, ...]:
    return tuple(_ARTICLE.sub("", folded(word)) for word in _WORD.findall(text))
