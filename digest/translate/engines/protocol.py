"""What every engine can do, and which pairs may serve a pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Protocol

from digest.languages.tags import main_language, written
from digest.model import Engine


class TranslationEngine(Protocol):
    """What every engine can do.

    An engine that uses a network has an attribute `online` that is true: `digest translate` asks it, a build
    never does. `digest.testing` holds tests of all that is asked of an engine.
    """

    def stamp(self, source: str, target: str) -> Engine | None:
        """Return what would translate this pair, or None where nothing installed does.

        Name, model and version are words without white space and `=`; they stand in the memory and on pages.
        Where there is a `models.toml`, an engine is asked only if its model is pinned in that version.

        Args:
            source: BCP 47 tag.
            target: BCP 47 tag.

        Raises:
            EngineError: something that should serve the pair is broken; the text says what and what to do.
        """

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Return one translation a text, in order; an empty one for a text it cannot translate.

        Texts are paragraphs, headlines and quotations, without what nobody sees. The same texts give the same
        translations, whatever else is asked along with them: what was made once is kept.

        Raises:
            EngineError: the engine broke down.
        """


def is_online(engine: TranslationEngine) -> bool:
    """Tell whether an engine uses a network, so that no build asks it."""
    return bool(getattr(engine, "online", False))


def pairs_for(source: str, target: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs that may serve a pair: itself, then with the main language of either or both.

    What comes out is in the script that is asked for, or nobody could read it.

    >>> list(pairs_for("es", "pt-BR")), list(pairs_for("es", "zh-TW"))
    ([('es', 'pt-BR'), ('es', 'pt')], [('es', 'zh-TW'), ('es', 'zh-Hant')])
    """
    sources = dict.fromkeys((source, written(source), main_language(source)))
    yield from product(sources, dict.fromkeys((target, written(target))))
