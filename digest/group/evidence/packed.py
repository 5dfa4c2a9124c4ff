"""Ties as bytes, for what is kept between builds: fourteen each, by place from the first of their days."""

from __future__ import annotations

import numpy as np

from digest.group.evidence.pairs import Tie

_ROW = np.dtype(
    [
        ("later", "<u4"),
        ("other", "<i4"),
        ("odds", "<i2"),
        ("memory", "<i2"),
        ("twin", "u1"),
        ("meaning", "i1"),
    ]
)
_PARTS = 100
"""Of odds and likeness, which are hundredths."""

Tied = list[tuple[int, Tie]]
"""Articles with earlier ones, in the order of the later."""


def packed(ties: Tied, first: int) -> bytes:
    """Return ties as bytes; what they depend on fixes how articles stand beside the first of their days."""
    rows = [
        (
            later - first,
            tie.other - first,
            round(tie.odds * _PARTS),
            round(tie.with_memory * _PARTS),
            tie.twin,
            round(tie.meaning * _PARTS),
        )
        for later, tie in ties
    ]
    return np.array(rows, dtype=_ROW).tobytes()


def unpacked(data: bytes, first: int) -> Tied:
    """Return the ties that bytes hold.

    Raises:
        ValueError: they hold none.
    """
    rows = np.frombuffer(data, dtype=_ROW)
    columns = (
        (rows["later"].astype(np.int64) + first).tolist(),
        (rows["other"].astype(np.int64) + first).tolist(),
        (rows["odds"] / _PARTS).tolist(),
        (rows["memory"] / _PARTS).tolist(),
        (rows["twin"] > 0).tolist(),
        (rows["meaning"] / _PARTS).tolist(),
    )
    return [(later, Tie(*told)) for later, *told in zip(*columns, strict=True)]
