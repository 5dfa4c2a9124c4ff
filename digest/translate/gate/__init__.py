"""What machine output must not be. Each rule looks at a source and an output and says what is wrong, or None.

The rules are few and blunt; the worst that a wrong refusal does is that the original is shown alone. What
is less sure makes an output doubtful (`digest.translate.doubt`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from digest import languages
from digest.languages.latin import folded
from digest.languages.lengths import relative_length
from digest.languages.sounds import nearly_spelt, sounds_like
from digest.translate.gate import numbers, sentences
from digest.translate.gate.repeats import copied, left, looped, said_twice

_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"[^\W\d_]+|[^\w\s]")
"""Words, and the marks between them, which end a name."""
_SIGN = re.compile(r"[\\^{}|~♪♫�<>]|(?<!\d)(?<!\d\s)[%‰٪](?!\s?\d)|(?<!\w)_(?!\w)")
_MOST_NAMES = 3
"""Capitalised words in a row that are a name; more are a headline."""
_LONGEST, _SHORTEST, _SLACK = 3.0, 0.3, 20
"""How often as long as expected an output may be, in characters of an English text, and what is free."""
_LEAST_NAME = 4
_SURELY_LOST, _SURELY_ADDED = 4.0, 6.0
"""Logarithms of likelihood from which sentences are missing, or too many."""


def refusal(source: str, output: str, *, source_language: str, target_language: str) -> str | None:
    """Return why `output` is no translation of `source`, or None if no rule objects."""
    if not output.strip():
        return "no text"
    pair = (source_language, target_language)
    return (
        _symbols(source, output)
        or _signs(source, output)
        or copied(source, output)
        or looped(source, output)
        or said_twice(source, output, *pair)
        or left(source, output, *pair)
        or _numbers(source, output, *pair)
        or _half_a_name(source, output, source_language)
        or _length(source, output, *pair)
        or _sentences(source, output, *pair)
    )


def _symbols(source: str, output: str) -> str | None:
    """`♪` for a sentence."""
    return "symbols instead of words" if _WORD.search(source) and not _WORD.search(output) else None


def _signs(source: str, output: str) -> str | None:
    """A sign that neither the source has nor a number explains (`'%translated-word`)."""
    new = next((sign for sign in _SIGN.findall(output) if sign not in source), None)
    return f"a sign that the source does not have: {new}" if new else None


def _numbers(source: str, output: str, source_language: str, target_language: str) -> str | None:
    """A number that comes back neither in digits nor in words."""
    lost, _ = numbers.lost_and_added(source, output, source_language, target_language)
    return f"a number lost or changed: {', '.join(lost)}" if lost else None


def _half_a_name(source: str, output: str, source_language: str) -> str | None:
    """A name whose first word was kept and whose next was translated (`Nicolás Mature`)."""
    after: dict[str, list[str]] = {}
    for first, second in pairwise(_NAME.findall(output)):
        after.setdefault(folded(first), []).append(second)
    own = {folded(word) for word in _NAME.findall(source)}
    row = languages.row(source_language)
    no_names = {*row.not_names, *row.openers, *row.titles}
    for sentence in sentences.sentences(source, source_language):
        for first, second in _names(sentence):
            nexts = after.get(folded(first), []) if _like_a_name(first) and _like_a_name(second) else []
            new = [word for word in nexts if _like_a_name(word) and folded(word) not in own]
            if new and not no_names & {first.lower(), second.lower()} and not _any_like(second, nexts):
                return f"half a name: {first} {second}"
    return None


def _names(sentence: str) -> Iterator[tuple[str, str]]:
    """Yield two words of a name that follow each other."""
    for capital, run in groupby(_NAME.findall(sentence), key=lambda word: word[0].isupper()):
        words = list(run)
        if capital and len(words) <= _MOST_NAMES:
            yield from pairwise(words)


def _like_a_name(word: str) -> bool:
    return len(word) >= _LEAST_NAME and word[0].isupper() and word[1:].islower()


def _any_like(name: str, words: list[str]) -> bool:
    return any(
        nearly_spelt(name, word) if name.isascii() == word.isascii() else sounds_like(name, word)
        for word in words
    )


def _length(source: str, output: str, source_language: str, target_language: str) -> str | None:
    """An absurd length."""
    before = len(source) / relative_length(source_language)
    after = len(output) / relative_length(target_language)
    if after > before * _LONGEST + _SLACK:
        return "far longer than the source"
    if before > after / _SHORTEST + _SLACK:
        return "far shorter than the source"
    return None


def _sentences(source: str, output: str, source_language: str, target_language: str) -> str | None:
    """A sentence lost, or one invented."""
    lost, added = sentences.lost_and_added(source, output, source_language, target_language)
    if lost > _SURELY_LOST:
        return "a sentence lost"
    return "a sentence added" if added > _SURELY_ADDED else None
