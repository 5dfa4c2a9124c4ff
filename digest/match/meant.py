"""What an encoder says of wordings in two languages: one witness beside words, names and numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from digest.match.changes import main
from digest.match.pairs import Pair
from digest.meaning import MEAN_LEVEL, WHOLE, Vectors, level
from digest.model import Quote

_LEAST = 0.2
"""Wordings that are less alike than this are not heard of: most pairs are, and say nothing."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What the encoder says of the quotes of one person, by their numbers."""

    spoken: frozenset[int] = frozenset()
    """Those whose language it knows."""
    alike: Mapping[Pair, float] = field(default_factory=dict)
    """How alike it finds two in different languages, levelled by language; of others, less than 0.2."""

    def of(self, pair: Pair) -> float | None:
        """Return how alike two wordings are to it, None where it does not know both languages."""
        return self.alike.get(pair, 0.0) if self.spoken.issuperset(pair) else None


def meant(quotes: Sequence[Quote], vectors: Vectors | None) -> Meant:
    """Ask an encoder about the quotes of one person; within one language it is not heard."""
    languages = [main(quote.language) for quote in quotes]
    if vectors is None or len(set(languages)) < 2:
        return Meant()
    known = [at for at, quote in enumerate(quotes) if vectors.encoder.speaks(quote.language)]
    if not known:
        return Meant()
    table = vectors.table((quotes[at].text, quotes[at].language) for at in known).astype(np.float32)
    levels = np.array([level(languages[at]) for at in known])
    # Sums of whole numbers: exact, whatever library adds them.
    levelled = (table @ table.T).astype(np.float64) / WHOLE**2 * (MEAN_LEVEL / (levels[:, None] + levels))
    firsts, seconds = np.nonzero(np.triu(levelled >= _LEAST, 1))
    return Meant(
        frozenset(known),
        {
            (known[a], known[b]): round(float(levelled[a, b]), 3)
            for a, b in zip(firsts.tolist(), seconds.tolist(), strict=True)
            if languages[known[a]] != languages[known[b]]
        },
    )
