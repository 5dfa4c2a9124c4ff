"""How far a command is: a bar on a terminal, a plain line for each tenth anywhere else."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import click

TENTHS = 10
"""Lines in a log of a long command: a bar would be thousands."""
_LONG = 60
"""Seconds left that are worth telling of."""

Tell = Callable[[int, int], None]
"""Told what is done and what there is; of 0, that it is not known."""


@contextmanager
def progress(label: str, unit: str, scale: int = 1) -> Iterator[Tell]:
    """Show progress on standard error, in units of `scale`, with their rate and the time left."""
    if not sys.stderr.isatty():
        yield _lines(label, unit, scale)
        return
    with ExitStack() as stack:
        yield _bar(label, unit, scale, stack)


def _bar(label: str, unit: str, scale: int, stack: ExitStack) -> Tell:
    bar: Any = None
    began = time.monotonic()

    def tell(done: int, total: int) -> None:
        nonlocal bar
        if bar is None:  # a bar that nobody moves would stand at 0 %
            shown = click.progressbar(
                length=1, label=label, item_show_func=lambda rate: rate, file=sys.stderr
            )
            bar = stack.enter_context(shown)
        bar.length = total or done + 1
        rate = done / scale / max(time.monotonic() - began, 1e-6)
        bar.update(done - bar.pos, f"{rate:.1f} {unit}/s")

    return tell


def _lines(label: str, unit: str, scale: int) -> Tell:
    told, began = 0, time.monotonic()

    def tell(done: int, total: int) -> None:
        nonlocal told
        if total and done * TENTHS // total > told:
            told = done * TENTHS // total
            left = (time.monotonic() - began) / done * (total - done)
            words = f", {_minutes(left)} left" if left >= _LONG else ""
            click.echo(f"{label}: {done // scale} of {total // scale} {unit}{words}", err=True)

    return tell


def _minutes(seconds: float) -> str:
    """Return a time in words.

    >>> _minutes(90), _minutes(7300)
    ('2 min', '2 h 2 min')
    """
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
