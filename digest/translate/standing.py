"""What the committed memory has and lacks, for editors; engines are not asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from digest.model import Segment, SegmentUse, Settings, Standing, TranslateMode
from digest.translate.doubt import NOTHING, Protected, doubt_about
from digest.translate.fill import translate
from digest.translate.memory import PoMemory


def status(
    uses: Iterable[SegmentUse], memory: PoMemory, *, settings: Settings, kept: Protected = NOTHING
) -> tuple[Standing, ...]:
    """Return how far each segment has come in each language that needs it.

    Args:
        uses: What is needed.
        memory: The committed translations.
        settings: Of the site.
        kept: Names and terms that no engine may lose.

    Returns:
        By target language in the order of the editions, then as `uses`.

    Raises:
        MemoryFileError: a file has changed since the memory was loaded.
    """
    first: dict[tuple[Segment, str], SegmentUse] = {}
    for use in uses:
        first.setdefault((use.segment, use.target), use)
    # With the notices that pages show.
    never = replace(settings, translate=TranslateMode.NEVER)
    shown = translate(first.values(), memory, settings=never, kept=kept)
    order = {language: number for number, language in enumerate(settings.languages)}
    standings = [
        Standing(
            use=use,
            translation=shown.get(key),
            refused=memory.refusal(*key),
            doubt=doubt_about(made, kept) if (made := shown.get(key)) else None,
            where=found.where if (found := memory.entry(*key)) else None,
        )
        for key, use in first.items()
    ]
    return tuple(sorted(standings, key=lambda standing: order.get(standing.use.target, len(order))))
