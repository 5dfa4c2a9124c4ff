"""A backlog on other machines: each chunk by the engines that are there, which have to be those of here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from socket import gethostname
from tempfile import TemporaryDirectory

from digest.errors import EngineError
from digest.meaning import UniversalEncoder
from digest.model import Engine, Segment, Settings
from digest.translate.backlog import Filled, chosen_for, chunks, fill_pair, session_for
from digest.translate.doubt import Protected
from digest.translate.engines import TranslationEngine
from digest.translate.engines import engines as engines_of
from digest.translate.judging import judged

_INSTALLED_BY = {
    "argos": "run digest models install there",
    "firefox": "run digest models install there",
    "apertium": "it comes as a package of that machine's system: apt-get install apertium-…",
}


def elsewhere(
    by_pair: Mapping[tuple[str, str], Sequence[Segment]],
    engines: Mapping[str, TranslationEngine],
    settings: Settings,
    kept: Protected,
    executor: Executor,
) -> Iterator[Filled]:
    """Yield what an executor's machines make of a backlog, by pair and chunk as it is cut here.

    Args:
        by_pair: The texts.
        engines: Of this machine, by name: others have to have the same, or other words would come out.
        settings: Of the site.
        kept: Names and terms that no engine may lose.
        executor: Of these machines.
    """
    stamps = {pair: tuple(_stamps(chosen_for(*pair, settings, engines), *pair)) for pair in by_pair}
    file = settings.models_file
    # Only what is pinned here translates there.
    pins = file.read_bytes() if file.is_file() else None
    tasks = [
        (pair, stamps[pair], chunk)
        for pair, segments in sorted(by_pair.items())
        for chunk in chunks(segments)
    ]
    yield from executor.map(partial(_there, settings, pins, kept), tasks)


def _there(
    settings: Settings,
    pins: bytes | None,
    kept: Protected,
    task: tuple[tuple[str, str], tuple[Engine, ...], list[Segment]],
) -> Filled:
    """Fill one chunk with the engines of the machine that this runs on; nothing of it is kept there."""
    (source, target), stamps, chunk = task
    with TemporaryDirectory(prefix="digest-") as folder:
        models = Path(folder) / settings.models_file.name
        if pins is not None:
            models.write_bytes(pins)
        own = replace(settings, cache_dir=Path(folder), models_file=models, jobs=1)
        try:
            chosen = chosen_for(source, target, own, engines_of(own))
            there = set(_stamps(chosen, source, target))
            for one in stamps:
                if one not in there:
                    return Filled(failures=(f"{gethostname()}: {_lacking(one, source, target)}",))
            (filled,) = fill_pair(chunk, session_for(source, target, own, kept), chosen)
        except EngineError as error:
            return Filled(failures=(str(error),))
    # The encoder takes longer than the gate, so it is asked there, and not by the one who waits for all.
    return judged(filled, kept, UniversalEncoder())


def _stamps(chosen: Iterable[TranslationEngine], source: str, target: str) -> Iterator[Engine]:
    for engine in chosen:
        with suppress(EngineError):  # it is asked where it is, and tells what is wrong
            if stamp := engine.stamp(source, target):
                yield stamp


def _lacking(engine: Engine, source: str, target: str) -> str:
    parts = (engine.label or engine.name, engine.model, engine.version, engine.options)
    named = " ".join(filter(None, parts))
    how = _INSTALLED_BY.get(engine.name, "install the same there")
    return f"{named} is not here, which translates {source} → {target}; {how}"
