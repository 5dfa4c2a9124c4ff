"""Texts to vectors: how alike texts are in what they mean, in one language or in two.

In goes text with its language; out come vectors (512 numbers, length 1) whose scalar product says how alike
two texts are, or None where the encoder does not know the language or there is nothing to read.

- `encoder` is the Protocol that any encoder fulfils, and the one that comes along.
- `forward` computes the model so that every machine comes to the same digits.
- `levels` tells how alike true pairs are in which languages.
- `vectors` keeps what was computed, by content.

One witness among several: it hardly hears numbers and denials, and prefers copies to translations.
"""

from __future__ import annotations

from digest.errors import EncoderError
from digest.meaning.encoder import Encoder, UniversalEncoder, Vector, likeness
from digest.meaning.levels import MEAN_LEVEL, level
from digest.meaning.threads import one_thread
from digest.meaning.vectors import WHOLE, Vectors

__all__ = [
    "MEAN_LEVEL",
    "WHOLE",
    "Encoder",
    "EncoderError",
    "UniversalEncoder",
    "Vector",
    "Vectors",
    "level",
    "likeness",
    "one_thread",
]
