"""Filling what the memory lacks: into memory for a build, or into the PO files for people to review."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from socket import gethostname
from tempfile import TemporaryDirectory

from digest.errors import EngineError
from digest.meaning import UniversalEncoder
from digest.model import (
    Engine,
    Origin,
    Segment,
    SegmentKind,
    SegmentUse,
    Settings,
    TranslateMode,
    Translation,
)
from digest.translate.doubt import NOTHING, Meaning, Protected, beyond_words, with_notices
from digest.translate.engines import Session, TranslationEngine, cached, is_online, keep, names_for
from digest.translate.engines import engines as engines_of
from digest.translate.gate import refusal
from digest.translate.memory import PoMemory

_log = logging.getLogger(__name__)

_MEANINGS = "meanings"
"""Where the cache keeps what the encoder said of outputs."""
CHUNK = 20_000
"""Characters. A chunk is long enough to fill batches and short enough to lose when a process is killed."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Machine output that the gate did not let through."""

    segment: Segment
    language: str
    text: str
    reason: str
    engine: Engine


@dataclass(frozen=True, slots=True)
class Filled:
    """What engines made of the segments of one pair."""

    translations: tuple[Translation, ...] = ()
    refused: tuple[Refused, ...] = ()
    failures: tuple[str, ...] = ()
    """Engines that broke down, in a sentence each."""
    is_judged: bool = False
    """Whether the encoder was asked about each translation: the memory keeps what it says."""


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
        one for one in pairs if any(_serves(engine, *one) for engine in _chosen(*one, settings, engines))
    }
    return [(segment, target) for segment, target in wanted if (segment.language, target) in found]


def _chosen(
    source: str, target: str, settings: Settings, engines: Mapping[str, TranslationEngine]
) -> list[TranslationEngine]:
    return [engines[name] for name in names_for(settings, source, target) if name in engines]


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
        yield from _elsewhere(by_pair, settings, kept, executor)
        return
    for (source, target), segments in sorted(by_pair.items()):
        chosen = _chosen(source, target, settings, have)
        try:
            session = _session(source, target, settings, kept)
        except EngineError as error:
            yield Filled(failures=(str(error),))
            continue
        yield from _fill_pair(segments, session, chosen)


def _elsewhere(
    by_pair: Mapping[tuple[str, str], Sequence[Segment]],
    settings: Settings,
    kept: Protected,
    executor: Executor,
) -> Iterator[Filled]:
    file = settings.models_file
    # Only what is pinned here translates there.
    pins = file.read_bytes() if file.is_file() else None
    tasks = [(pair, chunk) for pair, segments in sorted(by_pair.items()) for chunk in chunks(segments)]
    yield from executor.map(partial(_there, settings, pins, kept), tasks)


def _there(
    settings: Settings, pins: bytes | None, kept: Protected, task: tuple[tuple[str, str], list[Segment]]
) -> Filled:
    """Fill one chunk with the engines of the machine that this runs on; nothing of it is kept there."""
    (source, target), chunk = task
    with TemporaryDirectory(prefix="digest-") as folder:
        models = Path(folder) / settings.models_file.name
        if pins is not None:
            models.write_bytes(pins)
        own = replace(settings, cache_dir=Path(folder), models_file=models, jobs=1)
        try:
            chosen = _chosen(source, target, own, engines_of(own))
            if not any(_serves(engine, source, target) for engine in chosen):
                what = f"no engine here serves {source} → {target}; run digest models install there"
                return Filled(failures=(f"{gethostname()}: {what}",))
            (filled,) = _fill_pair(chunk, _session(source, target, own, kept), chosen)
        except EngineError as error:
            return Filled(failures=(str(error),))
    # The encoder takes longer than the gate, so it is asked there, and not by the one who waits for all.
    return judged(filled, kept, UniversalEncoder())


def judged(made: Filled, kept: Protected, encoder: UniversalEncoder) -> Filled:
    """Return what was made with what the encoder says against each translation, as the memory keeps it."""
    meaning = Meaning(encoder=encoder)
    told = tuple(replace(one, doubt=beyond_words(one, kept, meaning)) for one in made.translations)
    failures = (*made.failures, *((meaning.broken,) if meaning.broken else ()))
    return replace(made, translations=told, failures=failures, is_judged=True)


def _session(source: str, target: str, settings: Settings, kept: Protected) -> Session:
    pair = (source, target)
    put = kept.put_back(*pair)
    return Session.of(
        *pair,
        settings.cache_dir,
        (*put, *kept.spellings()),
        put=put,
        lost=lambda text, output: kept.lost(text, output, pair),
        models_file=settings.models_file,
    )


def _fill_pair(
    segments: Sequence[Segment], session: Session, engines: Sequence[TranslationEngine]
) -> Iterator[Filled]:
    working = list(engines)
    for chunk in chunks(segments):
        made: dict[Segment, Translation] = {}
        refused: dict[Segment, Refused] = {}
        failures: list[str] = []
        for engine in tuple(working):
            left = [segment for segment in chunk if segment not in made]
            try:
                judged = _asked(engine, left, session)
            except EngineError as error:
                failures.append(str(error))
                working.remove(engine)
                continue
            made |= {one.segment: one for one in judged if isinstance(one, Translation)}
            refused |= {one.segment: one for one in judged if isinstance(one, Refused)}
        still = tuple(one for segment, one in refused.items() if segment not in made)
        yield Filled(tuple(made.values()), still, tuple(failures))


def chunks(segments: Iterable[Segment]) -> Iterator[list[Segment]]:
    """Cut a backlog into what is translated, and then kept, at a time; the cut depends on the texts alone."""
    chunk: list[Segment] = []
    size = 0
    for segment in segments:
        if chunk and size + len(segment.text) > CHUNK:
            yield chunk
            chunk, size = [], 0
        chunk.append(segment)
        size += len(segment.text)
    if chunk:
        yield chunk


def _asked(
    engine: TranslationEngine, segments: Sequence[Segment], session: Session
) -> list[Translation | Refused]:
    """Return what the gate says of an engine's output; nothing where the engine does not serve the pair."""
    stamp = session.stamp(engine) if segments else None
    if stamp is None:
        return []
    outputs = session.outputs([segment.text for segment in segments], engine, stamp)
    return [_judge(segment, session.target, outputs[segment.text], stamp) for segment in segments]


def _judge(segment: Segment, target: str, text: str, engine: Engine) -> Translation | Refused:
    reason = refusal(segment.text, text, source_language=segment.language, target_language=target)
    if reason:
        return Refused(segment, target, text, reason, engine)
    return Translation(segment=segment, language=target, text=text, origin=Origin.MACHINE, engine=engine)
