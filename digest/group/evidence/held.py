"""Which articles of a block hold the same terms: products of sparse rows, added up term by term."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from digest.group.evidence.weights import PARTS, Weighted

Matrix = NDArray[np.float64]
_BESIDE = 3.5
"""What a text is thought to name beside what it does: to have one name, and the same, is not to be alike."""


class Shared(NamedTuple):
    """What rows have in common with columns: matrices."""

    cosine: Matrix
    least: Matrix
    """How much what both hold tells: the sum of the lesser weights."""
    both_hold: NDArray[np.bool_]
    """Whether both hold anything of this kind."""
    telling: Matrix
    """The cosine as far as terms may be of one event, and of texts that hold something else besides."""
    known: Matrix
    """The cosine as far as they may not."""


class Held(NamedTuple):
    """One kind of term of all articles of a block, by code."""

    codes: NDArray[np.uint32]
    weights: NDArray[np.float64]
    """Whole numbers."""
    of: NDArray[np.int64]
    """The article, counted from the first of the block."""
    telling: NDArray[np.float64]
    norms: Matrix
    """Of each article; 0 where it holds nothing."""

    @staticmethod
    def of_parts(parts: Sequence[Weighted], first: int, size: int) -> Held:
        """Sort what articles hold by code.

        Args:
            parts: In the order of articles.
            first: The place of the block's first article.
            size: How many articles the block has.
        """
        codes = np.concatenate([part.codes for part in parts])
        weights = np.concatenate([part.weights for part in parts])
        telling = np.concatenate([part.telling for part in parts])
        of = np.concatenate([part.of for part in parts]) - first
        norms = np.sqrt(np.bincount(of, weights=weights * weights, minlength=size))
        # Terms of one article are sorted already, and articles stand in order: ties stay in that order.
        order = np.argsort(codes, kind="stable")
        return Held(codes[order], weights[order], of[order], telling[order], norms)

    def shared(self, rows: range, *, least: bool = True) -> Shared:
        """Return what some articles have in common with all that come before them.

        Args:
            rows: Of the articles, by place.
            least: Whether to add up the lesser weights as well; else these are nothing.
        """
        width = rows.stop
        own = np.nonzero((self.of >= rows.start) & (self.of < rows.stop))[0]
        # Holders of a term stand in the order of articles: those before stand right before.
        begins = np.searchsorted(self.codes, self.codes[own], side="left")
        counts = own - begins
        starts = np.cumsum(counts) - counts
        others = np.arange(int(counts.sum())) - np.repeat(starts - begins, counts)
        cell = np.repeat((self.of[own] - rows.start) * width, counts) + self.of[others]
        a, b = np.repeat(self.weights[own], counts), self.weights[others]
        cells = len(rows) * width

        def added(values: Matrix) -> Matrix:
            # Of no values at all numpy makes a table of integers.
            sums = np.bincount(cell, weights=values, minlength=cells).astype(np.float64, copy=False)
            return sums.reshape(len(rows), width)

        norms = self.norms[rows.start : rows.stop, None] * self.norms[None, :width]
        held = norms > 0
        dot = added(a * b)
        cosine = np.divide(dot, norms, out=np.zeros_like(dot), where=held)
        if not least:
            nothing = np.zeros_like(cosine)
            return Shared(cosine, nothing, held, cosine, nothing)
        a, b = np.repeat(self.telling[own], counts), self.telling[others]
        told = added(a * b)
        fewer = np.hypot(self.norms, _BESIDE * PARTS)
        telling = told / (fewer[rows.start : rows.stop, None] * fewer[None, :width])
        share = np.divide(told, dot, out=np.ones_like(dot), where=dot > 0)
        return Shared(cosine, added(np.minimum(a, b)) / PARTS, held, telling, cosine * (1 - share) ** 2)
