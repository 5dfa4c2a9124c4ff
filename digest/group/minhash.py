"""How alike two texts are, by the words that stand together in both: MinHash (Broder 1997).

The share of equal numbers in two sketches estimates the share of shingles that the texts have in common
(Jaccard's), with a standard error of 0.04. A sketch depends on the text alone: the same on every machine.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

import numpy as np

_HASHES = 128
"""Numbers of a sketch: the error falls with their root, and twice as many would tell reprints no better."""
_WORDS = 4
"""Words, or letters without spaces, in a shingle: fewer would make all reports of an event alike."""
_WORD = re.compile(r"[㐀-鿿぀-ヿ]|[^\W_㐀-鿿぀-ヿ]+")

Sketch = np.ndarray[tuple[int], np.dtype[np.uint64]]


def _odd_numbers() -> tuple[Sketch, Sketch]:
    # Fixed for ever: SplitMix64 from zero, so that no library's random numbers matter.
    found, state = [], 0
    for _ in range(2 * _HASHES):
        state = (state + 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
        found.append((mixed ^ (mixed >> 31)) | 1)
    numbers = np.array(found, dtype=np.uint64)
    return numbers[:_HASHES], numbers[_HASHES:]


_FACTORS, _SUMMANDS = _odd_numbers()


def sketch(text: str) -> Sketch:
    """Return what stands for a text in comparisons; of a text without words, one that is like no other."""
    words = [zlib.crc32(word.encode()) for word in _WORD.findall(text.casefold())]
    if not words:
        return np.zeros(0, dtype=np.uint64)
    codes = np.array(words, dtype=np.uint64)
    width = min(_WORDS, len(words))
    shingles = np.zeros(len(words) - width + 1, dtype=np.uint64)
    for place in range(width):
        # Odd factors keep the order of words; arithmetic is modulo 2^64 throughout.
        shingles = shingles * np.uint64(0x100000001B3) + codes[place : place + len(shingles)]
    shingles = np.unique(shingles)
    mixed = _FACTORS[:, None] * shingles[None, :]  # in the order in which the lowest are looked for
    mixed += _SUMMANDS[:, None]
    # The high bits of a product are the well-mixed ones.
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    lowest: Sketch = (mixed >> np.uint64(11)).min(axis=1)
    return lowest


def likeness(first: Sketch, second: Sketch) -> float:
    """Return the estimated share of shingles that two texts have in common, 0 to 1."""
    if len(first) == 0 or len(second) == 0:
        return 0.0
    return float(np.mean(first == second))


def most_like(own: Sketch, others: Sequence[Sketch]) -> tuple[int, float]:
    """Return the place of the sketch that is most like `own`, and how much; (-1, 0) where there is none."""
    known = [(place, other) for place, other in enumerate(others) if len(other)]
    if not known or not len(own):
        return -1, 0.0
    shares = (np.stack([other for _, other in known]) == own).mean(axis=1)
    best = int(shares.argmax())
    return known[best][0], float(shares[best])
