"""Whether a wording says what the words beside it say: sentence by sentence, not by length.

A sentence is told by another text if one of that text's sentences means nearly the same. Where the lexicon
(`digest.languages.lexicon`) has the same English, number or name for nearly half of what its words weigh, it
is told; of the others the encoder (`digest.meaning`) is asked. For languages that the encoder does not know
the lexicon decides alone, and finds less. Short sentences are never found wanting.

On 94 passages of two sentences in six pairs of languages, beside their human translation, a sentence was
taken for lost or added in 0 to 10 % of true pairs; where one was exchanged for the sentence that follows, the
one left out was found in 64 to 71 %, the one added in 66 to 68 % (the thresholds were chosen on these). In
Persian and Ukrainian, which the encoder does not know: 4 and 7 %, 24 and 25 %, 22 and 37 %.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from digest import languages
from digest.cache import Codec, remembered
from digest.languages.latin import skeleton
from digest.languages.lexicon import english, rarity, stems
from digest.languages.sentences import all_sentences

if TYPE_CHECKING:
    from digest.meaning import UniversalEncoder, Vector

_WORD = re.compile(r"[^\W\d_]+|\d+")
_TELLING = 4.0
"""Rarity from which a word tells a sentence: articles have about 1."""
_LEAST_WEIGHT = 14.0
"""What a sentence's known words weigh at least for its absence to be noticed: two or three of them."""
_TOLD = 0.45
"""A sentence of whose words this share, by weight, stands in one sentence of the other text is told there."""
_ALIKE = 0.35
"""The encoder's likeness from which two sentences may say the same."""
_UNTOLD, _UNTOLD_BESIDE = 0.2, 0.3
"""By the lexicon alone: the share below which a sentence is not told, and that of the best told one's."""
_LEAST_NAME = 4
"""Letters of a name that is compared by its sound: shorter ones sound like too many."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What a text tells of another, and that of it."""

    share: float
    """The lesser of the two shares by weight, for choosing the closest of several; 0 to 1."""
    lacks: bool
    """Whether a sentence of the other text is not told."""
    adds: bool
    """Whether it has a sentence that the other text has not."""


_KEPT: Codec[Reach | None] = Codec(Reach | None)


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    weight: float
    share: float
    """Of its weight, what one sentence of the other text has."""


@lru_cache(maxsize=20_000)
@remembered("reach", _KEPT)
def reach(text: str, language: str, other: str, other_language: str) -> Reach | None:
    """Return how far `text` tells `other`; None where each is one sentence, or the lexicon knows neither."""
    cuts = all_sentences(text, language), all_sentences(other, other_language)
    if max(map(len, cuts)) < 2:
        return None
    forth = _beside(cuts[0], language, cuts[1], other_language)
    back = _beside(cuts[1], other_language, cuts[0], language)
    if not any(one.weight for one in forth) or not any(one.weight for one in back):
        return None
    pair = language, other_language
    return Reach(
        share=min(_share(forth), _share(back)),
        lacks=_has_untold(back, cuts[0], pair),
        adds=_has_untold(forth, cuts[1], pair),
    )


def _beside(own: Sequence[str], language: str, others: Sequence[str], other_language: str) -> list[_Sentence]:
    keys = [_keys(other, other_language) for other in others]
    found = []
    for sentence in own:
        words = list(_words(sentence, language))
        weight = sum(rare for _, rare in words)
        told = max((sum(rare for meant, rare in words if meant & there) for there in keys), default=0.0)
        found.append(_Sentence(sentence, weight, told / weight if weight else 1.0))
    return found


def _share(sentences: Sequence[_Sentence]) -> float:
    weight = sum(one.weight for one in sentences)
    return sum(one.share * one.weight for one in sentences) / weight


def _has_untold(sentences: Sequence[_Sentence], others: Sequence[str], pair: tuple[str, str]) -> bool:
    best = max(one.share for one in sentences)
    wanting = [one for one in sentences if one.weight >= _LEAST_WEIGHT and one.share < _TOLD]
    if not wanting:
        return False
    from digest.meaning import likeness  # noqa: PLC0415 - it brings numpy, and few builds ask

    vectors = _vectors((*(one.text for one in wanting), *others), pair)
    if vectors is None:
        return any(one.share < min(_UNTOLD, _UNTOLD_BESIDE * best) for one in wanting)
    theirs = vectors[len(wanting) :]
    return any(max(likeness(own, other) for other in theirs) < _ALIKE for own in vectors[: len(wanting)])


def _vectors(texts: Sequence[str], pair: tuple[str, str]) -> list[Vector] | None:
    from digest.meaning import EncoderError  # noqa: PLC0415 - as above

    encoder = _encoder()
    if not all(map(encoder.speaks, pair)):
        return None
    try:
        return [_vector(text) for text in texts]
    except EncoderError:
        return None  # a site without the model is built, too


@lru_cache(maxsize=1)
def _encoder() -> UniversalEncoder:
    from digest.meaning import UniversalEncoder  # noqa: PLC0415 - as above

    return UniversalEncoder()


@lru_cache(maxsize=1000)
def _vector(text: str) -> Vector:
    return _encoder().encode([text])[0]


def forget() -> None:
    """Give back the memory of the encoder."""
    _encoder.cache_clear()
    _vector.cache_clear()


def _keys(text: str, language: str) -> frozenset[str]:
    return frozenset(key for own, _ in _words(text, language) for key in own)


def _words(text: str, language: str) -> Iterator[tuple[frozenset[str], float]]:
    """Yield what each telling word may be in the other text, and its weight."""
    overlap = 1.0 if languages.row(language).spaced else 3.0
    for found in _WORD.findall(text):
        if found.isdecimal():
            yield frozenset({f"#{int(found)}"}), _TELLING
            continue
        sound = skeleton(found) if len(found) >= _LEAST_NAME or not found.isascii() else ""
        sounds = frozenset({f"~{sound}"}) if len(sound) >= _LEAST_NAME - 1 else frozenset()
        for stem in stems(found, language):
            meant = frozenset(english(stem, language))
            rare = rarity(stem, language)
            if rare >= _TELLING and meant:
                yield meant | sounds, rare / overlap
