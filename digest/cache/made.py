"""A stage over many things: what was made before is taken, the rest is made, here or in other processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from typing import Any, TypeVar

from digest.cache.codec import Codec, DamagedError
from digest.cache.store import Cache

A = TypeVar("A")
B = TypeVar("B")
CHUNK = 16
"""Things handed to a process at a time; the cut is the same whatever runs it."""


def each(  # noqa: PLR0913
    cache: Cache,
    kind: str,
    make: Callable[[A], B],
    things: Sequence[A],
    *,
    inputs: Callable[[A], Any],
    codec: Codec[B],
    given: Callable[[A], dict[str, Any]] = lambda _: {},
    executor: Executor | None = None,
    chunk: int = CHUNK,
) -> Iterator[B]:
    """Yield what is made of each thing, in their order.

    Args:
        cache: Keeps results between runs.
        kind: Of result.
        make: Makes one, of the thing alone; a function that other processes can import.
        things: What they are made of.
        inputs: All that a result depends on.
        codec: Of results.
        given: What the codec leaves out.
        executor: Makes what is lacking; None: this process.
        chunk: How many a process is handed at a time.
    """
    if not cache.keeps:
        yield from map(make, things) if executor is None else executor.map(make, things, chunksize=chunk)
        return
    keys = [cache.key(kind, inputs(thing)) for thing in things]
    known: list[B | None] = [
        _known(cache, kind, key, codec, given(thing)) for key, thing in zip(keys, things, strict=True)
    ]
    lacking = [thing for thing, value in zip(things, known, strict=True) if value is None]
    made = iter(map(make, lacking) if executor is None else executor.map(make, lacking, chunksize=chunk))
    for thing, key, value in zip(things, keys, known, strict=True):
        if value is not None:
            yield value
            continue
        new = next(made)
        # Where inputs are files, somebody may have written them meanwhile.
        if cache.key(kind, inputs(thing)) == key:
            cache.put(kind, key, codec.dump(new))
        yield new


def _known(cache: Cache, kind: str, key: bytes, codec: Codec[B], given: dict[str, Any]) -> B | None:
    data = cache.get(kind, key)
    try:
        return None if data is None else codec.load(data, **given)
    except DamagedError:
        return None
