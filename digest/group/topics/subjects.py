"""How a report of each subject of IPTC's Media Topics usually begins, as weights for an encoder's vector.

`tools/topics` learns the weights. Sums are of whole numbers, so that every machine comes to the same.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from digest.meaning import WHOLE

SUBJECTS = {
    "arts": "medtop:01000000",
    "crime": "medtop:02000000",
    "disaster": "medtop:03000000",
    "economy": "medtop:04000000",
    "education": "medtop:05000000",
    "environment": "medtop:06000000",
    "health": "medtop:07000000",
    "human-interest": "medtop:08000000",
    "labour": "medtop:09000000",
    "lifestyle": "medtop:10000000",
    "politics": "medtop:11000000",
    "religion": "medtop:12000000",
    "science": "medtop:13000000",
    "society": "medtop:14000000",
    "sport": "medtop:15000000",
    "conflict": "medtop:16000000",
    "weather": "medtop:17000000",
}
"""The subjects at the top, in the order of the weights, with their codes."""
FILE = Path(__file__).with_name("subjects.npy")
PARTS = 1000
"""Weights are whole numbers of such parts."""
_ROWS = 4096


def odds_of(vectors: NDArray[np.int16]) -> NDArray[np.float64]:
    """Return how much each vector, a row of whole numbers, speaks for each subject: rows of log-odds."""
    weights = _weights()
    told = np.zeros((len(vectors), len(SUBJECTS)))
    for start in range(0, len(vectors), _ROWS):
        # Whole numbers far below 2⁵³: no order of additions matters.
        sums = vectors[start : start + _ROWS].astype(np.float64) @ weights[:, :-1].T
        told[start : start + _ROWS] = sums / (WHOLE * PARTS) + weights[:, -1] / PARTS
    return told


def shares(odds: Sequence[float]) -> list[float]:
    """Return log-odds of all subjects as probabilities, to four digits."""
    most = max(odds)
    raised = [math.exp(one - most) for one in odds]
    whole = math.fsum(raised)
    return [round(one / whole, 4) for one in raised]


@cache
def _weights() -> NDArray[np.float64]:
    return np.asarray(np.load(FILE, allow_pickle=False), dtype=np.float64)
