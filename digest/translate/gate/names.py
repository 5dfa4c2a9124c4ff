"""Names that an engine took for words: the first half kept, the second translated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import groupby, pairwise

from digest import languages
from digest.languages.latin import folded
from digest.languages.lexicon import RAREST, rarity, stems
from digest.languages.sounds import nearly_spelt, sounds_like
from digest.translate.alignment import sentences
from digest.translate.gate.marks import in_capitals

_NAME = re.compile(r"[^\W\d_]+|[^\w\s]")
"""Words, and the marks between them, which end a name."""
_MOST_NAMES = 3
"""Capitalised words in a row that are a name; more are a headline."""
_LEAST_NAME = 4
"""Letters of a name that is looked for: shorter ones are particles and initials, which languages change."""

_LEAST_MANGLED, _SAME_END = 6, 4
"""Letters of a name that is looked for with another beginning, and of its end at least."""


def half_a_name(source: str, output: str, source_language: str) -> str | None:
    """A person's name whose given name was kept and whose next word was translated (`Nicolás Mature`).

    Of other names translators translate the second half, too: `Chatham Adaları`, `Panama Papers`.
    """
    halves = _halves(source, output, source_language)
    half = next((f"{one} {two}" for one, two, _ in halves if folded(one) in _given_names()), None)
    return f"half a name: {half}" if half else None


def other_half(source: str, output: str, pair: tuple[str, str]) -> str | None:
    """A name whose first word was kept and whose next became a word that no lexicon has, nor the source."""
    for one, two, new in _halves(source, output, pair[0]):
        if (
            _knows(output, pair[1])
            and all(_unknown(word, pair[1]) for word in new)
            and _unknown(two, pair[0])
        ):
            return f"another name: {one} {two}"
    return None


def mangled(source: str, output: str, pair: tuple[str, str]) -> str | None:
    """A name of the source with another beginning, which makes it a word of no language: `Pocketnaro`."""
    rows = [languages.row(language) for language in pair]
    if not all(row.cased and not row.nouns_are_capital for row in rows):
        return None
    names, new = (
        [word for word in _NAME.findall(text) if len(word) >= _LEAST_MANGLED and _may_be_name(word, text)]
        for text in (source, output)
    )
    there = _NAME.findall(output)
    for name in names:
        for word in new:
            if (
                name[-_SAME_END:].lower() == word[-_SAME_END:].lower()
                and name[0].lower() != word[0].lower()
                and _unknown(name, pair[0])
                and _unknown(word, pair[1])
                and _knows(output, pair[1])
                and not _any_like(word, _NAME.findall(source))
                and not _any_like(name, there)
            ):
                return f"another name: {word}"
    return None


def _may_be_name(word: str, text: str) -> bool:
    """Tell whether a word is written as a name is; in a headline in capitals any is."""
    return word[0].isupper() and (not word.isupper() or in_capitals(text))


@lru_cache(maxsize=256)
def _halves(source: str, output: str, language: str) -> tuple[tuple[str, str, list[str]], ...]:
    """Return two words of a name of which the output has the first, and what follows it there instead."""
    after: dict[str, dict[str, None]] = {}
    for first, second in pairwise(_NAME.findall(output)):
        after.setdefault(folded(first), {})[second] = None
    words = _NAME.findall(source)
    own = {folded(word) for word in words}
    cut = sentences(source, language)
    row = languages.row(language)
    no_names = {*row.not_names, *row.openers, *row.titles}
    found = []
    for sentence in cut:
        for first, second in _names(sentence):
            nexts = after.get(folded(first), {}) if _like_a_name(first) and _like_a_name(second) else {}
            new = [word for word in nexts if _like_a_name(word) and folded(word) not in own]
            if not new or no_names & {first.lower(), second.lower()} or _any_like(second, nexts):
                continue
            if not _parted(first, second, words, cut):
                found.append((first, second, new))
    return tuple(found)


def _unknown(word: str, language: str) -> bool:
    return all(rarity(stem, language) >= RAREST for stem in stems(word, language))


def _knows(text: str, language: str) -> bool:
    """Tell whether the lexicon has words of a text, or else it knows nothing of the language."""
    return any(rarity(stem, language) < RAREST for stem in stems(text, language))


@cache
def _given_names() -> frozenset[str]:
    """Return the given names of all rows, folded: a person in the news may be from anywhere."""
    return frozenset(folded(name) for code in languages.codes() for name in languages.row(code).given_names)


def _names(sentence: str) -> Iterator[tuple[str, str]]:
    """Yield two words of a name that follow each other."""
    for capital, run in groupby(_NAME.findall(sentence), key=lambda word: word[0].isupper()):
        words = list(run)
        if capital and len(words) <= _MOST_NAMES:
            yield from pairwise(words)


def _parted(first: str, second: str, words: list[str], cut: tuple[str, ...]) -> bool:
    """Tell whether a headline ends between two words: the first stands alone too, the second begins too."""
    alone = any(one == first and other != second for one, other in pairwise(words))
    return alone and any(sentence.startswith(f"{second} ") for sentence in cut)


def _like_a_name(word: str) -> bool:
    return len(word) >= _LEAST_NAME and word[0].isupper() and word[1:].islower()


def _any_like(name: str, words: Iterable[str]) -> bool:
    return any(
        nearly_spelt(name, word) if name.isascii() == word.isascii() else sounds_like(name, word)
        for word in words
    )
