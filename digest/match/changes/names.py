"""Names that only one of two wordings has: `President Herrera` and `President Morales`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from digest.cache import Codec, remembered
from digest.languages import locale, row
from digest.languages.latin import skeleton, spelling
from digest.languages.lexicon import RAREST, rarity, stems
from digest.match.changes.states import main
from digest.model import Quote

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
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
    if not own.cased or own.nouns_are_capital or not row(there.language).cased:
        return
    known = {_form(match.group(), same=same) for match in _WORD.finditer(there.text)}
    for match in _WORD.finditer(here.text):
        word = match.group()
        if not word[0].isupper() or word.isupper() or len(word) < _LONG or word.casefold() in own.titles:
            continue
        if _OPENS.search(here.text[: match.start()]) or _is_held(word, here.language, same=same):
            continue
        if known.isdisjoint(_form(part, same=same) for part in (word, *re.split("[-’']", word))):
            yield word


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
    titles = tuple(gap.join(pattern.findall(title)) for title in (*own.titles, *own.titles_after))
    before, after = gap.join(here[:start]).casefold(), gap.join(here[len(here) - end :]).casefold()
    if any(_ends(before, title, spaced=own.spaced) for title in titles):
        return gap.join(one), gap.join(other)
    for shared in range(1 if own.spaced else _SHARED):  # `马杜罗总统`, `卡斯特罗总统`
        if any(_starts(after[shared:], title, spaced=own.spaced) for title in titles):
            return gap.join(one) + after[:shared], gap.join(other) + after[:shared]
    return None


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
    if word.casefold() in _countries(main(language)):
        return True
    return not same and any(rarity(stem, language) < RAREST for stem in stems(word, language))


@cache
def _countries(language: str) -> frozenset[str]:
    territories = locale(language).territories
    return frozenset(word.casefold() for name in territories.values() for word in _WORD.findall(str(name)))
