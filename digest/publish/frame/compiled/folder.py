"""Where the project's own templates are."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def templates_dir() -> Path:
    """Return the folder of the project's templates: in the wheel beside this room, else in the checkout."""
    packed = Path(__file__).parents[2] / "templates"
    return packed if packed.is_dir() else Path(__file__).parents[4] / "templates"
