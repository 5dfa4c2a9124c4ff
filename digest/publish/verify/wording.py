"""Words and faults as messages show them."""

from __future__ import annotations

from digest.messages import MOST

_MOST = MOST - 1
"""Faults named one by one, before the line that counts the others: whoever has more has one cause for all."""
_LONGEST = 100
"""Characters of somebody's words that a message shows."""


def told(faults: list[str]) -> str:
    """Return faults as a message: a line each, the first ones by name and the others as a number."""
    more = len(faults) - _MOST
    return "\n".join(faults[:_MOST] + ([f"… and {more} more like these"] if more > 0 else []))


def shortened(text: str) -> str:
    """Return words on one line and cut, as messages show them."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"
