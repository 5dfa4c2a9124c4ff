"""Filling what the memory lacks: into memory for a build, or into the PO files for people to review."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor

from digest.errors import EngineError
from digest.model import (
    Segment,
    SegmentKind,
    SegmentUse,
    Settings,
    TranslateMode,
    Translation,
)
from digest.translate.backlog import Filled, chosen_for, fill_pair, session_for
from digest.translate.doubt import NOTHING, Meaning, Protected, with_notices
from digest.translate.elsewhere import elsewhere
from digest.translate.engines import TranslationEngine, cached, is_online, keep
from digest.translate.engines import engines as engines_of
from digest.translate.memory import PoMemory

_log = logging.getLogger(__name__)

_MEANINGS = "meanings"
"""Where the cache keeps what the encoder said of outputs."""


def translate(  # noqa: PLR0913
    uses: Iterable[SegmentUse],
    memory: PoMemory,
    *,
    settings: Settings,
    engines: Mapping[str, TranslationEngine] | None = None,
    kept: Protected = NOTHING,
    warn: Callable[[str], None] = _log.warning,
    refuse: Callable[[Segment, str], None] = lambda _segment, _target: None,
) -> dict[tuple[Segment, str], Translation]:
    """Return the translations that there are: the memory's, else (with `translate: auto`) an engine's.

    Machine output goes to the cache, never to the content folder. A missing or broken engine fills nothing.

    Args:
        uses: What is needed.
        memory: The committed translations.
        settings: Whether engines may be asked, and which.
        engines: By name; those of the settings if None.
        kept: Names and terms that no engine may lose.
        warn: Told, in a sentence, of each engine that broke down.
        refuse: Told of each text that has no translation because the gate refused a machine's, now or when
            the memory was filled, and of the language.
    """
    wanted = dict.fromkeys((use.segment, use.target) for use in uses)
    found = {key: translation for key in wanted if (translation := memory.find(*key))}
    refused: set[tuple[Segment, str]] = set()
    shown = {key: with_notices(translation, kept) for key, translation in found.items()}
    if settings.translate is TranslateMode.AUTO:
        lacking = (key for key in wanted if key not in found)
        # A build never uses a network.
        have = engines_of(settings) if engines is None else engines
        engines = {name: one for name, one in have.items() if not is_online(one)}
        filled = [*fill(lacking, settings=settings, engines=engines, kept=kept)]
        refused = {(no.segment, no.language) for one in filled for no in one.refused}
        failures = dict.fromkeys(failure for one in filled for failure in one.failures)
        made = [translation for one in filled for translation in one.translations]
        shown |= _noticed(made, kept, settings, failures)
        for failure in failures:
            warn(failure)
    for key in wanted:
        if key not in shown and (key in refused or memory.refusal(*key)):
            refuse(*key)
    return {key: shown[key] for key in wanted if key in shown}


def is_complete(uses: Iterable[SegmentUse], memory: PoMemory, settings: Settings) -> bool:
    """Tell whether nothing waits for an engine, whichever are installed."""
    if settings.translate is TranslateMode.NEVER:
        return True
    return all(use.segment.kind is SegmentKind.LABEL or memory.find(use.segment, use.target) for use in uses)


def _noticed(
    made: Iterable[Translation], kept: Protected, settings: Settings, failures: dict[str, None]
) -> dict[tuple[Segment, str], Translation]:
    """Return what was made with its notices, for which the encoder is asked what the cache does not know."""
    meaning = Meaning(cached(settings.cache_dir, _MEANINGS))
    shown = {(one.segment, one.language): with_notices(one, kept, meaning) for one in made}
    if meaning.broken:
        failures[meaning.broken] = None
    keep(settings.cache_dir, _MEANINGS, meaning.new)
    return shown


def served(
    missing: Iterable[tuple[Segment, str]], *, settings: Settings, engines: Mapping[str, TranslationEngine]
) -> list[tuple[Segment, str]]:
    """Return what engines can be asked for: no labels, and no pair that none of its engines serves."""
    wanted = [(segment, target) for segment, target in missing if segment.kind is not SegmentKind.LABEL]
    pairs = {(segment.language, target) for segment, target in wanted}
    found = {
        one for one in pairs if any(_serves(engine, *one) for engine in chosen_for(*one, settings, engines))
    }
    return [(segment, target) for segment, target in wanted if (segment.language, target) in found]


def _serves(engine: TranslationEngine, source: str, target: str) -> bool:
    try:
        return engine.stamp(source, target) is not None
    except EngineError:
        return True  # it is asked, and tells what is wrong


def fill(
    missing: Iterable[tuple[Segment, str]],
    *,
    settings: Settings,
    engines: Mapping[str, TranslationEngine] | None = None,
    kept: Protected = NOTHING,
    executor: Executor | None = None,
) -> Iterator[Filled]:
    """Ask the engines for what is missing, pair by pair and chunk by chunk; a generator.

    An engine that breaks down is not asked again for its pair. An executor, of another machine perhaps, does
    a chunk at a time with the engines that are there: the chunks, and what comes out, are the same.

    Labels, as places and roles, are left to people: engines word them badly without a sentence around, and
    pages have no room to say who did.
    """
    have = engines_of(settings) if engines is None else engines
    by_pair: dict[tuple[str, str], list[Segment]] = {}
    for segment, target in missing:
        if segment.kind is SegmentKind.LABEL:
            continue
        by_pair.setdefault((segment.language, target), []).append(segment)
    if executor is not None:
        yield from elsewhere(by_pair, have, settings, kept, executor)
        return
    for (source, target), segments in sorted(by_pair.items()):
        chosen = chosen_for(source, target, settings, have)
        try:
            session = session_for(source, target, settings, kept)
        except EngineError as error:
            yield Filled(failures=(str(error),))
            continue
        yield from fill_pair(segments, session, chosen)
