"""What the encoder says of each translation, asked while the engines are at the next texts.

It takes as long as an engine: one process that translated with two others and judged alone was only 1.3 times
as fast with two as with one.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import replace

from digest.errors import EngineError
from digest.meaning import UniversalEncoder
from digest.model import Translation
from digest.translate.backlog import Filled
from digest.translate.doubt import Meaning, Protected, beyond_words

_TEXTS = 16
"""That one process judges at a time."""
_AHEAD = 1
"""Chunks that engines go on while one is judged: what an interruption costs, but for what the cache keeps."""


def judged(made: Filled, kept: Protected, encoder: UniversalEncoder) -> Filled:
    """Return what was made with what the encoder says against each translation, as the memory keeps it."""
    told, failures = _told(made.translations, kept, encoder)
    return replace(made, translations=told, failures=(*made.failures, *failures), is_judged=True)


def judged_each(
    made: Iterable[Filled], kept: Protected, executor: Executor | None = None
) -> Iterator[Filled]:
    """Yield what engines made, in order, with what the encoder says of it.

    Args:
        made: Chunks; those that were judged elsewhere pass.
        kept: Names and terms that no engine may lose.
        executor: Judges a chunk while the next one is made; None: this process, one after the other.

    Raises:
        EngineError: a process of the executor was ended.
    """
    encoder = UniversalEncoder()
    if executor is None:
        yield from (one if one.is_judged else judged(one, kept, encoder) for one in made)
        return
    waiting: deque[tuple[Filled, list[Future[_Told]]]] = deque()
    try:
        for one in made:
            asked = () if one.is_judged else _cut(one.translations)
            waiting.append((one, [executor.submit(_told, part, kept, encoder) for part in asked]))
            if len(waiting) > _AHEAD:
                yield _joined(*waiting.popleft())
        while waiting:
            yield _joined(*waiting.popleft())
    except BrokenExecutor as error:
        raise EngineError("a process that judged translations was ended; run this again to go on") from error


_Told = tuple[tuple[Translation, ...], tuple[str, ...]]
"""Translations with what is against them, and why the encoder cannot be asked."""


def _told(made: Sequence[Translation], kept: Protected, encoder: UniversalEncoder) -> _Told:
    meaning = Meaning(encoder=encoder)
    told = tuple(replace(one, doubt=beyond_words(one, kept, meaning)) for one in made)
    return told, (meaning.broken,) if meaning.broken else ()


def _cut(made: Sequence[Translation]) -> Iterator[Sequence[Translation]]:
    yield from (made[at : at + _TEXTS] for at in range(0, len(made), _TEXTS))


def _joined(made: Filled, asked: Sequence[Future[_Told]]) -> Filled:
    if made.is_judged:
        return made
    told = [one.result() for one in asked]
    failures = dict.fromkeys(failure for _, failures in told for failure in failures)
    translations = tuple(one for some, _ in told for one in some)
    return replace(made, translations=translations, failures=(*made.failures, *failures), is_judged=True)
