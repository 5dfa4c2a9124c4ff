"""Texts that are nearly alike, found without comparing all of them (Leskovec, Rajaraman and Ullman, 3.4).

A sketch of `digest.group.minhash` is cut into bands of three numbers. Texts that share a whole band are
looked at, others never: of those that have 0.6 of their shingles in common, all but one in 20,000; of those
that have 0.1 in common, one in 24.
"""

from __future__ import annotations

from array import array

import numpy as np
from numpy.typing import NDArray

from digest.group.minhash import Sketch

_ROWS = 3
_BANDS = 42
"""As many as the 128 numbers of a sketch give."""
_BITS = 14
"""Of a band's place in the table: few enough to be held for a site of ten articles, and for one of 100,000
the lists in one place stay short."""
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)
"""Odd, with bits all over: three numbers become one, and the order of each counts."""


class Sketches:
    """Sketches by number, in the order in which they came; 424 bytes each."""

    def __init__(self) -> None:
        self._last = np.zeros((_BANDS, 1 << _BITS), dtype=np.uint32)
        """For each band and place the sketch that came last, counted from 1; 0: none."""
        self._before = array("I")
        """For each sketch and band the one that came before it in its place."""
        self._codes: NDArray[np.uint16] = np.zeros((0, 0), dtype=np.uint16)
        self._count = 0

    def add(self, sketch: Sketch) -> int:
        """Take a sketch in, and return its number; -1 for that of a text without words."""
        if not len(sketch):
            return -1
        if self._count == len(self._codes):
            larger = np.zeros((max(64, 2 * self._count), len(sketch)), dtype=np.uint16)
            larger[: self._count] = self._codes.reshape(self._count, len(sketch))
            self._codes = larger
        self._codes[self._count] = _codes(sketch)
        places = (np.arange(_BANDS), _places(sketch))
        self._before.extend(self._last[places].tolist())
        self._count += 1
        self._last[places] = self._count
        return self._count - 1

    def like(self, sketch: Sketch, least: float) -> list[tuple[int, float]]:
        """Return the numbers of sketches and what share they have in common with this one, the largest first.

        Args:
            sketch: Of a text.
            least: The share from which they are told.
        """
        if not len(sketch) or not self._count:
            return []
        found = sorted(self._beside(sketch))
        shares = (self._codes[found] == _codes(sketch)).mean(axis=1).tolist() if found else []
        alike = [(number, share) for number, share in zip(found, shares, strict=True) if share >= least]
        return sorted(alike, key=lambda one: (-one[1], one[0]))

    def _beside(self, sketch: Sketch) -> set[int]:
        found: set[int] = set()
        for band, place in enumerate(_places(sketch).tolist()):
            at = int(self._last[band, place])
            while at:
                found.add(at - 1)
                at = self._before[(at - 1) * _BANDS + band]
        return found


def _codes(sketch: Sketch) -> NDArray[np.uint16]:
    # 16 bits: two that differ are taken for one once in 65,536 times, and a text needs a quarter of the room.
    return sketch.astype(np.uint16)


def _places(sketch: Sketch) -> NDArray[np.uint64]:
    banded = sketch[: _BANDS * _ROWS].reshape(_BANDS, _ROWS)
    mixed: NDArray[np.uint64] = (banded * _FACTORS).sum(axis=1, dtype=np.uint64)
    mixed ^= mixed >> np.uint64(29)
    places: NDArray[np.uint64] = (mixed * _FACTORS[0]) >> np.uint64(64 - _BITS)
    return places
