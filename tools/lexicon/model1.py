"""IBM model 1 (Brown et al. 1993): which words of two languages stand for each other in pairs of texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Texts = Sequence[tuple[str, ...]]
NULL = ""
"""The word that words without a counterpart come from."""


def learnt(
    sources: Texts, targets: Texts, *, rounds: int, least: int, most: float
) -> dict[tuple[str, str], float]:
    """Return the probability of target words given a source word.

    Args:
        sources: Stems of the texts to condition on.
        targets: Stems of their translations, in the same order.
        rounds: Rounds of expectation maximisation.
        least: How many texts must hold a word for it to be learnt.
        most: What share of the texts may hold it: articles cost most of the time and tell nothing.

    Returns:
        The probability by source and target word; none below one in a hundred.
    """
    source_words, target_words = (_numbered(texts, least, most) for texts in (sources, targets))
    pair, occurrence = _cells(sources, targets, source_words, target_words)
    width = len(target_words)
    keys, cell = np.unique(pair, return_inverse=True)
    source_of_key = keys // width
    weight = np.ones(len(keys))
    for _ in range(rounds):
        shares = weight[cell]
        shares /= np.bincount(occurrence, shares)[occurrence]
        counts = np.bincount(cell, shares, len(keys))
        weight = counts / np.bincount(source_of_key, counts)[source_of_key]
    names, target_names = list(source_words), list(target_words)
    kept = np.flatnonzero((weight > 0.01) & (source_of_key > 0))
    return {(names[keys[at] // width], target_names[keys[at] % width]): float(weight[at]) for at in kept}


def _numbered(texts: Texts, least: int, most: float) -> dict[str, int]:
    held = Counter(word for text in texts for word in set(text))
    words = sorted(word for word, count in held.items() if least <= count <= most * len(texts))
    return {word: at for at, word in enumerate([NULL, *words])}


def _cells(
    sources: Texts, targets: Texts, source_words: dict[str, int], target_words: dict[str, int]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return every way in which a word of a target may come from one of its source."""
    pairs, occurrences, met = [], [], 0
    width = len(target_words)
    for source, target in zip(sources, targets, strict=True):
        ours = [0, *dict.fromkeys(source_words[word] for word in source if word in source_words)]
        theirs = [*dict.fromkeys(target_words[word] for word in target if word in target_words)]
        rows = np.array(ours, dtype=np.int64)
        columns = np.array(theirs, dtype=np.int64)
        pairs.append((rows[:, None] * width + columns[None, :]).ravel())
        occurrences.append(np.tile(np.arange(met, met + len(theirs)), len(ours)))
        met += len(theirs)
    return np.concatenate(pairs), np.concatenate(occurrences)
