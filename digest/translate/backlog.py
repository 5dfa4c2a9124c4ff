"""What engines make of the texts of one pair, chunk by chunk, and what the gate says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from digest.errors import EngineError
from digest.model import Engine, Origin, Segment, Settings, Translation
from digest.translate.doubt import Protected
from digest.translate.engines import Session, TranslationEngine, names_for
from digest.translate.gate import refusal

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


def chosen_for(
    source: str, target: str, settings: Settings, engines: Mapping[str, TranslationEngine]
) -> list[TranslationEngine]:
    """Return the engines that a site asks for a pair, in order."""
    return [engines[name] for name in names_for(settings, source, target) if name in engines]


def session_for(source: str, target: str, settings: Settings, kept: Protected) -> Session:
    """Return what is the same for all texts of a pair.

    Raises:
        EngineError: the pins cannot be read.
    """
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


def fill_pair(
    segments: Sequence[Segment], session: Session, engines: Sequence[TranslationEngine]
) -> Iterator[Filled]:
    """Yield what engines make of each chunk; one that breaks down is not asked again."""
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
