"""A stage over many things: what was made before is taken, the rest is made, here or in other processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any, Generic, TypeVar

from digest.cache.codec import Codec, DamagedError
from digest.cache.store import Cache

A = TypeVar("A")
B = TypeVar("B")
CHUNK = 16
"""Things handed to a process at a time, or what they weigh; the cut is the same whatever runs it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Generic[A, B]):
    """How one thing becomes another."""

    kind: str
    """Names the results."""
    make: Callable[[A], B]
    """Makes one, of the thing alone; other processes can import it."""
    codec: Codec[B]
    """Of results."""
    inputs: Callable[[A], Any] = lambda thing: thing
    """All that a result depends on."""
    given: Callable[[A], dict[str, Any]] = lambda _: {}
    """What the codec leaves out."""
    believed: Callable[[A, B], bool] = lambda _thing, _known: True
    """Whether what was kept may be what it says it is, where there is a way to tell."""
    weight: Callable[[A], int] = lambda _: 1
    """Of a thing, where some take much longer than others."""
    chunk: int = CHUNK
    """How many a process is handed at a time, or what they weigh."""

    def made(self, things: Sequence[A], executor: Executor | None) -> Iterator[B]:
        """Yield what is made of each thing."""
        if executor is None:
            return map(self.make, things)
        return made_in_parts(self.make, self._parts(things), executor)

    def _parts(self, things: Sequence[A]) -> Iterator[list[A]]:
        part: list[A] = []
        weighs = 0
        for thing in things:
            part.append(thing)
            weighs += self.weight(thing)
            if weighs >= self.chunk:
                yield part
                part, weighs = [], 0
        if part:
            yield part

    def known(self, thing: A, key: bytes, cache: Cache) -> B | None:
        """Return what was made of a thing before."""
        data = cache.get(self.kind, key)
        try:
            known = None if data is None else self.codec.load(data, **self.given(thing))
        except DamagedError:
            return None
        return known if known is not None and self.believed(thing, known) else None


def each(
    stage: Stage[A, B], things: Sequence[A], *, cache: Cache, executor: Executor | None = None
) -> Iterator[B]:
    """Yield what a stage makes of each thing, in their order.

    Args:
        stage: What is made.
        things: Of what.
        cache: Keeps results between runs.
        executor: Makes what is lacking; None: this process.
    """
    if not cache.keeps:
        yield from stage.made(things, executor)
        return
    keys = [cache.key(stage.kind, stage.inputs(thing)) for thing in things]
    known = [stage.known(thing, key, cache) for thing, key in zip(things, keys, strict=True)]
    lacking = [thing for thing, value in zip(things, known, strict=True) if value is None]
    made = stage.made(lacking, executor)
    for thing, key, value in zip(things, keys, known, strict=True):
        if value is not None:
            yield value
            continue
        new = next(made)
        # Where inputs are files, somebody may have written them meanwhile.
        if cache.key(stage.kind, stage.inputs(thing)) == key:
            cache.put(stage.kind, key, stage.codec.dump(new))
        yield new


def made_in_parts(make: Callable[[A], B], parts: Iterable[list[A]], executor: Executor) -> Iterator[B]:
    """Yield what other processes make of things, in their order: a part of them at a time."""
    return chain.from_iterable(executor.map(partial(_all, make), list(parts)))


def _all(make: Callable[[A], B], things: Sequence[A]) -> list[B]:
    made = [make(thing) for thing in things]
    if Cache.of_this_run:  # of a process that may be ended before it is told to
        Cache.of_this_run.flush()
    return made
