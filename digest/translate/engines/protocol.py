"""What every engine can do, and which pairs may serve a pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Protocol

from digest.model import Engine


class TranslationEngine(Protocol):
    """What every engine can do."""

    def stamp(self, source: str, target: str) -> Engine | None:
        """Return what would translate this pair, or None where nothing installed does."""

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Return one translation a text, in order; an empty one for a text it cannot translate.

        Raises:
            EngineError: the engine broke down.
        """


def pairs_for(source: str, target: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs that may serve a pair: itself, then with the main language of either or both.

    >>> list(pairs_for("es", "pt-BR"))
    [('es', 'pt-BR'), ('es', 'pt')]
    """
    mains = [dict.fromkeys((tag, tag.split("-", maxsplit=1)[0])) for tag in (source, target)]
    yield from product(*mains)
