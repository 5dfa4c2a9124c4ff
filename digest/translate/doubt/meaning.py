"""Whether an output says what its source says, by a sentence encoder and by the words.

The encoder hears what a text is about. Not what it denies, not its numbers, and it likes copies best: it is
asked last, of what every other rule lets through. A logistic model weighs how much less alike the two are
than translations between English and that language mostly are, and how many of the source's words the output
tells; DECISIONS says what it was fitted on.
"""

from __future__ import annotations

import hashlib
from collections.abc import MutableMapping
from dataclasses import dataclass, field
from math import log

from digest.languages.lengths import in_english
from digest.meaning import Encoder, EncoderError, UniversalEncoder, likeness
from digest.translate import alignment
from digest.translate.gate import in_capitals

_TYPICAL = {
    "ar": 0.71, "de": 0.74, "es": 0.80, "fr": 0.78, "it": 0.79, "ja": 0.69,
    "ko": 0.71, "pt": 0.80, "ru": 0.71, "tr": 0.73, "zh": 0.69,
}  # fmt: skip
"""The median likeness of an English text and its translation; a language that is not here is not judged."""
_PIVOT, _PIVOT_TYPICAL = "en", 1.0
_BOTH_AWAY = 1.08
"""Two other languages are a little more alike than what each is to English says, by 1.07 to 1.2 times."""
_BASE, _LESS, _UNTOLD, _LENGTH, _LESS_OF_LONG = -5.6, 24.5, 3.9, 1.6, 3.4
_SURE = 2.0
"""Log-odds, of as many unrelated texts as translations, from which an output is doubted."""
_USUAL, _SHORTEST, _FEW = 100, 10, 4
"""Characters that lengths are compared with and that count at least; words that temper what a few say."""
_CAPITALS = 0.65
"""The likeness below which a headline in capitals is doubted, of which engines make words that are none."""


@dataclass(slots=True)
class Meaning:
    """What tells that a text is about something else; answers are kept, as the model is slow to load.

    Args:
        known: Answers by what was asked, as they were kept; those that are found are added to `new`, too.
        encoder: Asked for vectors.
    """

    known: MutableMapping[str, str] = field(default_factory=dict)
    new: dict[str, str] = field(default_factory=dict)
    encoder: Encoder = field(default_factory=UniversalEncoder)
    broken: str | None = None
    """Why the encoder cannot be asked, in a sentence."""

    def unlike(self, source: str, output: str, pair: tuple[str, str]) -> str | None:
        """Return that an output seems to say something else than its source, or None."""
        typical = _typical(*pair)
        if typical is None or not all(map(self.encoder.speaks, pair)):
            return None
        key = hashlib.sha256("\0".join((self.encoder.name, *pair, source, output)).encode()).hexdigest()
        if key not in self.known and self.broken is None:
            try:
                own, other = self.encoder.encode([source, output])
            except EncoderError as error:
                self.broken = str(error)
                return None
            odds = _odds(likeness(own, other), typical, source, output, pair)
            self.known[key] = self.new[key] = "another meaning" if odds > _SURE else ""
        return self.known.get(key) or None


def _typical(source_language: str, target_language: str) -> float | None:
    """Return how alike translations of a pair mostly are; None where nobody has looked."""
    first, second = (language.split("-", maxsplit=1)[0] for language in (source_language, target_language))
    own, other = (_PIVOT_TYPICAL if code == _PIVOT else _TYPICAL.get(code) for code in (first, second))
    if first == second or own is None or other is None:
        return None
    return own * other * (1.0 if _PIVOT in {first, second} else _BOTH_AWAY)


def _odds(like: float, typical: float, source: str, output: str, pair: tuple[str, str]) -> float:
    if in_capitals(source) and like < _CAPITALS:
        return _SURE + 1
    length = log(max(in_english(source, pair[0]), _SHORTEST) / _USUAL)
    less = typical - like
    untold, words = alignment.untold(source, output, *pair)
    return (
        _BASE
        + _LESS * less
        + _UNTOLD * untold / (words + _FEW)
        + _LENGTH * length
        + _LESS_OF_LONG * less * length
    )


SHARED = Meaning()
"""Keeps its answers as long as the program runs."""
