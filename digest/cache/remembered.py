"""Pure functions whose results are kept in the cache that is open: costly ones, deep inside a stage."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from digest.cache.codec import Codec, DamagedError
from digest.cache.store import Cache

P = ParamSpec("P")
R = TypeVar("R")


def remembered(kind: str, codec: Codec[R]) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function of records and plain values look up what it returned for the same ones before.

    It is to be worth it: a look-up takes as long as some twenty calls of a function. Where no cache is open,
    as in tests, nothing is remembered; processes of a pool open theirs (`begin_work`).

    Args:
        kind: Names its results.
        codec: Of them.
    """

    def around(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def known(*arguments: P.args, **named: P.kwargs) -> R:
            cache = Cache.of_this_run
            if cache is None or not cache.keeps:
                return function(*arguments, **named)
            key = cache.key(kind, arguments, named)
            data = cache.get(kind, key)
            if data is not None:
                try:
                    return codec.load(data)
                except DamagedError:
                    pass
            made = function(*arguments, **named)
            cache.put(kind, key, codec.dump(made))
            return made

        return known

    return around
