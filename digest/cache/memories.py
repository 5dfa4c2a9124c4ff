"""What functions remember of texts (`functools.lru_cache`), given back when a stage is over."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

_REMEMBERS = type(lru_cache(maxsize=1)(lambda: None))


def give_back(*rooms: str) -> None:
    """Forget what functions remember; tables, which a function knows without a limit (`cache`), stay.

    Args:
        rooms: Packages or modules whose functions are meant, those within them, too.
    """
    for function in _functions(rooms):
        if function.cache_parameters()["maxsize"] is not None:
            function.cache_clear()


def _functions(rooms: tuple[str, ...]) -> Iterator[Any]:
    within = tuple(f"{room}." for room in rooms)
    for name, module in [*sys.modules.items()]:
        if name in rooms or name.startswith(within):
            yield from (one for one in vars(module).values() if isinstance(one, _REMEMBERS))
