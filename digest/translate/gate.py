"""What machine output must not be. Each rule looks at a source and an output and says what is wrong, or None.

The rules are few and blunt; the worst that a wrong refusal does is "not translated yet".
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import pairwise

from digest import languages

_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"[^\W\d_]+|[^\w\s]")
"""Words, and the marks between them, which end a name."""
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f’']\d+)*")
_SPACED_LOOP = re.compile(r"\b(\w[\w ’'-]*?)(?:[\s,.;!?]+\1\b){2,}", re.IGNORECASE)
_LOOP = re.compile(r"([^\W\d_].{0,19}?)\1{3,}", re.DOTALL)
_REPEATED = re.compile(r"([^\W\d_].{0,19}?)\1{2,}", re.DOTALL)
_COPIED_FROM = 5
"""Words. A shorter text may well read the same in both languages, and so may a list of names."""
_LONGEST, _SHORTEST, _SLACK = 3.0, 0.3, 20
"""How often as long as its source an output may be, in characters weighted by script, and what is free."""


def refusal(source: str, output: str, *, source_language: str, target_language: str) -> str | None:
    """Return why `output` is no translation of `source`, or None if no rule objects."""
    if not output.strip():
        return "no text"
    rules = (_symbols, _copied, _digits, _loop, _half_a_name)
    found = (wrong for rule in rules if (wrong := rule(source, output)))
    return next(found, None) or _length(source, output, source_language, target_language)


def _symbols(source: str, output: str) -> str | None:
    """`♪` for a sentence."""
    return "symbols instead of words" if _WORD.search(source) and not _WORD.search(output) else None


def _copied(source: str, output: str) -> str | None:
    """The source given back."""
    words = _WORD.findall(source)
    same = [word.casefold() for word in words] == [word.casefold() for word in _WORD.findall(output)]
    names = sum(word[0].isupper() for word in words)
    return "the source, not translated" if same and len(words) >= max(_COPIED_FROM, names * 2) else None


def _digits(source: str, output: str) -> str | None:
    """Another number than the source has; how it is grouped may differ."""
    before, after = _numbers(source), _numbers(output)
    lost, added = before - after, after - before
    if lost or added:
        return "lost or changed a number" if lost else "a number that the source does not have"
    return None


def _numbers(text: str) -> Counter[str]:
    found = (re.sub(r"\D", "", number) for number in _NUMBER.findall(text))
    # Any script's digits are the same number.
    return Counter("".join(str(unicodedata.digit(digit)) for digit in number) for number in found)


def _loop(source: str, output: str) -> str | None:
    """A phrase three times in a row (four where no spaces part words) that the source does not repeat."""
    if _SPACED_LOOP.search(source) or _REPEATED.search(source):
        return None
    return "a phrase again and again" if _SPACED_LOOP.search(output) or _LOOP.search(output) else None


def _half_a_name(source: str, output: str) -> str | None:
    """A name whose first word was kept and whose next was translated (`Nicolás Mature`)."""
    words = _WORD.findall(source)
    if sum(word[0].isupper() for word in words) * 2 > len(words) + 2:
        return None  # a headline in capitals
    kept = {_folded(word) for word in _WORD.findall(output)}
    for first, second in pairwise(_NAME.findall(source)):
        capitals = first[:1].isupper() and second[:1].isupper()
        if capitals and _folded(first) in kept and _folded(second) not in kept:
            return f"half a name: {first} {second}"
    return None


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFD", word.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))


def _length(source: str, output: str, source_language: str, target_language: str) -> str | None:
    """A sentence lost, or many invented."""
    before, after = _weight(source, source_language), _weight(output, target_language)
    if after > before * _LONGEST + _SLACK:
        return "far longer than the source"
    if before > after / _SHORTEST + _SLACK:
        return "far shorter than the source"
    return None


def _weight(text: str, language: str) -> float:
    """Return the length in characters; one of a script without spaces says about three of another's."""
    return len(text) * (1.0 if languages.row(language).spaced else 3.0)
