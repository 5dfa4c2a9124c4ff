"""Names that only one of two wordings has: `President Herrera` and `President Morales`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from digest.cache import Codec, remembered
from digest.languages import codes, locale, row
from digest.languages.latin import LETTERS, folded, skeleton, spelling
from digest.languages.lexicon import RAREST, english, rarity, stems
from digest.languages.numbers import months, weekdays
from digest.languages.senses import countries_of, is_place, may_deny, opposed, say_alike, sides
from digest.languages.sounds import nearly_spelt, sounds_like
from digest.match.changes.states import main
from digest.model import Quote

_WORD = re.compile(rf"{LETTERS}(?:[-’']{LETTERS})*")
_OPENS = re.compile(r"(?:^|[.!?…:]|[“«„\"(¿¡—–])[\s\u00a0]*\Z")
"""What stands before a word that is capitalised only because it opens a sentence."""
_CHARACTER = re.compile(r"\w")
_LONGEST_WORDS = 3
"""Words of a name at most."""
_LONGEST_CHARACTERS = 8
"""The same in characters, where nothing parts words."""
_SHARED = 3
"""Characters that the ends of two names may have in common, and one more."""
_LONG = 4
"""Letters of a name at least."""
_STEM = 4
"""Letters that two forms of a name in one language have in common."""
_SHORT = re.compile(r"\b[^\W\d_a-z]{2,4}\b|(?:\b[^\W\d_a-z]{1,2}\.\s?){2,}")
"""A name in capitals, as countries have: `UK`, `EE. UU.`"""
_HEADLINE = 0.6
"""The share of long words with a capital letter from which it tells no name."""
_CONSONANTS = 3
"""Consonants that a name in two languages has in common."""
_KEPT: Codec[tuple[str, ...]] = Codec(tuple[str, ...])


@remembered("named alone", _KEPT)
def named_alone(here: Quote, there: Quote) -> tuple[str, ...]:
    """Return the names in a wording that another has nothing like.

    Nothing tells them in a script without capital letters, nor in a language where all nouns have them.
    Countries are left out, which others say by their government; between two languages so is what the
    language's table holds: it may be translated.
    """
    return tuple(_named_alone(here, there))


def _named_alone(here: Quote, there: Quote) -> Iterator[str]:
    own, same = row(here.language), main(here.language) == main(there.language)
    if not own.cased or own.nouns_are_capital or not row(there.language).cased or _is_headline(here.text):
        return
    words = [match.group() for match in _WORD.finditer(there.text)]
    known = {_form(word, same=same) for word in words}
    for match in _WORD.finditer(here.text):
        word = match.group()
        if not word[0].isupper() or word.isupper() or len(word) < _LONG or word.casefold() in own.titles:
            continue
        before = here.text[: match.start()]
        if _OPENS.search(before) or _is_held(word, here.language, same=same):
            continue
        if same and _is_ordinary(word, here.language) and not _names_follow(before, here.language):
            continue  # `Tribunal`, `Corte`: an institution has many names
        parts = (word, *re.split("[-’']", word))
        if known.isdisjoint(_form(part, same=same) for part in parts) and not any(
            _may_be(part, other) for part in parts for other in words
        ):
            yield word


def _is_headline(text: str) -> bool:
    """Tell whether words have capital letters that are no names: a headline in English."""
    long = [word for word in _WORD.findall(text) if len(word) >= _LONG]
    return sum(word[0].isupper() for word in long) > _HEADLINE * len(long) and len(long) > _LONG


def _may_be(name: str, word: str) -> bool:
    """Tell whether a capitalised word is a name in another spelling, script or form."""
    if not word[0].isupper():
        return False
    if name.isascii() and spelling(name)[:_STEM] == spelling(word)[:_STEM]:
        return True  # `Senate`, `Senado`
    if name.isascii() == word.isascii():
        return nearly_spelt(name, word)
    return sounds_like(name, word) or sounds_like(word, name)  # either may be declined


def swapped(first: Quote, second: Quote) -> tuple[str, str] | None:
    """Return what stands beside a title where two wordings of one language are the same otherwise.

    So a name is seen where no capital letters show it: `الرئيس هيريرا` and `الرئيس موراليس`.
    """
    if main(first.language) != main(second.language):
        return None
    own = row(first.language)
    pattern = _WORD if own.spaced else _CHARACTER
    here, there = (pattern.findall(quote.text) for quote in (first, second))
    start = _common(here, there)
    end = _common(here[start:][::-1], there[start:][::-1])
    one, other = here[start : len(here) - end], there[start : len(there) - end]
    longest = _LONGEST_WORDS if own.spaced else _LONGEST_CHARACTERS
    if not (0 < len(one) <= longest and 0 < len(other) <= longest) or start + end < len(one):
        return None
    gap = " " if own.spaced else ""
    said = [gap.join(words) for words in (one, other)]
    small = own.cased and not (one[0][0].isupper() and other[0][0].isupper())
    if small or _are_words(said[0], said[1], main(first.language)):
        return None
    titles = tuple(gap.join(pattern.findall(title)) for title in (*own.titles, *own.titles_after))
    before, after = gap.join(here[:start]).casefold(), gap.join(here[len(here) - end :]).casefold()
    if any(_ends(before, title, spaced=own.spaced) for title in titles):
        return gap.join(one), gap.join(other)
    for shared in range(1 if own.spaced else _SHARED):  # `马杜罗总统`, `卡斯特罗总统`
        if any(_starts(after[shared:], title, spaced=own.spaced) for title in titles):
            return gap.join(one) + after[:shared], gap.join(other) + after[:shared]
    return None


def other_country(first: Quote, second: Quote) -> tuple[str, str] | None:
    """Return a country that each of two wordings names, and the other does not: Angola for Mozambique.

    Names are CLDR's; one country more or less is no change, as many are said by their capital.
    """
    own, other = (countries_of(quote.text, main(quote.language)) for quote in (first, second))
    both = own.keys() & other.keys()
    own, other = ({code: name for code, name in found.items() if code not in both} for found in (own, other))
    if not own or not other or (both and len(own) + len(other) > 2):
        return None
    if any(found[0].isupper() for quote in (first, second) for found in _SHORT.finditer(quote.text)):
        return None  # `US` may be any of them, and a language's short form for it is not known
    return next(iter(own.values())), next(iter(other.values()))


def _are_words(one: str, other: str, language: str) -> bool:
    """Tell whether what stands for each other is no name: `refused`, `agreed`."""
    if not row(language).spaced and any(_tells(words, language) for words in (one, other)):
        return True
    known = not row(language).cased and all(
        english(stem, language) for words in (one, other) for stem in stems(words, language)
    )
    if known or say_alike(("", one, ""), ("", other, ""), language):
        return True  # `انتقد`, `هاجم`
    return bool(opposed(one, other, (language, language)))


def _tells(characters: str, language: str) -> bool:
    """Tell whether characters say something, as no name does: `否认`."""
    return bool(may_deny(characters, language, freely=True) or sides(characters, language).said)


def _common(one: list[str], other: list[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _ends(text: str, title: str, *, spaced: bool) -> bool:
    return text.endswith(title) and (not spaced or text[: -len(title)][-1:] in {"", " "})


def _starts(text: str, title: str, *, spaced: bool) -> bool:
    return text.startswith(title) and (not spaced or text[len(title) :][:1] in {"", " "})


def _form(word: str, *, same: bool) -> str:
    return spelling(word)[:_STEM] if same else skeleton(word).lstrip("h")[:_CONSONANTS]


def _is_held(word: str, language: str, *, same: bool) -> bool:
    plain = word.casefold()
    if not same and {plain, plain.removesuffix("s")} & set(row(language).not_names):
        return True  # `the Senate`
    if word.casefold() in _countries(main(language)) or _is_when(word, language):
        return True
    if not same and _is_translated(word, language):
        return True
    return not same and any(rarity(stem, language) < RAREST for stem in stems(word, language))


def _is_ordinary(word: str, language: str) -> bool:
    return all(rarity(stem, language) < RAREST for stem in stems(word, language))


def _names_follow(before: str, language: str) -> bool:
    """Tell whether a title or a given name stands before a word."""
    last = before.split()[-1:]
    return bool(last) and (last[0].casefold() in row(language).titles or folded(last[0]) in _given_names())


def _is_translated(word: str, language: str) -> bool:
    """Tell whether languages may have their own form of a word: of a place, a month, a first name."""
    return bool(months(word, language)) or is_place(word) or folded(word) in _given_names()


def _is_when(word: str, language: str) -> bool:
    """Tell whether a word is a day or a month and nobody's name: `Πέμπτη`, not `May`."""
    month = months(word, language) and folded(word) not in _given_names()
    return bool(month or weekdays(word, language))


@cache
def _given_names() -> frozenset[str]:
    return frozenset(folded(name) for code in codes() for name in row(code).given_names)


@cache
def _countries(language: str) -> frozenset[str]:
    territories = locale(language).territories
    return frozenset(word.casefold() for name in territories.values() for word in _WORD.findall(str(name)))
