"""Whether a part of a source is lost: by the lengths of sentences and by what the output tells of the words.

A part is a sentence, or what stands before or after a capital letter within one, as headlines have no mark at
their end. Neither kind of evidence is enough: translators shorten, and words have more translations than
the lexicon knows. A logistic model weighs both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from digest import languages
from digest.languages.lengths import in_english
from digest.languages.sentences import all_sentences as sentences
from digest.translate.alignment.beads import pairing
from digest.translate.alignment.told import Told, Word, told

_CAPITAL = re.compile(r"\s[\"'“‘«„¿¡(]*(?=[^\W\d_])")
_LEAST, _LEAST_WORDS = 12, 3
"""Characters of a part of a sentence and on its other side, and its words."""
_MOST_WORDS = 6.0
"""What all words together may say for or against a loss; they are not independent."""
_MOST = 8
"""How many parts of a long text are weighed: those that the words speak for most."""
_MOST_WITHIN = 300
"""Words of a sentence; a longer one is a list, each capital of which would be weighed with all its words."""
_TYPICAL = -0.7
"""What a word of a translation tells on average, where the lexicon cannot say it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a source that may be lost."""

    sentence: int
    length: float
    """In characters that an English text would have; the whole sentence's if it is one."""
    words: float
    """What the words say, as `Told.lost` gives it."""
    others: float
    """What a word of the rest says, on average."""
    within: bool
    """Whether it is less than a sentence."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each kind of evidence weighs: DECISIONS says what it was fitted on."""

    fit: float
    """How much better the sentences pair without the part."""
    any_fit: float
    """How much better they do if any may be missing."""
    share: float
    """How much shorter the whole is than expected, a logarithm."""
    words: float
    others: float
    within: float
    base: float


WEIGHTS = Weights(fit=1.6, any_fit=0.6, share=3.0, words=0.65, others=-1.2, within=-1.1, base=-3.2)


def lost(source: str, output: str, source_language: str, target_language: str) -> float:
    """Return the log-odds that a part of `source` is lost, far below 0 if nothing says so."""
    w = WEIGHTS
    return max(
        (
            w.base + w.fit * fit + w.any_fit * any_fit + w.share * share
            + w.words * part.words + w.others * part.others + w.within * part.within
            for part, fit, any_fit, share in evidence(source, output, source_language, target_language)
        ),
        default=float("-inf"),
    )  # fmt: skip


def untold(source: str, output: str, source_language: str, target_language: str) -> tuple[float, int]:
    """Return what the words of `source` say for the output not telling them (`Told.lost`), and how many.

    A translation has far less than 0; 0 and no words come back where the lexicon lacks a language.
    """
    found = told(sentences(source, source_language), output, source_language, target_language)
    if found is None:
        return 0.0, 0
    return sum(map(found.lost, found.sentences)), sum(map(len, found.sentences))


@lru_cache(maxsize=1024)
def evidence(
    source: str, output: str, source_language: str, target_language: str
) -> tuple[tuple[Part, float, float, float], ...]:
    """Return the parts that may be lost, each with how lengths speak for it (`Weights` says how)."""
    pair = (source_language, target_language)
    cut = sentences(source, source_language)
    lengths = pairing(source, output, *pair)
    found = told(cut, output, *pair)
    parts = sorted(_parts(cut, found, source_language), key=lambda part: part.words, reverse=True)
    if not parts:
        return ()
    any_fit, share = lengths.lost, -lengths.share
    return tuple(
        (part, lengths.without(part.sentence, part.length), any_fit, share) for part in islice(parts, _MOST)
    )


def _parts(cut: tuple[str, ...], found: Told | None, language: str) -> Iterator[Part]:
    if found is None:
        if len(cut) > 1:
            for at, sentence in enumerate(cut):
                yield Part(at, in_english(sentence, language), 0.0, _TYPICAL, within=False)
        return
    spaced = languages.row(language).spaced  # elsewhere a capital begins a foreign name
    whole = [found.lost(words) for words in found.sentences]
    total, count = sum(whole), sum(map(len, found.sentences))

    def part(at: int, text: str, words: tuple[Word, ...], says: float, *, within: bool) -> Part:
        others = (total - says) / max(1, count - len(words))
        return Part(at, in_english(text, language), max(-_MOST_WORDS, min(_MOST_WORDS, says)), others, within)

    for at, (sentence, words) in enumerate(zip(cut, found.sentences, strict=True)):
        if len(cut) > 1:
            yield part(at, sentence, words, whole[at], within=False)
        for text, own in _within(sentence, words) if spaced else ():
            yield part(at, text, own, found.lost(own), within=True)


def _within(sentence: str, words: tuple[Word, ...]) -> Iterator[tuple[str, tuple[Word, ...]]]:
    """Yield what stands before and after each capital letter, and its words."""
    if len(words) > _MOST_WITHIN:
        return
    for found in _CAPITAL.finditer(sentence):
        at = found.end()
        if sentence[at].isupper() and _LEAST <= at <= len(sentence) - _LEAST:
            before = sum(word.start < at for word in words)
            for text, own in ((sentence[:at], words[:before]), (sentence[at:], words[before:])):
                if len(own) >= _LEAST_WORDS:
                    yield text, own
