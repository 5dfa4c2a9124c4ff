"""The tables of these senses, as cells: a text file each, in which `#` begins a comment line.

A line that is indented goes on with the one before.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the lines of a table beside this module, each cut at white space.

    >>> next(cells[:3] for cells in table("acts") if cells[0] == "en")
    ('en', 'won', 'won.')
    """
    text = files(__package__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    lines = text.replace("\n ", " ").splitlines()
    return tuple(tuple(line.split()) for line in lines if line.strip() and not line.startswith("#"))
